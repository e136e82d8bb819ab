/** From a source to its tree: the limits, the pragmas, and the two passes that language 2 asks for. */

import type { Diagnostic } from "../diagnostics/index.ts";
import { placeOf, type SourceFile } from "../text/index.ts";
import { declaringBuiltins, shellBuiltins } from "./commands/shell-builtins.ts";
import { coreGrammar } from "./core.ts";
import type { Grammar, Within } from "./grammar.ts";
import { type Imports, ScriptParser } from "./parser.ts";
import type { Reading } from "./reading.ts";
import { findBadCharacters } from "./scan/bad-characters.ts";
import { reportUnclosedTexts } from "./scan/heredocs.ts";
import type { Expression, Identifier, NodeBase, Script } from "./tree.ts";

/** A script's tree, and all that is wrong with its text. */
export interface Parsed {
  readonly script: Script;
  readonly diagnostics: readonly Diagnostic[];
  /** Where reading ended, because there were too many mistakes ahead of it. */
  readonly unreadFrom?: number;
}

/**
 * Reads a script; `imports` says what its imports add to its grammar. Never throws, takes time linear in the text, and gives a tree whatever the text holds; a literal's
 * pattern that takes long on the text is ended by `within`. The tree's depth
 * is bounded by `maxDepth` and `maxChain`.
 */
export function parse(source: SourceFile, grammar: Grammar = coreGrammar, imports?: Imports, within?: Within): Parsed {
  const bad = findBadCharacters(source);
  if (bad.isBinary) return { script: emptyScript(source), diagnostics: bad.diagnostics };
  const { parser, script } = readUntilClear(source, grammar, imports, within);
  const { unreadFrom } = parser;
  const diagnostics = inOrder(bad.diagnostics, withoutNoise(parser));
  return { script, diagnostics, ...(unreadFrom !== undefined && { unreadFrom }) };
}

// A name found late, a missing quote behind it, and a name that stood in the wrong string: nobody needs more.
const mostReadings = 8;

interface ReadScript {
  readonly parser: ScriptParser;
  readonly script: Script;
}

/**
 * Reads the text, and once more where that has shown what would have decided otherwise: a name that is declared further down
 * and was taken for a program, or a text without its closer, which took lines that are not its own.
 */
function readUntilClear(
  source: SourceFile,
  grammar: Grammar,
  imports: Imports | undefined,
  within: Within | undefined,
): ReadScript {
  const read = (reading: Reading): ReadScript => {
    const parser = new ScriptParser(source, grammar, reading, imports, within);
    return { parser, script: run(parser) };
  };
  let reading: Reading = { names: new Map(), cuts: new Set(), types: new Map() };
  let last = read(reading);
  for (let left = mostReadings - 1; left > 0; left -= 1) {
    const { parser } = last;
    const names = ownNames(parser);
    const types = new Map([...reading.types, ...parser.types]);
    if (
      [...parser.missed].some((name) => names.has(name) && !reading.names.has(name)) ||
      [...parser.missedTypes].some((name) => types.has(name) && !reading.types.has(name))
    ) {
      reading = { ...reading, names, types };
      last = read(reading);
      continue;
    }
    const cuts = new Set([...reading.cuts, ...parser.cuts]);
    if (cuts.size === reading.cuts.size) break;
    const next = { names, cuts, types };
    const other = read(next);
    if (!isClearer(other.parser, parser)) break;
    reading = next;
    last = other;
  }
  return last;
}

/** The names that the file declares in its own language. */
function ownNames({ declared, presumed }: ScriptParser): ReadonlyMap<string, Identifier> {
  return presumed.size === 0 ? declared : new Map([...declared].filter(([name]) => !presumed.has(name)));
}

/** Where there is more to say, and sooner, the texts were long on purpose. */
function isClearer(next: ScriptParser, before: ScriptParser): boolean {
  if (next.diagnostics.length <= before.diagnostics.length) return true;
  const firstOf = (parser: ScriptParser): number =>
    parser.diagnostics.find(({ span }) => !parser.isCut(span.start))?.span.start ?? Number.POSITIVE_INFINITY;
  return firstOf(next) > firstOf(before);
}

/** Where a quote is missing, text and strings change places: what is said behind that is noise. */
function withoutNoise(p: ScriptParser): readonly Diagnostic[] {
  const from = p.firstLongString?.start;
  if (p.unclosedString === undefined || from === undefined) return p.diagnostics;
  return p.diagnostics.filter((one) => one.span.start <= from || one.code === "DS1002");
}

