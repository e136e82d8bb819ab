/** A condition's text to its tree: `max(cpu) <= 13% and not errors > 0`. */

import type { Comparison, Condition, Operand } from "../model/condition.ts";
import { type Token, tokensOf } from "./tokens.ts";

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  /** `at` counts UTF-16 units of the text. */
  | { readonly ok: false; readonly message: string; readonly at: number };

/** Parentheses within each other. */
const deepest = 100;
/** UTF-16 units. */
const longest = 10_000;

/** Functions over the records of a monitor's window. */
const overWindow = ["mean", "max", "min", "count", "last", "p95", "p99"] as const;
const comparisons: readonly string[] = ["==", "!=", "<", "<=", ">", ">="] satisfies readonly Comparison[];

class Wrong extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Never throws. */
export function parseCondition(text: string): ParsedCondition {
  if (text.length > longest)
    return { ok: false, message: `a condition has at most ${longest} characters`, at: longest };
  const tokens = tokensOf(text);
  try {
    const reader = new Reader(tokens);
    const condition = reader.either(0);
    reader.end();
    return { ok: true, condition };
  } catch (thrown) {
    if (thrown instanceof Wrong) return { ok: false, message: thrown.message, at: thrown.at };
    throw thrown;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  either(depth: number): Condition {
    return this.#joined("or", "||", () => this.#both(depth));
  }

  end(): void {
    const token = this.#token;
    if (token.kind !== "end") throw new Wrong(`${shown(token)} stands where the condition could end`, token.at);
  }

  #both(depth: number): Condition {
    return this.#joined("and", "&&", () => this.#single(depth));
  }

  #joined(kind: "and" | "or", sign: string, part: () => Condition): Condition {
    const parts = [part()];
    while (this.#takes(kind) || this.#takes(sign)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind, of: parts };
  }

  #single(depth: number): Condition {
    if (depth > deepest) throw new Wrong(`parentheses and \`not\` nest more than ${deepest} deep`, this.#token.at);
    if (this.#takes("not") || this.#takes("!")) return { kind: "not", of: this.#single(depth + 1) };
    if (this.#takes("(")) {
      const inner = this.either(depth + 1);
      if (!this.#takes(")")) throw new Wrong(`a \`)\` is missing ahead of ${shown(this.#token)}`, this.#token.at);
      return inner;
    }
    const left = this.#operand();
    const sign = this.#token;
    if (sign.kind !== "sign" || !comparisons.includes(sign.text))
      throw new Wrong(`expected one of ${comparisons.join(" ")}, found ${shown(sign)}`, sign.at);
    this.#at += 1;
    return { kind: "compare", is: sign.text as Comparison, left, right: this.#operand() };
  }

  #operand(): Operand {
    const token = this.#token;
    this.#at += 1;
    if (token.kind === "value") return { kind: "value", value: token.value };
    if (token.kind !== "name") throw new Wrong(`expected a name or a value, found ${shown(token)}`, token.at);
    if (!this.#takes("(")) return { kind: "field", path: token.text };
    const how = overWindow.find((each) => each === token.text);
    if (how === undefined)
      throw new Wrong(`there is no function \`${token.text}\`; there are ${overWindow.join(", ")}`, token.at);
    const path = this.#token;
    if (path.kind !== "name") throw new Wrong(`expected the name of a field, found ${shown(path)}`, path.at);
    this.#at += 1;
    if (!this.#takes(")")) throw new Wrong(`a \`)\` is missing ahead of ${shown(this.#token)}`, this.#token.at);
    return { kind: "over", how, path: path.text };
  }

  #takes(text: string): boolean {
    const token = this.#token;
    const takes = (token.kind === "sign" || token.kind === "name") && token.text === text;
    if (takes) this.#at += 1;
    return takes;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: "end", at: 0 };
  }
}

function shown(token: Token): string {
  switch (token.kind) {
    case "end":
      return "the end";
    case "value":
      return JSON.stringify(token.value);
    case "name":
    case "sign":
      return `\`${token.text}\``;
  }
}
