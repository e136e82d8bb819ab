/** Asks somebody of a role whether a script may go on: by the configured command, or at the terminal. */

import type { Answer, ApprovalRequest } from "../../runtime/index.ts";
import type { RolesAround } from "./around.ts";
import { askAtTerminal } from "./at-terminal.ts";
import { askByCommand } from "./by-command.ts";

/** The questions of one run stand behind each other: a person answers one at a time. */
let last: Promise<unknown> = Promise.resolve();

/** Never throws; no answer comes with its reason. */
export function askRole(around: RolesAround, request: ApprovalRequest): Promise<Answer> {
  const { approval } = around.config;
  if (approval !== undefined) return askByCommand(around, approval, request);
  const until = request.timeout === null ? null : Date.now() + request.timeout;
  const answer = last.then(() => askAtTerminal(around, request, until));
  last = answer;
  return answer;
}
