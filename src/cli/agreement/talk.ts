/** What was said of a script, node by node of its case: objections with what became of them, questions and answers. */

import { type Core, fateOf, type Remark, type Rules, type SaidAnswer, type Topic } from "../../consent/index.ts";
import { safe } from "../runs/words.ts";
import type { Spoken } from "./topic.ts";
import { nameOf } from "./view.ts";

interface Line {
  readonly node: string;
  readonly entry: number;
  readonly text: string;
}

/** Of every version of the script that was proposed: what was asked stays asked when a word changes. */
export function talkText({ place, subject, bundle }: Spoken, say: (text: string) => string): string {
  const { core, memory, policy } = place;
  const bundles = new Set([...(core.scripts[subject.path] ?? []), bundle]);
  const lines = [...bundles].flatMap((each) => {
    const topic = memory.topic(each);
    const mark = each === bundle ? "" : ` (${say("of another version")})`;
    return [
      ...topic.remarks.map((remark) => remarkLine(remark, core, say)),
      ...objectionLines(topic, { core, policy }, say),
    ].map((line) => ({ ...line, text: `${line.text}${mark}` }));
  });
  const sorted = lines.toSorted((a, b) => a.entry - b.entry);
  return [...new Set(sorted.map(({ node }) => node))]
    .map((node) => {
      const own = sorted.filter((line) => line.node === node);
      return `${say(node)}\n${own.map(({ text }) => `  ${text}\n`).join("")}`;
    })
    .join("");
}

function remarkLine(remark: Remark, core: Core, say: (text: string) => string): Line {
  const { node, entry, act, text } = remark;
  return { node: safe(node), entry, text: `${said(remark, core)}, ${say(act)}: ${safe(text)}` };
}

/** Whose roles count, and which of them may overrule and revoke. */
interface Judged {
  readonly core: Core;
  readonly policy: Rules;
}

export function objectionLines(topic: Topic, judged: Judged, say: (text: string) => string): readonly Line[] {
  return topic.answers
    .filter(({ kind }) => kind === "objection" || kind === "hold")
    .map((answer) => ({
      node: safe(answer.node ?? "on the whole"),
      entry: answer.entry,
      text: `${said(answer, judged.core)}, ${say(answer.kind)}: ${safe(answer.reason ?? "")} ${endOf(answer, topic, judged, say)}`,
    }));
}

/** What became of an objection or of a hold: as it counts where the script is judged. */
function endOf(answer: SaidAnswer, topic: Topic, { core, policy }: Judged, say: (text: string) => string): string {
  const { undone, blocks, overruled } = fateOf(topic, answer, core, policy);
  if (undone !== undefined) {
    const { kind, reason, became } = undone;
    return `[${say(kind)}: ${safe(reason)}${became === undefined ? "" : ` → ${safe(became)}`}]`;
  }
  if (!blocks) return say("[agreed since]");
  if (answer.until !== undefined && Date.now() >= Date.parse(answer.until)) return say("[over]");
  const have = overruled.filter(({ by }) => by !== undefined).length;
  return say(have === 0 ? "[open]" : `[open, overruled by ${have} of ${overruled.length}]`);
}

function said({ digest, who, time }: Remark | SaidAnswer, core: Core): string {
  return `${digest.slice(0, 8)}  ${time.slice(0, 10)}  ${nameOf(core, who)}`;
}
