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
  /** The other hosts that its text names: in an address, or ahead of a path as ssh has it. */
  readonly hosts: readonly string[];
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
      const { effect, network = false } = commands.find(name);
      const hosts = network ? hostsIn(textOf(program, site, stage)) : [];
      add(site.file, { line: stage.line, kind: "command", name, changes: effect !== "reads", network, hosts });
    }
    const signature = site.stages === undefined ? known.get(site.api) : undefined;
    if (signature?.fails !== true || buffered.has(signature.key)) continue;
    const { line, api: name } = site;
    const changes = signature.changes === true;
    const network = name.startsWith("Http.");
    const hosts = network ? hostsIn(textOf(program, site, site)) : [];
    add(site.file, { line, kind: "call", name, changes, network, hosts });
  }
  return [...steps.values()].toSorted((a, b) => a.line - b.line);
}

/** What they print is written later, ahead of the next command: no call of theirs fails by itself. */
const buffered: ReadonlySet<string> = new Set(["print", "println"]);

function textOf({ files }: Program, { file }: Site, { start, end }: { start: number; end: number }): string {
  return files[file]?.text.slice(start, end) ?? "";
}

/** `https://HOST/`, `USER@HOST`, `HOST:/PATH`; a name without a dot, or an address, is none. */
function hostsIn(text: string): readonly string[] {
  const places = text.matchAll(
    /(?:\b[a-z][a-z0-9+]*:\/\/(?:[^\s/"'@]*@)?|[\w-]@|(?<![\w./:@-])(?=[\w.-]+:[/~]))((?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*)/g,
  );
  return [...new Set([...places].flatMap(([, host]) => (host === undefined ? [] : [host])))];
}

/** The stage's first word that the script names as a command: assignments and redirections stand ahead of it. */
function commandIn(program: Program, site: Site, stage: { start: number; end: number }): string | undefined {
  const words = textOf(program, site, stage).split(/\s+/);
  const names = new Set(program.commands.filter((each) => each.file === site.file).map((each) => each.name));
  return words.find((word) => names.has(word));
}
