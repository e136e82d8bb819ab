/** Loops as what is done again and again. */

import type {
  DoStatement,
  ForInStatement,
  ForStatement,
  RetryStatement,
  Statement,
  WhileStatement,
} from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";
import type { LoopStep, Step } from "../model.ts";
import { codeText } from "./code.ts";

type Loop = Pick<LoopStep, "kind" | "variable" | "over" | "atMost" | "code" | "steps">;

export function loopOf(
  source: SourceFile,
  node: ForInStatement | ForStatement | WhileStatement | DoStatement | RetryStatement,
  inner: (statements: readonly Statement[]) => readonly Step[],
): Loop {
  const steps = inner([node.body]);
  if (node.kind !== "for-in") {
    const head = { start: node.start, end: node.kind === "do" ? node.start + 2 : node.body.start };
    return { kind: "loop", variable: "", over: "", code: codeText(source, head), steps };
  }
  const { name, iterable, atMost } = node;
  // What stands in the text has its end there.
  const most =
    atMost !== undefined
      ? codeText(source, atMost)
      : iterable.kind === "array"
        ? String(iterable.elements.length)
        : undefined;
  return {
    kind: "loop",
    variable: name.name,
    over: codeText(source, iterable),
    ...(most === undefined ? {} : { atMost: most }),
    steps,
  };
}
