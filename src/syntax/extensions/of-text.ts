/** Syntax whose form and templates are texts, as packages in JavaScript hand it over. */

import { createSource } from "../../text/index.ts";
import { coreGrammar } from "../core.ts";
import type { Parser } from "../grammar.ts";
import { ScriptParser } from "../parser.ts";
import type {
  ExpansionBudget,
  Expression,
  FormElement,
  Hole,
  HoleKind,
  Part,
  Parts,
  Statement,
  SyntaxExtension,
  SyntaxUse,
} from "../tree.ts";
import { expand } from "./expand.ts";
import { readForm } from "./form.ts";
import { missingWord, wordOf, wrongIn } from "./judge.ts";
import { readTemplate, type Template } from "./template.ts";
import { readParts } from "./use.ts";
import { isCoreWord } from "./words.ts";

/** A syntax as a package writes it; the form of a literal is left out. */
export interface SyntaxSpec extends Omit<SyntaxExtension, "form" | "word" | "declared" | "read"> {
  readonly form: string;
  /** Reads a use by hand. */
  readonly parse?: (reader: PartReader) => Parts;
}

/** What a package may ask of the parser. */
export interface PartReader {
  readonly word: (word: string) => void;
  readonly mark: (mark: string) => void;
  readonly sees: (text: string) => boolean;
  readonly part: (hole: string) => Part;
  readonly fail: (expected: string) => void;
}

/** The syntax of a specification, or what is wrong with its form. */
export function syntaxOf(spec: SyntaxSpec): SyntaxExtension | string {
  const { form: text, parse, ...rest } = spec;
  if (spec.role === "literal") return { ...rest, word: "", form: [literalHole] };
  const read = formOf(text);
  if (typeof read === "string") return `the form \`${text}\`: ${read}`;
  const word = wordOf(spec.role, read);
  const wrong = word === undefined ? missingWord[spec.role] : wrongIn(read);
  if (wrong !== undefined || word === undefined) return `the form \`${text}\`: ${wrong ?? ""}`;
  if (isCoreWord(coreGrammar, spec.role, word)) return `\`${word}\` is the language's own: no syntax can replace it`;
  const hand = parse === undefined ? {} : { read: (p: unknown) => readByHand(p as Parser, word, parse) };
  return { ...rest, word, form: read, ...hand };
}

const literalHole: FormElement = { kind: "hole", name: "text", of: "text", start: 0, end: 0 };

function formOf(text: string): readonly FormElement[] | string {
  const p = parserOf(text);
  const form = readForm(p);
  const [first] = p.diagnostics;
  return first === undefined ? form : messageOf(first);
}

function parserOf(text: string): ScriptParser {
  return new ScriptParser(createSource("template", text), coreGrammar, { names: new Map(), cuts: new Set() });
}

function messageOf({ message }: { readonly message: string }): string {
  return message;
}

function readByHand(p: Parser, word: string, parse: (reader: PartReader) => Parts): Parts {
  p.takeWord(word);
  return parse({
    word: (each) => {
      if (!p.takeWord(each)) p.fail(p.look(), `\`${each}\``);
    },
    mark: (each) => {
      p.expect(each);
    },
    sees: (each) => p.startsWith(each, p.look()),
    part: (hole) => {
      const read = formOf(hole);
      if (typeof read === "string") throw new Error(`the hole \`${hole}\`: ${read}`);
      const into = new Map<string, Part>();
      readParts(p, read, into);
      return [...into.values()][0] ?? { of: "expr", value: nothing(p.at), isFallback: true, start: p.at, end: p.at };
    },
    fail: (expected) => p.fail(p.look(), expected),
  });
}

function nothing(at: number): Expression {
  return { kind: "error-expression", start: at, end: at };
}

const templates = new Map<string, Template>();
/** Texts of templates are constants of packages: so many are nobody's. */
const mostTemplates = 10_000;

/** A template's text with its holes filled; throws where the text is no D-Script, which is the package's mistake. */
export function fill(
  text: string,
  isStatement: boolean,
  parts: Parts,
  use: SyntaxUse,
  names: { readonly home: string; readonly isAtHome: (name: string) => boolean },
  budget: ExpansionBudget,
): Statement | Expression {
  const kinds = [...parts].map(([name, { of }]) => [name, of] as const);
  const template = templateOf(text, isStatement, kinds);
  return expand(template.tree, { ...use, parts }, { ...names, locals: template.locals }, budget);
}

function templateOf(text: string, isStatement: boolean, kinds: readonly (readonly [string, HoleKind])[]): Template {
  const key = `${isStatement} ${JSON.stringify(kinds)} ${text}`;
  const known = templates.get(key);
  if (known !== undefined) return known;
  const p = parserOf(text);
  p.at = p.lookLines();
  const holes = kinds.map(([name, of]): FormElement & Hole => ({ kind: "hole", name, of, start: 0, end: 0 }));
  const template = readTemplate(p, holes, isStatement);
  if (!p.panic && p.lookLines() < p.end) p.fail(p.lookLines(), "the end of the template");
  const [first] = p.diagnostics;
  if (first !== undefined) throw new Error(`its template \`${text.trim()}\`: ${messageOf(first)}`);
  if (templates.size >= mostTemplates) templates.clear();
  templates.set(key, template);
  return template;
}
