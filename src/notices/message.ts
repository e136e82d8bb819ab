/** A notice in plain words: one subject line, and a text whose first lines say what happened and whose move it is. */

import { escapeText } from "../diagnostics/index.ts";
import type { Held, Notice, NoticeClass } from "./notice.ts";

/** Characters; mail programs show less. */
const longestSubject = 160;
const longestMessage = 4096;
/** Of the drawn fault: a trace with long arguments. */
const longestShown = 32 * 1024;

/** "backup.dscript on web1: SystemFault: cp ended with status 1": one line without control characters. */
export function subjectOf(notice: Notice): string {
  const [best] = notice.classes;
  const what = best === undefined ? notice.kind : best.class;
  const { text } = notice.language;
  const where = text(`${notice.sample ? "sample: " : ""}${fileName(notice.script)} on ${notice.host}:`);
  const subject = `${where} ${what}: ${text(notice.message.split("\n", 1)[0] ?? "")}`;
  return cut(escapeText(subject.split("\n", 1)[0] ?? ""), longestSubject);
}

/** The text without the trace: what a chat shows. */
export function summaryOf(notice: Notice, held: Held): string {
  const lines = [headline(notice), "", ...whatAndWho(notice), "", ...facts(notice), ...heldLines(held)];
  return `${lines.map(notice.language.text).join("\n")}\n`;
}

/** The whole text of a message, ending with a newline. */
export function textOf(notice: Notice, held: Held): string {
  const shown =
    notice.shown === ""
      ? ""
      : `\n${notice.language.text("As a terminal shows it:")}\n\n${cut(notice.shown, longestShown)}`;
  return `${summaryOf(notice, held)}${shown}`.replace(/\n*$/, "\n");
}

function headline(notice: Notice): string {
  const name = escapeText(fileName(notice.script));
  if (notice.sample)
    return `This is a sample: \`dscript notify test\` sent it from ${notice.host}, and nothing has failed.`;
  const how = notice.kind === "Interruption" ? "was interrupted" : `ended with a fault (${notice.kind})`;
  return `${name} on ${notice.host} ${how}.`;
}

function whatAndWho(notice: Notice): readonly string[] {
  const [best, ...others] = notice.classes;
  const message = cut(notice.message, longestMessage).split("\n").map(escapeText).join("\n               ");
  const lines = [`What happened: ${message}`];
  if (best !== undefined) {
    lines.push(`Whose move:    ${ownerOf(best.class, notice.host)} (${best.class}, ${likelihood(best)})`);
    if (notice.advice !== "") lines.push(`What to do:    ${escapeText(notice.advice)}`);
    if (best.reason !== "") lines.push(`Why:           ${escapeText(best.reason)}`);
    for (const other of others)
      lines.push(`Or else:       ${ownerOf(other.class, notice.host)} (${other.class}, ${likelihood(other)})`);
  }
  if (notice.others > 0)
    lines.push(`Beside it:     ${counted(notice.others, "more failure")} that nobody handled; the records have them`);
  return lines;
}

function facts(notice: Notice): readonly string[] {
  const { place } = notice;
  return [
    `Script:  ${escapeText(notice.script)}`,
    ...(place === undefined ? [] : [`Place:   ${escapeText(place.file)}:${place.line}:${place.column}`]),
    `Host:    ${escapeText(notice.host)}`,
    `User:    ${escapeText(notice.user)}`,
    `Time:    ${timeText(notice.time)}`,
    `Exit:    ${notice.exitCode}`,
    `Run:     ${notice.runId}`,
    `Records: ${notice.records === undefined ? "none are kept" : escapeText(notice.records)}`,
  ];
}

function heldLines({ same, others }: Held): readonly string[] {
  const lines: string[] = [];
  if (same > 0)
    lines.push(`This same fault happened ${same === 1 ? "once" : `${same} times`} more since it was last told.`);
  if (others > 0)
    lines.push(
      `${counted(others, "message")} on other faults ${others === 1 ? "was" : "were"} kept back: too many in an hour.`,
    );
  return lines.length === 0 ? [] : ["", ...lines];
}

function ownerOf(name: string, host: string): string {
  switch (name) {
    case "SoftwareFault":
      return "the developer of the script";
    case "UserFault":
      return "whoever ran it or gave it its input";
    case "SystemFault":
      return `the operator of ${escapeText(host)}`;
    case "ExternalFault":
      return "those who run another host or service";
    default:
      return name;
  }
}

/** Two digits are for the records: whoever is woken wants a word first. */
function likelihood({ p }: NoticeClass): string {
  const word = p >= 0.9 ? "almost certainly" : p >= 0.7 ? "very likely" : p >= 0.5 ? "likely" : "perhaps";
  return `${word}, ${Math.min(p, 0.99).toFixed(2)}`;
}

/** RFC 3339, in UTC, to the second. */
export function timeText(time: number): string {
  return `${new Date(Math.round(time)).toISOString().slice(0, 19)}Z`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function fileName(path: string): string {
  if (!path.startsWith("/")) return path.replace(/ \(in .*/s, "");
  return path.slice(path.lastIndexOf("/") + 1);
}

export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
