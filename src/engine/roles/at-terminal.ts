/** A question at the terminal of whoever runs the script: what is asked, of whom, and how long there is left; the answer is no unless it is yes. */

import { escapeText } from "../../diagnostics/index.ts";
import { fileName } from "../../notices/index.ts";
import { type Answer, type ApprovalRequest, askTerminal, dayAndTime, showDuration } from "../../runtime/index.ts";
import { scriptNameOf } from "../script-name.ts";
import { hostName, userName } from "../surroundings.ts";
import type { RolesAround } from "./around.ts";

/** `until`: milliseconds since the epoch, null for any time. Never throws. */
export async function askAtTerminal(
  around: RolesAround,
  request: ApprovalRequest,
  until: number | null,
): Promise<Answer> {
  if (request.signal.aborted) return { yes: null, why: "the asking was ended", way: "terminal" };
  const { text } = around.language;
  const asked = await askTerminal({
    text: questionOf(around, request, until),
    prompt: () => `${text(promptOf(until))} `,
    read: answerOf,
    signal: request.signal,
  });
  switch (asked.kind) {
    case "answer":
      return { yes: asked.yes, by: userName(), way: `terminal ${asked.terminal}` };
    case "end":
      return { yes: null, why: "the terminal's input has ended", way: `terminal ${asked.terminal}` };
    case "cut":
      return { yes: null, why: "the asking was ended", way: `terminal ${asked.terminal}` };
    case "none":
      return { yes: null, why: needsTerminal(asked.errno), way: "none" };
  }
}

/** ENXIO is what a process without a terminal is told. */
function needsTerminal(errno: string): string {
  const text = "approve needs a terminal, or `approval:` in dscript.yaml";
  return errno === "ENXIO" ? text : `${text} (${errno})`;
}

/** A block with a line for each fact, indented below who asks. */
function questionOf(
  around: RolesAround,
  { role, question, plan, place }: ApprovalRequest,
  until: number | null,
): string {
  const { text } = around.language;
  const name = fileName(scriptNameOf(around.script));
  const facts = [
    `For:     ${escapeText(role)}`,
    ...(plan === undefined ? [] : [`Plan:    ${plan}`]),
    `Place:   ${escapeText(scriptNameOf(place.file))}:${place.line}`,
    `Host:    ${escapeText(hostName())}`,
    `Until:   ${until === null ? "there is an answer" : dayAndTime(until, Date.now())}`,
  ];
  const asked = question.split("\n").map((line) => `  ${escapeText(line)}`);
  const lines = [
    text(`dscript: ${escapeText(name)} asks for an approval`),
    ...asked,
    ...facts.map((fact) => `  ${text(fact)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function promptOf(until: number | null): string {
  if (until === null) return "Approve? y/N:";
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  return `Approve? y/N (${showDuration(seconds * 1000)} left):`;
}

/** Nothing typed is a no. Wide letters, as an input method may give them, are as good as others. */
function answerOf(line: string): boolean | undefined {
  const said = line.normalize("NFKC").trim().toLowerCase();
  if (["y", "yes", "はい"].includes(said)) return true;
  return ["", "n", "no", "いいえ"].includes(said) ? false : undefined;
}
