/** `syntax …`: what its template names is there, in the file that declares it. */

import { type SyntaxStatement, templateNames } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { lookUp } from "../names/scope.ts";
import { builtInNames, reportMissing } from "../names/use.ts";
import { isFaultName } from "../types/relations.ts";

export const checkSyntax: StatementCheck<SyntaxStatement> = (context, node) => {
  const { file, program } = context;
  if (context.scope !== file.scope) context.report("DS2311", node, { what: "syntax" });
  for (const { name, node: use, isCalled } of templateNames(node)) {
    const isKnown =
      lookUp(file.scope, name) !== undefined ||
      file.declared.has(name) ||
      builtInNames.includes(name) ||
      program.library.plain.has(name) ||
      isFaultName(name);
    if (!isKnown) reportMissing(context, name, use, isCalled);
  }
};
