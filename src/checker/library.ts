/** The standard library's signatures, found by name and receiver. */

import { librarySignatures, moduleNames, type Signature, type Type } from "../records/index.ts";

export interface Library {
  readonly plain: ReadonlyMap<string, Signature>;
  /** `System` → `fopen` → its signature. */
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, Signature>>;
  /** "String", "[]", "Map", "File" → name → signatures (several where receivers differ, as `String[]` and `T[]`). */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, readonly Signature[]>>;
  /** The names of object types: `File`, `Result`, … */
  readonly objects: ReadonlySet<string>;
}

let known: { readonly from: readonly Signature[]; readonly library: Library } | undefined;

/** The library's index, made once; with the methods of packages, where there are some. */
export function readLibrary(added: readonly { readonly signature: Signature }[] = []): Library {
  const from = librarySignatures();
  // What is no method is a name of its module alone.
  const methods = added.map(({ signature }) => signature).filter(({ receiver }) => receiver !== undefined);
  if (methods.length > 0) return index([...from, ...methods]);
  if (known?.from !== from) known = { from, library: index(from) };
  return known.library;
}

function index(signatures: readonly Signature[]): Library {
  const plain = new Map<string, Signature>();
  const modules = new Map<string, Map<string, Signature>>(moduleNames.map((name) => [name, new Map()]));
  const members = new Map<string, Map<string, Signature[]>>();
  const objects = new Set(["Result", "Job", "File", "FileStatus"]);
  for (const signature of signatures) {
    objectNames(signature.returns, objects);
    if (signature.receiver !== undefined) {
      objectNames(signature.receiver, objects);
      const owner = memberOwner(signature.receiver);
      const byName = members.get(owner) ?? new Map<string, Signature[]>();
      members.set(owner, byName);
      byName.set(signature.name, [...(byName.get(signature.name) ?? []), signature]);
    } else {
      const module = signature.key.includes(".") ? signature.key.slice(0, signature.key.indexOf(".")) : undefined;
      if (module === undefined) plain.set(signature.name, signature);
      else modules.get(module)?.set(signature.name, signature);
    }
  }
  return { plain, modules, members, objects };
}

/** Under what name a type's methods stand. */
export function memberOwner(type: Type): string {
  if (type.kind === "array") return "[]";
  if (type.kind === "map") return "Map";
  return type.kind === "object" ? type.name : type.kind;
}

function objectNames(type: Type, into: Set<string>): void {
  if (type.kind === "object") into.add(type.name);
  else if (type.kind === "array") objectNames(type.element, into);
  else if (type.kind === "map") objectNames(type.value, into);
  else if (type.kind === "optional") objectNames(type.base, into);
}
