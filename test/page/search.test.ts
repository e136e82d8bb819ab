// What is found on a case's page, and how it is gone through.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { PageData } from "../../src/page/index.ts";
import { caseOf, edges, japanese, node, small } from "../assurance/picture/cases.ts";
import { browsing, chosen, hasBrowser } from "./browser.ts";

const { open } = browsing();

const owned = caseOf(
  "Backup",
  [
    node("G1", "goal", "The night's backup can be read back", { owner: "operator", undeveloped: false }),
    node("S1", "strategy", "Argue over disks"),
    node("G2", "goal", "The disk is not full", {
      owner: "operator",
      kind: "risk",
      tags: [{ name: "PEAK", value: "14:40" }],
    }),
    node("G3", "goal", "The disk answers", { owner: "night shift", translations: { ja: "ディスクが応答する" } }),
    node("G4", "goal", "The tape answers", { undeveloped: true }),
    node("Sn1", "evidence", "A test of the disk"),
    node("Sn2", "evidence", "A look at the disk"),
  ],
  edges("G1 > S1", "S1 > G2 G3 G4", "G2 > Sn1", "G3 > Sn2"),
);
const statuses: PageData["statuses"] = [
  ["u-Sn1", { mark: "fails", words: "failed yesterday" }],
  ["u-Sn2", { mark: "holds", words: "" }],
];

async function found(page: Page, query: string): Promise<readonly string[]> {
  await page.getByRole("combobox", { name: /Search|検索/ }).fill(query);
  return page.locator(".search [role=option] b").allInnerTexts();
}

describe.skipIf(!hasBrowser)("the search (where chromium is installed)", () => {
  it("finds words in texts and translations, labels first, and facts", async () => {
    const page = await open(owned, { statuses });
    const answers: Record<string, readonly string[]> = {};
    for (const query of [
      "disk",
      "disk answers",
      "DISK full",
      "応答",
      "g2",
      "14:40",
      "status:fails",
      "status:holds",
      "owner:operator",
      'owner:"night shift"',
      "owner:none",
      "type:evidence -status:fails",
      "kind:risk",
      "tag:peak",
      "is:undeveloped",
      "nowhere",
    ])
      answers[query] = await found(page, query);
    expect(answers).toEqual({
      disk: ["S1", "G2", "G3", "Sn1", "Sn2"],
      "disk answers": ["G3"],
      "DISK full": ["G2"],
      応答: ["G3"],
      g2: ["G2"],
      "14:40": ["G2"],
      "status:fails": ["Sn1"],
      "status:holds": ["Sn2"],
      "owner:operator": ["G1", "G2"],
      'owner:"night shift"': ["G3"],
      "owner:none": ["S1", "G4", "Sn1", "Sn2"],
      "type:evidence -status:fails": ["Sn2"],
      "kind:risk": ["G2"],
      "tag:peak": ["G2"],
      "is:undeveloped": ["G4"],
      nowhere: [],
    });
    expect(await page.locator(".search .note").innerText()).toBe("nothing is found: fewer words find more");
  });

  it("understands a Japanese reader", async () => {
    const page = await open(owned, { statuses, locale: "ja-JP" });
    expect(await found(page, "状態：不成立")).toEqual(["Sn1"]);
    expect(await found(page, "担当:operator")).toEqual(["G1", "G2"]);
    expect(await found(page, "種類:エビデンス")).toEqual(["Sn1", "Sn2"]);
  });

  it("marks what is found in the list and in the picture, and lets the rest step back", async () => {
    const page = await open(owned, { statuses });
    await found(page, "answers");
    expect(await page.locator(".search mark").allInnerTexts()).toEqual(["answers", "answers"]);
    const classes = await page
      .locator(".node")
      .evaluateAll((nodes) =>
        nodes.map(
          (each) => `${each.getAttribute("data-label")} ${each.classList.contains("found") ? "found" : "back"}`,
        ),
      );
    expect(classes.sort()).toEqual(
      ["G1 back", "G2 back", "G3 found", "G4 found", "S1 back", "Sn1 back", "Sn2 back"].sort(),
    );
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".node.back").count()).toBe(0);
  });

  it("is gone through with the arrow keys and Enter, and then with n and N", async () => {
    const page = await open(owned, { statuses });
    await page.keyboard.press("/");
    await page.keyboard.type("disk");
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("ArrowDown");
    const field = page.getByRole("combobox", { name: "Search" });
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).innerText()).toContain("G3");
    await page.keyboard.press("Enter");
    expect(await chosen(page)).toBe("G3");
    await page.keyboard.press("n");
    expect(await chosen(page)).toBe("Sn1");
    await page.keyboard.press("N");
    await page.keyboard.press("N");
    expect(await chosen(page)).toBe("G2");
    expect(await page.locator(".search .count").innerText()).toBe("2 / 5");
    expect(await field.getAttribute("aria-expanded")).toBe("false");
  });

  it("unfolds what is found", async () => {
    const page = await open(small);
    await page.keyboard.press("Home");
    await page.keyboard.press(" ");
    await expect.poll(() => page.locator(".node").count()).toBe(2);
    await page.keyboard.press("/");
    await page.keyboard.type("load test");
    await page.keyboard.press("Enter");
    expect(await chosen(page)).toBe("Sn1");
    await expect.poll(() => page.locator('.node.chosen[data-label="Sn1"]').count()).toBe(1);
  });

  it("says what there is to look for, before a word is typed", async () => {
    const page = await open(owned, { statuses });
    await page.keyboard.press("/");
    const offered = await page.locator(".search [role=option] code").allInnerTexts();
    expect(offered).toEqual([
      "status:fails",
      "status:holds",
      "is:undeveloped",
      "owner:operator",
      'owner:"night shift"',
      "kind:risk",
      "type:goal",
      "type:evidence",
      "type:strategy",
    ]);
    await page.locator(".search [role=option]").first().click();
    expect(await page.locator(".search [role=option] b").allInnerTexts()).toEqual(["Sn1"]);
  });

  it("is asked by the counts in the bar", async () => {
    const page = await open(owned, { statuses });
    await page.getByRole("button", { name: "1 does not hold" }).click();
    expect(await page.getByRole("combobox", { name: "Search" }).inputValue()).toBe("status:fails");
    await expect.poll(() => page.locator(".node.found").count()).toBe(1);
  });

  it("finds Japanese words, in full or half width", async () => {
    const page = await open(japanese, { locale: "ja-JP" });
    expect(await found(page, "ＲＡＭ")).toEqual(["G2"]);
    expect(await found(page, "電源断")).toEqual(["S1", "G2", "Sn1"]);
  });
});
