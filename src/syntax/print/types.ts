/** Types: `Map<int>`, `String[]?`. */

import type { TypeNode } from "../tree.ts";
import type { Printer } from "./printer.ts";

export function printType(p: Printer, type: TypeNode): void {
  if (type.qualifier !== undefined) {
    p.leaf(type.qualifier, type.qualifier.name);
    p.write(".");
  }
  p.leaf(type.name, type.name.name);
  if (type.arguments.length > 0) {
    p.write("<");
    for (const [index, each] of type.arguments.entries()) {
      if (index > 0) p.write(", ");
      printType(p, each);
    }
    p.write(">");
  }
  p.write(type.suffixes.join(""));
  p.comments(type.end);
  p.passed(type.end);
}
