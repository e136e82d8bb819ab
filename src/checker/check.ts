/** The check of a whole program: declare, check top levels, check functions, then what follows from all of it. */

import type { CommandTable, UserRow } from "../commands/index.ts";
import { DiagnosticList } from "../diagnostics/index.ts";
import { type ArgumentView, Origin } from "../records/index.ts";
import { coreOf, declaredFunction } from "../syntax/index.ts";
import { accepting } from "./annotations.ts";
import type { CheckedProgram } from "./checked.ts";
import { checkClassBody } from "./classes/check.ts";
import type { ClassInfo } from "./classes/class-info.ts";
import { declareClass, orderClasses, reportCircle, resolveBase } from "./classes/declare.ts";
import { reportEscape, reportEscapes } from "./classes/escapes.ts";
import { declareMembers } from "./classes/members.ts";
import { askCommands, type Programs } from "./commands/asked.ts";
import { importedCommands, importedRows, tableWith } from "./commands/imported.ts";
import type { Context } from "./context.ts";
import type { FileState } from "./file-state.ts";
import { finish } from "./finish.ts";
import { readLibrary } from "./library.ts";
import { findAssignments } from "./names/assignments.ts";
import { createFunction } from "./names/functions.ts";
import { type LoadedFile, orderFiles } from "./names/imports.ts";
import { createScope } from "./names/scope.ts";
import { OriginGraph } from "./origins/graph.ts";
import type { ProgramState } from "./program-state.ts";
import { checkSequence } from "./statements/block.ts";
import { checkFunctionBody, declareFunction, declareParameters } from "./statements/function.ts";
import { declareImport } from "./statements/import.ts";
import { checkTests } from "./statements/test.ts";
import { checkTasks } from "./tasks/rules.ts";
import { createContext } from "./walk.ts";
import { checkWatching, declareMonitors } from "./watching/check.ts";

export interface CheckOptions extends Programs {
  /** Index 0 is the script; imported files are loaded and parsed already. */
  readonly files: readonly LoadedFile[];
  readonly commands: CommandTable;
  /** No status style anywhere (language 4). */
  readonly strict?: boolean;
  /** Whose commands are looked for: a run's script alone, as tests fake theirs, or the tests' alone; all of them by default. */
  readonly lookUp?: "script" | "tests";
  /** `--define NAME=VALUE`: constants of the script's top level that get another value. */
  readonly defines?: ReadonlyMap<string, string>;
  /** The roles that the configuration has an address for; any where it is not known. */
  readonly roles?: readonly string[];
  /** The D-Case that its goals and context values are looked up in. */
  readonly argument?: ArgumentView;
}

/** Checks a program: all its files, in one run; never throws, whatever the tree is. */
export function check(options: CheckOptions): CheckedProgram {
  const program = createProgram(options);
  const rows = new Map<number, readonly UserRow[]>();
  const files = options.files.map((file, index) => createFile(program, options, file, index, rows));
  program.files.push(...files);
  const contexts = files.map((file) => createContext(program, file));
  const order = orderFiles(options.files, program.diagnostics);
  for (const context of contexts) declareNames(context);
  const classes = placeClasses(program, contexts);
  for (const context of contexts) declareFunctions(context);
  for (const info of classes) {
    const context = contexts[info.fileIndex];
    if (context !== undefined) accepting(context, info.node, () => declareMembers(context, info));
  }
  for (const index of order) {
    const context = contexts[index];
    if (context !== undefined) checkSequence(context, context.file.script.statements);
  }
  for (const context of contexts) {
    for (const node of context.file.script.statements) {
      const declared = declaredFunction(node);
      if (declared !== undefined) checkFunctionBody(context, declared);
      else if (node.kind === "class") accepting(context, node, () => checkClassBody(context, node));
    }
  }
  for (const context of contexts) checkWatching(context);
  for (const context of contexts) checkTasks(context);
  for (const context of contexts) checkTests(context);
  reportEscapes(classes, (info, use, field) => {
    const context = contexts[info.fileIndex];
    if (context !== undefined) reportEscape(context, info, use, field);
  });
  return finish(program, rows, options, classes);
}

