/** The grammar is a table: rows from outside stand beside the language's own, through the same door. */

import { describe, expect, it } from "vitest";
import {
  coreGrammar,
  defineCommandPrefix,
  defineExpression,
  defineStatement,
  extendGrammar,
  type Grammar,
  type GrammarRow,
  type Parsed,
  type Parser,
  parse,
} from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";
import { showScript } from "./show-tree.ts";

function read(text: string, grammar: Grammar): Parsed {
  return parse(createSource("x.dscript", text), grammar);
}

/** `unless (cond) { … }`, as an `if` whose condition is negated. */
const unless = defineStatement({
  kind: "if",
  form: "unless (CONDITION) { … }",
  words: ["unless"],
  shape: (p: Parser, after: number) => /^ *\(/.test(p.text.slice(after, after + 8)),
  parse: (p) => {
    const start = p.at;
    p.takeWord("unless");
    p.expect("(");
    const operand = p.expression();
    p.expect(")");
    const condition = {
      kind: "expression-condition",
      expression: { kind: "unary", operator: "!", operand, start: operand.start, end: operand.end },
      start: operand.start,
      end: operand.end,
    } as const;
    const body = p.block();
    return { kind: "if", branches: [{ condition, body }], start, end: p.at };
  },
});

const rows: readonly GrammarRow[] = [
  unless,
  defineExpression({
    role: "infix",
    kind: "binary",
    form: "VALUE <=> VALUE",
    operator: "<=>",
    precedence: "relational",
    build: (p, left, operatorSpan, right) => ({
      kind: "binary",
      operator: "-",
      operatorSpan,
      left,
      right,
      start: left.start,
      end: p.at,
    }),
  }),
  defineExpression({
    role: "unit",
    kind: "duration",
    form: "2w",
    units: { w: 604_800_000 },
    build: (span, milliseconds) => ({ kind: "duration", milliseconds, ...span }),
  }),
  defineCommandPrefix({
    word: "soon",
    form: "soon COMMAND",
    parse: (p) => {
      const start = p.at;
      p.at += "soon".length;
      const duration = { kind: "duration", milliseconds: 1000, start, end: p.at } as const;
      return { kind: "within", duration, start, end: p.at };
    },
  }),
];

describe("a grammar with more rows", () => {
  const grammar = extendGrammar(coreGrammar, rows, ["Money"]);

  it("knows a new statement, in its shape only", () => {
    expect(showScript(read("unless (1 == 2) { echo x }", grammar).script)).toBe("(if (! (== 1 2)) {\n  <echo x>\n})\n");
    expect(showScript(read("unless -x", grammar).script)).toBe("<unless -x>\n");
  });

  it("knows a new operator with its precedence, a unit, a prefix of commands and a type", () => {
    const { script, diagnostics } = read("var a = 1 <=> 2 + 3 == 2w\nsoon make x\nMoney m = 5", grammar);
    expect(diagnostics).toEqual([]);
    expect(showScript(script)).toBe(
      "(var a (== (- 1 (+ 2 3)) 1209600000ms))\n<within:1000ms make x>\n(var Money m 5)\n",
    );
  });

  it("leaves the language's own grammar as it was", () => {
    expect(showScript(read("unless (1) { echo x }", coreGrammar).script)).not.toContain("if");
    expect(read("var a = 2w", coreGrammar).diagnostics.map((one) => one.code)).toEqual(["DS1018"]);
  });

  it("gives misspelt statements the name of a new one", () => {
    const { diagnostics } = read("unles (1 == 2) { echo x }", grammar);
    expect(diagnostics.map((one) => one.hint)).toEqual(["the statement is written `unless (CONDITION) { … }`"]);
  });
});
