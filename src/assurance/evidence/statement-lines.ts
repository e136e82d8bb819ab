/** `NAME.evidence.jsonl`: a statement a line, to which lines are only added. */

import type { Json } from "../model/json.ts";
import { statementOf } from "./read-statement.ts";
import type { Statement } from "./statement.ts";

/** A statement and the line that it stands in; 1 is the first. */
export interface StatementLine {
  readonly statement: Statement;
  readonly line: number;
}

export interface StatementLines {
  /** In the order of the file. */
  readonly statements: readonly StatementLine[];
  /** Lines that are no statements of ours, each with a sentence. */
  readonly troubles: readonly { readonly line: number; readonly problem: string }[];
  /** Statements of other kinds, which are passed over. */
  readonly foreign: number;
}

/** UTF-16 units of a line. */
const longestLine = 4 * 2 ** 20;
const mostLines = 200_000;
const mostTroubles = 100;

/** Reads the file's text. Never throws: a line that is broken is told of, and the others count. */
export function statementsIn(text: string): StatementLines {
  const statements: StatementLine[] = [];
  const troubles: { line: number; problem: string }[] = [];
  let foreign = 0;
  let line = 0;
  const tell = (problem: string): void => {
    if (troubles.length < mostTroubles) troubles.push({ line, problem });
  };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    line += 1;
    if (line > mostLines) {
      tell(`the file has more than ${mostLines} lines: what follows is not read`);
      break;
    }
    const words =
      end - start > longestLine
        ? undefined
        : text
            .slice(start, end)
            .replace(/^\uFEFF/, "")
            .trim();
    start = end + 1;
    if (words === "") continue;
    if (words === undefined) {
      tell(`the line has more than ${longestLine / 2 ** 20} MB`);
      continue;
    }
    const value = jsonOf(words);
    if (value === undefined) {
      tell(newline === -1 ? "the line ends in its middle: its writer was interrupted" : "the line is not JSON");
      continue;
    }
    const reading = statementOf(value);
    if (reading.ok) statements.push({ statement: reading.statement, line });
    else if (reading.isForeign) foreign += 1;
    else tell(`the line is no statement: ${reading.problem}`);
  }
  return { statements, troubles, foreign };
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A statement as a line, with its newline. */
export function statementLine(value: Statement): string {
  return `${JSON.stringify(value)}\n`;
}
