/** What is said of a module that cannot be imported. */

import { type Diagnostic, diagnose } from "../../diagnostics/index.ts";
import type { ImportStatement } from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";
import type { ModuleProblem } from "./find.ts";

export function moduleDiagnostic(source: SourceFile, node: ImportStatement, problem: ModuleProblem): Diagnostic {
  const { path: name, pathSpan } = node;
  switch (problem.kind) {
    case "absent":
      return diagnose("DS1904", source, pathSpan, {
        name,
        folders: problem.looked.map(({ folder }) => folder).join(", "),
        nearest: problem.nearest,
      });
    case "unfit":
      return diagnose("DS1905", source, pathSpan, { name, wanted: problem.wanted, has: problem.has.join(", ") });
    case "malformed":
      return diagnose("DS1906", source, pathSpan, { name, why: problem.why });
  }
}
