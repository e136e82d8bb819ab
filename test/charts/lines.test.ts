// Lines that are filled in numbers are those that the rule gives, whatever the text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { exactWidth, Lines, type Measure, Pieces, textWidth, wrapped } from "../../src/charts/index.ts";
import { widthsByRule, wrappedByRule } from "./lines-by-rule.ts";

const parts = [
  ..." \n\t\u00a0\u3000-/_.,:=&aWi9é「」（）。、ー“”‘’〝監視停止障害サーバはがのしないABㅏ각😀𠮷\ud83d\0",
  "  ",
  "\n\n",
  "the server",
  "answers",
  "https://example.org/a-long-path?of=it",
  "監視サーバが停止しないこと",
  "24時間",
  "“quoted”",
  "w".repeat(40),
  "長".repeat(20),
];
const texts = fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((all) => all.join(""));
const measures = fc.constantFrom<Measure>(exactWidth, textWidth, (text, size) => text.length * size);

test("lines of a text are the same by numbers and by the rule", { timeout: 60_000 }, () => {
  // One of each for all texts, as whoever lays a case out has it.
  const [pieces, lines] = [new Pieces(), new Lines()];
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 8, max: 400 }),
      fc.integer({ min: 1, max: 9 }),
      measures,
      (text, room, most, measure) => {
        expect(wrapped(text, 13, room, most, measure)).toEqual(wrappedByRule(text, 13, room, most, measure));
        lines.fill(pieces.read(text, 13, measure), room);
        expect(lines.widths.slice(0, lines.count)).toEqual(widthsByRule(text, 13, room, measure));
      },
    ),
    { numRuns: 5000 },
  );
});
