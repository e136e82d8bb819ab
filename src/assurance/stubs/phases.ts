/** Which part of a script a node of a case is: by the uid that a draft from a script gave it, a tag, or how a strategy begins. */

import type { CaseNode } from "../model/case.ts";

/** When the goals of a strategy are reached: ahead of the others, beside each other, behind the others. */
export type Phase = "pre" | "post" | "concurrent" | "none";

/** A part of a task or plan that a goal stands for. */
export type Clause = "pre" | "post" | "undo" | "irreversible" | "failure" | "undo-failure" | "watching";

const clauses: readonly Clause[] = ["pre", "post", "undo", "irreversible", "failure", "undo-failure", "watching"];

/** `pre:copy_to_ram` is the condition ahead of a task. */
export function clauseOf({ uid }: CaseNode): Clause | undefined {
  const [kind] = uid.split(":");
  return clauses.find((each) => each === kind && (uid.includes(":") || each === "watching"));
}

const beginnings: readonly (readonly [Phase, RegExp])[] = [
  ["pre", /^\s*(?:pre|pre-?conditions?|before|ahead)(?![\p{L}\p{N}])|^\s*(?:事前|前提条件)/iu],
  ["post", /^\s*(?:post|post-?conditions?|after|afterwards)(?![\p{L}\p{N}])|^\s*(?:事後|事後条件)/iu],
  [
    "concurrent",
    /^\s*(?:concurrent(?:ly)?|parallel|in parallel|side by side)(?![\p{L}\p{N}])|^\s*(?:並行|並列|同時)/iu,
  ],
];

/** The tag `phase`, or the first word of the text. */
export function phaseOf({ text, tags }: CaseNode): Phase | undefined {
  const tag = tags?.find(({ name }) => name === "phase")?.value;
  const said = beginnings.find(([phase]) => phase === tag);
  return (said ?? beginnings.find(([, words]) => words.test(text)))?.[0];
}

/** `copy_to_ram` of `task:copy_to_ram`. */
export function nameInUid({ uid }: CaseNode): string | undefined {
  return /^(?:task|plan):([A-Za-z_][A-Za-z0-9_]*)$/.exec(uid)?.[1];
}
