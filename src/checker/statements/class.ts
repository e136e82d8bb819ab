/** `class NAME extends BASE { … }`: declared ahead of everything else of the program, its members checked after it (language 5). */

import type { ClassStatement } from "../../syntax/index.ts";
import { checkAnnotations } from "../annotations.ts";
import type { StatementCheck } from "../context.ts";

/** In its place a class does nothing; one inside of a block is an error. */
export const checkClass: StatementCheck<ClassStatement> = (context, node) => {
  if (context.scope !== context.file.scope) context.report("DS2401", node.name, { name: node.name.name });
  for (const member of node.members) {
    if (member.kind === "field") checkAnnotations(context, member, "field");
    else checkAnnotations(context, member.function, member.isConstructor ? "constructor" : "method");
  }
};
