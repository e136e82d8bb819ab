// `dscript case view`, as it is run.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runDscript } from "../run-dscript.ts";
import { browsing, chosen, drawn, hasBrowser } from "./browser.ts";

const { openHtml, asked } = browsing();
const folder = mkdtempSync(join(tmpdir(), "dscript-view-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
  join(folder, "shop.dcase.yaml"),
  `module: { name: Shop, dcase: { language: en } }
G1: { text: The shop sells, supportedBy: [S1], dcase: { texts: { ja: 店が売る } } }
S1: { text: Argue over what fails, supportedBy: [G2, G3] }
G2: { text: The till works, undeveloped: true }
G3: { text: The door opens, undeveloped: true }
`,
);
writeFileSync(join(folder, "broken.dcase.yaml"), "G1: { text: [ }\n");

describe("dscript case view", () => {
  it("writes a page that needs nothing else, the same every time", async () => {
    const { code, out, error } = await runDscript(folder, ["case", "view", "shop.dcase.yaml"]);
    expect([code, error]).toEqual([0, ""]);
    expect(out.startsWith("<!doctype html>\n")).toBe(true);
    expect(out).not.toMatch(/ (?:src|href)="/);
    expect(Buffer.byteLength(out)).toBeLessThan(250_000);
    await runDscript(folder, ["case", "view", "shop.dcase.yaml", "-o", "shop.html"]);
    expect(readFileSync(join(folder, "shop.html"), "utf8")).toBe(out);
  });

  it("says how nodes stand, in both languages", async () => {
    const challenged = "G1: { text: One }\nCG1: { text: Two, challenges: G1 }\n";
    writeFileSync(join(folder, "doubt.dcase.yaml"), challenged);
    const { code, out } = await runDscript(folder, ["case", "view", "doubt.dcase.yaml"]);
    expect(code).toBe(0);
    expect(out).toContain('"mark":"challenged"');
    expect(out).toMatch(/"translations":\{"ja":"[^"]*[\u3041-\u9fff]/);
  });

  it("says what is wrong with its words and with the file", async () => {
    const said = async (...words: readonly string[]): Promise<string> => {
      const { code, error } = await runDscript(folder, ["case", "view", ...words]);
      return `${code}: ${error}`;
    };
    expect(await said("shop.dcase.yaml", "--focus", "G33")).toBe(
      "64: dscript: there is no node G33 in shop.dcase.yaml\n  did you mean G3?\n",
    );
    expect(await said("shop.dcase.yaml", "--detail", "3")).toContain(
      "64: dscript: --detail takes 0, 1, 2, auto, not 3",
    );
    expect(await said("nowhere.dcase.yaml")).toMatch(/^64: /);
    expect(await said("broken.dcase.yaml")).toMatch(/^76: error /);
    expect(await said("shop.dcase.yaml", "-o", "nowhere/shop.html")).toMatch(/^64: /);
    expect(await said()).toContain("64: dscript: case view needs a file");
  });

  it.skipIf(!hasBrowser)("opens as the command line says (where chromium is installed)", async () => {
    const words = ["--focus", "G2", "--lang", "ja", "--theme", "dark", "--detail", "0"];
    const { out } = await runDscript(folder, ["case", "view", "shop.dcase.yaml", ...words]);
    const page = await openHtml(out);
    expect(await drawn(page)).toEqual(["G1", "G2", "S1"]);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    await page.keyboard.press("Home");
    expect(await chosen(page)).toBe("G1");
    expect(asked()).toEqual([]);
  });
});
