/** What is known only once everything is checked: effects, origins, commands, statuses; and the contract's tables. */

import type { UserRow } from "../commands/index.ts";
import { type DiagnosticCode, diagnose, nearest, type Params } from "../diagnostics/index.ts";
import { isOutside } from "../records/index.ts";
import type { Expression, SimpleCommand, Word } from "../syntax/index.ts";
import { placeOf, type Span } from "../text/index.ts";
import type { CheckedProgram, CommandFacts, FunctionFacts } from "./checked.ts";
import { isMoved, reportCommands } from "./commands/not-found.ts";
import type { FileState } from "./file-state.ts";
import { spreadLatest, spreadWaits } from "./flow/effects.ts";
import { withoutFollowers } from "./followers.ts";
import type { FunctionNode } from "./names/assigner.ts";
import type { LoadedFile } from "./names/imports.ts";
import { publicBits, secretBit } from "./origins/graph.ts";
import { heldBy } from "./origins/places.ts";
import { keyOfWord, writtenUnder } from "./origins/written.ts";
import type { ProgramState } from "./program-state.ts";
import { view } from "./view.ts";

export function finish(
  program: ProgramState,
  rows: ReadonlyMap<number, readonly UserRow[]>,
  options: { readonly files: readonly LoadedFile[] },
  classes: CheckedProgram["classes"],
): CheckedProgram {
  spreadWaits(program);
  spreadLatest(program);
  program.graph.solve();
  reportLate(program);
  reportCommands(program);
  reportStatuses(program);
  reportDefines(program);
  const diagnostics = withoutFollowers(program);
  const secrets = new Set<Expression>();
  for (const [node, value] of program.values)
    if ((program.graph.read(value.origins) & secretBit) !== 0) secrets.add(node);
  for (const symbol of program.symbols.values()) {
    const bits = program.graph.read(symbol.term);
    symbol.origins = bits & publicBits;
    symbol.secret = (bits & secretBit) !== 0;
  }
  return {
    files: program.files.map(({ index, source, script }) => ({ index, source, script })),
    diagnostics,
    dropped: program.diagnostics.dropped,
    ok: !diagnostics.some((each) => each.severity === "error"),
    strict: program.strict,
    types: view(program.values, (value) => value.type),
    origins: view(program.values, (value) => program.graph.read(value.origins) & publicBits),
    secrets,
    references: program.references,
    symbols: program.symbols,
    calls: program.calls,
    captures: program.captures,
    functions: functionFacts(program),
    classes,
    targets: program.targets,
    printers: program.printers,
    commands: commandFacts(program),
    words: view(program.words, (term) => program.graph.read(term) & publicBits),
    inputs: view(program.inputs, (term) => program.graph.read(term) & publicBits),
    holds: contentsOfWords(program),
    answers: view(program.answers, (term) => program.graph.read(term) & publicBits),
    whens: program.whens,
    widened: program.widened,
    named: namedOnce(program),
    imports: new Map(options.files.flatMap((file) => [...file.imports])),
    statusRead: program.statusRead,
    served: program.served,
    contextValues: program.contextValues,
    stated: program.stated,
    commandRows: rows,
    definedValues: program.definedValues,
  };
}

/** Of the files that words name: this host's, the script's own, and those that the script has written. */
function contentsOfWords({ graph, words, homes, written }: ProgramState): ReadonlyMap<Word, number> {
  const found = new Map<Word, number>();
  const under = writtenUnder(written);
  for (const [word, term] of words) {
    const file = written.size === 0 ? undefined : homes.get(word);
    const put = file === undefined ? [] : under(keyOfWord({ file }, word));
    const holds = put.reduce((all, each) => all | (graph.read(each) & publicBits), heldBy(graph.read(term)));
    if (holds !== 0) found.set(word, holds);
  }
  return found;
}

function report<C extends DiagnosticCode>(
  program: ProgramState,
  code: C,
  file: FileState,
  span: Span,
  params: Params<C>,
): void {
  program.diagnostics.add(diagnose(code, file.source, { start: span.start, end: span.end }, params));
}

function functionFacts(program: ProgramState): CheckedProgram["functions"] {
  const facts = new Map<FunctionNode, FunctionFacts>();
  for (const [node, state] of program.functions)
    facts.set(node, {
      waits: state.waits,
      statusStyle: state.ownsStatus && !state.strict,
      readsStatus: state.readsStatus,
    });
  return facts;
}

const none: ReadonlySet<number> = new Set();

function commandFacts(program: ProgramState): ReadonlyMap<SimpleCommand, CommandFacts> {
  const facts = new Map<SimpleCommand, CommandFacts>();
  for (const [node, pending] of program.commands) {
    if (pending.open.length === 0) {
      facts.set(node, { ...pending.facts, guarded: none });
      continue;
    }
    const open = pending.open.filter(({ terms }) => terms.some((term) => isOutside(program.graph.read(term))));
    const guarded = open.length === 0 ? none : new Set(open.map(({ index }) => index));
    facts.set(node, { ...pending.facts, guarded });
  }
  return facts;
}

/** Each name once a file, at its first place. Where PATH or the directory changes, only the run knows what is there. */
function namedOnce(program: ProgramState): CheckedProgram["named"] {
  const seen = new Set<string>();
  return program.named.flatMap((each) => {
    const key = `${each.file} ${each.name}`;
    if (seen.has(key) || isMoved(program, each.name)) return [];
    seen.add(key);
    const optional = each.optional || (program.changesPath && !each.name.includes("/"));
    return [optional === each.optional ? each : { ...each, optional }];
  });
}

/** Functions that are called ahead of a variable that they use (DS2005), and variables without a value that functions use (DS2016). */
function reportLate(program: ProgramState): void {
  for (const { file, node, callee, name } of program.uses) {
    const latest = callee === undefined ? undefined : program.functions.get(callee)?.latest;
    if (latest === undefined || latest.file !== file.index || latest.declaration.start < node.start) continue;
    const { line } = placeOf(file.source, latest.declaration.start);
    const imported = latest.kind === "import";
    const message = imported ? "it is imported here" : "it gets its value here";
    const related = [{ source: file.source, span: latest.declaration, message }];
    const params = { name, variable: latest.name, line, imported };
    program.diagnostics.add(diagnose("DS2005", file.source, { start: node.start, end: node.end }, params, related));
  }
  for (const [symbol, uses] of program.withoutValue) {
    const file = program.files[symbol.file];
    const [first] = uses;
    if (file !== undefined && first !== undefined)
      report(program, "DS2016", file, symbol.declaration, { name: symbol.name, user: first.user });
  }
}

/** Statuses that nobody looks at, in functions that are in status style (DS7005). */
function reportStatuses(program: ProgramState): void {
  for (const { state, file, span, command } of program.loose)
    if (state.ownsStatus && !state.strict) report(program, "DS7005", file, span, { command });
}

/** Definitions that name no constant (DS2017). */
function reportDefines(program: ProgramState): void {
  const [main] = program.files;
  if (main === undefined) return;
  const constants = main.script.statements.flatMap((node) =>
    node.kind === "variable" && node.constant ? [node.name.name] : [],
  );
  for (const name of program.defines.keys()) {
    if (constants.includes(name)) continue;
    const close = nearest(name, constants);
    const problem = `the script has no such constant${close === undefined ? "" : `; did you mean \`${close}\`?`}`;
    // One place holds one diagnostic of a code: the n-th definition stands at the n-th character.
    const at = [...program.defines.keys()].indexOf(name);
    report(program, "DS2017", main, { start: at, end: at }, { name, problem });
  }
}
