/** Using a name as a value: is it declared, has it a value, what type has it here. */

import { diagnose, nearest } from "../../diagnostics/index.ts";
import { moduleNames, type Type } from "../../records/index.ts";
import type { Expression } from "../../syntax/index.ts";
import type { Span } from "../../text/index.ts";
import { placeOf } from "../../text/index.ts";
import { noteNotice } from "../annotations.ts";
import type { Context } from "../context.ts";
import type { Value } from "../program-state.ts";
import { textOf, unknownValue } from "../values.ts";
import { foreignName } from "./foreign.ts";
import { isNarrowable } from "./narrowing.ts";
import { visibleNames } from "./scope.ts";
import type { KnownSymbol } from "./symbol.ts";

/** The names that are there without a declaration. */
export const builtInNames: readonly string[] = [...moduleNames, "env", "ARGV", "SCRIPT", "SCRIPT_DIR"];

const environmentLooks = /^[A-Z][A-Z0-9_]*$/;

/** Says that a name is not declared, and what may be meant; once a function. */
export function reportMissing(context: Context, name: string, span: Span, called = false, assigned = false): Value {
  if (context.state.missing.has(name)) return unknownValue;
  context.state.missing.add(name);
  const member = context.inClass?.member(name, context.file.index);
  if (member !== undefined) {
    context.report("DS2410", span, { name, owner: member.owner.name, kind: member.kind, behind: called ? "(…)" : "" });
    return unknownValue;
  }
  const below = context.file.declared.get(name);
  if (below !== undefined && below.start > span.start) {
    const line = placeOf(context.file.source, below.start).line;
    context.report("DS2003", span, { name, line }, [
      { source: context.file.source, span: below, message: "it is declared here" },
    ]);
    return unknownValue;
  }
  const { program } = context;
  const known = called
    ? [...visibleNames(context.scope), ...context.program.library.plain.keys()]
    : [...visibleNames(context.scope), ...builtInNames];
  const isEnvironment = !called && !assigned && environmentLooks.test(name);
  // `$HOME` means the environment's, unless a constant is spelt almost so; `home` is another name than `HOME`.
  const candidates = isEnvironment ? known.filter((each) => environmentLooks.test(each)) : known;
  // To a single letter every other letter is near.
  const close = name.length === 1 || program.nearestLeft <= 0 ? undefined : nearest(name, candidates);
  program.nearestLeft -= 1;
  const foreign = foreignName(name, called);
  const isPresumed = context.file.script.declared.has(name);
  if (foreign !== undefined && !isPresumed) context.report("DS2001", span, { name, fix: foreign });
  else if (close === undefined && isEnvironment && !isPresumed) context.report("DS2013", span, { name });
  else if (close === undefined && assigned)
    context.report("DS2001", span, { name, fix: `declare it: \`var ${name} = …\`` });
  else reportUnknown(context, name, span, close);
  return unknownValue;
}

function reportUnknown(context: Context, name: string, span: Span, close: string | undefined): void {
  const declaration = context.file.script.declared.get(name);
  const isCommand = close === undefined && context.file.table.has(name);
  const fix = isCommand ? `\`$(${name})\` is the output of the command` : undefined;
  if (declaration === undefined) return context.report("DS2001", span, { name, nearest: close, fix });
  const place = { start: span.start, end: span.end };
  const diagnostic = diagnose("DS2001", context.file.source, place, { name, nearest: close, fix });
  context.program.lost.push({ declaration, diagnostic });
}

/** Whether tests may show more of a value than its type says: that it is there, or of what class it is. */
function canNarrow(type: Type): boolean {
  return type.kind === "optional" || type.kind === "class" || type.kind === "object";
}

/** The type of a variable at this point. */
export function typeHere(context: Context, symbol: KnownSymbol): Type {
  if (!canNarrow(symbol.type) || !isNarrowable(context, symbol)) return symbol.type;
  return context.flow.get(symbol).type ?? symbol.type;
}

