/** What a command says of a file that one of its words names, in the light of a look at that file. */

import type { Evidence } from "./evidence.ts";
import type { MessageReading } from "./message.ts";
import type { MessageRule } from "./rule.ts";
import { meanings } from "./rules/messages/meanings.ts";
import { namedIn } from "./subject.ts";

/** Rows of programs that say the same of a certificate, a key or a list of authorities that is not there, not readable, or nothing of the sort. */
const ofAnyFile = /^message\.(?:libcurl-ca|curl-ca|nginx-certificate|nginx-file)$/;

/** Where a row blames settings of this host, but the file that a word names is not there or not readable: that is what it means. */
export function inLightOfFile(evidence: Evidence, reading: MessageReading): MessageReading {
  const { rules, line } = reading;
  if (!evidence.isCommand || !rules.some(isOfFile)) return reading;
  const word = namedIn(line, evidence.words);
  const path = word?.text.replace(/^(?:--?[\w-]+=|@|file:)/, "") ?? "";
  const look = /^-/.test(path) ? undefined : evidence.look(path);
  if (look === undefined || look.remote || (look.exists && look.isDirectory)) return reading;
  if (look.hidden || (look.exists && !look.readable))
    return { ...reading, rules: rules.filter((rule) => !isOfFile(rule)), errno: "EACCES" };
  if (!look.exists) return { ...reading, rules: rules.map((rule) => (isOfFile(rule) ? as(rule, "absent") : rule)) };
  return {
    ...reading,
    rules: rules.map((rule) => (isOfFile(rule) && rule.id !== "message.nginx-file" ? as(rule, "content") : rule)),
  };
}

function isOfFile({ id }: MessageRule): boolean {
  return ofAnyFile.test(id);
}

function as({ id }: MessageRule, means: "absent" | "content"): MessageRule {
  return { id, key: `means.${means}`, ...meanings[means] };
}
