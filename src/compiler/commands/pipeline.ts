/** Pipelines: their stages as data for the runtime, and what `cd`, `export` and `exit` do in its place (language 3). */

import { raise } from "../../records/index.ts";
import type {
  BlockStatement,
  Expression,
  GroupCommand,
  Pipeline,
  Redirect,
  SimpleCommand,
  Stage,
  Word,
} from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { at, expression, type Scope, site, typeOf, use } from "../context.ts";
import { quote } from "../literals.ts";
import { walk } from "../walk.ts";
import { isDashes, ownSite, pipelineSite } from "./stage-sites.ts";
import { emitPathWord, emitSingleWord, emitWord } from "./word.ts";

/** How a pipeline is run: any failure counts, or an answer is none (language 4). */
export interface Manner {
  readonly how: "run" | "answer";
  readonly policy: 0 | 1 | 2;
}

/** Emits a group's body: an async function of the flow, whose value is its last command's status. */
export type EmitBody = (scope: Scope, body: BlockStatement, manner: Manner) => string;

/** A pipeline's status as JavaScript. */
export function emitPipeline(scope: Scope, pipeline: Pipeline, manner: Manner, body: EmitBody): string {
  const [only] = pipeline.stages;
  const own = pipeline.stages.length === 1 && only?.kind === "simple" ? emitOwn(scope, only, manner) : undefined;
  if (own !== undefined) return keepStatus(scope, own);
  const place = pipelineSite(scope, pipeline);
  const inside = wordScope(scope, manner);
  const stages = pipeline.stages.map((stage, index) => emitStage(inside, stage, { site: place, index, manner, body }));
  const list = stages.length === 1 ? `[${stages[0]}]` : `[${stages.join(", ")}]`;
  const code = `${use(scope, manner.how)}($, ${place}, ${list}, ${manner.policy})`;
  return keepStatus(scope, `await ${at(scope, pipeline)}${bearing(scope, wordsOf(scope, pipeline), code, manner)}`);
}

/** The words that may be refused before anything starts: globs, values that look like options, and those with a `$(…)`. */
function wordsOf(scope: Scope, pipeline: Pipeline): readonly Word[] {
  return pipeline.stages.flatMap((stage) => {
    const targets = stage.redirects.flatMap(({ target }) => (target === undefined ? [] : [target]));
    if (stage.kind === "group") return targets.filter(isUnsure);
    const guarded = scope.unit.program.commands.get(stage)?.guarded;
    const words = stage.words.filter((word, index) => guarded?.has(index) === true || isUnsure(word));
    const others = [...stage.assignments.map(({ value }) => value), ...targets];
    return [...words, ...others.filter(isUnsure)];
  });
}

function isUnsure(word: Word): boolean {
  return word.parts.some(
    (part) => part.kind === "glob" || (part.kind === "expression" && holdsCapture(part.expression)),
  );
}

function holdsCapture(node: Expression): boolean {
  return walk(node, (each) => (each.kind === "capture" ? "stop" : each.kind === "closure" ? "over" : "into"));
}

/** A word's own `$(…)` is no command whose status anybody looks at: it raises, whatever becomes of the command. */
function wordScope(scope: Scope, { policy }: Manner): Scope {
  if (scope.policy === raise && policy === raise) return scope;
  return { ...scope, policy: raise, inWord: policy !== raise };
}

/**
 * Where a failure is accepted or reported, a word that cannot be had is one: a glob that matches nothing, a value that
 * looks like an option, a failing `$(…)`.
 */
function bearing(scope: Scope, words: readonly Word[], code: string, { policy }: Manner): string {
  if (policy === raise || words.length === 0) return code;
  return `${use(scope, "bearing")}(async () => ${code}, ${policy})`;
}

/** `$?` is what the last command of this function gave. */
export function keepStatus(scope: Scope, code: string): string {
  return scope.status === null ? code : `${scope.status} = ${code}`;
}

/** What the engine does itself, where nothing of a process is asked for. */
function emitOwn(scope: Scope, command: SimpleCommand, manner: Manner): string | undefined {
  if (command.role === "program" || command.prefixes.length > 0 || command.redirects.length > 0) return undefined;
  return emitRole(scope, command, manner);
}

