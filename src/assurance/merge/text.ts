/** What a merge says of itself: a sentence for each place where the two sides did not go together. */

import { escapeText } from "../../diagnostics/index.ts";
import { fieldText } from "../diff/field-words.ts";
import { valueText } from "../diff/value-text.ts";
import type { Json } from "../model/json.ts";
import type { Conflict, Merge, MergeNote } from "./model.ts";

export interface MergeText {
  readonly say: (text: string) => string;
  readonly paint: { readonly strong: (text: string) => string; readonly dim: (text: string) => string };
}

/** Empty where everything went together. */
export function mergeText({ conflicts, notes }: Merge, options: MergeText): string {
  const blocks = [
    ...conflicts.map((each) => conflictText(each, options)),
    ...notes.map((each) => noteText(each, options)),
  ];
  return blocks.map((block) => `${block}\n`).join("");
}

function conflictText(conflict: Conflict, { say, paint }: MergeText): string {
  const { what, sides } = told(conflict, say);
  const of = sides.map(([name, text]) => `\n    ${paint.dim(`${say(name)}:`)} ${escapeText(text)}`);
  return `${paint.strong(nameOf(conflict, say))}: ${what}${of.join("")}`;
}

function noteText(note: MergeNote, { say, paint }: MergeText): string {
  switch (note.kind) {
    case "relabelled": {
      const name = paint.strong(escapeText(note.before));
      return `${name}: ${say("both sides made a node with this label; the one of theirs is now called")} ${escapeText(note.after)}`;
    }
    case "drawn": {
      const name = note.uid === undefined ? say("module") : escapeText(note.label);
      return `${paint.strong(name)}: ${say("both sides changed how it is drawn; ours stays")}`;
    }
  }
}

interface Told {
  readonly what: string;
  readonly sides: readonly (readonly [name: "base" | "ours" | "theirs", text: string])[];
}

function told(conflict: Conflict, say: MergeText["say"]): Told {
  switch (conflict.kind) {
    case "field":
      return {
        what: `${say("both sides changed it, each otherwise; ours stays")}: ${partText(conflict.field, conflict.name, say)}`,
        sides: [
          ["base", sideText(conflict.base, say)],
          ["ours", sideText(conflict.ours, say)],
          ["theirs", sideText(conflict.theirs, say)],
        ],
      };
    case "removed":
      return conflict.by === "ours"
        ? { what: say("ours removed it, theirs changed it or put something below it; it stays removed"), sides: [] }
        : { what: say("theirs removed it, ours changed it or put something below it; it stays"), sides: [] };
    case "added":
      return {
        what: `${say("both sides added it, each otherwise; ours stays")}: ${conflict.fields.map((field) => fieldText(field, say)).join(", ")}`,
        sides: [],
      };
    case "place":
      return { what: say("both sides moved it; it stays where ours has it"), sides: placesOf(conflict, say) };
    case "cycle":
      return {
        what: say("what both sides moved would put it below itself; it stays where ours has it"),
        sides: placesOf(conflict, say),
      };
    case "order":
      return {
        what: `${say("both sides put it elsewhere among its neighbours; ours stays")}: ${escapeText(conflict.under)}`,
        sides: [],
      };
    case "edge":
      return edgeTold(conflict, say);
    case "end":
      return { what: say("theirs added this edge, ours removed an end of it; it is left out"), sides: [] };
  }
}

function edgeTold({ ours, theirs }: Conflict & { readonly kind: "edge" }, say: MergeText["say"]): Told {
  if (theirs === undefined)
    return { what: say("theirs removed this edge, ours changed or challenged it; it stays"), sides: [] };
  if (ours === undefined)
    return { what: say("ours removed this edge, theirs changed or challenged it; it stays removed"), sides: [] };
  return {
    what: say("both sides changed what is said of this edge, each otherwise; ours stays"),
    sides: [
      ["ours", sideText(besideEnd(ours), say)],
      ["theirs", sideText(besideEnd(theirs), say)],
    ],
  };
}

/** The end stands ahead of it already. */
function besideEnd(facts: Json): Json | undefined {
  const { to: _, ...rest } = facts as { readonly [name: string]: Json };
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function placesOf(
  { ours, theirs }: { readonly ours: readonly string[]; readonly theirs: readonly string[] },
  say: MergeText["say"],
): Told["sides"] {
  const text = (labels: readonly string[]) => (labels.length === 0 ? say("nowhere") : labels.join(", "));
  return [
    ["ours", text(ours)],
    ["theirs", text(theirs)],
  ];
}

function nameOf(conflict: Conflict, say: MergeText["say"]): string {
  if (conflict.kind === "field" && conflict.uid === undefined) return say("module");
  const label = escapeText(conflict.label);
  return conflict.kind === "edge" || conflict.kind === "end" ? `${label} → ${escapeText(conflict.to)}` : label;
}

/** `tag PEAK` */
function partText(field: string, name: string | undefined, say: MergeText["say"]): string {
  if (name === undefined) return fieldText(field, say);
  // Of evidence the names are the model's, of anything else people's.
  return `${fieldText(field, say)} ${field === "evidence" ? fieldText(name, say) : escapeText(name)}`;
}

function sideText(value: Json | undefined, say: MergeText["say"]): string {
  return value === undefined ? say("nothing") : valueText(value);
}
