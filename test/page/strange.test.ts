// Cases that are empty, circular, torn, or deep; and a case on paper.
import { describe, expect, it } from "vitest";
import type { DCase } from "../../src/assurance/index.ts";
import { caseOf, edges, everything, large, node, small } from "../assurance/picture/cases.ts";
import { browsing, chosen, clickNode, drawn, hasBrowser } from "./browser.ts";

const { open } = browsing();

describe.skipIf(!hasBrowser)("a strange case (where chromium is installed)", () => {
  it("may have no nodes: every key and button does nothing, and no harm", async () => {
    const page = await open(caseOf("Nothing yet", [], []));
    for (const key of [
      "Home",
      "ArrowDown",
      "ArrowRight",
      "Enter",
      " ",
      "s",
      "+",
      "-",
      "0",
      "1",
      "c",
      "e",
      "o",
      "n",
      "d",
      "m",
      "t",
    ])
      await page.keyboard.press(key);
    await page.keyboard.press("/");
    await page.keyboard.type("anything");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.mouse.click(600, 400);
    expect(await page.locator("h1").innerText()).toBe("Nothing yet");
    expect(await drawn(page)).toEqual([]);
  });

  it("may go in circles", async () => {
    const circle = caseOf(
      "Circle",
      [
        node("G1", "goal", "first"),
        node("G2", "goal", "second"),
        node("G3", "goal", "third"),
        node("C1", "context", "around"),
      ],
      edges("G1 > G2", "G2 > G3 G2", "G3 > G1", "G3 @ C1", "C1 @ G3"),
    );
    const page = await open(circle);
    const way: (string | undefined)[] = [];
    for (const key of ["Home", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp"]) {
      await page.keyboard.press(key);
      way.push(await chosen(page));
    }
    expect(way).toEqual(["G1", "G2", "G3", "C1", "G3", "G2", "G1", "G1"]);
    await page.keyboard.press(" ");
    await expect.poll(() => drawn(page)).toEqual(["G1"]);
    await page.keyboard.press("Shift+Space");
    await page.keyboard.press("e");
    await expect.poll(() => drawn(page)).toEqual(["C1", "G1", "G2", "G3"]);
    await clickNode(page, "G3");
    await page.keyboard.press("s");
    await page.keyboard.press("s");
  });

  it("may name nodes that are not there, and say the same twice", async () => {
    const torn: DCase = {
      module: { name: "Torn" },
      nodes: [
        node("G1", "goal", "one"),
        node("G1", "goal", "two"),
        { uid: "u-X", label: "G1", type: "goal", text: "three" },
      ],
      edges: [
        ...edges("G1 > G2", "Z1 > G1", "CG1 ! G1>G7", "CG1 ! G8"),
        { kind: "responsibility", from: "u-Q", to: "u-R" },
      ],
    };
    const page = await open(torn, { hash: "#turn=u-Z1" });
    await page.keyboard.press("e");
    for (const uid of ["u-G2", "u-Z1", "u-Q", "u-CG1"]) {
      await page.evaluate((hash) => location.replace(hash), `#${uid}`);
      await expect.poll(() => page.locator(".panel h2").innerText()).toContain("not in this case");
    }
  });

  it("may be ten thousand nodes deep", { timeout: 180_000 }, async () => {
    const labels = Array.from({ length: 10_000 }, (_, at) => `G${at + 1}`);
    const deep = caseOf(
      "Deep",
      labels.map((label) => node(label, "goal", "deeper")),
      labels.slice(1).map((label, at) => ({ kind: "supportedBy", from: `u-G${at + 1}`, to: `u-${label}` })),
    );
    const page = await open(deep, { hash: "#G9000" });
    expect(await chosen(page)).toBe("G9000");
    await page.keyboard.press("ArrowUp");
    expect(await chosen(page)).toBe("G8999");
    expect(await page.locator("[role=treeitem][aria-selected=true]").getAttribute("aria-level")).toBe("8999");
  });

  it("may have a node with ten thousand children", { timeout: 180_000 }, async () => {
    const labels = Array.from({ length: 10_000 }, (_, at) => `Sn${at + 1}`);
    const wide = caseOf(
      "Wide",
      [node("G1", "goal", "All answer"), ...labels.map((label) => node(label, "evidence", `${label} answers`))],
      edges(`G1 > ${labels.join(" ")}`),
    );
    const page = await open(wide, { hash: "#G1&fold=none" });
    expect(await page.locator(".near *").count()).toBeLessThan(6000);
    expect(await page.locator(".stage").getAttribute("data-mode")).toBe("near");
    await page.locator(".stage").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await chosen(page)).toBe("Sn2");
  });
});

describe.skipIf(!hasBrowser)("a case on paper (where chromium is installed)", () => {
  it("has the picture as it is folded, and the texts of all that is shown", async () => {
    const page = await open(small, { colorScheme: "dark" });
    await clickNode(page, "S1");
    await page.getByRole("button", { name: "fold", exact: true }).click();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".page").isVisible()).toBe(false);
    expect(await page.locator(".print h1").innerText()).toBe("Registration week");
    const titles = await page
      .locator(".print article h2")
      .evaluateAll((list) => list.map((each) => each.firstChild?.textContent));
    expect(titles).toEqual(["G1", "C1", "S1", "J1"]);
    const ground = await page
      .locator(".print rect")
      .first()
      .evaluate((rect) => getComputedStyle(rect).fill);
    expect(ground).toBe("rgb(236, 245, 252)");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".print *").count()).toBe(0);
  });

  it("makes pages, also of all shapes and of more nodes than a book bears", { timeout: 180_000 }, async () => {
    const pdf = await (await open(everything)).pdf({ format: "A4", landscape: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    const page = await open(large(5000), { hash: "#fold=none" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(".print article").count()).toBe(3000);
    expect(await page.locator(".print").textContent()).toContain("2000 more nodes are not printed");
  });
});
