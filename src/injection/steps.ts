/** The steps of a script: its commands, and the calls of the library that can fail. Campaigns count what they have covered by them. */

import type { CommandTable } from "../commands/index.ts";
import { librarySignatures, type Program, type Site } from "../records/index.ts";

export interface Step {
  /** "12:rsync", and "lib.dscript:3:rsync" in a file that the script imports. */
  readonly id: string;
  readonly line: number;
  readonly kind: "command" | "call";
  /** A program as the script names it, or a call's key. */
  readonly name: string;
  /** It changes something permanent. */
  readonly changes: boolean;
  /** It speaks to other hosts. */
  readonly network: boolean;
}

/** A script's steps, in the order of its text; a command whose name is computed is none. */
export function stepsOf(program: Program, commands: CommandTable): readonly Step[] {
  const known = new Map(librarySignatures().map((signature) => [signature.key, signature]));
  const steps = new Map<string, Step>();
  const add = (file: number, step: Omit<Step, "id">): void => {
    const ahead = file === 0 ? "" : `${program.files[file]?.name ?? file}:`;
    const id = `${ahead}${step.line}:${step.name}`;
    if (!steps.has(id)) steps.set(id, { id, ...step });
  };
  for (const site of program.sites) {
    for (const stage of site.stages ?? []) {
      const name = commandIn(program, site, stage);
      if (name === undefined) continue;
      const row = commands.find(name);
      const { line } = stage;
      add(site.file, { line, kind: "command", name, changes: row.effect !== "reads", network: row.network === true });
    }
    const signature = site.stages === undefined ? known.get(site.api) : undefined;
    if (signature?.fails !== true || buffered.has(signature.key)) continue;
    const { line, api: name } = site;
    const changes = signature.changes === true;
    add(site.file, { line, kind: "call", name, changes, network: name.startsWith("Http.") });
  }
  return [...steps.values()].toSorted((a, b) => a.line - b.line);
}

/** What they print is written later, ahead of the next command: no call of theirs fails by itself. */
const buffered: ReadonlySet<string> = new Set(["print", "println"]);

/** The stage's first word that the script names as a command: assignments and redirections stand ahead of it. */
function commandIn(
  { commands, files }: Program,
  { file }: Site,
  stage: { start: number; end: number },
): string | undefined {
  const words = (files[file]?.text.slice(stage.start, stage.end) ?? "").split(/\s+/);
  const names = new Set(commands.filter((each) => each.file === file).map((each) => each.name));
  return words.find((word) => names.has(word));
}
