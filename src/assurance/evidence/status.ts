/** What a node's evidence comes to now: whether the newest result that fits what it must be is good, and young enough. */

import { durationText, readDuration } from "../../records/index.ts";
import { holds } from "../condition/evaluate.ts";
import { conditionText } from "../condition/print.ts";
import type { EvidenceSpec } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";
import { differenceOf } from "./fitting.ts";
import { timeOf } from "./read-statement.ts";
import { type Statement, sourceOf, type Verdict } from "./statement.ts";

export interface EvidenceStatus {
  /** `other`: there are results, all of them of another bundle, environment or parameters, or of what the node said before. */
  readonly is: "passing" | "failing" | "stale" | "missing" | "other";
  /** A sentence. */
  readonly says: string;
  /** The next step; undefined where none is needed. */
  readonly help?: string;
  /** The result that counts, or that comes nearest. */
  readonly statement?: Statement;
  /** Milliseconds since it was made. */
  readonly age?: number;
}

export interface StatusSettings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The digest of the bundle of the script that the spec names, as it is now: 64 hexadecimal digits. Undefined where it has none. */
  readonly bundleDigest?: string | undefined;
  /** The node that the evidence stands in. */
  readonly node?: { readonly uid: string; readonly text: string };
}

/** Clocks of two machines may differ by so many milliseconds. */
const clocksDiffer = 5 * 60_000;

export function statusOf(
  spec: EvidenceSpec,
  statements: readonly Statement[],
  settings: StatusSettings,
): EvidenceStatus {
  const { now } = settings;
  const newest = new Map<string, Dated>();
  let nearest: Dated | undefined;
  let isEarly = false;
  let why = "";
  for (const each of statements) {
    if (sourceOf(each) !== spec.by) continue;
    const difference = differenceOf(spec, each, settings);
    if (difference === "another") continue;
    const time = timeOf(each.predicate.time) ?? Number.NaN;
    if (!(time <= now + clocksDiffer)) {
      isEarly = true;
      continue;
    }
    const found = { statement: each, time };
    if (difference === undefined) {
      const key = keyOf(each);
      if (time >= (newest.get(key)?.time ?? Number.NEGATIVE_INFINITY)) newest.set(key, found);
    } else if (nearest === undefined || time >= nearest.time) {
      nearest = found;
      why = difference;
    }
  }
  const best = counting(spec, [...newest.values()], now);
  if (best !== undefined) return best;
  if (nearest !== undefined)
    return { is: "other", says: why, help: "make it anew", statement: nearest.statement, age: now - nearest.time };
  return {
    is: "missing",
    says: isEarly ? "its only results are dated in the future" : "there is no result",
    help: makingOf(spec),
  };
}

interface Dated {
  readonly statement: Statement;
  readonly time: number;
}

/** What a result is the newest of: a file of tests, a campaign; of what people say, each of them. */
function keyOf({ predicate: { of = "", who = "" } }: Statement): string {
  return `${of}\n${who}`;
}

/** Of several that fit, such as two files of tests of one script, one that is not good counts, while it is young enough; else the newest. */
function counting(spec: EvidenceSpec, found: readonly Dated[], now: number): EvidenceStatus | undefined {
  const most = spec.maxAge === undefined ? undefined : readDuration(spec.maxAge);
  const sorted = found.toSorted((a, b) => b.time - a.time);
  const all = sorted.map((each) => judged(spec, each, now));
  const bad = all.find(({ is, age = 0 }) => is === "failing" && (most === undefined || age <= most));
  return bad ?? all[0];
}

function judged(spec: EvidenceSpec, { statement, time }: Dated, now: number): EvidenceStatus {
  const age = Math.max(0, now - time);
  const found = { statement, age };
  const verdict = verdictOf(spec, statement);
  if (verdict !== "passed")
    return {
      is: "failing",
      says: verdict === "skipped" ? "it was left out" : "it failed",
      help: "see why, and make it anew",
      ...found,
    };
  const { expects, maxAge } = spec;
  if (expects !== undefined) {
    const { figures, parameters, environment } = statement.predicate;
    const fields: Json = { ...environment, ...parameters, ...figures };
    const answer = holds(expects, [fields]);
    const condition = conditionText(expects);
    if (answer === undefined)
      return {
        is: "failing",
        says: `its figures do not say whether ${condition}`,
        help: "let it print these figures",
        ...found,
      };
    if (!answer)
      return {
        is: "failing",
        says: `its figures do not have ${condition}`,
        help: "see why, and make it anew",
        ...found,
      };
  }
  if (maxAge === undefined) return { is: "passing", says: `it passed ${durationText(age)} ago`, ...found };
  const most = readDuration(maxAge);
  if (most === undefined)
    return { is: "stale", says: `${JSON.stringify(maxAge)} is no age`, help: "write it as 30d, 12h or 90m", ...found };
  return age <= most
    ? { is: "passing", says: `it passed ${durationText(age)} ago`, ...found }
    : {
        is: "stale",
        says: `it passed ${durationText(age)} ago, and may be ${maxAge} old`,
        help: "make it anew",
        ...found,
      };
}

/** Where the spec names a part, such as a single test, that part counts. */
function verdictOf({ of }: EvidenceSpec, { predicate: { result, parts } }: Statement): Verdict | "skipped" {
  return of !== undefined && parts !== undefined && Object.hasOwn(parts, of) ? (parts[of] ?? result) : result;
}

function makingOf({ by, of, subject }: EvidenceSpec): string {
  switch (by) {
    case "test":
      return `dscript test ${subject ?? of ?? "FILE"} --evidence FILE makes one`;
    case "inject":
      return `dscript inject ${of ?? subject ?? "FILE"} --evidence FILE makes one`;
    case "load":
      return "dscript case evidence run NODE CASE -- COMMAND makes one";
    case "monitor":
      return "dscript case evidence monitors CASE --log FILE --attach makes one";
    case "review":
    case "document":
      return `dscript case evidence attach NODE CASE --by ${by} --result passed makes one`;
  }
}
