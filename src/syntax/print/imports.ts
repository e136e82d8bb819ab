/** Imports of files and of commands. */

import type { ImportCommandStatement, ImportedCommand, ImportStatement } from "../tree.ts";
import { quotedText } from "./literals.ts";
import type { Printer } from "./printer.ts";

export function printImport(p: Printer, { from, path, pathSpan, alias }: ImportStatement): void {
  p.write("import ");
  p.leaf(pathSpan, from === "module" ? path : `"${quotedText(path)}"`);
  const own = from === "module" ? path.slice(path.lastIndexOf(".") + 1) : /([^/]*?)(?:\.dscript)?$/.exec(path)?.[1];
  if (p.source === undefined ? alias.name === own : alias.start < pathSpan.end) return;
  p.write(" as ");
  p.leaf(alias, alias.name);
}

export function printImportCommand(p: Printer, { commands }: ImportCommandStatement): void {
  p.write("import command ");
  for (const [index, command] of commands.entries()) {
    if (index > 0) {
      p.write(",");
      p.goOver(command.start);
    }
    p.comments(command.end);
    p.write(importedText(command));
    p.passed(command.end);
  }
}

function importedText({ program, name, optional, plain, effect, answers }: ImportedCommand): string {
  const isBare = /^[^\s,;"'$`\\(){}<>|&*?#]+$/.test(program);
  const own = program.slice(program.lastIndexOf("/") + 1);
  return [
    isBare ? program : `"${quotedText(program)}"`,
    ...(name.name === own ? [] : ["as", name.name]),
    ...(optional ? ["optional"] : []),
    ...(plain ? ["plain"] : []),
    ...(effect === undefined ? [] : [effect]),
    ...(answers === undefined ? [] : ["answers", `${answers[0]}..${answers[1]}`]),
  ].join(" ");
}
