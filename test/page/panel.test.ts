// What a case's page tells of a node, and where its links lead.
import { describe, expect, it } from "vitest";
import type { PageData } from "../../src/page/index.ts";
import { caseOf, edges, everything, node } from "../assurance/picture/cases.ts";
import { browsing, chosen, clickNode, hasBrowser } from "./browser.ts";

const { open } = browsing();

const told = {
  ...caseOf(
    "Told",
    [
      node("G1", "goal", "Logs are kept", {
        owner: "operator",
        validUntil: "2027-03-31",
        url: "https://example.org/why",
        undeveloped: true,
        translations: { ja: "ログが残る" },
        tags: [{ name: "PEAK", value: "Thu 14:40" }],
        parameters: [{ name: "DAYS", type: "Int", value: 30, range: [7, 90], says: "how long" }],
        attachments: [
          { name: "report.pdf", url: "https://example.org/report.pdf", mediaType: "application/pdf" },
          { name: "notes.txt", digest: "sha256:00" },
          { name: "trap", url: "javascript:alert(1)" },
        ],
        layers: { rationale: "asked for by law" },
        claimPoints: [{ name: "ACP1", at: ["G1"] }],
      }),
      node("Sn1", "evidence", "Their count", {
        evidence: {
          by: "test",
          of: "logs.dscript",
          maxAge: "30d",
          expects: {
            kind: "compare",
            is: ">=",
            left: { kind: "field", path: "days" },
            right: { kind: "value", value: 30 },
          },
        },
      }),
      node("C1", "context", "All servers"),
      node("CG1", "counterGoal", "A disk was full in May"),
      node("O1", "goal", "The night shift", { kind: "external", url: "mailto:night@example.org" }),
    ],
    [
      ...edges("G1 > Sn1", "G1 @ C1", "CG1 ! G1", "O1 = G1"),
      { kind: "supportedBy" as const, from: "u-G1", to: "u-G9", optional: true, note: "next year" },
    ],
  ),
};
const statuses: PageData["statuses"] = [
  [
    "u-Sn1",
    {
      mark: "stale",
      words: "40 days old",
      translations: { ja: "40 日前" },
      facts: [{ text: "2026-10-17: passed", translations: { ja: "2026-10-17: 合格" } }],
    },
  ],
];

