/** Diagnoses a failure anew from its record: by the rules of today, and by what was seen of its host then. */

import type { CommandTable } from "../commands/index.ts";
import {
  type Diagnosis,
  errnoByNumber,
  type FaultArgument,
  type FaultKind,
  faultKinds,
  recordKeys,
  type Symptom,
} from "../records/index.ts";
import { combine, type Spoken } from "./combine.ts";
import { listen } from "./diagnose.ts";
import type { Host } from "./host.ts";
import type { MessageReader } from "./message.ts";
import { openReader } from "./reading.ts";
import { secondStage } from "./rules/index.ts";
import { shippedWeights } from "./shipped.ts";

/** A record's fields, as its JSON text has them. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** Rules that speak of origins and of a host, by their sources: nothing of that can be looked at again. */
const seenThen = /^(?:origin|content|path|peer|host|timeout|probe|sampler|trace|evidence)\./;

/** The diagnosis of an ErrorPoint; undefined of any other record, and where its fields are not those of one. */
export function diagnoseAgain(
  fields: RecordFields,
  { commands, locale = "C" }: { readonly commands: CommandTable; readonly locale?: string },
): Diagnosis | undefined {
  const symptom = symptomOf(fields);
  if (symptom === undefined) return undefined;
  const { spoken } = listen(symptom, {
    commands,
    host: absentHost(fields["User"] === "root" ? 0 : 1),
    read: readerFor(locale),
  });
  const { Heard: heard, Diagnosis: known, Removal: removal } = fields;
  if (typeof heard !== "object" || heard === null) return combine(spoken, shippedWeights);
  const found = combine(
    [...spoken.filter(({ rule }) => !seenThen.test(rule.id)), ...seen(heard, known)],
    shippedWeights,
  );
  const isSame = Array.isArray(known) && known[0]?.class === found.ranked[0]?.class;
  // The sentences of then have the names filled in.
  return isSame && typeof removal === "string" ? { ...found, advice: removal } : found;
}

const readers = new Map<string, MessageReader>();

/** A reader's tables take milliseconds to make: one serves all records. */
function readerFor(locale: string): MessageReader {
  const known = readers.get(locale) ?? openReader({ locale });
  readers.set(locale, known);
  return known;
}

function symptomOf(fields: RecordFields): Symptom | undefined {
  const { LogPoint: point, Kind: said, Message: message, Api: api, ErrnoName: name, ElapsedTime: elapsed } = fields;
  if (point !== "ErrorPoint" || typeof message !== "string" || typeof api !== "string") return undefined;
  const kind = isKind(said) ? said : said === undefined ? kindOf(api) : undefined;
  if (kind === undefined) return undefined;
  const errno = typeof name === "string" ? name : errnoByNumber(Number(fields["Errno"]))?.name;
  const status = /ended with status (\d+)/.exec(message)?.[1];
  const signal = /was ended by (SIG\w+)/.exec(message)?.[1];
  const values = Object.entries(fields).filter(([each]) => !recordKeys.has(each));
  return {
    kind,
    message,
    api,
    arguments: values.map(
      ([each, value]): FaultArgument => ({ name: each, type: "String", text: String(value), origins: 0 }),
    ),
    ...(errno === undefined ? {} : { errno }),
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(signal === undefined ? {} : { signal }),
    ...(kind === "CommandFault" && status === undefined && signal === undefined && errno !== undefined
      ? { notStarted: true }
      : {}),
    elapsed: typeof elapsed === "number" ? elapsed : 0,
  };
}

/** Of a record that has no kind, as those of other engines of the language have none. */
function kindOf(api: string): FaultKind {
  if (api.startsWith("Http.")) return "NetworkFault";
  return /^[A-Z]\w*\./.test(api) ? "IOFault" : "CommandFault";
}

function isKind(kind: unknown): kind is FaultKind {
  return faultKinds.some((known) => known === kind);
}

/** The rules that spoke of origins and surroundings when it failed, with the sentences of then. */
function seen(heard: object, diagnosis: unknown): readonly Spoken[] {
  const says = sentencesOf(diagnosis);
  return Object.entries(heard).flatMap(([id, scale]): readonly Spoken[] => {
    const rule = seenThen.test(id) ? secondStage.find((each) => each.id === id) : undefined;
    if (rule === undefined || typeof scale !== "number") return [];
    const { advice: _advice, ...known } = rule;
    return [{ rule: known, scale, says: says.get(id) ?? rule.says }];
  });
}

function sentencesOf(diagnosis: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!Array.isArray(diagnosis)) return found;
  for (const share of diagnosis as readonly RecordFields[]) {
    const reasons = Array.isArray(share["reasons"]) ? share["reasons"] : [];
    for (const reason of reasons) {
      const match = /^(\S+)(?: [+-][\d.]+)?: (.*)$/s.exec(String(reason));
      if (match?.[1] !== undefined) found.set(match[1], match[2] ?? "");
    }
  }
  return found;
}

/** A host of which nothing can be asked any more. */
function absentHost(uid: number): Host {
  return {
    uid,
    look: () => undefined,
    isSelf: (name) => /^(?:localhost|127\.[\d.]+|\[?::1\]?)$/.test(name),
    hasNetwork: () => true,
    load: () => 0,
    // Whether it was is not known any more: as where the clock is asked about in vain.
    isClockBehind: () => true,
    memory: () => 1,
    askName: () => undefined,
    askPort: () => undefined,
    wayTo: () => undefined,
    hasAuthorities: () => true,
    variableWith: () => undefined,
  };
}
