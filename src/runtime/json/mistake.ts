/** Where a text stops being JSON (RFC 8259), and what was expected there: asked only of texts that are none. */

export interface JsonMistake {
  /** Offset in UTF-16 units. */
  readonly at: number;
  readonly expected: string;
}

type Expecting = "value" | "firstValue" | "firstKey" | "key" | "colon" | "separator" | "end";

const blanks = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.])/y;
const words = /(?:true|false|null)(?![A-Za-z0-9_])/y;

/** The first mistake; undefined where there is none. Takes time linear in the text, and no stack. */
export function mistakeIn(text: string): JsonMistake | undefined {
  const open: ("{" | "[")[] = [];
  let expecting: Expecting = "value";
  let at = 0;
  for (;;) {
    at = endOf(blanks, text, at);
    const character = text.charAt(at);
    if (character === "") return expecting === "end" ? undefined : { at, expected: missing(expecting, open) };
    switch (expecting) {
      case "end":
        return { at, expected: "the end: one text holds one value" };
      case "colon":
        if (character !== ":") return { at, expected: "`:` behind the key" };
        at += 1;
        expecting = "value";
        break;
      case "separator": {
        const closer = open.at(-1) === "{" ? "}" : "]";
        if (character === ",") expecting = open.at(-1) === "{" ? "key" : "value";
        else if (character === closer) {
          open.pop();
          expecting = open.length === 0 ? "end" : "separator";
        } else return { at, expected: `\`,\` or \`${closer}\`` };
        at += 1;
        break;
      }
      case "firstKey":
      case "key": {
        if (character === "}" && expecting === "firstKey") {
          open.pop();
          expecting = open.length === 0 ? "end" : "separator";
          at += 1;
          break;
        }
        if (character !== '"') return { at, expected: 'a key in `"…"`' };
        const end = endOfString(text, at);
        if (typeof end !== "number") return end;
        at = end;
        expecting = "colon";
        break;
      }
      default: {
        if (character === "]" && expecting === "firstValue") {
          open.pop();
          expecting = open.length === 0 ? "end" : "separator";
          at += 1;
          break;
        }
        const end = endOfValue(text, at, character);
        if (typeof end !== "number") return end;
        at = end;
        if (character === "{" || character === "[") {
          open.push(character);
          expecting = character === "{" ? "firstKey" : "firstValue";
        } else expecting = open.length === 0 ? "end" : "separator";
      }
    }
  }
}

/** Behind a value; of an object or array, behind its bracket. */
function endOfValue(text: string, at: number, character: string): number | JsonMistake {
  if (character === '"') return endOfString(text, at);
  if (character === "{" || character === "[") return at + 1;
  const end = Math.max(endOf(number, text, at), endOf(words, text, at));
  if (end > at) return end;
  return { at, expected: character === "'" ? 'a value; texts stand in `"…"`' : "a value" };
}

function endOfString(text: string, start: number): number | JsonMistake {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) return { at: start, expected: 'the `"` that ends the text that begins here' };
    if (code === 34) return at + 1;
    if (code < 32) return { at, expected: "no line break or control character within a text: write `\\n`" };
    if (code !== 92) continue;
    const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escaped.lastIndex = at;
    if (!escaped.test(text)) return { at, expected: 'an escape: `\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0041`' };
    at = escaped.lastIndex - 1;
  }
}

function missing(expecting: Expecting, open: readonly string[]): string {
  const closer = open.at(-1) === "{" ? "`}`" : "`]`";
  switch (expecting) {
    case "separator":
      return `\`,\` or ${closer}`;
    case "colon":
      return "`:` behind the key";
    case "key":
    case "firstKey":
      return 'a key in `"…"`';
    default:
      return "a value";
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
