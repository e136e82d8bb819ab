// PDF is made here, with our own font in it.
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Page, type Part, themes } from "../../src/charts/index.ts";
import { pdfRoom, toPdf } from "../../src/pictures/index.ts";

const words = (text: string): Part => ({
  kind: "text",
  x: 10,
  y: 40,
  size: 13,
  text,
  ink: "ink",
  anchor: "start",
  width: 60,
});

const page = (title: string, more: Partial<Page> = {}, parts: readonly Part[] = []): Page => ({
  title,
  foot: "",
  width: 400,
  height: 200,
  groups: [{ left: 5, top: 5, parts }],
  links: [],
  ...more,
});

async function made(...pages: readonly Page[]) {
  const { bytes, missing } = await toPdf("履修登録", pages, themes.light, new Date(0));
  const text = Buffer.from(bytes).toString("latin1");
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = ""]) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return { bytes, missing, text, streams };
}

describe("a PDF", () => {
  test("has a page for each one that is given, on A4, landscape", async () => {
    const { text } = await made(page("One"), page("Two"), page("Three"));
    expect(text.startsWith("%PDF-1.")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(text.match(/\/MediaBox \[0 0 841.89 595.28\]/g)).toHaveLength(3);
  });

  test("holds the letters that it needs, of our font only, and says which text they are", async () => {
    const { text, bytes, streams } = await made(page("One", {}, [words("障害 web1")]));
    expect(text).toMatch(/\/FontName \/\w+\+SawarabiGothic-Regular/);
    expect(text).not.toContain("Helvetica");
    expect(text).toContain("/FontFile2");
    expect(bytes.length).toBeLessThan(40_000);
    // The map to Unicode (ISO 32000-1, 9.10.3) has both kanji.
    const map = streams.find((stream) => stream.includes("beginbfrange") || stream.includes("beginbfchar"));
    expect(map).toContain("969c");
    expect(map).toContain("5bb3");
  });

  test("says which letters the font does not have", async () => {
    expect((await made(page("한", {}, [words("a 😀 b")]))).missing).toEqual(["한", "😀"]);
    expect((await made(page("One"))).missing).toEqual([]);
  });

  test("has bookmarks below each other, and links from page to page", async () => {
    const { text } = await made(
      page("One", { links: [{ left: 0, top: 0, width: 10, height: 10, page: 2 }] }),
      page("Two", { above: 1, note: { text: "continued from page 1", page: 1 } }),
    );
    expect(text.match(/\/Subtype \/Link/g)).toHaveLength(2);
    expect(text).toContain("/Outlines");
    expect(text.match(/\/Title /g)).toHaveLength(3);
  });

  test("is the same every time", async () => {
    const [one, other] = [await made(page("One")), await made(page("One"))];
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).toBe(0);
  });

  test("draws every kind of part, larger drawings smaller", async () => {
    const look = { fill: "calm ground", line: "calm", thick: 2, dash: [3, 2], round: true } as const;
    const { streams } = await made(
      page("One", { width: pdfRoom.width * 4, height: 10 }, [
        { kind: "rect", x: 0, y: 0, width: 10, height: 10, radius: 3, ...look },
        { kind: "ellipse", x: 20, y: 20, rx: 5, ry: 5, ...look },
        { kind: "path", d: "M0 0L10 10", at: { x: 1, y: 2, scale: 0.5 }, ...look },
        { ...words("bold"), kind: "text", bold: true } as Part,
      ]),
    );
    const [drawn = ""] = streams;
    expect(drawn).toContain("0.25 0 0 0.25 0 0 cm");
    expect(drawn).toContain("[3 2] 0 d");
    expect(drawn).toContain("2 Tr");
  });
});
