/** The whole: files, functions and globals as one async function's body, with its map and its sites. */

import type { CheckedProgram, Symbol as ScriptSymbol } from "../checker/index.ts";
import type { Program, ServedGoal } from "../records/index.ts";
import { coreOf, declaredFunction, type Expression, type Identifier, type Statement } from "../syntax/index.ts";
import { emitStatements } from "./block.ts";
import { emitClasses } from "./classes.ts";
import { deeper, type Emit, type Scope, type Unit } from "./context.ts";
import { createCoverage } from "./coverage.ts";
import { emitExpression } from "./expressions/index.ts";
import { findMakers } from "./making.ts";
import { createNames } from "./names.ts";
import { headComment, parametersOf } from "./parameters.ts";
import { createPrelude } from "./prelude.ts";
import { braced, declareStatus, topScope, withTemporaries } from "./scopes.ts";
import { createSites } from "./sites.ts";
import { createMarks, finishMarks } from "./source-map.ts";
import { emitFunction } from "./statements/function.ts";
import { emitStatement } from "./statements/index.ts";
import { emitTests, isDeclaration } from "./statements/test.ts";
import { emitWatch } from "./watching.ts";

/**
 * Compiles a checked program (`checked.ok`): JavaScript text that calls RuntimeApi, its source map, and the constants
 * that failures need. Linear in the program's size; never throws on a program that has been checked.
 */
export function compile(checked: CheckedProgram, options: CompileOptions = {}): Program {
  const unit = createUnit(checked, options);
  const classes = emitClasses(unit);
  const functions = checked.files.map(({ index }) => emitFunctions(topScope(unit, index))).join("");
  const main = emitFile(topScope(unit, 0), 0);
  const { choice, tests } = unit.tests ? emitTests(topScope(unit, 0)) : noTests;
  const { watch, monitors } = unit.tests ? noWatch : emitWatch(topScope(unit, 0));
  const globals = emitGlobals(unit);
  const parameters = parametersOf(topScope(unit, 0));
  const text = `"use strict";\n${unit.prelude.text()}${globals}${classes}${functions}${main}${watch}${choice}return 0;\n`;
  const sources = checked.files.map((file) => file.source);
  const { code, map } = finishMarks(text, unit.marks, sources);
  return {
    files: sources.map((source) => ({ name: source.name, text: source.text })),
    code,
    map,
    sites: unit.sites.all,
    commands: checked.named,
    parameters,
    readsArguments: [...checked.references.values()].some((reference) => reference.kind === "argv"),
    about: headComment(sources[0]?.text ?? ""),
    ...(monitors.length === 0 ? {} : { monitors }),
    ...(checked.stated.length === 0 ? {} : { stated: checked.stated }),
    ...(checked.served.size === 0 ? {} : { goals: goalsOf(checked) }),
    ...(unit.tests ? { tests } : {}),
    ...(unit.coverage === undefined ? {} : { points: unit.coverage.points }),
  };
}

function goalsOf({ served }: CheckedProgram): readonly ServedGoal[] {
  return [...new Map([...served.values()].map((goal) => [goal.uid ?? goal.text, goal])).values()];
}

/** What is compiled in beside the script itself. */
export interface CompileOptions {
  /** The tests of the first file; of the files' top levels only what declares something is run. */
  readonly tests?: boolean;
  /** Counters for what is run. */
  readonly coverage?: boolean;
}

const noTests = { choice: "", tests: [] };
const noWatch = { watch: "", monitors: [] };

function createUnit(checked: CheckedProgram, options: CompileOptions): Unit {
  const begun = new Set([0]);
  const emit: Emit = {
    statement: emitStatement,
    expression: emitExpression,
    file(scope, index) {
      if (begun.has(index)) return "";
      begun.add(index);
      const top = { ...topScope(scope.unit, index), depth: scope.depth + 1 };
      return braced(scope, "", emitFile(top, index));
    },
  };
  return {
    program: checked,
    emit,
    names: createNames(),
    sites: createSites(checked.files.map((file) => file.source)),
    prelude: createPrelude(),
    marks: createMarks(),
    assigned: findAssigned(checked),
    hoisted: new Set(),
    classes: new Map(checked.classes.map((each) => [each.type.of, each])),
    makers: findMakers(checked.classes),
    sharedNames: sharedNames(checked),
    last: lastCall(checked),
    tests: options.tests === true,
    coverage: options.coverage === true ? createCoverage(checked.files.map((file) => file.source)) : undefined,
  };
}

/** The functions of a file's top level: they see each other and all globals, wherever those stand. */
function emitFunctions(scope: Scope): string {
  const statements = scope.unit.program.files[scope.file]?.script.statements ?? [];
  return statements
    .map((each) => {
      const made = declaredFunction(each);
      return made === undefined ? "" : emitFunction(scope, made);
    })
    .join("");
}

/** What a file's top level does, in order. */
function emitFile(scope: Scope, index: number): string {
  const statements = scope.unit.program.files[index]?.script.statements ?? [];
  if (!scope.unit.tests) return declareStatus(scope) + withTemporaries(scope, emitStatements(scope, statements));
  const declared = emitStatements(
    scope,
    statements.filter((each) => isDeclaration[coreOf(each).kind]),
  );
  return declareStatus(scope) + withTemporaries(scope, declared + emitUnrun(scope, statements));
}

/** Of a top level that a test does not run, what could be covered is counted all the same. */
function emitUnrun(scope: Scope, statements: readonly Statement[]): string {
  if (scope.unit.coverage === undefined) return "";
  const others = statements.filter((each) => !isDeclaration[coreOf(each).kind] && each.kind !== "test");
  return others.length === 0 ? "" : braced(scope, "if (false) ", emitStatements(deeper(scope), others));
}

/** Globals are JavaScript `var`s: functions that stand ahead of a declaration see them without a check of V8's. */
function emitGlobals(unit: Unit): string {
  const names: string[] = [];
  for (const symbol of unit.program.symbols.values()) if (isGlobalVariable(symbol)) names.push(unit.names.of(symbol));
  return names.length === 0 ? "" : `var ${names.join(", ")};\n`;
}

function isGlobalVariable(symbol: ScriptSymbol): boolean {
  return symbol.global && (symbol.kind === "variable" || symbol.kind === "constant");
}

function sharedNames({ classes }: CheckedProgram): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of classes) {
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

/** Every assignment to a variable beside its declaration. */
function findAssigned(checked: CheckedProgram): ReadonlyMap<Identifier, readonly Expression[]> {
  const assigned = new Map<Identifier, Expression[]>();
  for (const node of checked.types.keys()) {
    if (node.kind !== "assign" && node.kind !== "update") continue;
    const reference = checked.references.get(node.target);
    if (reference?.kind !== "symbol") continue;
    const { declaration } = reference.symbol;
    const known = assigned.get(declaration);
    if (known === undefined) assigned.set(declaration, [node]);
    else known.push(node);
  }
  return assigned;
}

/** The last statement that the script's top level runs, where it is a call that gives a boolean (language 4). */
function lastCall(checked: CheckedProgram): Statement | undefined {
  const statements = checked.files[0]?.script.statements ?? [];
  const written = statements.findLast(
    (each) =>
      declaredFunction(each) === undefined &&
      each.kind !== "class" &&
      each.kind !== "import-command" &&
      each.kind !== "test",
  );
  const last = written && coreOf(written);
  if (last?.kind !== "expression" || last.expression.kind !== "call") return undefined;
  return checked.types.get(last.expression)?.kind === "boolean" ? last : undefined;
}
