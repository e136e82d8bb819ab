/** Where the output of commands comes from: what they were given, files that they read, other hosts (faults 1.1). */

import { Origin } from "../../records/index.ts";
import type { CommandList, SimpleCommand, Statement } from "../../syntax/index.ts";
import { staticName } from "../commands/names.ts";
import type { Context } from "../context.ts";
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
  const { graph } = context.program;
  return body
    .flatMap((statement) => (statement.kind === "command" ? commandsOf(statement.list) : []))
    .reduce((all, command) => graph.join(all, madeOf(context, command)), Origin.output as Term);
}

/** What is printed comes from any stage: a filter hands on what it is given. */
function commandsOf({ first, rest }: CommandList): readonly SimpleCommand[] {
  return [first, ...rest.map(({ pipeline }) => pipeline)].flatMap(({ stages }) =>
    stages.flatMap((stage) => (stage.kind === "simple" && stage.role === "program" ? stage : [])),
  );
}

function madeOf(context: Context, command: SimpleCommand): Term {
  const name = staticName(command);
  if (name === undefined) return 0;
  const { graph, words: terms } = context.program;
  if (passing.has(name))
    return command.words.slice(1).reduce((all: Term, word) => graph.join(all, terms.get(word) ?? 0), 0);
  const reads = command.redirects.some(({ op }) => op === "<");
  if (readers.has(name)) return reads || operandsOf(command) > 0 ? Origin.file : 0;
  if (searchers.has(name)) return reads || operandsOf(command) > 1 ? Origin.file : 0;
  return context.file.table.find(name).network === true ? Origin.network : 0;
}

/** Words that are no options; the value of an option may be among them. */
function operandsOf({ words: all }: SimpleCommand): number {
  return all.slice(1).filter(({ parts: [part] }) => part?.kind !== "text" || !part.text.startsWith("-")).length;
}
