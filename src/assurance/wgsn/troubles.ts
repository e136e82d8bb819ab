/** What is said of a WGSN text that is wrong. */

import type { Span } from "../../text/index.ts";
import type { Trouble } from "../model/reading.ts";
import { mostCharacters, mostNodes, mostRevisions } from "./limits.ts";

export function tooLong(length: number): Trouble {
  return {
    code: "FIL-06",
    message: `the text has ${length} characters; at most ${mostCharacters} are read`,
    help: "leave out old revisions: each is a part from `*=====` to the next",
  };
}

export function tooMany(nodes: boolean, span: Span): Trouble {
  return {
    code: "FIL-06",
    message: nodes
      ? `the text has more than ${mostNodes} nodes in all its revisions`
      : `the text has more than ${mostRevisions} revisions`,
    span,
    help: "leave out old revisions: each is a part from `*=====` to the next",
  };
}

export function noNode(span: Span, isEmpty: boolean): Trouble {
  return {
    code: "FIL-11",
    message: isEmpty ? "the text is empty: it has no node" : "no node stands in this revision",
    span,
    help: "a case begins with its top goal: `* G1`, and what it says on the next line",
  };
}

export function brokenRevision(line: string, span: Span): Trouble {
  return {
    code: "FIL-01",
    message: `\`${line}\` says nothing of a revision`,
    span,
    help: "write it as `#3::2027-03-31T09:00:00+0900;author;role;process`; `-` stands for what is not known",
  };
}

export function brokenTime(time: string, span: Span): Trouble {
  return {
    code: "FIL-01",
    message: `\`${time}\` is no time`,
    span,
    help: "write it as `2027-03-31T09:00:00+0900`, or `-` where it is not known",
  };
}

export function brokenNumber(number: string, span: Span): Trouble {
  return {
    code: "FIL-01",
    message: `\`${number}\` is no number of a revision`,
    span,
    help: "a revision has a whole number from 0 to 999999999",
  };
}

export function unknownNode(line: string, span: Span): Trouble {
  return {
    code: "FIL-05",
    message: `\`${line}\` is no node: behind its stars stands one of G, S, E, C, A, J, M, R and X`,
    span,
    help: "a line of text that begins with a star is written with `\\\\` ahead of it",
  };
}

/** `deepest`: stars of what stands ahead; `G2` may have one more than a goal there, and `E1` as many. */
export function noParent(name: string, isGoal: boolean, depth: number, deepest: number, span: Span): Trouble {
  if (deepest === 0)
    return {
      code: "FIL-01",
      message: `the first node has ${depth} stars`,
      span,
      help: "the top goal has one star",
    };
  return {
    code: "FIL-01",
    message: `${name} has ${depth} stars, but nothing that it could stand beneath is so deep`,
    span,
    help: `a goal has one star more than the goal that it supports, everything else as many as its goal: here at most ${
      isGoal ? deepest + 1 : deepest
    }`,
  };
}

export function brokenUid(uid: string, span: Span): Trouble {
  return {
    code: "FIL-01",
    message: `\`&${uid}\` is no uid`,
    span,
    help: "a uid has hexadecimal digits, `&3e49efa`; leave it out, and one is made",
  };
}

export function uidTwice(uid: string, other: string, span: Span): Trouble {
  return {
    code: "FIL-08",
    message: `two nodes of this revision have the uid \`${uid}\`; this one is read as \`${other}\``,
    span,
    help: "give it a uid of its own where its history counts",
  };
}

export function revisionTwice(number: number, span: Span): Trouble {
  return {
    code: "FIL-02",
    message: `revision ${number} stands twice in this text`,
    span,
    help: "give one of them a number of its own, in `#N::` and in `Revision:: N`",
  };
}

export function revisionMismatch(number: number, other: number, span: Span): Trouble {
  return {
    code: "FIL-02",
    message: `this revision is number ${number} in one line and ${other} in another`,
    span,
    help: "`#N::` and `Revision:: N` have the same number",
  };
}

export function revisionMissing(number: number, span: Span): Trouble {
  return {
    code: "FIL-09",
    message: `revision ${number}, to which nodes refer, is not in this text`,
    span,
    help: "what is known is read; who wrote these nodes is not",
  };
}

export function outside(line: string, span: Span): Trouble {
  return {
    code: "FIL-08",
    message: `\`${line}\` stands ahead of the first node and is left out`,
    span,
    help: "ahead of the first node stand `#N::…` and tags, `Name:: value`",
  };
}
