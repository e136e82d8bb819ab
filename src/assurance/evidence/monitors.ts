/** The monitors of a case over the records of a log: whether the condition of each holds in its window. */

import { durationText, readDuration } from "../../records/index.ts";
import { holds } from "../condition/evaluate.ts";
import { conditionText } from "../condition/print.ts";
import type { CaseNode, DCase } from "../model/case.ts";
import type { Condition, Operand } from "../model/condition.ts";
import type { Monitor } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";
import { plainValue } from "./figures.ts";

/** A field's text of the record at hand. */
export type FieldText = (name: string) => string | undefined;

export interface MonitorResult {
  readonly node: CaseNode & { readonly monitor: Monitor };
  /** `unknown`: the records do not say; `silent`: there are none in the window. */
  readonly is: "holds" | "broken" | "unknown" | "silent";
  /** A sentence. */
  readonly says: string;
  /** Records in the window. */
  readonly records: number;
  /** The metric in the last of them. */
  readonly last?: Json;
}

export interface MonitorJudge {
  /** The fields that records are asked for. */
  readonly fields: readonly string[];
  /** Takes a record, whatever its order; `time` in milliseconds since the epoch. */
  readonly take: (time: number, field: FieldText) => void;
  readonly results: () => readonly MonitorResult[];
}

/** Records that are kept for one monitor; of more, the oldest go. */
const mostKept = 1_000_000;

/**
 * Judges every node with a monitor at a time. Only records up to then count, and of a window those that lie in it. In a condition,
 * `value` is the metric itself. Nothing of the case or the log is run.
 */
export function createMonitorJudge(cases: readonly DCase[], now: number): MonitorJudge {
  const watches = cases.flatMap(({ nodes }) => nodes.filter(hasMonitor)).map((node) => watchOf(node, now));
  return {
    fields: [...new Set(watches.flatMap(({ fields }) => [...fields]))],
    take: (time, field) => {
      for (const watch of watches) {
        if (!(time <= now) || time < watch.from) continue;
        const value = field(watch.node.monitor.metric);
        if (value === undefined) continue;
        const record = Object.fromEntries(
          watch.fields.flatMap((name) => {
            const text = field(name);
            return text === undefined ? [] : [[name, watch.texts.has(name) ? text : plainValue(text)] as const];
          }),
        );
        watch.kept.push({ time, record: { ...record, value: watch.texts.has("value") ? value : plainValue(value) } });
        // Twice as many, so that letting go costs little.
        if (watch.kept.length > 2 * mostKept) watch.kept.splice(0, watch.kept.length - mostKept);
      }
    },
    results: () => watches.map(resultOf),
  };
}

interface Watch {
  readonly node: CaseNode & { readonly monitor: Monitor };
  /** The time from which on records count. */
  readonly from: number;
  readonly fields: readonly string[];
  /** Fields that are compared with texts. */
  readonly texts: ReadonlySet<string>;
  readonly kept: { readonly time: number; readonly record: { readonly [name: string]: Json } }[];
}

function hasMonitor(node: CaseNode): node is CaseNode & { readonly monitor: Monitor } {
  return node.monitor !== undefined;
}

function watchOf(node: CaseNode & { readonly monitor: Monitor }, now: number): Watch {
  const { metric, condition, window } = node.monitor;
  const span = window === undefined ? undefined : readDuration(window);
  const names = new Set<string>();
  const texts = new Set<string>();
  for (const [name, other] of pairsIn(condition)) {
    names.add(name);
    if (other?.kind === "value" && typeof other.value === "string") texts.add(name);
  }
  return {
    node,
    from: span === undefined ? Number.NEGATIVE_INFINITY : now - span,
    fields: [metric, ...[...names].filter((name) => name !== "value" && name !== metric)],
    texts,
    kept: [],
  };
}

/** Each field of a condition with what it is compared with; dots lead into records, whose fields have none. */
function pairsIn(condition: Condition): readonly (readonly [name: string, other: Operand | undefined])[] {
  const found: (readonly [string, Operand | undefined])[] = [];
  const open: Condition[] = [condition];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.kind === "not") open.push(each.of);
    else if (each.kind !== "compare") open.push(...each.of);
    else {
      const { left, right } = each;
      if (left.kind !== "value") found.push([left.path, right]);
      if (right.kind !== "value") found.push([right.path, left]);
    }
  }
  return found;
}

function resultOf({ node, kept }: Watch): MonitorResult {
  const { condition, window, metric } = node.monitor;
  const sorted = kept.toSorted((a, b) => a.time - b.time).map(({ record }) => record);
  const last = sorted.at(-1)?.["value"];
  const found = { node, records: sorted.length, ...(last === undefined ? {} : { last }) };
  const span = window === undefined ? undefined : readDuration(window);
  if (window !== undefined && span === undefined)
    return { ...found, is: "unknown", says: `${JSON.stringify(window)} is no window: write it as 5m or 1h` };
  if (sorted.length === 0) {
    const says =
      span === undefined ? `no record has ${metric}` : `no record of the last ${durationText(span)} has ${metric}`;
    return { ...found, is: "silent", says };
  }
  const answer = holds(condition, sorted);
  const text = conditionText(condition);
  if (answer === undefined) return { ...found, is: "unknown", says: `the records do not say whether ${text}` };
  return answer
    ? { ...found, is: "holds", says: `${text} holds` }
    : { ...found, is: "broken", says: `${text} does not hold` };
}