/** A variable, constant, parameter or function is read. */
export function useSymbol(context: Context, node: Expression, symbol: KnownSymbol): Value {
  symbol.reference ??= { kind: "symbol", symbol };
  context.program.references.set(node, symbol.reference);
  if (symbol.kind === "function") return useFunction(context, node, symbol);
  if (symbol.kind === "class") {
    context.report("DS2413", node, { name: textOf(context, node) });
    return unknownValue;
  }
  if (symbol.kind === "monitor") return useMonitor(context, node, symbol);
  noteGlobal(context, node, symbol);
  if (context.flow.get(symbol).unassigned === true) {
    const { line } = placeOf(context.file.source, symbol.declaration.start);
    const related = [{ source: context.file.source, span: symbol.declaration, message: "it is declared here" }];
    if (symbol.kind === "parameter") context.report("DS2003", node, { name: symbol.name, line }, related);
    else
      context.report("DS2004", node, { name: symbol.name }, [
        { source: context.file.source, span: symbol.declaration, message: "it is declared here, without a value" },
      ]);
    context.flow.assign(symbol);
    return { type: symbol.type, origins: symbol.term };
  }
  const base = { type: typeHere(context, symbol), origins: symbol.term };
  return symbol.fold === undefined ? base : { ...base, fold: symbol.fold };
}

/** A monitor has a value for `when` alone: elsewhere nobody knows whether it has one yet. */
function useMonitor(context: Context, node: Expression, symbol: KnownSymbol): Value {
  if (context.seen === undefined) {
    context.report("DS2612", node, { name: symbol.name });
    return unknownValue;
  }
  context.seen.add(symbol);
  return { type: typeHere(context, symbol), origins: symbol.term };
}

/** A function that is not called here may be called from anywhere, with anything that function values are called with. */
function useFunction(context: Context, node: Expression, symbol: KnownSymbol): Value {
  const { program } = context;
  noteFunctionUse(context, node, symbol);
  noteNotice(context, node, symbol);
  const state = symbol.node === undefined ? undefined : program.functions.get(symbol.node);
  if (state !== undefined && symbol.node !== undefined) {
    for (const parameter of symbol.node.parameters) {
      const term = program.symbols.get(parameter.name)?.term;
      if (term !== undefined) program.graph.flow(program.valueArguments, term);
    }
    program.graph.flow(state.result, program.valueResults);
    context.state.holds.add(state.node);
  }
  return { type: symbol.type, origins: symbol.term };
}

/** A function is called or handed on: its variables must have their values by then (language 5). */
export function noteFunctionUse(context: Context, node: Expression, symbol: KnownSymbol): void {
  if (symbol.file === context.file.index && context.state.node === context.file.script)
    context.program.uses.push({ file: context.file, node, callee: symbol.node, name: `\`${symbol.name}\`` });
}

/** An imported file runs where its `import` stands: whoever uses it must come later (language 5.6). */
export function noteImport(context: Context, node: Expression, symbol: KnownSymbol): void {
  // A syntax's template names an import of its own file, which has run by then.
  if (symbol.file !== context.file.index) return;
  if (context.state.node !== context.file.script) {
    noteLatest(context, symbol);
    return;
  }
  if (symbol.declaration.start < node.start) return;
  const { source } = context.file;
  const { line } = placeOf(source, symbol.declaration.start);
  const related = [{ source, span: symbol.declaration, message: "it is imported here" }];
  context.report("DS2003", node, { name: symbol.name, line, imported: true }, related);
}

function noteLatest(context: Context, symbol: KnownSymbol): void {
  const { latest } = context.state;
  if (latest === undefined || latest.declaration.start < symbol.declaration.start) context.state.latest = symbol;
}

function noteGlobal(context: Context, node: Expression, symbol: KnownSymbol): void {
  if (!symbol.global || symbol.owner === context.state.node || symbol.file !== context.file.index) return;
  noteLatest(context, symbol);
  const { functionName } = context.flow;
  if (functionName !== undefined) context.program.withoutValue.get(symbol)?.push({ node, user: functionName });
}

/** For assignments to a variable that another function declared. */
export function noteAssigned(context: Context, node: Expression, symbol: KnownSymbol): void {
  noteGlobal(context, node, symbol);
}

/** The narrower type that a variable has once it is known not to be null. */
export function narrowed(symbol: KnownSymbol): Type {
  return symbol.type.kind === "optional" ? symbol.type.base : symbol.type;
}
