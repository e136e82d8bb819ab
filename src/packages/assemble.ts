/** From what a package exports to what it adds to the files that import it. */

import type { UserRow } from "../commands/index.ts";
import { type ForeignFunction, parseSignature, type Signature, type Type } from "../records/index.ts";
import { type Parts, precedenceNames, type SyntaxExtension, type SyntaxSpec, syntaxOf } from "../syntax/index.ts";
import type { FunctionSpec, LiteralSpec, MadeExpression, MadeStatement, PackageSpec } from "./define.ts";
import { type Home, makerFor } from "./make.ts";
import { checkShape } from "./shape.ts";

/** All that a package adds. */
export interface Package {
  /** The last name of its module. */
  readonly name: string;
  readonly syntaxes: readonly SyntaxExtension[];
  /** By the names that scripts write. */
  readonly types: ReadonlyMap<string, Type>;
  readonly functions: readonly ForeignFunction[];
  readonly commands: readonly UserRow[];
}

/** Checks and assembles a package's export; a text says what is wrong with it. `home` is the source of the module. */
export function assemblePackage(exported: unknown, name: string, home: Home): Package | string {
  const spec = checkShape(exported);
  if (typeof spec === "string") return spec;
  const types = new Map<string, Type>(
    Object.keys(spec.types ?? {}).map((type) => [type, { kind: "object", name: `${name}.${type}` }]),
  );
  const functions: ForeignFunction[] = [];
  for (const [text, said] of Object.entries(spec.functions ?? {})) {
    const made = functionOf(text, said, name, types);
    if (typeof made === "string") return made;
    functions.push(made);
  }
  // Templates name the package's functions as its script does.
  const names = new Set(functions.map(({ signature }) => signature.name));
  const whole: Home = { ...home, isAtHome: (each) => names.has(each) || home.isAtHome(each) };
  const syntaxes: SyntaxExtension[] = [];
  for (const each of syntaxesOf(spec, whole)) {
    const made = syntaxOf(each);
    if (typeof made === "string") return made;
    syntaxes.push(made);
  }
  return { name, syntaxes, types, functions, commands: rowsOf(spec, home.home) };
}

function functionOf(
  text: string,
  { run, ...row }: FunctionSpec,
  name: string,
  types: ReadonlyMap<string, Type>,
): ForeignFunction | string {
  let signature: Signature;
  try {
    signature = parseSignature(text, row);
  } catch {
    return `\`${text}\` is no signature: write it as \`contains(String network, String address): boolean\``;
  }
  const own = (type: Type): Type => mapType(type, types);
  const { receiver, key, parameters, returns } = signature;
  if (receiver !== undefined && !(receiver.kind === "object" && types.has(receiver.name)))
    return `\`${text}\`: a method belongs to one of the package's own types`;
  const qualified: Signature = {
    ...signature,
    key: `${name}.${key}`,
    parameters: parameters.map((each) => (each.type === "any" ? each : { ...each, type: own(each.type) })),
    returns: own(returns),
    ...(receiver !== undefined && { receiver: own(receiver) }),
  };
  // The checker lets only values of the signature's types through.
  return { signature: qualified, run: run as ForeignFunction["run"] };
}

/** A package's own types by their whole names. */
function mapType(type: Type, own: ReadonlyMap<string, Type>): Type {
  switch (type.kind) {
    case "object":
      return own.get(type.name) ?? type;
    case "array":
      return { ...type, element: mapType(type.element, own) };
    case "map":
      return { ...type, value: mapType(type.value, own) };
    case "optional":
      return { ...type, base: mapType(type.base, own) };
    case "function":
      return {
        ...type,
        returns: mapType(type.returns, own),
        parameters: type.parameters.map((each) => mapType(each, own)),
      };
    default:
      return type;
  }
}

function syntaxesOf(spec: PackageSpec, home: Home): readonly SyntaxSpec[] {
  const { call } = home;
  const constructs = [...(spec.statements ?? []), ...(spec.expressions ?? []), ...(spec.operators ?? [])];
  return [
    ...constructs.map((each): SyntaxSpec => {
      const { kind: role, form, says, lower, check, print, hover } = each;
      const parse = "parse" in each ? each.parse : undefined;
      return {
        ...{ role, form, says, home: home.home },
        ...("precedence" in each && precedenceNames.includes(each.precedence) && { precedence: each.precedence }),
        lower: (use, budget) =>
          nodeOf(
            call(() => lower(objectOf(use.parts), makerFor(use, home, budget))),
            role,
          ),
        ...(check && { check: (parts, view) => call(() => check(objectOf(parts), view)) }),
        ...(parse && { parse: (reader) => new Map(Object.entries(call(() => parse(reader)))) }),
        ...(print && { print: (parts, text) => call(() => print(objectOf(parts), (part) => text(part.value))) }),
        ...(hover && { hover: (parts, text) => call(() => hover(objectOf(parts), (part) => text(part.value))) }),
      };
    }),
    ...(spec.literals ?? []).map((each) => literalOf(each, home)),
  ];
}

function literalOf({ pattern, says, lower, check, hover }: LiteralSpec, home: Home): SyntaxSpec {
  const { call } = home;
  return {
    ...{ role: "literal", form: "", says, home: home.home, pattern: pattern.source },
    lower: (use, budget) =>
      nodeOf(
        call(() => lower(use.text ?? "", makerFor(use, home, budget))),
        "expression",
      ),
    ...(check && {
      check: (parts, view) => {
        const part = parts.get("text");
        if (part !== undefined) call(() => check(textOf(part.value), part, view));
      },
    }),
    ...(hover && { hover: (parts) => call(() => hover(textOf(parts.get("text")?.value))) }),
  };
}

function textOf(value: unknown): string {
  const { parts } = value as { readonly parts?: readonly { readonly text?: string }[] };
  return parts?.[0]?.text ?? "";
}

/** Parts as an object, as packages are written; its shape is the form's. */
function objectOf(parts: Parts): Readonly<Record<string, never>> {
  return Object.fromEntries(parts) as Readonly<Record<string, never>>;
}

function nodeOf(
  made: MadeStatement | MadeExpression | undefined,
  role: string,
): (MadeStatement | MadeExpression)["node"] {
  const wanted = role === "statement" ? "statement" : "expression";
  if (made?.made !== wanted) throw new Error(`its \`lower\` gives nothing that \`make.${wanted}\` made`);
  return made.node;
}

function rowsOf({ commands = {} }: PackageSpec, source: string): readonly UserRow[] {
  return Object.entries(commands).map(([name, said]) => ({ name, source, ...said }));
}
