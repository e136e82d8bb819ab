// Writes src/charts/text/advances.ts: how wide the letters of the font are that comes with D-Script. Usage: tsx tools/advances.ts
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const font = readFileSync(
  createRequire(import.meta.url).resolve("@expo-google-fonts/sawarabi-gothic/400Regular/SawarabiGothic_400Regular.ttf"),
);
/** Latin, Greek, Cyrillic; Vietnamese; punctuation, arrows, mathematics; boxes and signs. All behind is full width. */
const blocks = [
  [0x20, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
  [0x2500, 0x27bf],
] as const;

const tables = tableOffsets();
const perEm = font.readUInt16BE(tableAt("head") + 18);
const metrics = font.readUInt16BE(tableAt("hhea") + 34);
const glyphs = glyphsByCode();

const runs: { first: number; widths: string[] }[] = [];
for (const [first, last] of blocks)
  for (let code = first; code <= last; code += 1) {
    const glyph = glyphs.get(code);
    if (glyph === undefined) continue;
    const thousandths = Math.round((1000 * advanceOf(glyph)) / perEm);
    const run = runs.at(-1);
    const text = thousandths.toString(36).padStart(2, "0");
    if (run !== undefined && run.first + run.widths.length === code) run.widths.push(text);
    else runs.push({ first: code, widths: [text] });
  }

const rows = runs.map(({ first, widths }) => `  [0x${first.toString(16)}, "${widths.join("")}"],`);
writeFileSync(
  new URL("../src/charts/text/advances.ts", import.meta.url),
  `/** How wide the letters of Sawarabi Gothic are. Made by tools/advances.ts from the font's tables \`cmap\` and \`hmtx\`; not written by hand. */

/** Runs of characters: the first one's code, and two digits of base 36 each for thousandths of the font's size. */
export const advances: readonly (readonly [first: number, widths: string])[] = [
${rows.join("\n")}
];
`,
);

function tableOffsets(): ReadonlyMap<string, number> {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const start = 12 + at * 16;
      return [font.toString("latin1", start, start + 4), font.readUInt32BE(start + 8)];
    }),
  );
}

function tableAt(name: string): number {
  const offset = tables.get(name);
  if (offset === undefined) throw new Error(`the font has no table ${name}`);
  return offset;
}

/** OpenType, `hmtx`: glyphs behind the last metric have its width. */
function advanceOf(glyph: number): number {
  return font.readUInt16BE(tableAt("hmtx") + 4 * Math.min(glyph, metrics - 1));
}

/** OpenType, `cmap`, format 4: segments of codes. */
function glyphsByCode(): ReadonlyMap<number, number> {
  const start = tableAt("cmap");
  const count = font.readUInt16BE(start + 2);
  const subtables = Array.from({ length: count }, (_, at) => start + font.readUInt32BE(start + 8 + at * 8));
  const table = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error("the font has no table of characters in format 4");
  const segments = font.readUInt16BE(table + 6) / 2;
  const found = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const end = font.readUInt16BE(table + 14 + segment * 2);
    const at = table + 16 + segments * 2 + segment * 2;
    const first = font.readUInt16BE(at);
    const delta = font.readInt16BE(at + segments * 2);
    const offsetAt = at + segments * 4;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = first; code <= end && code < 0xffff; code += 1) {
      const named = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + (code - first) * 2);
      const glyph = named === 0 ? 0 : (named + delta) & 0xffff;
      if (glyph !== 0) found.set(code, glyph);
    }
  }
  return found;
}
