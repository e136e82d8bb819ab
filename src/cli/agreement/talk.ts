/** What was said of a script, node by node of its case: objections with what became of them, questions and answers. */

import { type Core, othersMay, type Remark, type SaidAnswer, type Topic } from "../../consent/index.ts";
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
  const { core, memory } = place;
  const bundles = new Set([...(core.scripts[subject.path] ?? []), bundle]);
  const lines = [...bundles].flatMap((each) => {
    const topic = memory.topic(each);
    const mark = each === bundle ? "" : ` (${say("of another version")})`;
    return [...topic.remarks.map((remark) => remarkLine(remark, core, say)), ...objectionLines(topic, core, say)].map(
      (line) => ({ ...line, text: `${line.text}${mark}` }),
    );
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

export function objectionLines(topic: Topic, core: Core, say: (text: string) => string): readonly Line[] {
  return topic.answers
    .filter(({ kind }) => kind === "objection" || kind === "hold")
    .map((answer) => ({
      node: safe(answer.node ?? "on the whole"),
      entry: answer.entry,
      text: `${said(answer, core)}, ${say(answer.kind)}: ${safe(answer.reason ?? "")}${endOf(answer, topic, say)}`,
    }));
}

/** What became of an objection or of a hold. */
function endOf(answer: SaidAnswer, topic: Topic, say: (text: string) => string): string {
  const { kind, digest, who, entry, until } = answer;
  const by = topic.undoings.find((each) => each.of === digest && (each.who === who || othersMay(each.kind, answer)));
  if (by !== undefined)
    return ` [${say(by.kind)}: ${safe(by.reason)}${by.became === undefined ? "" : ` → ${safe(by.became)}`}]`;
  if (kind === "hold") return ` ${say(until !== undefined && Date.now() >= Date.parse(until) ? "[over]" : "[open]")}`;
  const agreed = topic.answers.some((each) => each.kind === "agreement" && each.who === who && each.entry > entry);
  return ` ${say(agreed ? "[agreed since]" : "[open]")}`;
}

function said({ digest, who, time }: Remark | SaidAnswer, core: Core): string {
  return `${digest.slice(0, 8)}  ${time.slice(0, 10)}  ${nameOf(core, who)}`;
}
