/** A simple command: its words, its program, and what the engine does itself (language 3). */

import { innerCommand, takesValue } from "../../commands/index.ts";
import { showType, types } from "../../records/index.ts";
import { type SimpleCommand, shellBuiltins } from "../../syntax/index.ts";
import type { CommandFacts } from "../checked.ts";
import type { Context, WordValue } from "../context.ts";
import { passingStatusOn } from "../expressions/status.ts";
import { isTestCode } from "../names/tests.ts";
import { contentAt, exportedKey } from "../origins/written.ts";
import { staticName, staticText } from "./names.ts";
import { checkPrefixes } from "./prefixes.ts";
import { checkRedirects } from "./redirects.ts";

const nothing: readonly never[] = [];
const none: ReadonlySet<number> = new Set();

export interface Stand {
  /** It is no stage of a longer pipeline. */
  readonly alone: boolean;
  readonly background: boolean;
}

export function checkSimple(context: Context, node: SimpleCommand, stand: Stand): void {
  checkPrefixes(context, node.prefixes);
  for (const { name, value } of node.assignments) {
    const { origins } = context.word(value);
    if (node.role === "export") context.program.graph.flow(origins, contentAt(context, exportedKey(name.name)));
  }
  checkRedirects(context, node.redirects);
  if (node.role === "program") return checkProgram(context, node);
  if (!stand.alone) context.report("DS2503", node, { name: node.role });
  switch (node.role) {
    case "exit":
      return checkExit(context, node, stand);
    case "cd":
      return checkMove(context, node);
    case "export":
      if (node.assignments.some((assignment) => assignment.name.name === "PATH")) context.program.changesPath = true;
      for (const word of node.words.slice(1)) context.word(word);
      context.program.commands.set(node, { facts: { name: "export", arrays: none }, open: [] });
  }
}

/** `exit n`: a number that the text gives, or an int. `exit $?` makes no status style (language 4). */
function checkExit(context: Context, node: SimpleCommand, stand: Stand): void {
  const [, status, more] = node.words;
  context.program.commands.set(node, { facts: { name: "exit", arrays: none }, open: [] });
  if (more !== undefined) context.report("DS2504", more, { found: `${node.words.length - 1} words` });
  else if (status !== undefined) {
    const [part] = status.parts;
    const check = (): unknown => context.word(status);
    if (status.parts.length === 1 && part?.kind === "expression") {
      if (part.expression.kind === "status") passingStatusOn(context, check);
      else check();
      const type = context.program.values.get(part.expression)?.type ?? types.unknown;
      if (type.kind !== "int" && type.kind !== "unknown")
        context.report("DS2504", status, { found: `a ${showType(type)}` });
    } else {
      const text = staticText(status);
      check();
      if (text === undefined || !/^\d{1,3}$/.test(text) || Number(text) > 255)
        context.report("DS2504", status, { found: text === undefined ? "a text" : `\`${text}\`` });
    }
  }
  if (stand.alone && !stand.background) context.flow.reached = false;
}

function checkMove(context: Context, node: SimpleCommand): void {
  context.file.movesAround = true;
  const directories = node.words.slice(1).filter((word) => staticText(word) !== "--");
  if (directories.length > 1 && directories[1] !== undefined)
    context.report("DS2505", directories[1], { found: directories.length });
  for (const word of node.words.slice(1)) context.word(word);
  context.program.commands.set(node, { facts: { name: "cd", arrays: none }, open: [] });
}

function checkProgram(context: Context, node: SimpleCommand): void {
  const values = node.words.map((word, index) => context.word(word, index > 0));
  const arrays = values.some((value) => value.isArray)
    ? new Set(values.flatMap((value, index) => (value.isArray ? [index] : [])))
    : none;
  const [first] = node.words;
  if (first?.parts.some((part) => part.kind === "glob") === true) context.report("DS2507", first, {});
  const name = staticName(node);
  const imported = name === undefined ? undefined : context.file.commands.get(name);
  const facts: Omit<CommandFacts, "guarded"> = {
    arrays,
    ...(name === undefined ? {} : { name }),
    ...(imported === undefined || imported.program === name ? {} : { program: imported.program }),
  };
  context.program.commands.set(node, { facts, open: openWords(context, node, values) });
  if (name !== undefined) askFor(context, node, name);
}

/**
 * The words that are refused when they start with "-", should they come from outside (language 3): not those after `--`,
 * nor after an option that takes a value, nor those of a command without options. Behind `sudo` and its kin the inner
 * command counts.
 */