function emitRole(outer: Scope, command: SimpleCommand, manner: Manner): string {
  const scope = wordScope(outer, manner);
  const argument = command.words.slice(1).find((word) => !isDashes(word));
  switch (command.role) {
    case "cd": {
      const place = ownSite(scope, command, "cd");
      const home = (): string => `${use(scope, "environment")}($, "HOME", ${place})`;
      const directory = argument === undefined ? home() : emitPathWord(scope, argument);
      const words = argument === undefined ? [] : [argument].filter(isUnsure);
      const code = `${use(scope, "changeDirectory")}($, ${place}, ${directory}, ${manner.policy})`;
      const borne = bearing(scope, words, code, manner);
      return `${borne === code ? "" : "await "}${at(scope, command)}${borne}`;
    }
    case "export": {
      const calls = command.assignments.map(
        ({ name, value }) => `${use(scope, "exportVariable")}($, ${quote(name.name)}, ${emitSingleWord(scope, value)})`,
      );
      const code = `(${[...calls, "0"].join(", ")})`;
      const words = command.assignments.map(({ value }) => value).filter(isUnsure);
      const borne = bearing(outer, words, code, manner);
      return borne === code ? code : `await ${borne}`;
    }
    case "exit":
    case "program":
      return `${at(scope, command)}${use(scope, "exit")}($, ${site(scope, command, "exit")}, ${keepStatus(scope, exitStatus(scope, command))})`;
  }
}

/** `exit 3`, `exit $?`, `exit ${n}`: an int as it is; any other text is read as one. */
function exitStatus(scope: Scope, command: SimpleCommand): string {
  const [, word] = command.words;
  if (word === undefined) return scope.status ?? "0";
  const [only, second] = word.parts;
  if (second === undefined && only?.kind === "expression" && typeOf(scope, only.expression).kind === "int")
    return expression(scope, only.expression);
  if (second === undefined && only?.kind === "text" && /^[0-9]{1,15}$/.test(only.text))
    return String(Number(only.text));
  const place = site(scope, word, "int.parse");
  return `${scope.unit.prelude.library("int.parse")}($, ${place}, ${emitSingleWord(scope, word)})`;
}

interface StagePlace {
  readonly site: number;
  readonly index: number;
  readonly manner: Manner;
  readonly body: EmitBody;
}

function emitStage(scope: Scope, stage: Stage, place: StagePlace): string {
  const fields: string[] = [];
  if (stage.kind === "group") fields.push(`group: ${place.body(scope, stage.body, place.manner)}`);
  // One of ours among the stages of a pipeline is a group of one: it changes a flow that ends with it, as in a shell.
  else if (stage.role !== "program") fields.push(`group: async ($) => ${atom(emitRole(scope, stage, place.manner))}`);
  else fields.push(...emitProgram(scope, stage, place));
  if (stage.kind === "simple" && stage.role === "program" && stage.assignments.length > 0) {
    const pairs = stage.assignments.map(({ name, value }) => `[${quote(name.name)}, ${emitSingleWord(scope, value)}]`);
    fields.push(`env: [${pairs.join(", ")}]`);
  }
  fields.push(...commonFields(scope, stage));
  return `{ ${fields.join(", ")} }`;
}

function commonFields(scope: Scope, stage: SimpleCommand | GroupCommand): readonly string[] {
  const fields: string[] = [];
  if (stage.redirects.length > 0) {
    fields.push(`redirects: [${stage.redirects.map((redirect) => emitRedirect(scope, redirect)).join(", ")}]`);
  }
  for (const [kind, field] of [
    ["timeout", "limit"],
    ["within", "within"],
  ] as const) {
    const times = stage.prefixes
      .filter((prefix) => prefix.kind !== "trace")
      .filter((prefix) => prefix.kind === kind)
      .map((prefix) => expression(scope, prefix.duration));
    // Of several the shortest strikes first.
    if (times.length > 0) fields.push(`${field}: ${times.length === 1 ? times[0] : `Math.min(${times.join(", ")})`}`);
  }
  if (stage.prefixes.some(({ kind }) => kind === "trace")) fields.push("trace: true");
  return fields;
}

function emitRedirect(scope: Scope, { fd, op, from, target }: Redirect): string {
  const value =
    target === undefined
      ? String(from ?? 0)
      : op === "text"
        ? emitSingleWord(scope, target)
        : emitPathWord(scope, target);
  return `{ fd: ${fd === "both" ? '"both"' : fd}, op: "${op}", target: ${value} }`;
}

function emitProgram(scope: Scope, command: SimpleCommand, place: StagePlace): readonly string[] {
  const facts = scope.unit.program.commands.get(command);
  const words = command.words.map((word, index) => {
    if (index === 0) return emitSingleWord(scope, word);
    const isGuarded = facts?.guarded.has(index) === true;
    const isArray = facts?.arrays.has(index) === true;
    return emitWord(scope, word, { site: place.site, stage: place.index, word: index, isGuarded, isArray });
  });
  const argv = `argv: [${words.join(", ")}]`;
  return facts?.program === undefined ? [argv] : [argv, `program: ${quote(facts.program)}`];
}
