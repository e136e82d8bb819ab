/** Which class a written type names: `Disk`, or `lib.Disk` of an imported file (language 5). */

import { nearest } from "../../diagnostics/index.ts";
import type { ClassOf } from "../../records/index.ts";
import type { TypeNode } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { fileOf } from "../names/home.ts";
import { importedClass } from "../names/imported-name.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import type { ClassInfo } from "./class-info.ts";

/** The class; `"said"` where the type is qualified and wrong, which is reported; undefined where no class has the name. */
export function classNamed(
  context: Context,
  node: TypeNode,
  isOfLanguage: (name: string) => boolean,
): ClassInfo | "said" | undefined {
  const { qualifier, name } = node;
  const scope = fileOf(context, node).scope.names;
  // A class that has the name of a type is refused, and hides none.
  if (qualifier === undefined) return isOfLanguage(name.name) ? undefined : infoOf(context, scope?.get(name.name));
  const library = scope?.get(qualifier.name);
  if (library?.kind !== "import") {
    const imports = [...(scope ?? [])].filter(([, each]) => each.kind === "import").map(([each]) => each);
    context.report("DS2001", qualifier, {
      name: qualifier.name,
      nearest: nearest(qualifier.name, imports),
      fix: 'a class of another file is named by its import: `import "lib.dscript"`, then `lib.Disk`',
    });
    return "said";
  }
  return infoOf(context, importedClass(context, library, name)) ?? "said";
}

/** The class that a symbol stands for. */
export function infoOf(context: Context, symbol: KnownSymbol | undefined): ClassInfo | undefined {
  return symbol?.kind === "class" ? context.program.classOf.get(symbol.declaration) : undefined;
}

/** The class behind a type: all of them are the checker's own. */
export function infoOfType(of: ClassOf): ClassInfo {
  // Only `declareClass` makes any.
  return of as ClassInfo;
}