function openWords(
  context: Context,
  node: SimpleCommand,
  values: readonly WordValue[],
): readonly { readonly index: number; readonly terms: readonly number[] }[] {
  if (!values.some((value, index) => index > 0 && value.leading.length > 0)) return nothing;
  // A computed word has no text; any text that is no option stands for it.
  const texts = node.words.map((word) => staticText(word));
  const argv = texts.map((text) => text ?? "x");
  const outer = context.file.table.find(argv[0] ?? "");
  const inner = texts[0] === undefined ? { row: outer, argv } : innerCommand(context.file.table, argv);
  const innerStart = argv.length - inner.argv.length;
  const open: { index: number; terms: readonly number[] }[] = [];
  let isOver = false;
  for (const [index, value] of values.entries()) {
    const row = index > innerStart ? inner.row : outer;
    if (index === innerStart) isOver = false;
    const before = index === 0 ? undefined : texts[index - 1];
    if (index > innerStart && before === "--" && index - 1 > innerStart) isOver = true;
    if (index <= innerStart && before === "--") isOver = true;
    if (index === 0 || value.leading.length === 0 || isOver || row.plain === true) continue;
    if (before !== undefined && takesValue(row, before)) continue;
    open.push({ index, terms: value.leading });
  }
  return open;
}

/** Notes a program that the text names, and asks whether this machine has it. */
function askFor(context: Context, node: SimpleCommand, name: string): void {
  const { program, file } = context;
  const [word] = node.words;
  // A name of this file is no program here; the parser says so (language 2).
  if (word === undefined || name === "" || (!node.forced && file.script.declared.has(name))) return;
  const imported = file.commands.get(name);
  // The parser refuses the shells' builtins.
  if (imported === undefined && !node.forced && shellBuiltins.has(name)) return;
  const optional = imported?.optional === true;
  const wanted = imported?.program ?? name;
  // `PATH=… command` is looked up there, when it runs.
  if (node.assignments.some((assignment) => assignment.name.name === "PATH")) return;
  if (isMember(context, node, name, wanted)) return;
  const isTests = isTestCode(context);
  if (!isTests) program.named.push({ name: wanted, file: file.index, start: word.start, end: word.end, optional });
  if (program.lookUp !== undefined && (program.lookUp === "tests") !== isTests) return;
  if (!optional && !program.asked.has(wanted)) {
    const meant = { compared: comparedWith(node), assigned: emptied(node) };
    program.notFound.push({ file, span: word, name: wanted, ...meant, isTests });
  }
}

/** `if (n > 3)` with an undeclared `n` is a command whose output goes to the file `3`, `n == 3` one with two words: most likely a comparison was meant. */
function comparedWith(node: SimpleCommand): string | undefined {
  const [redirect] = node.redirects;
  const operator = node.words[1] === undefined ? undefined : staticText(node.words[1]);
  if (redirect === undefined && operator !== undefined && /^[=!]==?$|^=$/.test(operator)) return operator;
  // `<=` is an input from the file `=`.
  if (redirect?.op === "<" && redirect.target !== undefined && staticText(redirect.target) === "=") return "<=";
  if (node.words.length !== 1 || redirect?.target === undefined || !/^[<>]=?$/.test(redirect.op)) return undefined;
  const text = staticText(redirect.target);
  return text !== undefined && /^[0-9.]+$/.test(text) ? `${redirect.op} ${text}` : undefined;
}

/** A member's name that stands where a program would: `n++`, `n > 3`, `refresh`. A program of that name may be meant. */
function isMember(context: Context, node: SimpleCommand, name: string, wanted: string): boolean {
  const { program, file } = context;
  const [word] = node.words;
  const [, bare = name, step = ""] = /^(\w+)(\+\+|--)$/.exec(name) ?? [];
  const member = context.inClass?.member(bare, file.index);
  if (member === undefined || word === undefined) return false;
  if (program.asked.has(wanted) && (member.kind === "method" || !isCompared(node))) return false;
  const behind = step === "" && member.kind === "method" ? "(…)" : step;
  context.report("DS2410", word, { name: bare, owner: member.owner.name, kind: member.kind, behind });
  return true;
}

/** A word, `<` or `>`, and a number: no file is called so. */
function isCompared({ words, redirects }: SimpleCommand): boolean {
  const [redirect] = redirects;
  const text = redirect?.target === undefined ? undefined : staticText(redirect.target);
  return words.length === 1 && text !== undefined && /^=|^\d/.test(text) && /^[<>]=?$/.test(redirect?.op ?? "");
}

/** The name of an empty assignment directly ahead: `n= 5`. */
function emptied({ assignments }: SimpleCommand): string | undefined {
  const last = assignments.at(-1);
  return last !== undefined && last.value.start === last.value.end ? last.name.name : undefined;
}
