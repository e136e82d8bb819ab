/** What a case has and a WGSN text does not give back: found by reading what was written. */

import type { CaseNode, ModuleInfo } from "../model/case.ts";
import type { Loss } from "../model/reading.ts";
import type { Revision } from "../model/revision.ts";
import { valueText } from "./values.ts";

const ofNode: Readonly<Record<Exclude<keyof CaseNode, "tags">, string>> = {
  uid: "its uid",
  label: "its label",
  type: "its type",
  kind: "its kind",
  text: "blanks at the ends of its text and of its lines",
  translations: "its translations as they are",
  undeveloped: "whether it is undeveloped",
  uninstantiated: "that it is uninstantiated",
  defeated: "that it is defeated",
  owner: "its owner",
  validUntil: "until when it holds",
  url: "its address",
  parameters: "its parameters as they are",
  attachments: "its attachments as they are",
  evidence: "a part of what its evidence must be",
  monitor: "a part of what it watches",
  away: "the node of another module that it stands for",
  claimPoints: "its assurance claim points",
  layers: "what other tools know of it",
  choices: "its choices",
  instance: "the pattern that it was made from",
  presentation: "how it is drawn",
};
const ofModule: Readonly<Record<Exclude<keyof ModuleInfo, "name">, string>> = {
  brief: "its brief as it is",
  names: "its name in other languages as it is",
  briefs: "its brief in other languages as it is",
  language: "its language",
  uses: "the modules that it uses",
  extends: "the modules that it extends",
  parameters: "its parameters as they are",
  instance: "the pattern that it was made from",
  agree: "how many must agree",
  profile: "its profile",
  publishes: "which of its nodes others may refer to",
  presentation: "how it is drawn",
  extra: "what other tools know of it",
};

const ofRevision = {
  time: (number: number) => `the time of revision ${number} as it is`,
  author: (number: number) => `the author of revision ${number} as written`,
  role: (number: number) => `the role of who made revision ${number} as written`,
  process: (number: number) => `the process of revision ${number} as written`,
  message: (number: number) => `the message of revision ${number} as written`,
} as const;

export function lossesOfNode(node: CaseNode, read: CaseNode): readonly Loss[] {
  if (JSON.stringify(node) === JSON.stringify(read)) return [];
  const { label } = node;
  const lost = Object.entries(ofNode)
    .filter(([key]) => !isLike(node[key as keyof typeof ofNode], read[key as keyof typeof ofNode]))
    .map(([, what]): Loss => ({ label, what }));
  const { tags = [] } = read;
  let next = 0;
  for (const tag of node.tags ?? []) {
    const found = tags[next];
    if (found?.name === tag.name && found.value === valueText(tag.value)) next += 1;
    if (found?.name !== tag.name || found.value !== tag.value)
      lost.push({ label, what: `its tag "${tag.name}" as it is` });
  }
  return lost;
}

export function lossesOfModule(module: ModuleInfo, read: ModuleInfo): readonly Loss[] {
  return Object.entries(ofModule)
    .filter(([key]) => !isLike(module[key as keyof typeof ofModule], read[key as keyof typeof ofModule]))
    .map(([, what]): Loss => ({ what }));
}

export function lossesOfRevision(made: Revision, read: Omit<Revision, "case">): readonly Loss[] {
  return Object.entries(ofRevision)
    .filter(([key]) => !isLike(made[key as keyof typeof ofRevision], read[key as keyof typeof ofRevision]))
    .filter(([key]) => !(key === "time" && isMoment(made.time, read.time)))
    .map(([, says]): Loss => ({ what: says(made.number) }));
}

/** `09:00Z` and `18:00+09:00` are one. */
function isMoment(time = "", read = ""): boolean {
  return /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(time) && Date.parse(time) === Date.parse(read);
}

/** `false` says what a missing key says. */
function isLike(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined || a === false) return (a || undefined) === b;
  return JSON.stringify(a) === JSON.stringify(b);
}