describe.skipIf(!hasBrowser)("the panel (where chromium is installed)", () => {
  it("tells everything that is known of a node", async () => {
    const page = await open(told, { statuses });
    await clickNode(page, "G1");
    expect(await page.locator(".panel").innerText()).toMatchInlineSnapshot(`
      "G1
      Goal

      Logs are kept

      undeveloped

      fold
      only this and below
      copy a link to it
      owner
      operator
      holds until
      2027-03-31
      parameters
      DAYS
      30 (7 – 90): how long
      tags
      PEAK
      Thu 14:40
      attachments
      report.pdf
      application/pdf
      notes.txt
      sha256:00
      trap
      link
      https://example.org/why
      claim points
      ACP1
      G1
      rationale
      asked for by law
      supported by
      2
      Sn1
      Their count
      u-G9
      not in this case, optional, next year
      in context of
      1
      C1
      All servers
      is challenged by
      1
      CG1
      A disk was full in May
      somebody is responsible
      1
      O1
      The night shift
      in other languages
      日本語

      ログが残る"
    `);
    await clickNode(page, "Sn1");
    expect(await page.locator(".panel").innerText()).toMatchInlineSnapshot(`
      "Sn1
      Evidence

      too old
      40 days old

      Their count

      copy a link to it

      2026-10-17: passed

      evidence
      made by
      test
      which one
      logs.dscript
      greatest age
      30d
      expects
      days >= 30
      supports
      1
      G1
      Logs are kept"
    `);
  });

  it("leads out only to the web and to mail programs", async () => {
    const page = await open(told);
    await clickNode(page, "G1");
    const links = await page
      .locator(".panel a[target]")
      .evaluateAll((list) => list.map((link) => [link.getAttribute("href"), link.getAttribute("rel")]));
    const rel = "noopener noreferrer";
    expect(links).toEqual([
      ["https://example.org/report.pdf", rel],
      ["https://example.org/why", rel],
    ]);
    expect(await page.locator(".panel .address", { hasText: "trap" }).evaluate(({ tagName }) => tagName)).toBe("SPAN");
    await clickNode(page, "O1");
    expect(await page.locator(".panel a[target]").getAttribute("href")).toBe("mailto:night@example.org");
  });

  it("leads to other nodes, and the browser's way back leads here again", async () => {
    const page = await open(everything);
    await clickNode(page, "S1");
    await page.locator(".relations a", { hasText: "G3" }).click();
    expect(await chosen(page)).toBe("G3");
    await page.locator(".relations a", { hasText: "CG1" }).click();
    expect(await chosen(page)).toBe("CG1");
    await page.goBack();
    await expect.poll(() => chosen(page)).toBe("G3");
    await page.goBack();
    await expect.poll(() => chosen(page)).toBe("S1");
    await page.goForward();
    await expect.poll(() => chosen(page)).toBe("G3");
  });

  it("tells challenges of relations, responsibilities, and nodes that are not there", async () => {
    const page = await open(everything);
    const titles = async (label: string): Promise<readonly string[]> => {
      await page.evaluate((hash) => location.replace(hash), `#${label}`);
      await expect.poll(() => page.locator(".panel h2").innerText()).toContain(label);
      return page.locator(".relations").evaluateAll((lists) =>
        lists.map((list) => {
          const labels = [...list.querySelectorAll("b")].map((each) => each.textContent);
          return `${list.previousElementSibling?.firstChild?.textContent}: ${labels.join(" ")}`;
        }),
      );
    };
    expect(await titles("G2")).toEqual([
      "supports: S1",
      "supported by: M1 K1 Sn1 Sn2",
      "its relations are challenged by: CG2",
    ]);
    expect(await titles("CG2")).toEqual(["challenges: G2 Sn1"]);
    expect(await titles("M1")).toEqual(["supports: G2", "somebody is responsible: O1"]);
    await page.locator(".relations a", { hasText: "G2" }).click();
    expect(await titles("S2")).toEqual(["supports: G1", "supported by: P1 u-G7 u-G8"]);
    await page.locator(".relations a", { hasText: "u-G7" }).click();
    expect(await page.locator(".panel h2").innerText()).toContain("not in this case");
  });

  it("shows values in the places of their names, in the picture, the panel and the search", async () => {
    const filled = caseOf(
      "Filled",
      [
        node("G1", "goal", "[USERS] can work", {
          translations: { ja: "[USERS] 人が使える" },
          parameters: [
            { name: "USERS", type: "Int", value: 40, says: "at once", translations: { ja: "同時に使う人数" } },
          ],
        }),
      ],
      [],
    );
    const page = await open(filled, { hash: "#G1" });
    expect(await page.locator(".panel .text").innerText()).toBe("40 can work");
    expect(await page.locator(".panel .other p").innerText()).toBe("40 人が使える");
    expect(await page.locator(".node").first().textContent()).toContain("40 can work");
    const japanese = await open(filled, { hash: "#G1&lang=ja&find=40 人" });
    expect(await japanese.locator(".panel").innerText()).toContain("同時に使う人数");
    expect(await japanese.locator(".search").innerText()).toContain("1");
  });

  it("folds, unfolds, shows a part, and copies a link", async () => {
    const page = await open(told);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await clickNode(page, "G1");
    await page.getByRole("button", { name: "fold", exact: true }).click();
    await expect.poll(() => page.locator(".node").count()).toBe(3);
    await page.getByRole("button", { name: "unfold", exact: true }).click();
    await page.getByRole("button", { name: "only this and below" }).click();
    expect(await page.locator(".crumbs").innerText()).toContain("G1");
    await page.locator(".panel").getByRole("button", { name: "copy a link to it" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\.html#G1$/);
  });

  it("shows a thousand children in parts", async () => {
    const labels = Array.from({ length: 1000 }, (_, at) => `Sn${at + 1}`);
    const wide = caseOf(
      "Wide",
      [node("G1", "goal", "All servers answer"), ...labels.map((label) => node(label, "evidence", `${label} answers`))],
      edges(`G1 > ${labels.join(" ")}`),
    );
    const page = await open(wide, { hash: "#G1" });
    expect(await page.locator(".relations li").count()).toBe(60);
    await page.getByRole("button", { name: "show 940 more" }).click();
    expect(await page.locator(".relations li").count()).toBe(1000);
  });
});
