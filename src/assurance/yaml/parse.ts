/** A YAML text to its tree, within limits: one document, no bombs of aliases, no endless depth. */

import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import type { Trouble } from "../model/reading.ts";
import { spanOf, type YamlList, type YamlMap, type YamlPair, type YamlScalar, type YamlValue } from "./tree.ts";

export type ParsedYaml =
  | {
      readonly ok: true;
      readonly root: YamlValue | undefined;
      readonly warnings: readonly Trouble[];
      /** An alias stands for something in it. */
      readonly hasAliases: boolean;
    }
  | { readonly ok: false; readonly errors: readonly Trouble[] };

/** Lists and maps within each other. */
const deepest = 64;
/** Values that aliases may stand for, all in all. */
const mostUnfolded = 100_000;

/** Never throws. */
export function parseYaml(text: string): ParsedYaml {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: deepest });
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    return { ok: false, errors: [notYaml(thrown, text)] };
  }
  return new TreeMaker(text).make(events);
}

function notYaml({ reason, mark }: YAMLException, text: string): Trouble {
  const at = Math.min(Math.max(0, mark?.position ?? 0), text.length);
  const span = { start: at, end: Math.min(text.length, at + 1) };
  if (reason.includes("maxDepth"))
    return {
      code: "FIL-06",
      message: `it nests more than ${deepest} levels deep`,
      span,
      help: "a case is flat: nodes refer to each other by their labels",
    };
  return { code: "FIL-01", message: `this is not YAML: ${reason}`, span, ...helpFor(reason) };
}

function helpFor(reason: string): { readonly help?: string } {
  if (reason.includes("tab")) return { help: "indent with blanks" };
  if (/mapping values are not allowed|bad indentation of a mapping entry/.test(reason))
    return { help: "put quotes around a text that holds `: `" };
  if (reason.includes("deficient indentation")) return { help: "indent what belongs to a key deeper than the key" };
  return {};
}

interface Open {
  readonly event: Extract<Event, { readonly style: number; readonly start: number }>;
  readonly items: YamlValue[];
  readonly anchor: string | undefined;
}

