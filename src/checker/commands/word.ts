/** A word: its pieces must print, and an array stands by itself (language 3). */

import { Origin, showType, types } from "../../records/index.ts";
import type { ExpressionPart, Word } from "../../syntax/index.ts";
import { adviseText } from "../case/looks-like.ts";
import type { Context, WordValue } from "../context.ts";
import type { Term } from "../origins/graph.ts";
import { writtenText } from "../origins/places.ts";
import type { Value } from "../program-state.ts";
import { printable, textOf } from "../values.ts";

const none: readonly Term[] = [];

export function checkWord(context: Context, word: Word, several = false): WordValue {
  const { graph } = context.program;
  let origins: Term = 0;
  let isArray = false;
  let leading: Term[] | undefined;
  let atStart = true;
  for (const part of word.parts) {
    switch (part.kind) {
      case "text":
        origins = graph.join(
          origins,
          part === word.parts[0] ? writtenText(part.text.replace(/^--?[\w-]+=/, "")) : Origin.literal,
        );
        if (part.text !== "") atStart = false;
        adviseText(context, part);
        break;
      case "glob":
      case "tilde":
        // What a glob finds is named by the file system, but whoever wrote the pattern asked for it; a match with "-" ahead is passed as `./-x`.
        origins = graph.join(origins, part.kind === "glob" ? Origin.literal : Origin.environment);
        atStart = false;
        break;
      case "expression": {
        let value = context.expression(part.expression, types.String);
        if (value.type.kind === "array") isArray = arrayPart(context, word, part, value, several) || isArray;
        else value = printable(context, part.expression, value);
        origins = graph.join(origins, value.origins);
        if (atStart) {
          leading ??= [];
          leading.push(value.origins);
        }
        break;
      }
    }
  }
  if (word.parts.length === 0) origins = Origin.literal;
  context.program.words.set(word, origins);
  context.program.homes.set(word, context.file);
  return { isArray, origins, leading: leading ?? none };
}

/** Whether an array may stand here: it gives one argument an element. */
function arrayPart(context: Context, word: Word, part: ExpressionPart, value: Value, several: boolean): boolean {
  const joined = word.parts.length > 1 || part.quoted;
  if (value.type.kind === "array" && value.type.element.kind === "String" && several && !joined) return true;
  if (value.type.kind === "array" && value.type.element.kind === "unknown") return several && !joined;
  if (value.type.kind === "array" && value.type.element.kind !== "String") {
    const name = textOf(context, part.expression);
    context.report("DS2109", part, {
      type: showType(value.type),
      hint: `take each by itself: \`for (var x in ${name}) { … }\``,
    });
    return false;
  }
  // `$a[0]` takes the name only: the rest is text.
  const index = /^\[[^\]\n]{0,40}\]/.exec(context.file.source.text.slice(part.end, part.end + 42))?.[0];
  const isBare = context.file.source.text.charAt(part.start + 1) !== "{";
  context.report("DS2502", part, {
    type: showType(value.type),
    joined: several || joined,
    name: textOf(context, part.expression),
    index: isBare ? index : undefined,
  });
  return false;
}
