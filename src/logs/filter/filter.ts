/** Decides of each record whether it is wanted, the cheapest questions first. */

import type { RecordScan } from "../scan/record-scan.ts";
import { TimeValue } from "../scan/time-value.ts";
import { type Criteria, type ValueName, valueNames } from "./criteria.ts";
import { classField, type Field, fieldOf } from "./field.ts";
import { grepTest } from "./grep.ts";

/** A value that was asked for and that no record has, and some that records have. */
export interface Unmet {
  readonly name: ValueName;
  readonly wanted: readonly string[];
  readonly seen: readonly string[];
}

export interface RecordFilter {
  /** Whether the record that was scanned last is wanted. */
  readonly accepts: () => boolean;
  /** The filters by value that no record has met, each by itself. */
  readonly unmet: () => readonly Unmet[];
}

/** Distinct values that are remembered for the hint at a wrong one. */
const mostSeen = 1000;

/** A filter over a scan. */
export function createFilter(criteria: Criteria, scan: RecordScan): RecordFilter {
  const tests: (() => boolean)[] = [];
  const { points, classes, since, until, handled, grep } = criteria;
  if (points !== undefined) {
    scan.wantPoints(points);
    tests.push(isOneOf(() => scan.text(scan.point), points));
  }
  if (handled !== undefined) {
    const slot = scan.want("Handled");
    // Only an ErrorPoint has been dealt with, or not.
    const wanted = String(handled);
    tests.push(() => scan.text(slot) === wanted);
  }
  const watched = valueNames.flatMap((name) => {
    const wanted = criteria.values?.[name];
    return wanted === undefined || wanted.length === 0 ? [] : [watch(name, wanted, scan)];
  });
  tests.push(...watched.map(({ test }) => test));
  if (classes !== undefined)
    tests.push(criteria.plausible === true ? anyPlausible(scan, classes) : isOneOf(classField(scan), classes));
  if (since !== undefined || until !== undefined) {
    const time = new TimeValue(scan);
    const [from, to] = [since ?? Number.NEGATIVE_INFINITY, until ?? Number.POSITIVE_INFINITY];
    tests.push(() => {
      const at = time.milliseconds();
      return at >= from && at < to;
    });
  }
  if (grep !== undefined && grep !== "") tests.push(grepTest(scan, grep));
  return {
    accepts: () => {
      for (const test of tests) if (!test()) return false;
      return true;
    },
    unmet: () => watched.flatMap(({ unmet }) => unmet() ?? []),
  };
}

function isOneOf(field: Field, wanted: readonly string[]): () => boolean {
  const [only] = wanted;
  if (wanted.length === 1) return () => field() === only;
  const set = new Set(wanted);
  return () => set.has(field() ?? "");
}

function anyPlausible(scan: RecordScan, classes: readonly string[]): () => boolean {
  const slot = scan.want("FaultType");
  return () => {
    const text = scan.text(slot);
    return text?.split(",").some((name) => classes.includes(name)) === true;
  };
}

/** The test for a field's values, which notes what it sees until the first record fits. */
function watch(name: ValueName, wanted: readonly string[], scan: RecordScan) {
  const field = fieldOf(name, scan) as Field;
  const isPart = name === "script" || name === "run";
  const asked = name === "run" ? wanted.map((value) => value.toUpperCase()) : wanted;
  const seen = new Set<string>();
  let isMet = false;
  let isAsked = false;
  const fits = (value: string): boolean => (isPart ? asked.some((one) => value.includes(one)) : asked.includes(value));
  const known = new Map<string, boolean>();
  const test = (): boolean => {
    const value = field();
    isAsked = true;
    if (value === undefined) return false;
    let answer = known.get(value);
    if (answer === undefined) {
      answer = fits(value);
      if (known.size < mostSeen) known.set(value, answer);
    }
    if (answer) isMet = true;
    else if (!isMet && seen.size < mostSeen) seen.add(value);
    return answer;
  };
  return { test, unmet: (): Unmet | undefined => (isMet || !isAsked ? undefined : { name, wanted, seen: [...seen] }) };
}