function inOrder(some: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  if (some.length === 0) return others;
  return [...some, ...others].sort((a, b) => a.span.start - b.span.start);
}

function run(p: ScriptParser): Script {
  if (p.text.startsWith("\ufeff")) p.at = 1;
  if (p.startsWith("#!", p.at)) p.at = Math.max(p.at, p.text.indexOf("\n") === -1 ? p.end : p.text.indexOf("\n"));
  const pragmas = readPragmas(p);
  const statements = p.statements(-1);
  reportUnclosedTexts(p);
  judgeHeads(p);
  return {
    kind: "script",
    ...pragmas,
    statements,
    declared: p.declared,
    syntaxes: p.syntaxes,
    parenthesized: p.parenthesized,
    broken: p.broken,
    start: 0,
    end: p.text.length,
  };
}

/** `language 1` and `strict`, each alone, ahead of the first statement (language 1). */
function readPragmas(p: ScriptParser): Pick<Script, "language" | "strict" | "pragmas"> {
  const pragmas: NodeBase[] = [];
  let language: number | undefined;
  let strict = false;
  for (;;) {
    const at = p.lookLines();
    const version = p.match(/language[ \t]+(\d+)(?=[ \t]*(?:[\r\n;#]|$))/y, at);
    const word = p.match(/strict(?=[ \t]*(?:[\r\n;#]|$))/y, at);
    if (version !== undefined) {
      language = Number(version[1]);
      if (language !== 1) p.report("DS1209", at, at + version[0].length, { found: version[1] ?? "" });
      p.at = at + version[0].length;
      pragmas.push({ start: at, end: p.at });
    } else if (word !== undefined) {
      strict = true;
      p.at = at + word[0].length;
      pragmas.push({ start: at, end: p.at });
    } else if (p.code(at) === 59 && (strict || language !== undefined)) p.at = at + 1;
    else return { ...(language !== undefined && { language }), strict, pragmas };
  }
}

/** Commands whose first word is a name of this file, and builtins of shells: known only now. */
function judgeHeads(p: ScriptParser): void {
  for (const { name, isForeign, start, end, behind } of p.heads) {
    if (p.isFull) return;
    const declaration = p.declared.get(name);
    // A refused form declares it: whatever it is there, that is said.
    if (p.presumed.has(name)) continue;
    if (declaration !== undefined) {
      const { line } = placeOf(p.source, declaration.start);
      const what = p.types.get(name) ?? (p.code(p.nameEnd(declaration.start)) === 40 ? "function" : "variable");
      const related = [{ source: p.source, span: declaration, message: `\`${name}\` is declared here` }];
      const kept = isKept(p, name);
      const { operator, value } = behind ?? { operator: undefined, value: "" };
      p.report("DS1101", start, end, { name, line, what, operator, value, kept }, related);
    } else if (!p.importedCommands.has(name)) {
      const form = shellBuiltins.get(name);
      if (form !== undefined && isForeign && declaringBuiltins.has(name)) continue;
      if (form !== undefined) p.report("DS1105", start, end, { name, form });
      else if (name === "strict" || name === "language") judgePragma(p, name, start, end);
    }
  }
}

const roles: ReadonlySet<string> = new Set(["cd", "export", "exit"]);

/** Whether no program of that name can be meant: what the engine does itself, and the builtins of shells. */
function isKept(p: ScriptParser, name: string): boolean {
  return roles.has(name) || (shellBuiltins.has(name) && !p.importedCommands.has(name));
}

/** `strict` and `language 1` behind the first statement. */
function judgePragma(p: ScriptParser, name: string, start: number, end: number): void {
  const line = p.match(/[ \t]*(\d*)[ \t]*(?=[\r\n;#]|$)/y, end);
  if (line !== undefined && (name === "strict") === (line[1] === "")) p.report("DS1208", start, end, { name });
}

function emptyScript(source: SourceFile): Script {
  const declared = new Map<string, Identifier>();
  const nothing = {
    pragmas: [],
    statements: [],
    declared,
    syntaxes: [],
    parenthesized: new Set<Expression>(),
    broken: [],
  };
  return { kind: "script", strict: false, ...nothing, start: 0, end: source.text.length };
}
