/** A notice as fields: the JSON of a webhook, and the environment of a command. */

import { subjectOf, summaryOf, textOf, timeText } from "./message.ts";
import type { Held, Notice } from "./notice.ts";

/** Characters; the environment of a command has an end. */
const longestVariable = 4096;

/** The body of a webhook (docs: operating/notify); `text` is what chats show. */
export function jsonOf(notice: Notice, held: Held): string {
  const [best] = notice.classes;
  return JSON.stringify({
    text: summaryOf(notice, held),
    lang: notice.language.name,
    event: notice.kind === "Interruption" ? "interruption" : "fault",
    version: 1,
    sample: notice.sample,
    subject: subjectOf(notice),
    script: notice.script,
    host: notice.host,
    user: notice.user,
    time: timeText(notice.time),
    run_id: notice.runId,
    records: notice.records ?? null,
    exit_code: notice.exitCode,
    kind: notice.kind,
    message: notice.message.slice(0, longestVariable),
    class: best?.class ?? null,
    p: best === undefined ? null : rounded(best.p),
    classes: notice.classes.map(({ class: name, p, reason }) => ({ class: name, p: rounded(p), reason })),
    advice: notice.advice,
    place: notice.place ?? null,
    trace: textOf(notice, held),
    others: notice.others,
    suppressed: { same: held.same, others: held.others },
  });
}

/** Variables for a command, each with its prefix; no value holds a NUL. */
export function variablesOf(notice: Notice, held: Held): ReadonlyMap<string, string> {
  const [best] = notice.classes;
  const values: Readonly<Record<string, string | number>> = {
    SUBJECT: subjectOf(notice),
    SCRIPT: notice.script,
    HOST: notice.host,
    USER: notice.user,
    TIME: timeText(notice.time),
    RUN_ID: notice.runId,
    RECORDS: notice.records ?? "",
    EXIT_CODE: notice.exitCode,
    KIND: notice.kind,
    MESSAGE: notice.message,
    CLASS: best?.class ?? "",
    P: best === undefined ? "" : rounded(best.p),
    ADVICE: notice.advice,
    FILE: notice.place?.file ?? "",
    LINE: notice.place?.line ?? "",
    SUPPRESSED: held.same,
    SAMPLE: notice.sample ? 1 : 0,
  };
  return variables("DSCRIPT_FAULT_", values);
}

/** Each with its prefix, without a NUL, and cut where an environment has an end. */
export function variables(prefix: string, values: Readonly<Record<string, string | number>>): Map<string, string> {
  return new Map(
    Object.entries(values).map(([name, value]) => [
      `${prefix}${name}`,
      String(value).replaceAll("\0", "").slice(0, longestVariable),
    ]),
  );
}

function rounded(p: number): number {
  return Math.round(p * 1000) / 1000;
}
