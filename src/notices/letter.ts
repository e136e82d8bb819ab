/** A message as all channels carry it, rendered once. */

import { jsonOf, variablesOf } from "./fields.ts";
import { subjectOf, textOf } from "./message.ts";
import type { Held, Notice } from "./notice.ts";

export interface Letter {
  readonly host: string;
  readonly runId: string;
  /** One line without control characters. */
  readonly subject: string;
  /** Ends with a newline. */
  readonly text: string;
  /** The body of a webhook. */
  readonly json: string;
  /** The environment of a command. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What is told of a fault. */
export function letterOf(notice: Notice, held: Held): Letter {
  return {
    host: notice.host,
    runId: notice.runId,
    subject: subjectOf(notice),
    text: textOf(notice, held),
    json: jsonOf(notice, held),
    variables: variablesOf(notice, held),
  };
}
