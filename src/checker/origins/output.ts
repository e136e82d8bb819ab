/** Where the output of commands comes from: what they were given, files that they read, other hosts (faults 1.1). */

import { Origin } from "../../records/index.ts";
import type { Pipeline, Redirect, SimpleCommand, Stage, Statement, Word } from "../../syntax/index.ts";
import { staticName } from "../commands/names.ts";
import type { Context } from "../context.ts";
import { contentOf, fileOf, noteContent, noteWrites } from "./contents.ts";
import type { Term } from "./graph.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Programs whose output is their words, more or less. */
const passing = words("echo printf basename dirname realpath readlink");
/** Programs whose operands are files that they print, as a whole or in part. */
const readers = words(
  "cat tac head tail sort uniq cut nl rev fold paste join column fmt pr base64 zcat xzcat bzcat strings",
);
/** The same, behind a first operand that is no file. */
const searchers = words("grep egrep fgrep zgrep sed awk gawk mawk jq yq");

/** The origins of what statements print, once they are checked: always `output`, and what that was made of. */
export function originsOfOutput(context: Context, body: readonly Statement[]): Term {
  const { graph, outputs } = context.program;
  return body
    .flatMap((statement) => (statement.kind === "command" ? [statement.list] : []))
    .flatMap(({ first, rest }) => [first, ...rest.map(({ pipeline }) => pipeline)])
    .reduce((all, pipeline) => graph.join(all, outputs.get(pipeline) ?? 0), Origin.output as Term);
}

/** Follows what goes through a pipeline once its stages are checked: what each of them reads, prints and writes into files. */
export function followPipeline(context: Context, pipeline: Pipeline): void {
  const { graph, inputs, outputs } = context.program;
  let flows: Term = 0;
  for (const stage of pipeline.stages) {
    const reads = givenTo(context, stage) ?? flows;
    if (reads !== 0) inputs.set(stage, reads);
    // What is printed comes from any stage: a filter hands on what it is given.
    flows = graph.join(graph.join(madeOf(context, stage), reads), Origin.output);
    for (const { op, target } of stage.redirects)
      if (target !== undefined && (op === ">" || op === ">>" || op === ">="))
        noteContent(context, fileOf(context, target.parts), printedBy(context, stage, flows));
    if (stage.kind === "simple") noteWrites(context, stage, reads);
  }
  outputs.set(pipeline, flows);
}

/** What `echo` prints are its words alone. */
function printedBy(context: Context, stage: Stage, flows: Term): Term {
  const name = stage.kind === "simple" ? staticName(stage) : undefined;
  if (name === "echo" || name === "printf") return madeOf(context, stage);
  const isCopy = name === "cat" && stage.kind === "simple" && stage.words.length === 1;
  return isCopy ? (context.program.inputs.get(stage) ?? 0) : flows;
}

/** What redirections put on a stage's input; undefined where none does. */
function givenTo(context: Context, { redirects }: Stage): Term | undefined {
  const input = redirects.findLast(({ op }) => op === "<" || op === "text");
  return input?.target === undefined ? undefined : inputOf(context, input.op, input.target);
}

function inputOf(context: Context, op: Redirect["op"], target: Word): Term {
  if (op === "text") return context.program.words.get(target) ?? 0;
  return contentOf(context, fileOf(context, target.parts)) ?? Origin.file;
}

function madeOf(context: Context, stage: Stage): Term {
  if (stage.kind === "group") return originsOfOutput(context, stage.body.statements);
  const name = stage.role === "program" ? staticName(stage) : undefined;
  if (name === undefined) return 0;
  const { graph, words: terms } = context.program;
  if (passing.has(name))
    return stage.words.slice(1).reduce((all: Term, word) => graph.join(all, terms.get(word) ?? 0), 0);
  if (readers.has(name)) return heldBy(context, operandsOf(stage));
  if (searchers.has(name)) return heldBy(context, operandsOf(stage).slice(1));
  return context.file.table.find(name).network === true ? Origin.network : 0;
}

/** What files hold: what the script put there, or what somebody else did. */
function heldBy(context: Context, files: readonly Word[]): Term {
  return files.reduce(
    (all: Term, word) =>
      context.program.graph.join(all, contentOf(context, fileOf(context, word.parts)) ?? Origin.file),
    0,
  );
}

/** Words that are no options; the value of an option may be among them. */
function operandsOf({ words: all }: SimpleCommand): readonly Word[] {
  return all.slice(1).filter(({ parts: [part] }) => part?.kind !== "text" || !part.text.startsWith("-"));
}
