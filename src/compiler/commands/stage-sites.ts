/** What a pipeline's site knows of its stages and their words, for faults and the diagnosis. */

import type { SiteStage, SiteWord } from "../../records/index.ts";
import type { ChangeDirectoryStatement, NodeBase, Pipeline, SimpleCommand, Stage, Word } from "../../syntax/index.ts";
import { placeOf } from "../../text/index.ts";
import type { Scope } from "../context.ts";
import { isGlob, isSecret, originsOf } from "./word.ts";

/** The site of a pipeline: its api is the first stage's program, and each stage knows its words. */
export function pipelineSite(scope: Scope, pipeline: Pipeline): number {
  const { unit, file } = scope;
  const [first] = pipeline.stages;
  const api = first?.kind === "simple" ? (unit.program.commands.get(first)?.name ?? first.role) : "( … )";
  return unit.sites.index({
    file,
    node: pipeline,
    function: scope.function,
    api,
    stages: pipeline.stages.map((stage) => siteStage(scope, stage)),
  });
}

/** The site of `cd DIR { … }`, as that of a plain `cd DIR`. */
export function directorySite(scope: Scope, node: ChangeDirectoryStatement): number {
  const word = siteWord(scope, node.directory, false);
  const line = lineOf(scope, node);
  const stages = [{ start: node.start, end: node.directory.end, line, words: [word, word] }];
  return scope.unit.sites.index({ file: scope.file, node, function: scope.function, api: "cd", stages });
}

/** The site of what the engine does itself, with its words as a program's would have them. */
export function ownSite(scope: Scope, command: SimpleCommand, api: string): number {
  const stages = [siteStage(scope, { ...command, words: command.words.filter((word) => !isDashes(word)) })];
  return scope.unit.sites.index({ file: scope.file, node: command, function: scope.function, api, stages });
}

/** `cd -- DIR`: the two dashes are no directory. */
export function isDashes(word: Word): boolean {
  const [only, second] = word.parts;
  return second === undefined && only?.kind === "text" && only.text === "--";
}

function siteStage(scope: Scope, stage: Stage): SiteStage {
  const line = lineOf(scope, stage);
  const arrays = stage.kind === "simple" ? scope.unit.program.commands.get(stage)?.arrays : undefined;
  const words =
    stage.kind === "group" ? [] : stage.words.map((word, index) => siteWord(scope, word, arrays?.has(index) === true));
  const input = scope.unit.program.inputs.get(stage) ?? 0;
  const variables = stage.kind === "simple" ? stage.assignments.map(({ value }) => siteWord(scope, value, false)) : [];
  const base = {
    start: stage.start,
    end: stage.end,
    line,
    words,
    ...(variables.length === 0 ? {} : { variables }),
    ...(input === 0 ? {} : { input }),
  };
  if (stage.redirects.length === 0) return base;
  const redirects = stage.redirects.map(({ start, end, target }): SiteWord => {
    return target === undefined ? { start, end, origins: 0 } : siteWord(scope, target, false);
  });
  return { ...base, redirects };
}

function lineOf(scope: Scope, node: NodeBase): number {
  const source = scope.unit.program.files[scope.file]?.source;
  return source === undefined ? 1 : placeOf(source, node.start).line;
}

function siteWord(scope: Scope, word: Word, isArray: boolean): SiteWord {
  const isList = isArray || isGlob(word);
  const holds = scope.unit.program.holds.get(word);
  return {
    start: word.start,
    end: word.end,
    origins: originsOf(scope, word),
    ...(holds === undefined ? {} : { holds }),
    ...(isSecret(scope, word) ? { secret: true } : {}),
    ...(isList ? { list: true } : {}),
  };
}
