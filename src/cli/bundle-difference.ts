/** What differs between two bundles, in terms of what they do: commands, parameters, hosts, goals; then text by text. */

import type { BundleSays } from "../engine/index.ts";
import { displayWidth, unifiedDifference } from "../text/index.ts";

export interface Change {
  readonly what: "language" | "command" | "parameter" | "host" | "goal" | "file";
  readonly name: string;
  /** Undefined where it is not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** None where the two say the same; a changed file is among them by its canonical text. */
export function changesBetween(before: BundleSays, after: BundleSays): readonly Change[] {
  const language = [String(before.bundle.language), String(after.bundle.language)] as const;
  return [
    ...(language[0] === language[1]
      ? []
      : [{ what: "language", name: "language", before: language[0], after: language[1] } as const]),
    ...between("command", before.commands, after.commands),
    ...between("parameter", before.parameters, after.parameters),
    ...between("host", asMap(before.hosts), asMap(after.hosts)),
    ...between("goal", asMap(before.goals), asMap(after.goals)),
    ...between("file", textsOf(before), textsOf(after)),
  ];
}

function between(
  what: Change["what"],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const change = { what, name, before: before.get(name), after: after.get(name) };
    return change.before === change.after ? [] : [change];
  });
}

function asMap(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, ""]));
}

/** A script goes by its role, so that it may be called otherwise. */
function textsOf({ bundle }: BundleSays): ReadonlyMap<string, string> {
  return new Map(
    bundle.files.map(({ role, path, text }) => [
      role === "script" || role === "configuration" ? role : `${role} ${path}`,
      text,
    ]),
  );
}

/** A line a change, its words said by `say`; of a file the lines that differ. */
export function changeText({ what, name, ...sides }: Change, say: (text: string) => string): string {
  const { before, after } = what === "command" ? effectsIn(sides, say) : sides;
  const sign = before === undefined ? "+" : after === undefined ? "-" : "~";
  const isRole = what === "file" && (name === "script" || name === "configuration");
  const head = `${sign} ${whatText(what, say)}  ${isRole || what === "language" ? say(name) : name}`;
  if (what === "file")
    return [head, ...unifiedDifference(before ?? "", after ?? "").map((line) => `    ${line}`)].join("\n");
  if (before === undefined || after === undefined)
    return (after ?? before) === "" ? head : `${head}: ${after ?? before ?? ""}`;
  return `${head}: ${before} → ${after}`;
}

/** What a line is about, as wide as the widest. */
export function whatText(what: Change["what"], say: (text: string) => string): string {
  const said = say(what);
  return said + " ".repeat(Math.max(0, Math.max(...kinds.map((each) => displayWidth(say(each)))) - displayWidth(said)));
}

const kinds: readonly Change["what"][] = ["command", "parameter", "host", "goal", "file"];

type Sides = Pick<Change, "before" | "after">;

function effectsIn({ before, after }: Sides, say: (text: string) => string): Sides {
  const said = (effect: string | undefined): string | undefined => (effect === undefined ? undefined : say(effect));
  return { before: said(before), after: said(after) };
}
