/** The watch: what stands behind a script's top level where it has monitors (language 6). */

import { deeper, line, type Scope, use } from "./context.ts";
import { braced, withTemporaries } from "./scopes.ts";
import { emitMonitor } from "./statements/monitor.ts";
import { emitWhen } from "./statements/when.ts";

interface EmittedWatch {
  /** The call of the runtime. */
  readonly watch: string;
  /** The monitors' names. */
  readonly monitors: readonly string[];
}

/** The monitors of the first file and its `when`s, handed to the runtime; those of imported files are their own scripts' business. */
export function emitWatch(scope: Scope): EmittedWatch {
  const { program } = scope.unit;
  const statements = program.files[scope.file]?.script.statements ?? [];
  const monitors = statements.filter((each) => each.kind === "monitor");
  const whens = statements.filter((each) => each.kind === "when");
  if (monitors.length === 0) return { watch: "", monitors: [] };
  const symbols = monitors.flatMap(({ name }) => program.symbols.get(name) ?? []);
  const inside = deeper(scope);
  const parts = deeper(inside);
  const code =
    line(inside, `await ${use(scope, "watch")}($, [`) +
    monitors.map((each) => emitMonitor(parts, each)).join("") +
    line(inside, "], [") +
    whens.map((each) => emitWhen(parts, each, symbols)).join("") +
    line(inside, "]);");
  return { watch: braced(scope, "", withTemporaries(inside, code)), monitors: monitors.map(({ name }) => name.name) };
}