/** Finds what every class extends; bases come first. */
function placeClasses(program: ProgramState, contexts: readonly Context[]): readonly ClassInfo[] {
  for (const info of program.classes.values()) {
    const context = contexts[info.fileIndex];
    if (context !== undefined) accepting(context, info.node, () => resolveBase(context, info));
  }
  return orderClasses(program, (info, circle) => {
    const context = contexts[info.fileIndex];
    if (context !== undefined) reportCircle(context, info, circle);
  });
}

function createProgram(options: CheckOptions): ProgramState & { readonly files: FileState[] } {
  const graph = new OriginGraph();
  return {
    files: [],
    library: readLibrary(options.files.flatMap((file) => file.package?.functions ?? [])),
    graph,
    diagnostics: new DiagnosticList(),
    strict: options.strict === true || options.files[0]?.script.strict === true,
    imports: new Map(options.files.flatMap((file) => [...file.imports])),
    values: new Map(),
    references: new Map(),
    symbols: new Map(),
    calls: new Map(),
    captures: new Map(),
    functions: new Map(),
    classes: new Map(),
    classOf: new Map(),
    targets: new Map(),
    printers: new Map(),
    notices: new Map(),
    scopes: new Map(),
    direct: new Map(),
    commands: new Map(),
    words: new Map(),
    inputs: new Map(),
    homes: new Map(),
    answers: new Map(),
    written: new Map(),
    whens: new Map(),
    widened: new Set(),
    statusRead: new Set(),
    named: [],
    loose: [],
    uses: [],
    withoutValue: new Map(),
    valueArguments: graph.node(Origin.literal),
    valueResults: graph.node(Origin.literal),
    options: new Map(),
    definedValues: new Map(),
    defines: options.defines ?? new Map(),
    roles: options.roles,
    argument: options.argument,
    served: new Map(),
    contextValues: new Map(),
    stated: [],
    missesCase: false,
    asked: askCommands(options),
    lookUp: options.lookUp,
    faked: { names: new Set(), isComputed: false },
    notFound: [],
    changesPath: false,
    nearestLeft: 200,
    lost: [],
  };
}

function createFile(
  program: ProgramState,
  options: CheckOptions,
  file: LoadedFile,
  index: number,
  rows: Map<number, readonly UserRow[]>,
): FileState {
  const { script, source } = file;
  const commands = importedCommands(script, source, program.diagnostics);
  const packaged = [...file.imports.values()].flatMap((target) => options.files[target]?.package?.commands ?? []);
  const own = [...packaged, ...importedRows(commands, options.commands)];
  const strict = program.strict || script.strict;
  if (own.length > 0) rows.set(index, own);
  return {
    index,
    source,
    script,
    scope: createScope(undefined, script),
    assignments: findAssignments(script),
    declared: new Map(
      script.statements
        .map(coreOf)
        .flatMap((node) =>
          node.kind === "variable" || node.kind === "param" ? [[node.name.name, node.name] as const] : [],
        ),
    ),
    commands,
    table: tableWith(options.commands, own),
    strict,
    movesAround: false,
    main: createFunction(program, script, { index, strict }, "main", undefined),
    ...packagesOf(options.files, file),
  };
}

/** The types and functions of packages that a file knows. */
function packagesOf(files: readonly LoadedFile[], file: LoadedFile): Pick<FileState, "types" | "functions"> {
  const imported = [...file.imports.values()].map((index) => files[index]?.package);
  const types = [file.package, ...imported].flatMap((each) => [...(each?.types ?? [])]);
  const own = (file.package?.functions ?? []).filter(({ signature }) => signature.receiver === undefined);
  return { types: new Map(types), functions: new Map(own.map(({ signature }) => [signature.name, signature])) };
}

/** Classes and imported files are seen from everywhere in their file (language 5). */
function declareNames(context: Context): void {
  for (const node of context.file.script.statements) {
    if (node.kind === "import") declareImport(context, node);
    else if (node.kind === "class") declareClass(context, node);
  }
}

/** So are functions, whose types may name classes of any file. */
function declareFunctions(context: Context): void {
  const { statements } = context.file.script;
  const functions = statements.map(declaredFunction).filter((node) => node !== undefined);
  for (const node of functions) declareFunction(context, node);
  declareMonitors(context);
  for (const node of functions) {
    const symbol = context.program.symbols.get(node.name);
    if (symbol !== undefined) declareParameters(context, node, symbol);
  }
}
