/** What a script says to the people of a role, as the channels carry it: its own words first, then where they come from. */

import { escapeText, type Language } from "../diagnostics/index.ts";
import { variables } from "./fields.ts";
import type { Letter } from "./letter.ts";
import { cut, fileName, timeText } from "./message.ts";

export interface RoleNotice {
  /** What people are told in; the script's own words stay as they are. */
  readonly language: Language;
  readonly role: string;
  /** May have several lines; secrets are masked already. */
  readonly text: string;
  /** Absolute; "standard input (in /srv)" for a script from there. */
  readonly script: string;
  readonly host: string;
  readonly user: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly runId: string;
  /** The file of the run's records; absent where none are kept. */
  readonly records?: string;
  readonly plan?: string;
  /** Where the script stood. */
  readonly place?: { readonly file: string; readonly line: number };
  /** A trial of `dscript notify test`. */
  readonly sample: boolean;
}

/** Characters of the first line in a subject, and of the text in a message. */
const longestFirst = 120;
const longestText = 32 * 1024;

export function roleLetter(notice: RoleNotice): Letter {
  const subject = subjectOf(notice);
  const text = `${cut(notice.text, longestText).split("\n").map(escapeText).join("\n").trimEnd()}\n`;
  const summary = `${text}\n${facts(notice).map(notice.language.text).join("\n")}\n`;
  const { host, runId } = notice;
  return {
    host,
    runId,
    subject,
    text: summary,
    json: jsonOf(notice, subject, summary),
    variables: variablesOf(notice, subject),
  };
}

/** "the switch failed: … (switch.dscript, web1)". */
function subjectOf({ text, script, host }: RoleNotice): string {
  const first = text.trimStart().split("\n", 1)[0] ?? "";
  return escapeText(`${cut(first, longestFirst)} (${fileName(script)}, ${host})`);
}

function facts(notice: RoleNotice): readonly string[] {
  const { place, plan } = notice;
  return [
    `For:     ${escapeText(notice.role)}`,
    `Script:  ${escapeText(notice.script)}`,
    ...(place === undefined ? [] : [`Place:   ${escapeText(place.file)}:${place.line}`]),
    ...(plan === undefined ? [] : [`Plan:    ${plan}`]),
    `Host:    ${escapeText(notice.host)}`,
    `User:    ${escapeText(notice.user)}`,
    `Time:    ${timeText(notice.time)}`,
    `Run:     ${notice.runId}`,
    `Records: ${notice.records === undefined ? "none are kept" : escapeText(notice.records)}`,
  ];
}

/** The body of a webhook (docs: language/roles); `text` is what chats show. */
function jsonOf(notice: RoleNotice, subject: string, summary: string): string {
  return JSON.stringify({
    text: summary,
    lang: notice.language.name,
    event: "notify",
    version: 1,
    sample: notice.sample,
    subject,
    role: notice.role,
    message: cut(notice.text, longestText),
    script: notice.script,
    host: notice.host,
    user: notice.user,
    time: timeText(notice.time),
    run_id: notice.runId,
    records: notice.records ?? null,
    plan: notice.plan ?? null,
    place: notice.place ?? null,
  });
}

function variablesOf(notice: RoleNotice, subject: string): ReadonlyMap<string, string> {
  return variables("DSCRIPT_NOTIFY_", {
    SUBJECT: subject,
    ROLE: notice.role,
    MESSAGE: notice.text,
    SCRIPT: notice.script,
    HOST: notice.host,
    USER: notice.user,
    TIME: timeText(notice.time),
    RUN_ID: notice.runId,
    RECORDS: notice.records ?? "",
    PLAN: notice.plan ?? "",
    FILE: notice.place?.file ?? "",
    LINE: notice.place?.line ?? "",
    SAMPLE: notice.sample ? 1 : 0,
  });
}
