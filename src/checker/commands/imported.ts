/** What `import command` says of programs, as rows over the table (language 2). */

import { type CommandTable, type UserRow, withRows } from "../../commands/index.ts";
import { type DiagnosticList, diagnose } from "../../diagnostics/index.ts";
import type { ImportedCommand, Script } from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";

/** A file's imported commands by the names that it uses. */
export function importedCommands(
  script: Script,
  source: SourceFile,
  diagnostics: DiagnosticList,
): ReadonlyMap<string, ImportedCommand> {
  const found = new Map<string, ImportedCommand>();
  for (const node of script.statements) {
    if (node.kind !== "import-command") continue;
    for (const each of node.commands) {
      const { name } = each.name;
      if (found.has(name)) diagnostics.add(diagnose("DS2506", source, each.name, { name }));
      else found.set(name, each);
    }
  }
  return found;
}

/** The rows that they make: what they do not say stays as the program's own row has it. */
export function importedRows(imported: ReadonlyMap<string, ImportedCommand>, table: CommandTable): readonly UserRow[] {
  return [...imported].flatMap(([name, each]) => {
    const own: UserRow = {
      ...(each.program === name ? {} : table.find(each.program)),
      name,
      ...(each.plain ? { plain: true } : {}),
      ...(each.effect === undefined ? {} : { effect: each.effect }),
      ...(each.answers === undefined ? {} : { answers: each.answers }),
    };
    return Object.keys(own).length > 1 ? [own] : [];
  });
}

export function tableWith(table: CommandTable, rows: readonly UserRow[]): CommandTable {
  return rows.length === 0 ? table : withRows(table, rows);
}
