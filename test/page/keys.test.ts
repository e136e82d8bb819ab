// The keys of a case's page, and what a screen reader is told of them.
import { describe, expect, it } from "vitest";
import { small } from "../assurance/picture/cases.ts";
import { browsing, chosen, clickNode, drawn, hasBrowser } from "./browser.ts";

const { open } = browsing();

describe.skipIf(!hasBrowser)("the keys of a page (where chromium is installed)", () => {
  it("walk up, down and along a row", async () => {
    const page = await open(small);
    const way: (string | undefined)[] = [];
    for (const key of ["Down", "Right", "Left", "Down", "Down", "Right", "Right", "Right", "Up", "Up", "Up"]) {
      await page.keyboard.press(`Arrow${key}`);
      way.push(await chosen(page));
    }
    expect(way).toEqual(["G1", "G1", "C1", "C1", "C1", "G1", "G1", "G1", "G1", "G1", "G1"]);
  });

  it("walk down through a strategy to evidence, and back to the top", async () => {
    const page = await open(small);
    const way: (string | undefined)[] = [];
    for (const key of ["Home", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp", "Home"]) {
      await page.keyboard.press(key);
      way.push(await chosen(page));
    }
    expect(way).toEqual(["G1", "S1", "G2", "G3", "G3", "S1", "G1"]);
  });

  it("open the panel with Enter and go into it; Escape closes it and goes back", async () => {
    const page = await open(small);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const panel = page.locator(".panel");
    await panel.waitFor();
    expect(await page.locator(":focus").innerText()).toContain("G1");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    expect(await page.locator(":focus").getAttribute("role")).toBe("tree");
    expect(await chosen(page)).toBe("G1");
  });

  it("fold and unfold with the space bar, and say so", async () => {
    const page = await open(small);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await expect.poll(() => drawn(page)).toEqual(["C1", "G1", "J1", "S1"]);
    const item = page.locator('[role=treeitem][data-label="S1"]');
    expect(await item.getAttribute("aria-expanded")).toBe("false");
    expect(await page.locator("[role=status]").innerText()).toBe("S1 is folded: 4 below");
    await page.keyboard.press(" ");
    await expect.poll(() => drawn(page)).toEqual(["C1", "G1", "G2", "G3", "G4", "J1", "S1", "Sn1"]);
    expect(await item.getAttribute("aria-expanded")).toBe("true");
  });

  it("show only a part with s, and go back to the whole case with Escape", async () => {
    const page = await open(small);
    await clickNode(page, "G2");
    await page.keyboard.press("s");
    await expect.poll(() => drawn(page)).toEqual(["C1", "G1", "G2", "J1", "S1", "Sn1"]);
    expect(await page.locator(".crumbs").innerText()).toContain("G2");
    for (let times = 0; times < 2; times += 1) await page.keyboard.press("Escape");
    await expect.poll(async () => (await drawn(page)).length).toBe(8);
    expect(await page.locator(".crumbs").isVisible()).toBe(false);
  });

  it("zoom with + - 0, and tell how much", async () => {
    const page = await open(small);
    const zoom = page.locator(".tools .zoom");
    const first = await zoom.innerText();
    await page.keyboard.press("-");
    await expect.poll(() => zoom.innerText()).not.toBe(first);
    await page.keyboard.press("1");
    await expect.poll(() => zoom.innerText()).toBe("100 %");
    await page.keyboard.press("0");
    await expect.poll(() => zoom.innerText()).toBe(first);
  });

  it("show all keys with ?, and Escape closes them", async () => {
    const page = await open(small);
    await page.keyboard.press("?");
    const help = page.getByRole("dialog");
    await help.waitFor();
    const keys = await help.locator("kbd").allInnerTexts();
    for (const key of ["↑", "Enter", "Space", "/", "n", "0", "?", "Esc"]) expect(keys).toContain(key);
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
  });

  it("leave the letters of a field alone", async () => {
    const page = await open(small);
    await page.keyboard.press("/");
    await page.keyboard.type("+-0sedt?");
    expect(await page.getByRole("combobox", { name: "Search" }).inputValue()).toBe("+-0sedt?");
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
  });

  it("reach every button and field with Tab, with a frame around it", async () => {
    const page = await open(small);
    const names: string[] = [];
    for (let times = 0; times < 14; times += 1) {
      await page.keyboard.press("Tab");
      const focus = page.locator(":focus");
      if ((await focus.count()) === 0) continue;
      names.push((await focus.getAttribute("aria-label")) ?? (await focus.innerText()));
      const [outline, isStage] = await focus.evaluate((element) => [
        getComputedStyle(element).outlineStyle,
        element.classList.contains("stage"),
      ]);
      expect([names.at(-1), outline === "none" && isStage === false]).toEqual([names.at(-1), false]);
    }
    for (const name of ["Search", "language", "help and keys", "the D-Case as a tree", "nearer", "unfold everything"])
      expect(names).toContain(name);
  });
});

describe.skipIf(!hasBrowser)("the tree of a page (where chromium is installed)", () => {
  it("tells levels, places among siblings, and what a node says", async () => {
    const page = await open(small);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const items = await page
      .getByRole("treeitem")
      .evaluateAll((list) =>
        list.map((item) =>
          ["data-label", "aria-level", "aria-posinset", "aria-setsize", "aria-expanded"].map((name) =>
            item.getAttribute(name),
          ),
        ),
      );
    expect(items).toEqual([
      ["G1", "1", "1", "1", "true"],
      ["S1", "2", "2", "2", "true"],
      ["J1", "3", "1", "4", null],
      ["G2", "3", "2", "4", "true"],
      ["Sn1", "4", "1", "1", null],
      ["G3", "3", "3", "4", "true"],
      ["G4", "3", "4", "4", null],
    ]);
    expect(await page.locator("[role=treeitem][aria-selected=true]").innerText()).toBe(
      "Goal G2. The service survives a peak of requests",
    );
  });

  it("lays each item over its node, for who touches or magnifies the screen", async () => {
    const page = await open(small);
    await page.keyboard.press("Home");
    const item = await page.locator('[role=treeitem][data-label="G1"]').boundingBox();
    const node = await page.locator('.node[data-label="G1"]').boundingBox();
    expect(Math.abs((item?.x ?? 0) - (node?.x ?? 99))).toBeLessThan(12);
    expect(Math.abs((item?.y ?? 0) - (node?.y ?? 99))).toBeLessThan(12);
  });
});
