// What the address of a case's page says, and what the page makes of one.
import { describe, expect, it } from "vitest";
import { caseOf, edges, japanese, large, node, small } from "../assurance/picture/cases.ts";
import { browsing, chosen, clickNode, drawn, hasBrowser, placeOf } from "./browser.ts";

const { open } = browsing();

describe.skipIf(!hasBrowser)("the address of a page (where chromium is installed)", () => {
  it("leads to a node, in the middle and with all that is known of it", async () => {
    const page = await open(small, { hash: "#G3" });
    expect(await chosen(page)).toBe("G3");
    expect(await page.locator(".panel h2").innerText()).toContain("G3");
    const { x, y, width, height } = await placeOf(page, "G3");
    const panel = await page.locator(".panel").boundingBox();
    expect(Math.abs(x + width / 2 - (panel?.x ?? 0) / 2)).toBeLessThan(3);
    expect(Math.abs(y + height / 2 - 54 - 746 / 2)).toBeLessThan(8);
  });

  it("leads to a node that is folded away in a large case", async () => {
    const whole = large(2000);
    const label = whole.nodes.at(-5)?.label ?? "";
    const page = await open(whole, { hash: `#${label}` });
    await expect.poll(() => page.locator(`.node.chosen[data-label="${label}"]`).count()).toBe(1);
  });

  it("follows what is chosen", async () => {
    const page = await open(small);
    expect(new URL(page.url()).hash).toBe("");
    await clickNode(page, "G2");
    const hash = (): string => new URL(page.url()).hash;
    await expect.poll(hash).toMatch(/^#G2&at=[-\d,.]+$/);
    await page.keyboard.press("s");
    await expect.poll(hash).toMatch(/^#G2&focus=G2&at=/);
    await page.keyboard.press("d");
    await page.keyboard.press("t");
    await page.keyboard.press("l");
    await page.keyboard.press("/");
    await page.keyboard.type("peak & load");
    await expect.poll(hash).toMatch(/^#G2&focus=G2&detail=2&lang=ja&theme=light&find=peak%20%26%20load&at=/);
  });

  it("brings everything back", async () => {
    const page = await open(japanese, {
      locale: "en-US",
      hash: "#G2&panel=0&focus=G2&detail=0&lang=ja&theme=dark&find=RAM&map=0&at=50,60,1.5",
    });
    expect(await chosen(page)).toBe("G2");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await drawn(page)).toEqual(["A1", "C1", "CG1", "G1", "G2", "J1", "S1", "Sn1"]);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    expect(await page.getByRole("combobox", { name: "検索" }).inputValue()).toBe("RAM");
    expect(await page.locator(".tools .zoom").innerText()).toBe("150 %");
    expect(await page.locator(".node.found").count()).toBe(1);
  });

  it("keeps what is folded over a reload", async () => {
    const page = await open(small);
    await clickNode(page, "G2");
    await page.getByRole("button", { name: "fold", exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toContain("turn=G2");
    const before = await placeOf(page, "G2");
    const labels = await drawn(page);
    await page.reload();
    await page.locator(".stage[data-mode]").waitFor();
    await expect.poll(() => drawn(page)).toEqual(labels);
    const after = await placeOf(page, "G2");
    // The address has whole pixels.
    expect(Math.abs(after.x - before.x) + Math.abs(after.y - before.y)).toBeLessThan(3);
  });

  it("may say anything: what it says wrongly is left out", async () => {
    for (const hash of [
      "#",
      "#&&&=&",
      "#G99",
      "#%",
      "#%E3%81&focus=%&turn=%,,%E3&fold=what&detail=9&lang=xx&theme=pink&at=a,b,c",
      "#at=1e999,0,1",
      "#at=0,0,0",
      "#at=1,2",
      "#detail=constructor&lang=__proto__",
      `#find=${"x".repeat(5000)}`,
    ]) {
      const page = await open(small, { hash });
      expect([hash, (await drawn(page)).length]).toEqual([hash, 8]);
    }
  });

  it("names nodes whatever they are called", async () => {
    const names = ["a=b&c", "安全", "panel=0", "#?/ %", "twin", "__proto__"];
    const whole = caseOf(
      "Names",
      [
        ...names.map((label) => node(label, "goal", `Goal ${label}`)),
        { uid: "other", label: "twin", type: "goal", text: "The second of two with one label" },
      ],
      edges(),
    );
    const page = await open(whole);
    let last = page.url();
    for (let at = 0; at <= names.length; at += 1) {
      await page.locator(".stage").focus();
      await page.keyboard.press(at === 0 ? "Home" : "ArrowRight");
      await page.keyboard.press("Enter");
      const title = await page.locator(".panel p.text").innerText();
      await expect.poll(() => page.url()).not.toBe(last);
      last = page.url();
      const again = await page.context().newPage();
      await again.goto(last);
      expect(await again.locator(".panel p.text").innerText()).toBe(title);
      await again.close();
    }
  });
});
