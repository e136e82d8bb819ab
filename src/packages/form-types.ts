/** What TypeScript reads from a form: the names and kinds of its holes, so that each part of a syntax is typed by it. */

import type {
  BlockStatement,
  Condition,
  Expression,
  HoleKind,
  Identifier,
  Part,
  Statement,
  StringExpression,
  Word,
} from "../syntax/index.ts";

/** The tree that stands in a hole of each kind. */
export interface HoleValues {
  readonly expr: Expression;
  readonly exprs: readonly Expression[];
  readonly condition: Condition;
  readonly block: BlockStatement;
  readonly body: Statement;
  readonly word: Word;
  readonly words: readonly Word[];
  readonly name: Identifier;
  readonly text: StringExpression;
}

/** What stands in a hole, at one use: `value` is its tree, `start` and `end` its place in the user's text. */
export interface PartOf<K extends HoleKind> extends Part {
  readonly of: K;
  readonly value: HoleValues[K];
}

type Lower =
  | ("a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m")
  | ("n" | "o" | "p" | "q" | "r" | "s" | "t" | "u" | "v" | "w" | "x" | "y" | "z");
type NameCharacter = Lower | Uppercase<Lower> | "_" | "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

/** The name at the start of a text, and what follows it. */
type SplitName<Text extends string, Name extends string = ""> = Text extends `${infer First}${infer Rest}`
  ? First extends NameCharacter
    ? SplitName<Rest, `${Name}${First}`>
    : [Name, Text]
  : [Name, ""];

/** `:block …` is a block, everything else an expression. */
type KindAt<Text extends string> = Text extends `:${infer Rest}`
  ? SplitName<Rest>[0] extends infer Kind extends HoleKind
    ? Kind
    : never
  : "expr";

/** The parts of a form: `PartsOf<"unless ($c:condition) $b:block">` is `{ c: PartOf<"condition">; b: PartOf<"block"> }`. */
export type PartsOf<Form extends string> = string extends Form
  ? Readonly<Record<string, Part>>
  : { readonly [Hole in HolesIn<Form> as Hole[0]]: PartOf<Hole[1]> };

/** Name and kind of each hole, as a union. */
type HolesIn<Form extends string> = Form extends `${string}$${infer Rest}`
  ? [SplitName<Rest>[0], KindAt<SplitName<Rest>[1]>] | HolesIn<SplitName<Rest>[1]>
  : never;
