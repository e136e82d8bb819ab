// A case's texts may be anybody's: none of them becomes markup, code, or a way out of its place.
import { describe, expect, it } from "vitest";
import type { CaseNode, DCase } from "../../src/assurance/index.ts";
import { browsing, chosen, hasBrowser } from "./browser.ts";

const { open, openHtml, html, asked, troubles } = browsing();

const texts = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "]]><x>&lt;&amp;&#x3c;",
  "\u2028 and \u2029 \u0000 \ud800 \ufeff",
  "safe \u202eevil\u202c \u2066x\u2069",
  "${alert(1)} {{7*7}} `backticks`",
  "Łódź 🎉 שלום العربية",
  "a\r\nb\tc",
];

/** What would change the texts around it, or is no letter. */
const unshown = new Set(["\u0000", "\r", "\ud800", "\ufeff", "\u202e", "\u202c", "\u2066", "\u2069"]);

const hostile: DCase = {
  module: { name: "</title><script>alert(1)</script>", brief: '"><img src=x onerror=alert(1)>', language: "en" },
  nodes: texts.map(
    (text, at): CaseNode => ({
      uid: `${text}-${at}`,
      label: at === 0 ? text : `G${at}`,
      type: "goal",
      text,
      owner: text,
      url: text,
      translations: { constructor: text, __proto__: text, ja: text },
      tags: [{ name: text, value: { [text]: text } }],
      attachments: [{ name: text, url: text, digest: text, mediaType: text }],
      layers: { [text]: text },
    }),
  ),
  edges: texts.slice(1).map((text, at) => ({
    kind: "supportedBy",
    from: `${texts[0]}-0`,
    to: `${text}-${at + 1}`,
    note: text,
  })),
};

describe.skipIf(!hasBrowser)("hostile texts (where chromium is installed)", () => {
  it("are shown as they are, and nothing of them runs or is loaded", async () => {
    const statuses = hostile.nodes.map(
      ({ uid, text }) => [uid, { mark: "fails", words: text, facts: [{ text }] }] as const,
    );
    const page = await open(hostile, { statuses, start: { detail: 2 } });
    expect(await page.title()).toBe("</title><script>alert(1)</script>");
    expect(await page.locator("h1").innerText()).toBe("</title><script>alert(1)</script>");
    expect(await page.locator("img, iframe, object, embed, link").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(2);
    for (const [at, text] of texts.entries()) {
      await page.locator(".stage").focus();
      await page.keyboard.press(at === 0 ? "Home" : at === 1 ? "ArrowDown" : "ArrowRight");
      await page.keyboard.press("Enter");
      const shown = await page.locator(".panel p.text").textContent();
      const expected = [...text].map((sign) => (unshown.has(sign) ? "\ufffd" : sign)).join("");
      expect(shown).toBe(expected);
    }
    await page.keyboard.press("/");
    await page.keyboard.type("script");
    expect(await page.locator(".search [role=option]").count()).toBeGreaterThan(0);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(".print article").count()).toBe(texts.length);
    expect(await page.locator("img, iframe, object, embed, link").count()).toBe(0);
    expect(asked()).toEqual([]);
  });

  it("do not leave the element that holds them, and the page has a policy against everything else", async () => {
    const page = html({ case: hostile, statuses: [], start: { language: '"><script>' } });
    expect(page.match(/<\/?script/g)).toEqual(["<script", "</script", "<script", "</script"]);
    expect(page).not.toMatch(/[\u2028\u2029\u202e\u2066]/);
    expect(page).toContain("default-src 'none'; script-src 'sha256-");
    expect(page).not.toContain("unsafe");
  });

  it("would not run, even if one became a script of the page", async () => {
    const whole = html({ case: hostile, statuses: [], start: {} });
    const broken = whole.replace("<noscript>", "<script>document.title = 'taken'</script><noscript>");
    const page = await openHtml(broken);
    expect(await page.title()).not.toBe("taken");
    expect(troubles().join()).toMatch(/Content Security Policy/);
  });

  it("may be as long as a book", async () => {
    const long = "word ".repeat(20_000);
    const whole: DCase = {
      module: { name: "Long" },
      nodes: [
        { uid: "a", label: "G1", type: "goal", text: long },
        { uid: "b", label: "x".repeat(100_000), type: "goal", text: "x".repeat(100_000), owner: long },
      ],
      edges: [{ kind: "supportedBy", from: "a", to: "b" }],
    };
    const page = await open(whole, { start: { detail: 2 } });
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect(await chosen(page)).toBe("G1");
    expect(((await page.locator(".panel p.text").textContent()) ?? "").length).toBe(long.length);
    expect((await page.locator("[role=treeitem][aria-selected=true]").innerText()).length).toBeLessThan(1000);
    expect((await page.locator(".node").first().textContent())?.length).toBeLessThan(5000);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBe(1280);
  });
});
