/** Pages of cases, opened in a real browser as a person opens them: from a file. */

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { DCase } from "../../src/assurance/index.ts";
import { type PageData, type PageFiles, pageHtml } from "../../src/page/index.ts";
import { pageFiles } from "../../tools/page.mjs";

const program = "/usr/bin/chromium";
export const hasBrowser = existsSync(program);

export interface Opening extends Pick<BrowserContextOptions, "locale" | "colorScheme" | "viewport" | "hasTouch"> {
  readonly statuses?: PageData["statuses"];
  readonly start?: PageData["start"];
  /** With its `#`. */
  readonly hash?: string;
}

export interface Browsing {
  readonly open: (whole: DCase, opening?: Opening) => Promise<Page>;
  /** Opens any page; whatever goes wrong in it fails the test. */
  readonly openHtml: (text: string, opening?: Opening) => Promise<Page>;
  readonly html: (data: PageData) => string;
  /** What the last page asked of a network. */
  readonly asked: () => readonly string[];
  /** What has gone wrong in the page so far: whoever asks takes it for right. */
  readonly troubles: () => readonly string[];
}

/** Starts a browser for the tests of a file. Nothing moves by itself in it, so that nobody has to wait. */
export function browsing(): Browsing {
  let browser: Browser | undefined;
  let files: PageFiles | undefined;
  let folder = "";
  let count = 0;
  let asked: string[] = [];
  let troubles: string[] = [];
  beforeAll(async () => {
    if (!hasBrowser) return;
    const { script, style } = await pageFiles();
    files = { script, style, digest: (text) => createHash("sha256").update(text).digest("base64") };
    folder = mkdtempSync(join(tmpdir(), "dscript-page-"));
    const quiet = ["quic", "background-networking", "component-update", "sync", "gpu"].map(
      (what) => `--disable-${what}`,
    );
    browser = await chromium.launch({
      executablePath: program,
      args: ["--headless", "--no-sandbox", "--no-first-run", ...quiet],
    });
  }, 120_000);
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    const found = troubles;
    troubles = [];
    if (found.length > 0) throw new Error(`in the page: ${found.join("\n")}`);
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  const html = (data: PageData): string => {
    if (files === undefined) throw new Error("there is no browser");
    return pageHtml(data, files);
  };
  const openHtml = async (text: string, { hash = "", statuses, start, ...context }: Opening = {}): Promise<Page> => {
    if (browser === undefined) throw new Error("there is no browser");
    const path = join(folder, `${count}.html`);
    count += 1;
    writeFileSync(path, text);
    const opened = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      reducedMotion: "reduce",
      ...context,
    });
    asked = [];
    const page = await opened.newPage();
    page.on("pageerror", (error) => troubles.push(error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
    });
    page.on("request", (request) => {
      if (request.url() !== `file://${path}`) asked.push(request.url());
    });
    page.on("dialog", (dialog) => {
      troubles.push(`it asks: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`file://${path}${hash}`);
    await page.locator(".stage[data-mode]").waitFor();
    return page;
  };
  return {
    html,
    openHtml,
    asked: () => asked,
    troubles: () => {
      const found = troubles;
      troubles = [];
      return found;
    },
    open: (whole, opening = {}) =>
      openHtml(html({ case: whole, statuses: opening.statuses ?? [], start: opening.start ?? {} }), opening),
  };
}

/** The label of the node that is chosen, as the tree says it. */
export async function chosen(page: Page): Promise<string | undefined> {
  const id = await page.locator("[role=tree]").getAttribute("aria-activedescendant");
  return id === null ? undefined : ((await page.locator(`#${id}`).getAttribute("data-label")) ?? undefined);
}

/** The labels of the nodes that are drawn, in their order. */
export async function drawn(page: Page): Promise<readonly string[]> {
  const labels = await page
    .locator(".node")
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-label")));
  return labels.map((label) => label ?? "").sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the box of a node is on the screen. */
export async function placeOf(page: Page, label: string): Promise<Place> {
  // Its ring lies around its shape.
  const box = await page.locator(`.node[data-label="${label}"] > .ring`).boundingBox();
  if (box === null) throw new Error(`${label} is not drawn`);
  return box;
}

export async function clickNode(page: Page, label: string): Promise<void> {
  const { x, y, width, height } = await placeOf(page, label);
  await page.mouse.click(x + width / 2, y + height / 2);
}
