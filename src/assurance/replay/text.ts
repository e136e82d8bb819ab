/** How a case came about, as text: a line a revision, or a line a node. */

import { escapeText } from "../../diagnostics/index.ts";
import { displayWidth } from "../../text/index.ts";
import type { Chapter, NodeStory, RevisionHead } from "./model.ts";

export interface ReplayText {
  readonly say: (text: string) => string;
  readonly paint: {
    readonly strong: (text: string) => string;
    readonly dim: (text: string) => string;
    readonly added: (text: string) => string;
    readonly error: (text: string) => string;
  };
}

/** So many nodes of a list are named. */
const mostNames = 12;

/** `rev 3, 2014-03-03, Guest (todo, test): added G7; reworded C1`, with its message below. */
export function logText(chapters: readonly Chapter[], options: ReplayText): string {
  return chapters
    .flatMap((chapter) => chapterLines(chapter, options))
    .map((line) => `${line}\n`)
    .join("");
}

/** Who added each node, and who changed it last; `width` is what a line may take. */
export function blameText(nodes: readonly NodeStory[], options: ReplayText & { readonly width: number }): string {
  const { say, paint, width } = options;
  const rows = nodes.map((story) => ({
    story,
    cells: [
      escapeText(story.label),
      shortHead(story.added, say),
      story.changed.number === story.added.number ? "" : shortHead(story.changed, say),
    ],
  }));
  const heads = [say("node"), say("added"), say("changed last")];
  const widths = heads.map((head, at) =>
    rows.reduce((widest, { cells }) => Math.max(widest, displayWidth(cells[at] ?? "")), displayWidth(head)),
  );
  const line = (cells: readonly string[]): string => cells.map((cell, at) => padded(cell, widths[at] ?? 0)).join("  ");
  const room = Math.max(12, width - widths.reduce((sum, each) => sum + each + 2, 0));
  const body = rows.map(({ story, cells }) => {
    if (story.removed === undefined) return `${line(cells)}  ${shortened(story.text, room)}`.trimEnd();
    return paint.error(`${line(cells)}  ${say("removed")} ${shortHead(story.removed, say)}`);
  });
  return [paint.dim(line(heads).trimEnd()), ...body].map((each) => `${each}\n`).join("");
}

function chapterLines(chapter: Chapter, { say, paint }: ReplayText): readonly string[] {
  const { number, time, author, role, process, message } = chapter.head;
  const as = [role, process].filter((part) => part !== undefined && part !== "").join(", ");
  const who = `${author ?? ""}${as === "" ? "" : ` (${as})`}`.trim();
  const head = [`${say("rev")} ${number}`, dayOf(time), who].filter((part) => part !== "").map(escapeText);
  const lists = (["added", "removed", "reworded", "translated", "retyped", "moved", "changed"] as const).map(
    (kind) => [kind, chapter[kind].map(({ label }) => escapeText(label))] as const,
  );
  const relabelled = chapter.relabelled.map(({ before, label }) => `${escapeText(before)} → ${escapeText(label)}`);
  const told = [...lists.slice(0, 4), ["relabelled", relabelled] as const, ...lists.slice(4)]
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => {
      const look = kind === "added" ? paint.added : kind === "removed" ? paint.error : (text: string) => text;
      return `${look(say(kind))} ${namesText(names)}`;
    });
  if (chapter.module) told.push(say("module changed"));
  const what = told.length === 0 ? paint.dim(say("nothing changed")) : told.join("; ");
  const below = message === undefined || message === "" ? [] : message.trimEnd().split("\n");
  return [`${paint.strong(head.join(", "))}: ${what}`, ...below.map((line) => `    ${escapeText(line)}`.trimEnd())];
}

function namesText(names: readonly string[]): string {
  const more = names.length > mostNames ? ` … +${names.length - mostNames}` : "";
  return `${names.slice(0, mostNames).join(", ")}${more}`;
}

/** `rev 3 2014-03-03 Guest` */
function shortHead({ number, time, author }: RevisionHead, say: ReplayText["say"]): string {
  return [`${say("rev")} ${number}`, dayOf(time), author ?? ""]
    .filter((part) => part !== "")
    .map(escapeText)
    .join(" ");
}

/** The day of an ISO time, as it stands there; anything else whole. */
function dayOf(time: string | undefined): string {
  return /^\d{4}-\d\d-\d\d(?=T| )/.exec(time ?? "")?.[0] ?? time ?? "";
}

function shortened(text: string, room: number): string {
  const line = escapeText(text.split("\n")[0] ?? "");
  if (displayWidth(line) <= room) return line;
  let [kept, taken] = ["", 1];
  for (const character of line) {
    taken += displayWidth(character);
    if (taken > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function padded(text: string, width: number): string {
  return `${text}${" ".repeat(Math.max(0, width - displayWidth(text)))}`;
}
