/** The types of the language as data, shared by the library's signatures, the checker, and what prints values. */

export type Type =
  | { readonly kind: "boolean" | "int" | "float" | "String" | "void" | "Duration" | "Size" | "Regex" }
  /** The type of `null`, and of an expression that has a diagnostic already (assignable to and from all). */
  | { readonly kind: "null" | "unknown" }
  | { readonly kind: "array"; readonly element: Type }
  | { readonly kind: "map"; readonly value: Type }
  | { readonly kind: "optional"; readonly base: Type }
  | { readonly kind: "function"; readonly returns: Type; readonly parameters: readonly Type[] }
  /** `Result`, `Job`, `File`, `FileStatus`, `Fault` and every fault kind and class. */
  | { readonly kind: "object"; readonly name: string }
  /** A class of a script. */
  | { readonly kind: "class"; readonly name: string; readonly of: ClassOf }
  /** A type parameter of a library signature: T, R. */
  | { readonly kind: "parameter"; readonly name: string };

export type TypeKind = Type["kind"];

/** A declared class: there is one of these, and one type, for each declaration, so that two classes of one name differ. */
export interface ClassOf {
  readonly name: string;
  /** The file that declares it, as messages name it. */
  readonly file: string;
  readonly type: Type & { readonly kind: "class" };
  readonly base: ClassOf | undefined;
  /** How many classes stand above it. */
  readonly depth: number;
  /** A class further up: looking for one of a given depth takes logarithmically many steps. */
  readonly jump: ClassOf | undefined;
  /** It has, or inherits, the method `String toString()`. */
  readonly prints: boolean;
}

/** The class of this depth among a class and those above it. */
function ancestorAt(of: ClassOf, depth: number): ClassOf | undefined {
  let at: ClassOf | undefined = of;
  while (at !== undefined && at.depth > depth) at = at.jump !== undefined && at.jump.depth >= depth ? at.jump : at.base;
  return at;
}

/** Whether a class is another one, or extends it, directly or through others. */
export function isSubclass(of: ClassOf, other: ClassOf): boolean {
  return ancestorAt(of, other.depth) === other;
}

/** The nearest class that both are or extend. */
export function commonClass(a: ClassOf, b: ClassOf): ClassOf | undefined {
  let x = ancestorAt(a, Math.min(a.depth, b.depth));
  let y = ancestorAt(b, Math.min(a.depth, b.depth));
  while (x !== y && x !== undefined && y !== undefined) {
    const far = x.jump !== y.jump;
    x = far ? x.jump : x.base;
    y = far ? y.jump : y.base;
  }
  return x === y ? x : undefined;
}

/** Where a class's `jump` leads, by its base: to the base, or over as many as the base and its own jump pass together. */
export function jumpOf(base: ClassOf | undefined): ClassOf | undefined {
  const { jump } = base ?? {};
  const isEven =
    base !== undefined && jump?.jump !== undefined && base.depth - jump.depth === jump.depth - jump.jump.depth;
  return isEven ? jump?.jump : base;
}

/** A type as records keep it: of a class the name alone. */
export function plainType(type: Type): Type {
  switch (type.kind) {
    case "class":
      return { kind: "object", name: type.name };
    case "array":
      return { kind: "array", element: plainType(type.element) };
    case "map":
      return { kind: "map", value: plainType(type.value) };
    case "optional":
      return { kind: "optional", base: plainType(type.base) };
    case "function":
      return { kind: "function", returns: plainType(type.returns), parameters: type.parameters.map(plainType) };
    default:
      return type;
  }
}

const simple = ["boolean", "int", "float", "String", "void", "Duration", "Size", "Regex", "null", "unknown"] as const;

/** The types without parts, by name. */
export const types = Object.fromEntries(simple.map((kind) => [kind, { kind }])) as {
  // fromEntries forgets the keys that `simple` lists.
  readonly [K in (typeof simple)[number]]: { readonly kind: K };
};

/** Reads a type as it is written in the library's signatures: "Map<T[]>?", "Func<R, T>"; a single capital letter is a parameter. Throws on text that is no type: signatures are ours. */
export function parseType(text: string): Type {
  let at = 0;
  const result = read();
  if (at !== text.length) throw new Error(`no type: ${text}`);
  return result;

  function read(): Type {
    while (text[at] === " ") at += 1;
    const from = at;
    while (at < text.length && /[A-Za-z0-9]/.test(text[at] ?? "")) at += 1;
    const name = text.slice(from, at);
    if (name === "") throw new Error(`no type: ${text}`);
    const parts: Type[] = [];
    if (text[at] === "<") {
      do {
        at += 1;
        parts.push(read());
      } while (text[at] === ",");
      if (text[at] !== ">") throw new Error(`no type: ${text}`);
      at += 1;
    }
    let type = named(name, parts);
    for (;;) {
      if (text.startsWith("[]", at)) {
        at += 2;
        type = { kind: "array", element: type };
      } else if (text[at] === "?") {
        at += 1;
        type = { kind: "optional", base: type };
      } else return type;
    }
  }
}

function named(name: string, parts: readonly Type[]): Type {
  const known = simple.find((kind) => kind === name);
  if (known !== undefined) return types[known];
  if (name === "Map") return { kind: "map", value: parts[0] ?? types.unknown };
  if (name === "Func") return { kind: "function", returns: parts[0] ?? types.void, parameters: parts.slice(1) };
  if (/^[A-Z]$/.test(name)) return { kind: "parameter", name };
  return { kind: "object", name };
}

/** A type as a script writes it; `withFiles`: of a class also the file that declares it. */
export function showType(type: Type, withFiles = false): string {
  const show = (part: Type): string => showType(part, withFiles);
  switch (type.kind) {
    case "array":
      return `${show(type.element)}[]`;
    case "map":
      return `Map<${show(type.value)}>`;
    case "optional":
      return `${show(type.base)}?`;
    case "function":
      return `Func<${[type.returns, ...type.parameters].map(show).join(", ")}>`;
    case "class":
      return withFiles ? `${type.name} (${type.of.file})` : type.name;
    case "object":
    case "parameter":
      return type.name;
    case "boolean":
    case "int":
    case "float":
    case "String":
    case "void":
    case "Duration":
    case "Size":
    case "Regex":
    case "null":
      return type.kind;
    // Alone it is never shown: `T[]` is an array of whatever it may be.
    case "unknown":
      return "T";
  }
}
