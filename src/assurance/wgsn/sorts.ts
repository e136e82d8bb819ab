/** The letters that say what a node is, as AssureNote's two parsers know them (AssureNoteParser.java, and wgsn.js of 2015). */

import type { NodeKind, NodeType } from "../model/case.ts";

export interface Sort {
  /** What the line of such a node begins with when it is written. */
  readonly letter: string;
  readonly type: NodeType;
  readonly kind?: NodeKind;
}

const goal: Sort = { letter: "G", type: "goal" };
const strategy: Sort = { letter: "S", type: "strategy" };
const evidence: Sort = { letter: "E", type: "evidence" };
const context: Sort = { letter: "C", type: "context" };
const assumption: Sort = { letter: "A", type: "assumption" };
const justification: Sort = { letter: "J", type: "justification" };
/** AssureNote's "exception": what may go wrong, hung onto a node as a context is. */
const risk: Sort = { letter: "X", type: "context", kind: "risk" };
const monitor: Sort = { letter: "E", type: "evidence", kind: "monitor" };

const byLetter: Readonly<Record<string, Sort>> = {
  G: goal,
  S: strategy,
  E: evidence,
  C: context,
  A: assumption,
  J: justification,
  X: risk,
  R: risk,
  M: monitor,
  // ASN, from which WGSN comes, had words, and small letters.
  g: goal,
  s: strategy,
  e: evidence,
  c: context,
};

const byWord: Readonly<Record<string, Sort>> = {
  goal,
  strategy,
  evidence,
  solution: evidence,
  context,
  assumption,
  justification,
};

/** undefined where the letters say nothing. */
export function sortOf(letters: string): Sort | undefined {
  if (letters.length === 1) return Object.hasOwn(byLetter, letters) ? byLetter[letters] : undefined;
  const word = letters.toLowerCase();
  return Object.hasOwn(byWord, word) ? byWord[word] : undefined;
}

/** What a line must begin with so that it is read as a node of this type; a tag says what the letter does not. */
export function sortFor(type: NodeType, kind: NodeKind | undefined): Sort {
  switch (type) {
    case "goal":
    case "counterGoal":
      return goal;
    case "strategy":
      return strategy;
    case "evidence":
    case "counterEvidence":
      return evidence;
    case "context":
      return kind === "risk" ? risk : context;
    case "assumption":
      return assumption;
    case "justification":
      return justification;
  }
}

/** Whether a node hangs onto another one, and is no step of the argument. */
export function isBeside(type: NodeType): boolean {
  return type === "context" || type === "assumption" || type === "justification";
}
