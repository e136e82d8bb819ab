/** A package's export is checked, and typed by its forms; what packages import does the same as what they are typed with. */

import { describe, expect, expectTypeOf, it } from "vitest";
import { packageApi } from "../../src/engine/modules/package-api.ts";
import {
  assemblePackage,
  definePackage,
  expression,
  literal,
  operator,
  type Package,
  statement,
} from "../../src/packages/index.ts";
import type { BlockStatement, Condition, Expression } from "../../src/syntax/index.ts";

const home = { home: "x.js", isAtHome: () => false, call: <T>(run: () => T): T => run() };

function assembled(exported: unknown): Package | string {
  return assemblePackage(exported, "x", home);
}

describe("what packages import", () => {
  it("makes the same data as what they are typed with", async () => {
    const api = (await import(
      `data:text/javascript,${encodeURIComponent(packageApi)}`
    )) as typeof import("../../src/packages/index.ts");
    const lower = (): never => {
      throw new Error("not called");
    };
    const spec = { says: "x", lower };
    expect(api.statement("a $b", spec)).toEqual(statement("a $b", spec));
    expect(api.expression("a $b", spec)).toEqual(expression("a $b", spec));
    expect(api.operator('$a "<=>" $b', "relational", spec)).toEqual(operator('$a "<=>" $b', "relational", spec));
    expect(api.literal(/x/, spec)).toEqual(literal(/x/, spec));
    expect(api.definePackage({ says: "x" })).toEqual(definePackage({ says: "x" }));
  });
});

describe("parts", () => {
  it("are typed by the form", () => {
    statement("unless ($c:condition) $body_2:block [every $gap = 1s]", {
      says: "x",
      lower(parts, make) {
        expectTypeOf(parts.c.value).toEqualTypeOf<Condition>();
        expectTypeOf(parts.body_2.value).toEqualTypeOf<BlockStatement>();
        expectTypeOf(parts.gap.value).toEqualTypeOf<Expression>();
        expectTypeOf<keyof typeof parts>().toEqualTypeOf<"c" | "body_2" | "gap">();
        return make.statement`if (!${parts.c}) ${parts.body_2}`;
      },
    });
  });
});

const nothing = (): undefined => undefined;

describe("an export that is no package", () => {
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["nothing", undefined, "it has no default export that `definePackage` made"],
    ["a key that is misspelt", { says: "x", statments: [] }, "statments: there is no such key, is `statements` meant?"],
    ["no sentence", {}, "it: `says` is missing"],
    [
      "no function",
      { says: "x", statements: [{ kind: "statement", form: "a $b", says: "x", lower: 1 }] },
      "statements[0].lower: expected a function",
    ],
    [
      "a form that is none",
      { says: "x", statements: [{ kind: "statement", form: "a $b:nothing", says: "x", lower: nothing }] },
      "the form `a $b:nothing`: there is no hole of the kind `nothing`",
    ],
    [
      "a form without a word",
      { says: "x", statements: [{ kind: "statement", form: "$b", says: "x", lower: nothing }] },
      "the form `$b`: a statement begins with a word of its own",
    ],
    [
      "a core word",
      { says: "x", statements: [{ kind: "statement", form: "for $b", says: "x", lower: nothing }] },
      "`for` is the language's own: no syntax can replace it",
    ],
    [
      "a core operator",
      {
        says: "x",
        operators: [{ kind: "operator", form: '$a "&&" $b', precedence: "and", says: "x", lower: nothing }],
      },
      "`&&` is the language's own: no syntax can replace it",
    ],
    [
      "a type in lower case",
      { says: "x", types: { network: { says: "x" } } },
      "types.network: expected a name that begins with a capital",
    ],
    [
      "a signature that is none",
      { says: "x", functions: { "f(int)": { says: "x", run: nothing } } },
      "`f(int)` is no signature: write it as `contains(String network, String address): boolean`",
    ],
    [
      "a method of a core type",
      { says: "x", functions: { "String.f(): int": { says: "x", run: nothing } } },
      "`String.f(): int`: a method belongs to one of the package's own types",
    ],
    [
      "answers that are none",
      { says: "x", commands: { a: { answers: "some" } } },
      'commands.a.answers: expected "any", "none", or two statuses from 0 to 255',
    ],
  ];
  for (const [what, exported, said] of wrong) it(`is told of: ${what}`, () => expect(assembled(exported)).toBe(said));
});

describe("a package", () => {
  it("has its types under its own name", () => {
    const made = assembled({
      says: "x",
      types: { Network: { says: "x" } },
      functions: {
        "network(String text): Network": { says: "x", run: nothing },
        "Network.all(Network[] others): Map<Network?>": { says: "x", run: nothing },
      },
    });
    if (typeof made === "string") throw new Error(made);
    const network = { kind: "object", name: "x.Network" };
    expect(made.types.get("Network")).toEqual(network);
    expect(
      made.functions.map(({ signature: { key, receiver, parameters, returns } }) => ({
        key,
        receiver,
        parameters,
        returns,
      })),
    ).toMatchObject([
      { key: "x.network", returns: network },
      {
        key: "x.Network.all",
        receiver: network,
        parameters: [{ type: { kind: "array", element: network } }],
        returns: { kind: "map", value: { kind: "optional", base: network } },
      },
    ]);
  });
});
