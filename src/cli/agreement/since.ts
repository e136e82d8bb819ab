/** What has changed since a person agreed last: the script word by word, the argument node by node. */

import { basename, dirname, relative } from "node:path";
import { type DCase, differenceOf, diffText, readCase } from "../../assurance/index.ts";
import type { Proposal } from "../../consent/index.ts";
import { unifiedDifference } from "../../text/index.ts";
import { language } from "../language.ts";
import { safe } from "../runs/words.ts";
import { styleFor } from "../terminal.ts";
import { contentOf } from "./contents.ts";
import type { Spoken } from "./topic.ts";

/** Empty where they never did. */
export function sinceLast({ place, subject }: Spoken, proposal: Proposal, who: string): string {
  const last = lastAgreed(place, subject.path, who, proposal);
  if (last === undefined) return "";
  const argument = subject.case === undefined ? undefined : casePath(subject.path, subject.case.path);
  const paths = new Set([...Object.keys(last.files ?? {}), ...Object.keys(proposal.files ?? {})]);
  const parts = [...paths].flatMap((path) => {
    const [old, now] = [last.files?.[path], proposal.files?.[path]];
    if (old === now) return [];
    const [before, after] = [old, now].map((digest) =>
      digest === undefined ? "" : contentOf(place.log, digest)?.toString("utf8"),
    );
    if (before === undefined || after === undefined) return [`  ${safe(path)}: what it was is not kept here\n`];
    const lines = (path === argument ? argued(before, after, path) : undefined) ?? unifiedDifference(before, after);
    return [`  ${safe(path)}:\n${lines.map((line) => `  ${safe(line)}`.trimEnd()).join("\n")}\n`];
  });
  const head = `since you agreed last, on ${last.time.slice(0, 10)}:\n`;
  return parts.length === 0 ? `${head}  no file has changed\n` : `${head}${parts.join("")}`;
}

/** The case's name among the contents that are kept. */
function casePath(script: string, argument: string): string {
  return relative(dirname(script), argument) || basename(argument);
}

/** Undefined where one of the two is no case. */
function argued(before: string, after: string, name: string): readonly string[] | undefined {
  const [old, now] = [before, after].map((text) => caseIn(text, name));
  if (old === undefined || now === undefined) return undefined;
  return diffText(differenceOf(old, now), { say: language().text, paint: styleFor("never", 1) })
    .trimEnd()
    .split("\n");
}

function caseIn(text: string, name: string): DCase | undefined {
  const reading = readCase(text, name);
  return reading.ok ? reading.file.case : undefined;
}

/** The proposal that they agreed to, before this one. */
function lastAgreed(
  { memory, core }: Spoken["place"],
  script: string,
  who: string,
  than: Proposal,
): Proposal | undefined {
  return (core.scripts[script] ?? [])
    .flatMap((bundle) => {
      const { proposals, answers } = memory.topic(bundle);
      return proposals.filter(
        ({ digest, entry }) =>
          entry < than.entry &&
          answers.some((each) => each.who === who && each.kind === "agreement" && each.proposal === digest),
      );
    })
    .sort((a, b) => a.entry - b.entry)
    .at(-1);
}