/** Lives while one text is read. */
class TreeMaker {
  readonly #text: string;
  readonly #errors: Trouble[] = [];
  readonly #warnings: Trouble[] = [];
  readonly #anchors = new Map<string, YamlValue>();
  #unfolded = 0;
  #hasAliases = false;
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  make(events: readonly Event[]): ParsedYaml {
    let root: YamlValue | undefined;
    let documents = 0;
    const open: Open[] = [];
    const place = (value: YamlValue, anchor: string | undefined): void => {
      if (anchor !== undefined) this.#anchors.set(anchor, value);
      const parent = open.at(-1);
      if (parent !== undefined) parent.items.push(value);
      else if (documents === 1) root = value;
    };
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          documents += 1;
          if (documents === 2) this.#secondDocument();
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          open.push({ event, items: [], anchor: this.#anchorOf(event) });
          break;
        case EVENT_ID.SCALAR:
          place(this.#scalar(event), this.#anchorOf(event));
          break;
        case EVENT_ID.ALIAS:
          place(this.#alias(event), undefined);
          break;
        case EVENT_ID.POP: {
          const done = open.pop();
          if (done !== undefined) place(this.#closed(done), done.anchor);
          break;
        }
      }
    }
    if (this.#errors.length > 0) return { ok: false, errors: this.#errors };
    return { ok: true, root, warnings: this.#warnings, hasAliases: this.#hasAliases };
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): YamlScalar {
    const quotes = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const start = event.valueStart < 0 ? this.#end : event.valueStart - quotes;
    const end = event.valueStart < 0 ? start : event.valueEnd + quotes;
    this.#end = Math.max(this.#end, end);
    const text = event.valueStart < 0 ? "" : getScalarValue(this.#text, event);
    return {
      kind: "scalar",
      text,
      plain: event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0,
      start,
      end,
    };
  }

  #closed({ event, items }: Open): YamlValue {
    const flow = event.style === 2;
    const closing = event.type === EVENT_ID.MAPPING ? "}" : "]";
    // `[a: 1]` holds a map without brackets of its own.
    const isBracketed = flow && (closing === "]" || this.#text[event.start] === "{");
    const end = isBracketed
      ? this.#after(closing, Math.max(event.start + 1, this.#endOf(items)))
      : Math.max(event.start, this.#endOf(items));
    this.#end = Math.max(this.#end, end);
    const { start } = event;
    if (event.type === EVENT_ID.SEQUENCE) return { kind: "list", items, flow, start, end } satisfies YamlList;
    return { kind: "map", pairs: this.#pairs(items), flow, start, end } satisfies YamlMap;
  }

  #pairs(items: readonly YamlValue[]): readonly YamlPair[] {
    const pairs: YamlPair[] = [];
    // Most maps are small: a Map each would cost more than looking.
    const first = items.length > 24 ? new Map<string, YamlScalar>() : undefined;
    const taken: YamlValue[] = [];
    for (let at = 0; at + 1 < items.length; at += 2) {
      const [key, value] = [items[at], items[at + 1]];
      if (key === undefined || value === undefined) continue;
      if (key.kind !== "scalar") {
        this.#errors.push({ code: "FIL-03", message: "a key is a name, not a list or a map", span: spanOf(key) });
        continue;
      }
      if (key.text === "<<" && key.plain) {
        taken.push(value);
        continue;
      }
      const before = first === undefined ? keyIn(pairs, key.text) : first.get(key.text);
      if (before !== undefined) this.#twice(key, before);
      else first?.set(key.text, key);
      pairs.push({ key, value });
    }
    if (taken.length > 0) {
      const own = new Set(pairs.map(({ key }) => key.text));
      for (const value of taken) this.#merge(value, pairs, own);
    }
    return pairs;
  }

  /** YAML's merge key: what the map itself says wins, wherever it stands. */
  #merge(value: YamlValue, pairs: YamlPair[], own: ReadonlySet<string>): void {
    for (const map of value.kind === "list" ? value.items : [value]) {
      if (map.kind === "map") pairs.push(...map.pairs.filter(({ key }) => !own.has(key.text)));
      else this.#errors.push({ code: "FIL-03", message: "`<<` takes in a map", span: spanOf(map) });
    }
  }

  #twice(key: YamlScalar, before: YamlScalar): void {
    const { length } = this.#text.slice(0, before.start).split("\n");
    const message = `\`${key.text}\` stands twice, first in line ${length}`;
    this.#errors.push({
      code: "FIL-02",
      message,
      span: spanOf(key),
      help: "give the second one another name, or join them",
    });
  }

  #alias({ anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }): YamlValue {
    const name = this.#text.slice(anchorStart, anchorEnd);
    this.#hasAliases = true;
    const span = { start: anchorStart - 1, end: anchorEnd };
    this.#end = Math.max(this.#end, anchorEnd);
    const value = this.#anchors.get(name);
    const empty: YamlScalar = { kind: "scalar", text: "", plain: true, ...span };
    if (value === undefined) {
      this.#errors.push({ code: "FIL-01", message: `there is no anchor \`&${name}\` ahead of this alias`, span });
      return empty;
    }
    this.#unfolded += sizeOf(value, mostUnfolded);
    if (this.#unfolded <= mostUnfolded) return value;
    if (this.#errors.every(({ code }) => code !== "FIL-06"))
      this.#errors.push({
        code: "FIL-06",
        message: `its aliases stand for more than ${mostUnfolded} values`,
        span,
        help: "write the values out",
      });
    return empty;
  }

  #anchorOf(event: { readonly anchorStart: number; readonly anchorEnd: number }): string | undefined {
    return event.anchorStart < 0 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
  }

  #secondDocument(): void {
    const start = Math.max(0, this.#text.indexOf("\n---", this.#end) + 1);
    const message = "a second document begins here";
    this.#errors.push({
      code: "FIL-03",
      message,
      span: { start, end: start + 3 },
      help: "a file holds one module: put the other one into a file of its own",
    });
  }

  #endOf(items: readonly YamlValue[]): number {
    return items.at(-1)?.end ?? 0;
  }

  /** Behind the bracket that closes a flow list or map; blanks, commas and comments stand ahead of it. */
  #after(closing: string, from: number): number {
    let at = from;
    for (;;) {
      const letter = this.#text[at];
      if (letter === undefined) return at;
      if (letter === closing) return at + 1;
      if (letter === "#") at = this.#text.indexOf("\n", at);
      if (at === -1) return this.#text.length;
      at += 1;
    }
  }
}

function keyIn(pairs: readonly YamlPair[], name: string): YamlScalar | undefined {
  for (const { key } of pairs) if (key.text === name) return key;
  return undefined;
}

/** Values in a tree, counted up to a limit: an alias within an alias counts each time. */
function sizeOf(value: YamlValue, limit: number): number {
  let size = 0;
  const waiting: YamlValue[] = [value];
  for (let next = waiting.pop(); next !== undefined && size <= limit; next = waiting.pop()) {
    size += 1;
    if (next.kind === "list") waiting.push(...next.items.slice(0, limit));
    else if (next.kind === "map") for (const { value: inner } of next.pairs) waiting.push(inner);
  }
  return size;
}
