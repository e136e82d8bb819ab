/** What a message says to write is itself valid: each fix of the corpus is read as a statement, a value, a word or a line's part. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/syntax/index.ts";
import { createSource, decodeUtf8 } from "../../src/text/index.ts";

const folder = new URL("../corpus/syntax/diagnostics/", import.meta.url);

/** The names that the fixes of the corpus speak of, so that commands and values are told apart as they would be there. */
const declared = "a all arr c code count f first from i m n name now ns s sum today words x y z"
  .split(" ")
  .map((name) => `int ${name} = 1\n`)
  .join("");

/** What stands in backticks behind "write" or a colon, with something in place of each `…`. */
function snippetsOf(hint: string): readonly string[] {
  return [...hint.matchAll(/(?:write|: |then) ?`((?:[^`\\]|\\.)+)`/g)].map(([, text = ""]) =>
    text.replace(/\{ … \}/g, "{ }").replace(/…/g, "q9"),
  );
}

/** Only what begins as a part of a word is tried as one: among words nearly everything is valid. */
function isValid(text: string): boolean {
  const asWord = [`echo ${text}`, `echo "${text}"`, `cat ${text}\na\n`, `echo a ${text} cat`];
  const asCode = [
    text,
    `${text} { }`,
    `var q = ${text}`,
    `try { } ${text} { }`,
    `switch (1) { ${text} }`,
    `argue "q9" { ${text} }`,
  ];
  const frames = /^[$'"<>&\\%*{|]|^2>/.test(text) ? [...asWord, ...asCode] : asCode;
  // Pragmas stand ahead of all else.
  const texts = [`${text}\n`, ...frames.map((frame) => `${declared}${frame}\n`)];
  return texts.some((each) => parse(createSource("fix.dscript", each)).diagnostics.length === 0);
}

describe("each fix of the syntax's cases is valid", () => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".dscript"))) {
    it(name.slice(0, -".dscript".length), () => {
      const text = decodeUtf8(readFileSync(new URL(name, folder)));
      const { diagnostics } = parse(createSource(name, text));
      const wrong = diagnostics.flatMap(({ hint }) => snippetsOf(hint ?? "").filter((snippet) => !isValid(snippet)));
      expect(wrong).toEqual([]);
    });
  }
});
