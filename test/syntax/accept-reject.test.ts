/** The table of texts and verdicts that comes with the language, where it lies beside this checkout. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CommandStatement, parse, type Statement, staticText } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

const table = new URL("../../../shared/design/accept-reject.tsv", import.meta.url);

interface Row {
  readonly text: string;
  readonly verdict: string;
  readonly meaning: string;
}

function readRows(): readonly Row[] {
  return readFileSync(table, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [text = "", verdict = "", meaning = ""] = line.split("\t");
      return { text: text.replace(/\\([n\\])/g, (_, letter) => (letter === "n" ? "\n" : "\\")), verdict, meaning };
    });
}

/** Errors that need types, scopes or the machine: the checker's. */
const checkersOwn = ["`n` is not declared", "nearest: print", "is not found", ".status", "word by itself", "env.HOME"];

function isParsersOwn(row: Row): boolean {
  return row.verdict === "error" && !checkersOwn.some((part) => row.meaning.includes(part));
}

function lastOf(text: string): { readonly statement: Statement | undefined; readonly codes: readonly string[] } {
  const { script, diagnostics } = parse(createSource("row.dscript", text));
  return { statement: script.statements.at(-1), codes: diagnostics.map((one) => one.code) };
}

/** The words of a plain command, as far as the text alone gives them. */
function wordsOf(statement: CommandStatement): readonly (string | undefined)[] {
  const stage = statement.list.first.stages[0];
  return stage?.kind === "simple" ? stage.words.map((word) => staticText(word)) : [];
}

if (!existsSync(table)) {
  it("is not there, so its rows are checked by the corpus alone", () => expect(existsSync(table)).toBe(false));
} else {
  describe("each row of the table is what it says", () => {
    for (const row of readRows()) {
      it(JSON.stringify(row.text), () => {
        const { statement, codes } = lastOf(row.text);
        if (isParsersOwn(row)) expect(codes).toHaveLength(1);
        else expect(codes).toEqual([]);
        if (row.verdict === "code") expect(statement?.kind).not.toBe("command");
        if (row.verdict === "command") expect(["command", "cd"]).toContain(statement?.kind);
        if (row.verdict === "command" && /^[^ ]+(\|[^ ]*)+$/.test(row.meaning) && statement?.kind === "command") {
          const words = wordsOf(statement);
          if (words.every((word) => word !== undefined)) expect(words.join("|")).toBe(row.meaning);
        }
      });
    }
  });
}
