// In which language and colours a case's page is read.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { PageData } from "../../src/page/index.ts";
import { everything, japanese, small } from "../assurance/picture/cases.ts";
import { browsing, clickNode, hasBrowser } from "./browser.ts";

const { open } = browsing();

const text = (page: Page, label: string): Promise<string | null> =>
  page.locator(`.node[data-label="${label}"]`).textContent();

describe.skipIf(!hasBrowser)("the language of a page (where chromium is installed)", () => {
  it("is the reader's, the one that was asked for, or the one that is chosen", async () => {
    expect(await text(await open(japanese, { locale: "en-US" }), "G2")).toContain("RAM disk survives");
    expect(await text(await open(japanese, { locale: "ja-JP" }), "G2")).toContain("RAMディスク");
    const page = await open(japanese, { locale: "ja-JP", start: { language: "en" } });
    expect(await text(page, "G2")).toContain("RAM disk survives");
    const language = page.getByRole("combobox", { name: "language" });
    expect(await language.locator("option").allInnerTexts()).toEqual(["日本語", "English"]);
    await language.selectOption("日本語");
    await expect.poll(() => text(page, "G2")).toContain("RAMディスク");
    expect(await page.getByRole("combobox", { name: "検索" }).count()).toBe(1);
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
  });

  it("shows a text in the case's own language where it has no other", async () => {
    const page = await open(japanese, { locale: "en-US" });
    expect(await text(page, "G3")).toContain("ロードバランサー");
    await clickNode(page, "G3");
    expect(await page.locator(".panel p.text").getAttribute("lang")).toBe("ja");
    await clickNode(page, "G2");
    expect(await page.locator(".panel p.text").getAttribute("lang")).toBe("en");
    expect(await page.locator(".panel .other").innerText()).toContain("日本語");
  });

  it("is Japanese in all its own words for a Japanese reader", async () => {
    const statuses: PageData["statuses"] = [
      ["u-Sn1", { mark: "fails", words: "" }],
      ["u-Sn3", { mark: "suspect", words: "" }],
    ];
    const page = await open(everything, { locale: "ja-JP", statuses });
    // English words side by side that are neither the case's nor code.
    const english = async (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const said: string[] = [];
        const own =
          "code, kbd, h1, .bar p, .text, .relations .text, dd, .node text, .items, .other p, .hover, option, script, noscript, style, .print";
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
          if (node.parentElement?.closest(own) === null) said.push(node.textContent ?? "");
        for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]"))
          if (element.closest("h1, .bar p") === null)
            for (const name of ["aria-label", "title", "placeholder"]) said.push(element.getAttribute(name) ?? "");
        return said.filter(
          (words) => /[a-z]{3,}/.test(words.replace("(Escape)", "")) && !/[\u3041-\u9fff]/.test(words),
        );
      });
    expect(await english()).toEqual([]);
    for (const label of ["G1", "G3", "G6", "Sn1", "Sn2", "S2", "CG2", "M1"]) {
      await clickNode(page, label);
      expect([label, await english()]).toEqual([label, []]);
    }
    await page.keyboard.press("s");
    await page.keyboard.press("/");
    expect(await page.locator(".search .says").allInnerTexts()).not.toContain("fails");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    expect(await english()).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)("the colours of a page (where chromium is installed)", () => {
  it("are the screen's, until somebody chooses others", async () => {
    const ground = (page: Page): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [light, dark] = ["rgb(255, 255, 255)", "rgb(13, 17, 23)"];
    expect(await ground(await open(small, { colorScheme: "light" }))).toBe(light);
    const page = await open(small, { colorScheme: "dark" });
    expect(await ground(page)).toBe(dark);
    await page.getByRole("button", { name: "colours: as the screen is" }).click();
    expect(await ground(page)).toBe(light);
    await page.getByRole("button", { name: "colours: light" }).click();
    expect(await ground(page)).toBe(dark);
    await page.getByRole("button", { name: "colours: dark" }).click();
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => ground(page)).toBe(light);
    expect(await ground(await open(small, { colorScheme: "light", start: { theme: "dark" } }))).toBe(dark);
  });

  it("tell letters from their ground, in both themes", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open(everything, { colorScheme, statuses: [["u-Sn1", { mark: "stale", words: "" }]] });
      await clickNode(page, "Sn1");
      const low = await page.evaluate(() => {
        const channel = (value: number): number =>
          value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        const bright = (colour: string): number => {
          const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((each) => channel(Number(each) / 255));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const groundOf = (element: Element | null): string => {
          for (let at = element; at !== null; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
          }
          return "rgb(255, 255, 255)";
        };
        return [
          ...document.querySelectorAll(
            "h1, .bar p, .chip, select, .panel p, .panel dt, .panel dd, .panel h2, .small, .hint",
          ),
        ]
          .filter((element) => element.textContent !== "")
          .map((element) => {
            const [a, b] = [bright(getComputedStyle(element).color), bright(groundOf(element))];
            return [element.className, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)] as const;
          })
          .filter(([, contrast]) => contrast < 4.5);
      });
      expect([colorScheme, low]).toEqual([colorScheme, []]);
    }
  });
});
