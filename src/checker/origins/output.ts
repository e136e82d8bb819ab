/** Where the output of commands comes from: what they were given, files that they read, this host, other hosts (faults 1.1). */

import { innerCommand } from "../../commands/index.ts";
import { Origin } from "../../records/index.ts";
import {
  type CommandList,
  pipelinesOf,
  type SimpleCommand,
  type Stage,
  type Statement,
  type Word,
} from "../../syntax/index.ts";
import { staticText } from "../commands/names.ts";
import type { Context } from "../context.ts";
import type { Term } from "./graph.ts";
import { contentOf, ofPlace } from "./places.ts";
import { describers, environmentTellers, passing, readers, searchers, shells, tellers } from "./programs.ts";
import { contentAt, keyOfWord } from "./written.ts";

/** The origins of what statements print, once they are checked: always `output`, and what that was made of. */
export function originsOfOutput(context: Context, body: readonly Statement[]): Term {
  const { graph } = context.program;
  return body
    .flatMap((statement) => (statement.kind === "command" ? [statement.list] : []))
    .reduce((all, list) => graph.join(all, originsOfList(context, list)), Origin.output as Term);
}

/** Where the answer of commands comes from that a condition asks: what they look at, and the words that they are given. */
export function originsOfAnswer(context: Context, list: CommandList): Term {
  const { graph } = context.program;
  const given = pipelinesOf(list).flatMap(({ stages }) =>
    stages.flatMap((stage) => (stage.kind === "simple" ? joined(context, stage.words.slice(1)) : [])),
  );
  return given.reduce(
    (all: Term, words) => graph.join(all, graph.join(words, ofPlace(graph, words))),
    originsOfList(context, list),
  );
}

function originsOfList(context: Context, list: CommandList): Term {
  const { graph } = context.program;
  return pipelinesOf(list).reduce(
    (all, { stages }) =>
      graph.join(
        all,
        madeOfStages(
          context,
          stages.flatMap((stage) => (stage.kind === "simple" && stage.role === "program" ? stage : [])),
        ),
      ),
    0 as Term,
  );
}

/** What a pipeline prints comes from any stage, since a filter hands on what it is given; but not from ahead of one that only tells what it knows itself. */
export function madeOfStages(context: Context, stages: readonly SimpleCommand[]): Term {
  const { graph } = context.program;
  const [first] = stages;
  let made: Term = first !== undefined && readsStandardInput(first) ? Origin.prompt : 0;
  for (const stage of stages) {
    const { own, isSource } = madeOf(context, stage);
    made = isSource ? own : graph.join(made, own);
  }
  return made;
}

/** Whether a command reads the script's own standard input, which whoever runs it gives. */
export function readsStandardInput(command: SimpleCommand): boolean {
  if (command.redirects.some(({ op }) => op === "<" || op === "text")) return false;
  const [name = "", ...given] = command.words.map((word) => staticText(word) ?? "\0");
  const operands = given.filter((text) => !/^-./.test(text)).length;
  if (given.some((text) => text === "-" || text === "/dev/stdin" || text === "--file=-")) return true;
  if (/^(?:xargs|tr|tee|bc|dc)$/.test(name)) return !given.some((text) => /^(?:-a|--arg-file)/.test(text));
  return (readers.has(name) && operands === 0) || (searchers.has(name) && operands === 1);
}

interface Made {
  readonly own: Term;
  /** What it reads on its input is not what it prints. */
  readonly isSource: boolean;
}

function madeOf(context: Context, command: SimpleCommand): Made {
  const { graph } = context.program;
  const given = command.words.map((word) => staticText(word) ?? "\0");
  const { row, argv } = innerCommand(context.file.table, given);
  const name = (argv[0] ?? "").replace(/^.*\//, "");
  const behind = command.words.slice(command.words.length - argv.length + 1);
  if (name === "\0" || name === "") return { own: 0, isSource: false };
  const input = redirected(context, command);
  if (passing.has(name)) return { own: joined(context, behind), isSource: true };
  if (row.network === true) {
    // What a download tells of itself has a form of its own.
    const isReport = name === "curl" && given.some((word) => /^(?:-w|--write-out|-\w*w)$/.test(word));
    return { own: isReport ? Origin.network | Origin.host : Origin.network, isSource: true };
  }
  if (tellers.has(name)) return { own: Origin.host, isSource: true };
  if (environmentTellers.has(name)) return { own: Origin.environment, isSource: true };
  const operands = behind.filter(isOperand);
  if (readers.has(name)) return { own: graph.join(input, contents(context, operands)), isSource: false };
  if (searchers.has(name)) return { own: graph.join(input, contents(context, operands.slice(1))), isSource: false };
  if (describers.has(name))
    return { own: graph.join(Origin.host, graph.join(input, contents(context, operands))), isSource: false };
  const script = shells.has(name) ? operands[0] : undefined;
  const inner = ofText(context, script === undefined ? "" : (staticText(script) ?? ""));
  // Whatever else a program was given, most often to read: what it prints is made of that.
  const words = joined(context, behind);
  const fromOutside = graph.join(
    graph.told(words, Origin.argv | Origin.parameter | Origin.prompt | Origin.file, Origin.file),
    graph.told(words, Origin.network, Origin.network),
  );
  return { own: graph.join(graph.join(input, inner), fromOutside), isSource: false };
}

/** What the text of a shell runs, by the names of its programs. */
function ofText(context: Context, text: string): Term {
  let made: Term = 0;
  for (const [, name = ""] of text.matchAll(/(?:^|[|;&({]|\b(?:do|then|else))\s*([A-Za-z][\w.+-]*)/g)) {
    if (context.file.table.find(name).network === true) made = context.program.graph.join(made, Origin.network);
    else if (tellers.has(name)) made = context.program.graph.join(made, Origin.host);
  }
  return made;
}

/** What redirections put on a stage's input. */
export function redirected(context: Context, { redirects }: Stage): Term {
  const { graph, words } = context.program;
  return redirects.reduce((all: Term, { op, target }) => {
    if (target === undefined) return all;
    if (op === "text") return graph.join(all, words.get(target) ?? 0);
    return op === "<" ? graph.join(all, contents(context, [target])) : all;
  }, 0);
}

function contents(context: Context, files: readonly Word[]): Term {
  const { graph, words } = context.program;
  return files.reduce(
    (all: Term, word) =>
      graph.join(all, graph.join(contentOf(graph, words.get(word) ?? 0), contentAt(context, keyOfWord(context, word)))),
    0,
  );
}

function joined({ program: { graph, words } }: Context, list: readonly Word[]): Term {
  return list.reduce((all: Term, word) => graph.join(all, words.get(word) ?? 0), 0);
}

/** No option; the value of one may be taken for an operand. */
function isOperand({ parts: [part] }: Word): boolean {
  return part?.kind !== "text" || !part.text.startsWith("-");
}
