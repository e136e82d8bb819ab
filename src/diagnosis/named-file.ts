/** What a command says of a file that one of its words names, in the light of a look at that file. */

import { type FaultArgument, isOutside } from "../records/index.ts";
import { listOfVariable } from "./certificates.ts";
import { type Evidence, shown } from "./evidence.ts";
import type { MessageReading } from "./message.ts";
import type { MessageRule } from "./rule.ts";
import { keyOf, meanings } from "./rules/messages/meanings.ts";
import { namedIn } from "./subject.ts";

/** Rows of programs that say the same of a certificate, a key or a list of authorities that is not there, not readable, or nothing of the sort. */
const ofAnyFile = /^message\.(?:libcurl-ca|curl-ca|nginx-certificate|nginx-file)$/;

/** Where a row blames settings of this host, but the file that a word names is not there or not readable: that is what it means. */
export function inLightOfFile(evidence: Evidence, reading: MessageReading): MessageReading {
  const { rules, line } = reading;
  if (!evidence.isCommand || !rules.some(isOfFile)) return reading;
  const word =
    namedIn(
      line,
      evidence.words.filter(({ text }) => !text.includes("://")),
    ) ?? evidence.words.find((each, at) => isOwnSetting(evidence, each, at));
  if (word === undefined) return ofVariable(evidence, reading);
  const path = word.text.replace(/^(?:--?[\w.-]+=|[\w.-]+=|@|file:)/, "");
  const look = /^-/.test(path) ? undefined : evidence.look(path);
  if (look === undefined || look.remote || (look.exists && look.isDirectory)) return reading;
  if (look.hidden || (look.exists && !look.readable))
    return { ...reading, rules: rules.filter((rule) => !isOfFile(rule)), errno: "EACCES" };
  // A line that does not name it may name what has nothing to do with it, as the URL that was asked for.
  const told = line.includes(word.text) || line.includes(path) ? line : word.text;
  if (!look.exists) return { ...reading, line: told, rules: meaning(rules, "absent") };
  // That row says of no file what it holds.
  return rules.some(({ id }) => id === "message.nginx-file")
    ? reading
    : { ...reading, rules: meaning(rules, "content") };
}

/** An option or a setting for certificates, of which the file is not there. */
function isOwnSetting({ words, look }: Evidence, { text }: FaultArgument, at: number): boolean {
  const [, name = words[at - 1]?.text ?? "", path = text] = /^([\w.-]+)=(.+)$/.exec(text) ?? [];
  return /(?:^-+|ssl|tls)?(?:cert|cacert|cainfo|ca-?file|key|pem)/i.test(name) && look(path)?.exists === false;
}

/** A list of authorities that a variable names, and that is not there. */
function ofVariable({ symptom, host, look, facts, values }: Evidence, reading: MessageReading): MessageReading {
  const found = listOfVariable(symptom.variables, host.environment);
  if (found === undefined || look(found.text)?.exists !== false) return reading;
  facts.add("unsaid");
  facts.add(isOutside(found.origins) ? "from-environment" : "from-literal");
  values.set("subject", shown(found.text));
  return { ...reading, rules: meaning(reading.rules, "absent") };
}

function isOfFile({ id }: MessageRule): boolean {
  return ofAnyFile.test(id);
}

function meaning(rules: readonly MessageRule[], name: "absent" | "content"): readonly MessageRule[] {
  return rules.map((rule) => (isOfFile(rule) ? { id: rule.id, key: keyOf(name), ...meanings[name] } : rule));
}
