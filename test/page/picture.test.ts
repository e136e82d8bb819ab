// The picture on a case's page: moved, folded, shown in part, in several details and colours.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { japanese, large, small } from "../assurance/picture/cases.ts";
import { browsing, chosen, clickNode, drawn, hasBrowser, type Place, placeOf } from "./browser.ts";

const { open } = browsing();
const all = ["C1", "G1", "G2", "G3", "G4", "J1", "S1", "Sn1"];

function near(place: Place, other: Place, tolerance = 2): boolean {
  return Math.abs(place.x - other.x) <= tolerance && Math.abs(place.y - other.y) <= tolerance;
}

async function fold(page: Page, label: string): Promise<void> {
  const { x, y, width, height } = await placeOf(page, label);
  await page.mouse.move(x + width / 2, y + height / 2);
  // What is folded has a number below it instead of the sign.
  const sign = page.locator(`.node[data-label="${label}"] .handle`);
  const place = (await sign.count()) === 0 ? undefined : await sign.boundingBox();
  const [atX, atY] =
    place === null || place === undefined ? [x + width / 2, y + height + 6] : [place.x + 4, place.y + 4];
  await page.mouse.click(atX, atY);
}

describe.skipIf(!hasBrowser)("the picture (where chromium is installed)", () => {
  it("is moved by dragging and by the wheel, and comes nearer with Ctrl and the wheel", async () => {
    const page = await open(small);
    const first = await placeOf(page, "G1");
    await page.mouse.move(640, 600);
    await page.mouse.down();
    await page.mouse.move(680, 560, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => near(await placeOf(page, "G1"), { ...first, x: first.x + 40, y: first.y - 40 }))
      .toBe(true);
    expect(await chosen(page)).toBeUndefined();
    await page.mouse.wheel(-30, 50);
    await expect
      .poll(async () => near(await placeOf(page, "G1"), { ...first, x: first.x + 70, y: first.y - 90 }))
      .toBe(true);
    const before = await placeOf(page, "S1");
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await expect.poll(async () => (await placeOf(page, "S1")).width > before.width * 1.3).toBe(true);
    const after = await placeOf(page, "S1");
    // What is under the pointer stays there.
    expect(Math.abs(after.x + after.width / 2 - before.x - before.width / 2)).toBeLessThan(3);
  });

  it("is moved with one finger and zoomed with two", async () => {
    const page = await open(small, { hasTouch: true, viewport: { width: 400, height: 800 } });
    const before = await placeOf(page, "G1");
    const touch = await page.context().newCDPSession(page);
    const at = (...points: readonly (readonly [number, number])[]): { touchPoints: { x: number; y: number }[] } => ({
      touchPoints: points.map(([x, y]) => ({ x, y })),
    });
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", ...at([200, 500]) });
    for (const step of [10, 20, 30])
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", ...at([200, 500 + step]) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(async () => near(await placeOf(page, "G1"), { ...before, y: before.y + 30 })).toBe(true);
    const width = (await placeOf(page, "G1")).width;
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", ...at([150, 500], [250, 500]) });
    for (const step of [10, 20, 30, 40, 50])
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", ...at([150 - step, 500], [250 + step, 500]) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect
      .poll(async () =>
        Math.round((10 * (await page.locator('.node[data-label="G1"] > .ring').boundingBox())!.width) / width),
      )
      .toBe(20);
  });

  it("folds and unfolds where somebody clicks below a box, and the box stays where it is", async () => {
    const page = await open(small);
    const before = await placeOf(page, "S1");
    await fold(page, "S1");
    await expect.poll(() => drawn(page)).toEqual(["C1", "G1", "J1", "S1"]);
    expect(near(await placeOf(page, "S1"), before)).toBe(true);
    expect(await page.locator('.node[data-label="S1"]').textContent()).toContain("+ 4");
    await fold(page, "S1");
    await expect.poll(() => drawn(page)).toEqual(all);
    expect(near(await placeOf(page, "S1"), before)).toBe(true);
  });

  it("shows labels only, texts, or everything, or as much as the zoom allows", async () => {
    const page = await open(japanese, { locale: "en-US" });
    const detail = page.getByRole("combobox", { name: "how much of each node is shown" });
    const text = (): Promise<string | null> => page.locator('.node[data-label="G2"]').textContent();
    expect(await text()).toContain("survives");
    await detail.selectOption("labels");
    await expect.poll(text).toBe("G2");
    await detail.selectOption("with everything");
    await expect.poll(text).toContain("owner: 運用担当者");
    await detail.selectOption("by zoom");
    await page.keyboard.press("1");
    const wheel = async (by: number): Promise<void> => {
      await page.mouse.move(500, 400);
      await page.keyboard.down("Control");
      for (let times = 0; times < 6; times += 1) await page.mouse.wheel(0, by);
      await page.keyboard.up("Control");
    };
    await wheel(60);
    await expect.poll(text).toBe("G2");
    await wheel(-80);
    await expect.poll(text).toContain("survives");
  });

  it("has a map of the whole, on which one moves", async () => {
    const page = await open(small, { hash: "#at=100,100,3" });
    const map = page.locator(".map");
    await map.waitFor();
    const [before, area] = [await page.locator(".map .view").boundingBox(), await map.boundingBox()];
    await page.mouse.click((area?.x ?? 0) + (area?.width ?? 0) - 20, (area?.y ?? 0) + (area?.height ?? 0) - 20);
    await expect.poll(async () => (await page.locator(".map .view").boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
    await page.locator(".stage").focus();
    await page.keyboard.press("0");
    await map.waitFor({ state: "hidden" });
  });

  it("opens what a box says with a click, and closes it with one beside all boxes", async () => {
    const page = await open(small);
    await clickNode(page, "G3");
    expect(await page.locator(".panel h2").innerText()).toContain("G3");
    await page.mouse.click(30, 500);
    await page.locator(".panel").waitFor({ state: "hidden" });
    expect(await chosen(page)).toBeUndefined();
  });

  it("shows what is under the pointer, while letters are too small", async () => {
    const page = await open(small, { hash: "#at=300,300,0.2" });
    const { x, y, width, height } = await placeOf(page, "G2");
    await page.mouse.move(x + width / 2, y + height / 2);
    await expect.poll(() => page.locator(".hover").innerText()).toContain("The service survives a peak");
  });
});

describe.skipIf(!hasBrowser)("a case of ten thousand nodes (where chromium is installed)", () => {
  it("begins with its upper part, and opens step by step", async () => {
    const page = await open(large(10_000));
    const first = await page.locator(".node").count();
    expect(first).toBeGreaterThan(10);
    expect(first).toBeLessThan(80);
    const folded = await page.locator(".node", { hasText: "+ " }).first().getAttribute("data-label");
    await fold(page, folded ?? "");
    await expect.poll(() => page.locator(".node").count()).toBeGreaterThan(first);
  });

  it("draws no more elements than a browser bears, however far one goes", { timeout: 180_000 }, async () => {
    const page = await open(large(10_000), { hash: "#fold=none" });
    const counts: Record<string, number> = {};
    const modes = new Set<string | null>();
    for (const zoom of [1, 0.5, 0.3, 0.2, 0.1, 0.05, 0.01, 0.002]) {
      for (const x of [2000, 40_000]) {
        await page.evaluate((hash) => location.replace(hash), `#fold=none&at=${x},3000,${zoom}`);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        counts[`${zoom} ${x}`] = await page.locator(".near *").count();
        modes.add(await page.locator(".stage").getAttribute("data-mode"));
      }
    }
    expect(Math.max(...Object.values(counts))).toBeLessThan(6000);
    expect([...modes].sort()).toEqual(["far", "near"]);
    expect(await page.locator(".items > *").count()).toBeLessThan(100);
  });

  it("finds a node far down, and brings it near", { timeout: 180_000 }, async () => {
    const whole = large(10_000);
    const last = whole.nodes.at(-1)?.label ?? "";
    const page = await open(whole);
    await page.keyboard.press("/");
    await page.keyboard.type(`label:${last}`);
    await page.keyboard.press("Enter");
    expect(await chosen(page)).toBe(last);
    await expect.poll(() => page.locator(`.node.chosen[data-label="${last}"]`).count()).toBe(1);
    const { x, y } = await placeOf(page, last);
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(50);
  });
});
