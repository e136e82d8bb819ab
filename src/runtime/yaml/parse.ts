/** From a YAML text to JSON values, with the place of what is wrong in it. */

import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  Parser,
  visit,
} from "yaml";
import { Refusal } from "../files/refusal.ts";
import { JsonValue } from "../json/value.ts";

/** Levels of lists and maps within each other. */
const deepest = 256;
/** What an alias may unfold to, all in all. */
const mostAliases = 100;

/** The documents of a text, parted by `---`; refuses what is no YAML, or has no form as JSON. */
export function parseYaml(text: string): JsonValue[] {
  const lines = new LineCounter();
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
    // A tag would make something that JSON has no form for.
    resolveKnownTags: false,
    logLevel: "silent",
  });
  const tokens = Array.from(new Parser(lines.addNewLine).parse(text));
  for (const token of tokens) checkDepth(token, lines);
  return Array.from(composer.compose(tokens), (document) => readDocument(document, lines));
}

/** Before anything recurses: the parser itself does not, but at the end of its stack V8 ends the whole process where a pattern is compiled. */
function checkDepth(root: CST.Token, lines: LineCounter): void {
  const waiting: [token: CST.Token, depth: number][] = [[root, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [token, depth] = next;
    if (depth > deepest && "items" in token)
      throw refuse(lines, "offset" in token ? token.offset : 0, `it nests more than ${deepest} levels deep`);
    if (token.type === "document" && token.value !== undefined) waiting.push([token.value, 1]);
    if (!("items" in token)) continue;
    for (const { key, value } of token.items)
      for (const part of [key, value]) if (part !== undefined && part !== null) waiting.push([part, depth + 1]);
  }
}

/** The one document of a text. Refuses a text that holds several. */
export function parseOneYaml(text: string): JsonValue {
  const [value, ...more] = parseYaml(text);
  if (more.length > 0)
    throw new Refusal(
      "FormatFault",
      `it holds ${more.length + 1} documents, parted by \`---\`: Yaml.parseAll reads them all`,
      undefined,
      "text",
    );
  return value ?? new JsonValue(null);
}

function readDocument(document: Document, lines: LineCounter): JsonValue {
  const [mistake] = document.errors;
  if (mistake !== undefined) throw refuse(lines, mistake.pos[0], firstLine(mistake.message));
  checkKeys(document, lines);
  try {
    return new JsonValue(document.toJS({ maxAliasCount: mostAliases }));
  } catch (thrown) {
    if (thrown instanceof ReferenceError)
      throw new Refusal(
        "FormatFault",
        `its aliases unfold to more than ${mostAliases} times what stands there`,
        undefined,
        "text",
      );
    throw thrown;
  }
}

/** The keys of an object are texts, in JSON and so here. */
function checkKeys(document: Document, lines: LineCounter): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === "number" && !Number.isFinite(node.value))
        throw refuse(lines, node.range?.[0] ?? 0, "JSON has no number for infinity, or for what is no number");
    },
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined)
        throw refuse(
          lines,
          alias.range?.[0] ?? 0,
          `the alias \`*${alias.source}\` has no anchor \`&${alias.source}\` ahead of it`,
        );
    },
    Map(_key, map) {
      if (!isMap(map)) return;
      for (const { key } of map.items) {
        // `<<` is a symbol to the parser.
        if (isScalar(key) && (typeof key.value === "string" || typeof key.value === "symbol")) continue;
        // What the parser reads, it reads as nodes.
        const node = key as Node | null;
        const place = node?.range?.[0] ?? map.range?.[0] ?? 0;
        const shown = isScalar(key) ? JSON.stringify(String(key.source ?? key.value)) : undefined;
        throw refuse(
          lines,
          place,
          shown === undefined || isAlias(key)
            ? "a key must be a text"
            : `a key must be a text: write it as \`${shown}\``,
        );
      }
    },
  });
}

function refuse(lines: LineCounter, offset: number, why: string): Refusal {
  const { line, col } = lines.linePos(offset);
  return new Refusal("FormatFault", `line ${line}, column ${col}: ${why}`, undefined, "text");
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}
