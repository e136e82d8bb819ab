/** Programs that change files and nothing else: what they do is whole in a difference of files. */

import { isReadOnly } from "./ask.ts";
import { filesOnly, outward } from "./files-only-names.ts";
import { type CommandTable, innerCommand } from "./table.ts";

/** What a dry run cannot show of a command; undefined where its files tell all. `argv` starts with the program. */
export function unseenEffect(table: CommandTable, argv: readonly string[]): string | undefined {
  const inner = innerCommand(table, argv);
  if (isReadOnly(inner.row, inner.argv)) return undefined;
  const name = (inner.argv[0] ?? "").replace(/^.*\//, "");
  if (filesOnly.has(name)) return isOutward(name, inner.argv) ? "it speaks to another host" : undefined;
  if (inner.row.network === true) return "it speaks to another host";
  return table.has(inner.argv[0] ?? "")
    ? "it may change more than files"
    : "it is not known whether it changes more than files";
}

function isOutward(name: string, argv: readonly string[]): boolean {
  if (!outward.has(name)) return false;
  if (name === "wget") return argv.some((word) => /^--(?:post|method|body)/.test(word));
  if (name === "git") return argv.some((word) => word === "push" || word === "send-email");
  return argv.some((word) => /^[^/-][^/]*:/.test(word));
}
