/** Whether a block's commands need rights that a user namespace takes from their programs. */

import type { NamedCommand, Program, Site } from "../../records/index.ts";
import type { ScriptFlow } from "../flow.ts";
import { takesOtherUser } from "../processes/entering.ts";
import { ProgramSearch } from "../processes/program-search.ts";
import type { Run } from "../run.ts";

/** Why, as a part of a sentence: a command that its text names runs as another user (sudo, su). Null where none does. */
export function whyRights(run: Run, flow: ScriptFlow, site: number): string | null {
  // Root has them all.
  if (process.geteuid?.() === 0) return null;
  const path = flow.environment.get("PATH");
  const search = new ProgramSearch();
  const found = namesOf(run.options.program, site).find((name) => {
    const program = search.find(name, path, flow.directory);
    return "memory" in program && takesOtherUser(program, flow.directory);
  });
  return found === undefined ? null : `\`${found}\` runs as another user, which has no effect there`;
}

type Text = Pick<Program, "commands" | "sites">;

/** What the text of a program names, found once: which of it runs as whom may change at any time. */
interface Named {
  /** The block may call any function. */
  readonly inFunctions: readonly string[];
  readonly byBlock: Map<number, readonly string[]>;
}

const known = new WeakMap<Text, Named>();

/** The commands that a block's text names, or that of any function: each name once. */
export function namesOf(program: Text, site: number): readonly string[] {
  let named = known.get(program);
  if (named === undefined) {
    named = { inFunctions: namesInFunctions(program), byBlock: new Map() };
    known.set(program, named);
  }
  let names = named.byBlock.get(site);
  if (names === undefined) {
    const block = program.sites[site];
    const own = block === undefined ? [] : program.commands.filter((command) => isIn(command, block));
    names = [...new Set([...own.map(({ name }) => name), ...named.inFunctions])];
    named.byBlock.set(site, names);
  }
  return names;
}

/** Constructs lie in one another or apart, so that in the order of their beginnings the last outermost one is the only one that may hold a command. */
function namesInFunctions({ commands, sites }: Text): readonly string[] {
  const within = sites.filter((site) => site.function !== "main").sort(byPlace);
  const names = new Set<string>();
  let next = 0;
  let outermost: Site | undefined;
  for (const command of [...commands].sort(byPlace)) {
    for (let site = within[next]; site !== undefined && byPlace(site, command) <= 0; site = within[++next])
      if (outermost === undefined || !isIn(site, outermost)) outermost = site;
    if (outermost !== undefined && isIn(command, outermost)) names.add(command.name);
  }
  return [...names];
}

type Place = Pick<NamedCommand, "file" | "start" | "end">;

function isIn(place: Place, { file, start, end }: Place): boolean {
  return place.file === file && place.start >= start && place.end <= end;
}

/** By their beginnings; of several there the longest first, which hold the others. */
function byPlace(one: Place, other: Place): number {
  return one.file - other.file || one.start - other.start || other.end - one.end;
}
