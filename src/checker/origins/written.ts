/** What a script itself has written into a file, and reads from there: it comes from where that came from (faults 1.1). */

import { Origin } from "../../records/index.ts";
import type { Expression, SimpleCommand, Word } from "../../syntax/index.ts";
import { staticName, staticText } from "../commands/names.ts";
import type { Context } from "../context.ts";
import type { Term } from "./graph.ts";

/** The node of what is written to a path, by how the script writes that path. */
export function contentAt({ program }: Context, key: string): Term {
  if (key === "") return 0;
  const found = program.written.get(key) ?? program.graph.node();
  program.written.set(key, found);
  return found;
}

/** The same of a variable that the script exports; no path is written so. */
export function exportedKey(name: string): string {
  return `\0${name}`;
}

/** A path as the script writes it, without quotes: `$name` for a variable alone. */
export function keyOfWord({ file }: Context, word: Word): string {
  return keyOf(file.source.text.slice(word.start, word.end));
}

export function keyOfExpression({ file }: Context, node: Expression): string {
  const text = file.source.text.slice(node.start, node.end);
  return keyOf(node.kind === "name" ? `$${text}` : text);
}

function keyOf(text: string): string {
  return text.replace(/["']/g, "").replace(/\$\{(\w+)\}/g, "$$$1");
}

const outputOptions: Readonly<Record<string, ReadonlySet<string>>> = {
  curl: new Set(["-o", "--output"]),
  wget: new Set(["-O", "--output-document"]),
};

/** Notes what a pipeline writes into files: by its redirections, by `tee`, and by what a download is told to. */
export function noteWritten(context: Context, stages: readonly SimpleCommand[], made: () => Term): void {
  const targets = stages.flatMap((stage) => [
    ...stage.redirects.flatMap(({ op, target }) =>
      target !== undefined && (op === ">" || op === ">>" || op === ">=") ? [target] : [],
    ),
    ...written(stage),
  ]);
  if (targets.length === 0) return;
  const term = context.program.graph.join(Origin.output, made());
  for (const target of targets) context.program.graph.flow(term, contentAt(context, keyOfWord(context, target)));
}

function written(stage: SimpleCommand): readonly Word[] {
  const name = staticName(stage) ?? "";
  if (name === "tee") return stage.words.slice(1).filter((word) => staticText(word)?.startsWith("-") !== true);
  const options = outputOptions[name];
  if (options === undefined) return [];
  return stage.words.filter((_, at) => {
    const ahead = stage.words[at - 1];
    return ahead !== undefined && options.has(staticText(ahead) ?? "");
  });
}
