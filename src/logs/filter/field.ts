/** What can be asked of a record by a name: filters and counts know the same ones. */

import { hasAt, type RecordScan } from "../scan/record-scan.ts";
import { TimeValue } from "../scan/time-value.ts";
import { timeLabels } from "./time-label.ts";

/** The value of the record that was scanned last; undefined where it has none. */
export type Field = () => string | undefined;

/** The names, with the key that each reads where it is one. */
const keys = {
  point: "LogPoint",
  script: "ScriptName",
  api: "Api",
  host: "Host",
  user: "User",
  kind: "Kind",
  errno: "ErrnoName",
  task: "Task",
  goal: "Goal",
  label: "GoalLabel",
  run: "RunId",
  owner: "Owner",
  handled: "Handled",
  phase: "Phase",
  risky: "Risky",
  message: "Message",
  hash: "ScriptHash",
  trace: "TraceId",
} as const;

/** Every name of a field, in the order in which help lists them. */
export const fieldNames: readonly string[] = [
  "class",
  "classes",
  ...Object.keys(keys),
  "line",
  "second",
  "minute",
  "hour",
  "day",
  "weekday",
  "month",
];

/** The field of a name, or of `arg.NAME`, which is a record's key as it stands; undefined for any other name. */
export function fieldOf(name: string, scan: RecordScan): Field | undefined {
  if (name.startsWith("arg.") && name.length > 4) return keyField(name.slice(4), scan);
  if (Object.hasOwn(keys, name)) return keyField(keys[name as keyof typeof keys], scan);
  if (name === "class") return classField(scan);
  if (name === "classes") return keyField("FaultType", scan);
  if (name === "line") return lineField(scan);
  const label = timeLabels(name);
  if (label === undefined) return undefined;
  const time = new TimeValue(scan);
  return () => {
    const at = time.milliseconds();
    return Number.isNaN(at) ? undefined : label(at);
  };
}

function keyField(key: string, scan: RecordScan): Field {
  const slot = scan.want(key);
  return () => scan.text(slot);
}

/** "backup.dscript:12" */
function lineField(scan: RecordScan): Field {
  const [script, line] = [scan.want("ScriptName"), scan.want("ScriptLine")];
  return () => {
    const name = scan.text(script);
    return name === undefined ? undefined : `${name}:${scan.text(line) ?? "?"}`;
  };
}

const opening = Buffer.from('[{"class":"');
const quote = 34;

/** The class that the diagnosis ranks first; of a record without a diagnosis, the first of its FaultType. */
export function classField(scan: RecordScan): Field {
  const [diagnosis, faultType] = [scan.want("Diagnosis"), scan.want("FaultType")];
  return () => {
    const start = scan.from(diagnosis);
    if (start < 0) return scan.text(faultType)?.split(",", 1).join();
    const { bytes } = scan;
    if (!hasAt(bytes, start, opening)) return firstClass(bytes.toString("utf8", start, scan.to(diagnosis)));
    const from = start + opening.length;
    let to = from;
    while (bytes[to] !== quote) to += 1;
    return scan.slice(from, to);
  };
}

/** Of a diagnosis that somebody else wrote, with blanks or in another order. */
function firstClass(json: string): string | undefined {
  try {
    const shares: unknown = JSON.parse(json);
    const first: unknown = Array.isArray(shares) ? shares[0] : undefined;
    if (typeof first !== "object" || first === null || !("class" in first)) return undefined;
    return typeof first.class === "string" ? first.class : undefined;
  } catch {
    return undefined;
  }
}
