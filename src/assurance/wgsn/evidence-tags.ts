/** What evidence must be and what a monitor watches, as tags: `Evidence:: test`, `Evidence.maxAge:: 30d`, `Monitor.metric:: cpu`. */

import { parseCondition } from "../condition/parse.ts";
import { conditionText } from "../condition/print.ts";
import type { CaseNode } from "../model/case.ts";
import type { Condition } from "../model/condition.ts";
import type { EvidenceSource, EvidenceSpec, Monitor } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";
import type { TagLine } from "./tag-line.ts";

type Writable<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** Keys are put in the model's order at the end. */
export interface EvidenceDraft {
  evidence?: Writable<EvidenceSpec>;
  monitor?: Writable<Monitor>;
}

const deepestValue = 64;

const sources: readonly EvidenceSource[] = ["test", "inject", "load", "monitor", "review", "document"];
const texts = ["of", "subject", "maxAge"] as const;
const maps = ["environment", "parameters"] as const;

/** Whether a tag was taken; each is taken once, and what belongs to evidence only behind `Evidence::`. */
export function readEvidenceTag(draft: EvidenceDraft, name: string, value: string): boolean {
  if (name === "Evidence") {
    const by = sources.find((each) => each === value);
    if (by === undefined || draft.evidence !== undefined) return false;
    draft.evidence = { by };
    return true;
  }
  if (name.startsWith("Monitor.")) return readMonitorTag(draft, name.slice("Monitor.".length), value);
  const { evidence } = draft;
  if (evidence === undefined || !name.startsWith("Evidence.")) return false;
  const key = name.slice("Evidence.".length);
  if (key === "expects") return put(evidence, "expects", conditionOf(value));
  const text = texts.find((each) => each === key);
  if (text !== undefined) return put(evidence, text, value);
  const map = maps.find((each) => each === key);
  return map !== undefined && put(evidence, map, jsonMap(value));
}

function readMonitorTag(draft: EvidenceDraft, key: string, value: string): boolean {
  const monitor = draft.monitor ?? {};
  const taken =
    (key === "metric" && put(monitor, "metric", value)) ||
    (key === "condition" && put(monitor, "condition", conditionOf(value))) ||
    (key === "window" && put(monitor, "window", value));
  if (taken) draft.monitor = monitor;
  return taken;
}

function put<T extends object, K extends keyof T>(into: T, key: K, value: T[K] | undefined): boolean {
  if (value === undefined || into[key] !== undefined) return false;
  into[key] = value;
  return true;
}

function conditionOf(value: string): Condition | undefined {
  const parsed = parseCondition(value);
  return parsed.ok ? parsed.condition : undefined;
}

function jsonMap(value: string): { readonly [name: string]: Json } | undefined {
  if (!value.startsWith("{") || isDeep(value)) return undefined;
  try {
    // What begins with a brace is an object, or no JSON.
    return JSON.parse(value) as { readonly [name: string]: Json };
  } catch {
    return undefined;
  }
}

/** Brackets within brackets that no person writes, and that would end the stack of whoever goes through them. */
function isDeep(value: string): boolean {
  let depth = 0;
  for (const [mark] of value.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") depth -= 1;
    if (depth > deepestValue) return true;
  }
  return false;
}

/** What was read in the model's order of keys. A monitor without a metric or a condition is none: its tags are `leftover`. */
export function evidenceRead(draft: EvidenceDraft): {
  readonly evidence?: EvidenceSpec;
  readonly monitor?: Monitor;
  readonly leftover: readonly TagLine[];
} {
  const { by, of, subject, maxAge, environment, parameters, expects } = draft.evidence ?? {};
  const { metric, condition, window } = draft.monitor ?? {};
  const isWhole = metric !== undefined && condition !== undefined;
  const spec = by && { by, ...defined({ of, subject, maxAge, environment, parameters, expects }) };
  return {
    ...(spec === undefined ? {} : { evidence: spec }),
    ...(isWhole ? { monitor: { metric, condition, ...defined({ window }) } } : {}),
    leftover: isWhole ? [] : writtenMonitor({ metric, condition, window }),
  };
}

export function writtenEvidence({ evidence, monitor }: CaseNode): readonly TagLine[] {
  const lines: TagLine[] = [];
  if (evidence !== undefined) {
    lines.push(["Evidence", evidence.by]);
    for (const key of texts) lines.push(...line(`Evidence.${key}`, evidence[key]));
    for (const key of maps) lines.push(...line(`Evidence.${key}`, evidence[key] && JSON.stringify(evidence[key])));
    lines.push(...line("Evidence.expects", evidence.expects && conditionText(evidence.expects)));
  }
  return monitor === undefined ? lines : [...lines, ...writtenMonitor(monitor)];
}

function writtenMonitor({ metric, condition, window }: Writable<Monitor>): readonly TagLine[] {
  return [
    ...line("Monitor.metric", metric),
    ...line("Monitor.condition", condition && conditionText(condition)),
    ...line("Monitor.window", window),
  ];
}

function line(name: string, value: string | undefined): readonly TagLine[] {
  return value === undefined ? [] : [[name, value]];
}

function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // What is left out is what was undefined.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
