/** Whether a statement looks at the `$?` that the one ahead of it left (language 4). */

import type { Statement } from "../syntax/index.ts";
import { type AnyNode, walk } from "./walk.ts";

/** A failure ahead of such a statement is accepted: "the next statement of the block reads `$?`". */
export function readsStatusFirst(node: Statement): boolean {
  return look(node) === "reads";
}

type Look = "reads" | "replaces" | "neither";

/** Goes along what the statement does first, until `$?` is read or another command has replaced it. */
function look(node: AnyNode): Look {
  switch (node.kind) {
    case "if": {
      // The tree of an if: its branches are evaluated in order, but only one body.
      const { branches, otherwise } = node as Extract<Statement, { kind: "if" }>;
      for (const { condition, body } of branches) {
        const seen = look(condition);
        if (seen !== "neither") return seen;
        if (look(body) === "reads") return "reads";
      }
      return otherwise === undefined ? "neither" : look(otherwise);
    }
    case "block": {
      const { statements } = node as Extract<Statement, { kind: "block" }>;
      for (const statement of statements) {
        const seen = look(statement);
        if (seen !== "neither") return seen;
      }
      return "neither";
    }
    case "extension":
      return look((node as Extract<Statement, { kind: "extension" }>).lowered);
    default:
      return lookInto(node);
  }
}

function lookInto(root: AnyNode): Look {
  let seen: Look = "neither";
  walk(
    root,
    (node) => {
      if (node.kind === "function" || node.kind === "class" || node.kind === "closure") return "over";
      if (node.kind !== "status") return "into";
      seen = "reads";
      return "stop";
    },
    (node) => {
      // A pipeline replaces `$?` once its words are evaluated.
      if (!("stages" in node) && node.kind !== "capture") return "into";
      seen = "replaces";
      return "stop";
    },
  );
  return seen;
}
