/** How a package is written: `definePackage`, and the constructors of what it adds. Plain data and functions; nothing here runs. */

import type { CallContext } from "../records/index.ts";
import type { Expression, NodeBase, Part, PartReader, Precedence, Statement, UseView } from "../syntax/index.ts";
import type { PartsOf } from "./form-types.ts";

/** What `make.statement` gives. */
export interface MadeStatement {
  readonly made: "statement";
  readonly node: Statement;
}

/** What `make.expression` gives. */
export interface MadeExpression {
  readonly made: "expression";
  readonly node: Expression;
}

/** What can be put into a template: a part of the use, something made, or a JavaScript value, which becomes a literal. */
export type Insert = Part | MadeStatement | MadeExpression | string | number | boolean;

/** Makes D-Script of templates. Names that a template declares are its own; other names are the package's functions, or the library's. */
export interface Make {
  readonly statement: (texts: TemplateStringsArray, ...inserts: readonly Insert[]) => MadeStatement;
  readonly expression: (texts: TemplateStringsArray, ...inserts: readonly Insert[]) => MadeExpression;
}

// Methods, so that a construct of one form can stand in a list of constructs of any.
interface Construct<Parts, Made> {
  /** One sentence for hover and the manual. */
  readonly says: string;
  /** Instead of the form: the form is then what messages and the manual show. */
  parse?(reader: PartReader): Readonly<Record<string, Part>>;
  /** What a use stands for. */
  lower(parts: Parts, make: Make): Made;
  /** What is checked beside the types of what it stands for. */
  check?(parts: Parts, view: UseView): void;
  /** How a use is written; without it, by its form. `text` gives a part's own text. */
  print?(parts: Parts, text: (part: Part) => string): string;
  /** What is shown of a use, as Markdown; without it, the form and `says`. */
  hover?(parts: Parts, text: (part: Part) => string): string;
}

export interface StatementSpec<Form extends string = string> extends Construct<PartsOf<Form>, MadeStatement> {
  readonly kind: "statement";
  readonly form: Form;
}

export interface ExpressionSpec<Form extends string = string> extends Construct<PartsOf<Form>, MadeExpression> {
  readonly kind: "expression";
  readonly form: Form;
}

export interface OperatorSpec<Form extends string = string>
  extends Omit<Construct<PartsOf<Form>, MadeExpression>, "parse"> {
  readonly kind: "operator";
  /** `$a "<=>" $b`, or `"√" $x` ahead of its value. */
  readonly form: Form;
  readonly precedence: Precedence;
}

/** A token of its own: what a pattern matches where a value can stand. */
export interface LiteralSpec extends Pick<Construct<unknown, unknown>, "says"> {
  readonly kind: "literal";
  readonly pattern: RegExp;
  readonly lower: (text: string, make: Make) => MadeExpression;
  /** Reports what is wrong with a text that has the right shape. */
  readonly check?: (text: string, at: NodeBase, view: UseView) => void;
  readonly hover?: (text: string) => string;
}

export interface FunctionSpec {
  readonly says: string;
  /** May wait: `run` gives a promise. */
  readonly waits?: true;
  /** Changes something permanent: its calls write SystemChangePoints. */
  readonly changes?: true;
  /** Can fail; without it a failure counts as a mistake of the package. */
  readonly fails?: true;
  // The signature that is the key says which values come: TypeScript does not read it.
  readonly run: (context: CallContext, ...values: never[]) => unknown;
}

export interface TypeSpec {
  readonly says: string;
}

export interface CommandSpec {
  readonly effect?: "reads" | "changes";
  readonly answers?: "any" | "none" | readonly [number, number];
  readonly plain?: boolean;
  readonly valueOptions?: readonly string[];
}

/** All that a package can add to the files that import it. */
export interface PackageSpec {
  readonly says: string;
  readonly statements?: readonly StatementSpec[];
  readonly expressions?: readonly ExpressionSpec[];
  readonly operators?: readonly OperatorSpec[];
  readonly literals?: readonly LiteralSpec[];
  /** Types whose values only the package's functions make and look into. */
  readonly types?: Readonly<Record<string, TypeSpec>>;
  /** By signatures: `"network(String text): Network"`, `"Network.contains(String address): boolean"`. */
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  /** Rows for the table of commands. */
  readonly commands?: Readonly<Record<string, CommandSpec>>;
}

/** The whole of a package; its default export. */
export function definePackage(spec: PackageSpec): PackageSpec {
  return spec;
}

export function statement<Form extends string>(
  form: Form,
  spec: Omit<StatementSpec<Form>, "kind" | "form">,
): StatementSpec<Form> {
  return { ...spec, kind: "statement", form };
}

export function expression<Form extends string>(
  form: Form,
  spec: Omit<ExpressionSpec<Form>, "kind" | "form">,
): ExpressionSpec<Form> {
  return { ...spec, kind: "expression", form };
}

export function operator<Form extends string>(
  form: Form,
  precedence: Precedence,
  spec: Omit<OperatorSpec<Form>, "kind" | "form" | "precedence">,
): OperatorSpec<Form> {
  return { ...spec, kind: "operator", form, precedence };
}

export function literal(pattern: RegExp, spec: Omit<LiteralSpec, "kind" | "pattern">): LiteralSpec {
  return { ...spec, kind: "literal", pattern };
}
