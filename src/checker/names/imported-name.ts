/** What an imported file has: its own names and, where it is a package, functions in JavaScript (language 5). */

import { nearest } from "../../diagnostics/index.ts";
import type { Identifier } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import type { FileState } from "../file-state.ts";
import type { KnownSymbol } from "./symbol.ts";

/** The file that an import names; undefined where it could not be loaded, which is said there. */
export function importedFile({ program }: Context, { target }: KnownSymbol): FileState | undefined {
  return target === undefined ? undefined : program.files[target];
}

/** A name of an imported file that stands for a value, a function or a class; what is private or not there is reported. */
export function importedName(context: Context, library: KnownSymbol, name: Identifier): KnownSymbol | undefined {
  const functions = importedFile(context, library)?.functions.keys() ?? [];
  return find(context, library, name, ({ kind }) => kind !== "import" && kind !== "monitor", functions);
}

/** A name of an imported file that stands for a class; what is private or not there is reported. */
export function importedClass(context: Context, library: KnownSymbol, name: Identifier): KnownSymbol | undefined {
  return find(context, library, name, ({ kind }) => kind === "class");
}

function find(
  context: Context,
  library: KnownSymbol,
  name: Identifier,
  isMeant: (symbol: KnownSymbol) => boolean,
  others: Iterable<string> = [],
): KnownSymbol | undefined {
  const file = importedFile(context, library);
  if (file === undefined) return undefined;
  const names = file.scope.names ?? new Map<string, KnownSymbol>();
  const symbol = names.get(name.name);
  if (symbol === undefined || !isMeant(symbol)) {
    const open = [...names].filter(([each, it]) => isMeant(it) && !each.startsWith("_")).map(([each]) => each);
    const close = nearest(name.name, [...open, ...others]);
    context.report("DS2010", name, { name: name.name, file: file.source.name, nearest: close });
    return undefined;
  }
  if (!name.name.startsWith("_")) return symbol;
  context.report("DS2009", name, { name: name.name, file: file.source.name });
  return undefined;
}
