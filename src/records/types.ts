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
  /** A type parameter of a library signature: T, R. */
  | { readonly kind: "parameter"; readonly name: string };

export type TypeKind = Type["kind"];

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

/** A type as a script writes it. */
export function showType(type: Type): string {
  switch (type.kind) {
    case "array":
      return `${showType(type.element)}[]`;
    case "map":
      return `Map<${showType(type.value)}>`;
    case "optional":
      return `${showType(type.base)}?`;
    case "function":
      return `Func<${[type.returns, ...type.parameters].map(showType).join(", ")}>`;
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
