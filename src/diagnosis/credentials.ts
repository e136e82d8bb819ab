/** Where what somebody logs in with came from, of a login that was refused. */

import { type FaultArgument, isOutside } from "../records/index.ts";
import type { Evidence } from "./evidence.ts";
import type { MessageReading } from "./message.ts";
import { isProgram, isSecret } from "./subject.ts";

const long = /^--(?:[\w-]+-)?(?:password|passwd|passphrase|pass|token|api-key|secret)/;
const option = new RegExp(`${long.source}$`);
const joined = new RegExp(`${long.source}=.`);
const header =
  /(?:^|["'\s{,])(?:(?:proxy-)?authorization|(?:x-)?(?:api-key|auth-token|access-token)|private-token)["']?:/i;
const withinUrl = /:\/\/[^\s/@:]*:[^\s/@]+@/;
/** Options of one letter, by program. */
const letters: Readonly<Record<string, RegExp>> = {
  curl: /^(?:-u|--user|-U|--proxy-user)$/,
  "redis-cli": /^-a$/,
  sshpass: /^-p$/,
  ldapsearch: /^-w$/,
  smbclient: /^-U$/,
};

/** Adds whether all that it logged in with is written in the script. */
export function addCredentials(evidence: Evidence, { rules }: MessageReading): void {
  const { symptom, facts, program } = evidence;
  const { answer = 0 } = symptom;
  const isRefused =
    [401, 403, 407].includes(answer) || rules.some(({ key }) => /^means\.(?:login|rights)$/.test(key ?? ""));
  if (!isRefused) return;
  const all = symptom.arguments.filter((each) => !isProgram(each));
  const found = all.filter((each, at) => isCredential(each, all[at - 1]?.text ?? "", program));
  const origins = found.reduce((sum, each) => sum | each.origins, 0);
  if (origins !== 0 && !isOutside(origins)) facts.add("credentials-literal");
}

function isCredential(argument: FaultArgument, before: string, program: string): boolean {
  const { text, name } = argument;
  if (isSecret(argument) || joined.test(text) || withinUrl.test(text) || option.test(before)) return true;
  if (letters[program]?.test(before) === true) return program !== "curl" || text.includes(":");
  if (/^(?:mysql|mariadb)/.test(program)) return /^-p./.test(text);
  return header.test(text) || (name === "headers" && /authorization|token|api-key/i.test(text));
}
