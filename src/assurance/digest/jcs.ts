/** JSON in its canonical form (RFC 8785, "JCS"): one text for each value, whoever writes it. */

import type { Json } from "../model/json.ts";

/** What has no canonical form: half of a surrogate pair, or a number that JSON cannot hold. */
export interface NoForm {
  readonly what: "surrogate" | "number";
  /** Names and positions that lead to it; the last one may be a name that is ill-formed itself. */
  readonly path: readonly (string | number)[];
}

export type Canonical = { readonly ok: true; readonly text: string } | ({ readonly ok: false } & NoForm);

export function canonicalJson(value: Json): Canonical {
  const { text, noForm } = written(value);
  return noForm === undefined ? { ok: true, text } : { ok: false, ...noForm };
}

/** A text that is the same for equal values, and for no others; also where there is no canonical form. */
export function comparable(value: Json | undefined): string {
  return value === undefined ? "" : written(value).text;
}

interface Frame {
  /** Of an object, sorted. */
  readonly names: readonly string[] | undefined;
  readonly values: readonly (Json | undefined)[];
  at: number;
}

/** A stack of its own, because values are as deep as their file is. */
function written(root: Json): { readonly text: string; readonly noForm?: NoForm } {
  const stack: Frame[] = [{ names: undefined, values: [root], at: 0 }];
  // Joined at the end: a text that grows piece by piece costs several times as much.
  const text: string[] = [];
  let noForm: NoForm | undefined;
  const refuse = (what: NoForm["what"]): void => {
    noForm ??= { what, path: stack.slice(1).map(({ names, at }) => names?.[at - 1] ?? at - 1) };
  };
  for (let frame = stack[0]; frame !== undefined; frame = stack.at(-1)) {
    const { names, values, at } = frame;
    if (at === values.length) {
      stack.pop();
      if (stack.length > 0) text.push(names === undefined ? "]" : "}");
      continue;
    }
    frame.at += 1;
    if (at > 0) text.push(",");
    const name = names?.[at];
    if (name !== undefined) {
      if (isHalved(name)) refuse("surrogate");
      // Strings are escaped as ECMAScript does it, section 3.2.2.2.
      text.push(JSON.stringify(name), ":");
    }
    const value = values[at] ?? null;
    if (typeof value === "object" && value !== null) {
      text.push(Array.isArray(value) ? "[" : "{");
      stack.push(frameOf(value));
    } else if (typeof value === "string") {
      if (isHalved(value)) refuse("surrogate");
      text.push(JSON.stringify(value));
    } else {
      if (typeof value === "number" && !Number.isFinite(value)) refuse("number");
      // Numbers as ECMAScript writes them, section 3.2.2.3; so -0 is 0.
      text.push(String(value));
    }
  }
  return noForm === undefined ? { text: text.join("") } : { text: text.join(""), noForm };
}

function frameOf(value: readonly Json[] | { readonly [name: string]: Json }): Frame {
  if (Array.isArray(value)) return { names: undefined, values: value, at: 0 };
  const fields = value as { readonly [name: string]: Json | undefined };
  // By UTF-16 code units, section 3.2.3: the order that sort has by itself.
  const names = Object.keys(fields)
    .filter((name) => fields[name] !== undefined)
    .sort();
  return { names, values: names.map((name) => fields[name]), at: 0 };
}

/** UTF-8 has no bytes for half of a surrogate pair: two texts would get one digest. */
function isHalved(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
