/** From a source to its tree: the limits, the pragmas, and the two passes that language 2 asks for. */

import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import { placeOf, type SourceFile } from "../text/index.ts";
import { shellBuiltins } from "./commands/shell-builtins.ts";
import { coreGrammar } from "./core.ts";
import type { Grammar } from "./grammar.ts";
import { ScriptParser } from "./parser.ts";
import { findBadCharacters } from "./scan/bad-characters.ts";
import { reportUnclosedTexts } from "./scan/heredocs.ts";
import type { Identifier, Script } from "./tree.ts";

/** The longest source, in UTF-16 units. */
export const maxSourceLength = 16 * 1024 * 1024;

/** A script's tree, and all that is wrong with its text. */
export interface Parsed {
  readonly script: Script;
  readonly diagnostics: readonly Diagnostic[];
  /** Where reading ended, because there were too many mistakes ahead of it. */
  readonly unreadFrom?: number;
}

/**
 * Reads a script. Never throws, takes time linear in the text, and gives a tree whatever the text holds;
 * texts longer than 16 MiB units are refused (DS1013). The tree's depth is bounded by `maxDepth` and `maxChain`.
 */
export function parse(source: SourceFile, grammar: Grammar = coreGrammar): Parsed {
  if (source.text.length > maxSourceLength) {
    return {
      script: emptyScript(source),
      diagnostics: [
        diagnose("DS1013", source, { start: 0, end: 1 }, { length: source.text.length, limit: maxSourceLength }),
      ],
    };
  }
  const bad = findBadCharacters(source);
  if (bad.isBinary) return { script: emptyScript(source), diagnostics: bad.diagnostics };
  let parser = new ScriptParser(source, grammar, new Map());
  let script = run(parser);
  // A name that is declared further down was taken for a program: once more, with all names known.
  if ([...parser.missed].some((name) => parser.declared.has(name))) {
    parser = new ScriptParser(source, grammar, parser.declared);
    script = run(parser);
  }
  const { unreadFrom } = parser;
  const diagnostics = inOrder(bad.diagnostics, withoutNoise(parser));
  return { script, diagnostics, ...(unreadFrom !== undefined && { unreadFrom }) };
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
    broken: p.broken,
    start: 0,
    end: p.text.length,
  };
}

/** `language 1` and `strict`, each alone, ahead of the first statement (language 1). */
function readPragmas(p: ScriptParser): { readonly language?: number; readonly strict: boolean } {
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
    } else if (word !== undefined) {
      strict = true;
      p.at = at + word[0].length;
    } else if (p.code(at) === 59 && (strict || language !== undefined)) p.at = at + 1;
    else return { ...(language !== undefined && { language }), strict };
  }
}

/** Commands whose first word is a name of this file, and builtins of shells: known only now. */
function judgeHeads(p: ScriptParser): void {
  for (const { name, start, end, assigns } of p.heads) {
    if (p.isFull) return;
    const declaration = p.declared.get(name);
    if (declaration !== undefined) {
      const { line } = placeOf(p.source, declaration.start);
      const called = p.code(p.nameEnd(declaration.start)) === 40;
      const related = [{ source: p.source, span: declaration, message: `\`${name}\` is declared here` }];
      p.report("DS1101", start, end, { name, line, called, assigns }, related);
    } else if (!p.importedCommands.has(name)) {
      const form = shellBuiltins.get(name);
      if (form !== undefined) p.report("DS1105", start, end, { name, form });
      else if (name === "strict" || name === "language") judgePragma(p, name, start, end);
    }
  }
}

/** `strict` and `language 1` behind the first statement. */
function judgePragma(p: ScriptParser, name: string, start: number, end: number): void {
  const line = p.match(/[ \t]*(\d*)[ \t]*(?=[\r\n;#]|$)/y, end);
  if (line !== undefined && (name === "strict") === (line[1] === "")) p.report("DS1208", start, end, { name });
}

function emptyScript(source: SourceFile): Script {
  const declared = new Map<string, Identifier>();
  return { kind: "script", strict: false, statements: [], declared, broken: [], start: 0, end: source.text.length };
}
