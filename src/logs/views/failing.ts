/** Which calls of which lines fail most. */

import { classField, type Field } from "../filter/field.ts";
import type { RecordScan } from "../scan/record-scan.ts";
import { TimeValue } from "../scan/time-value.ts";
import { mostGroups, nothing } from "./count.ts";

export interface FailingCall {
  /** "backup.dscript:12" */
  readonly place: string;
  readonly api: string;
  readonly failures: number;
  /** Those that no script dealt with. */
  readonly unhandled: number;
  /** How often each class was ranked first, most first. */
  readonly classes: readonly (readonly [name: string, count: number])[];
  /** Of the latest one: milliseconds since the epoch, NaN where it has no time, and its message. */
  readonly last: number;
  readonly message: string;
}

export interface Failing {
  /** All failures, of calls that are not shown too. */
  readonly total: number;
  readonly calls: readonly FailingCall[];
}

interface Kept {
  failures: number;
  unhandled: number;
  readonly classes: Map<string, number>;
  last: number;
  message: string;
  readonly place: string;
  readonly api: string;
}

/** Counts the ErrorPoints among the records that it takes. */
export function createFailing(scan: RecordScan): {
  readonly take: () => void;
  readonly failing: (most: number) => Failing;
} {
  const [script, line] = [scan.want("ScriptName"), scan.want("ScriptLine")];
  const [api, handled, message] = [scan.want("Api"), scan.want("Handled"), scan.want("Message")];
  const classOf: Field = classField(scan);
  const time = new TimeValue(scan);
  const calls = new Map<string, Kept>();
  let total = 0;
  return {
    take: () => {
      if (scan.text(scan.point) !== "ErrorPoint") return;
      total += 1;
      const place = `${scan.text(script) ?? "?"}:${scan.text(line) ?? "?"}`;
      const name = scan.text(api) ?? nothing;
      const key = `${place}\0${name}`;
      let call = calls.get(key);
      if (call === undefined) {
        if (calls.size >= mostGroups) return;
        call = { failures: 0, unhandled: 0, classes: new Map(), last: Number.NaN, message: "", place, api: name };
        calls.set(key, call);
      }
      call.failures += 1;
      if (scan.text(handled) !== "true") call.unhandled += 1;
      const faultClass = classOf() ?? nothing;
      call.classes.set(faultClass, (call.classes.get(faultClass) ?? 0) + 1);
      const at = time.milliseconds();
      if (!(at < call.last)) {
        call.last = at;
        call.message = scan.text(message) ?? "";
      }
    },
    failing: (most) => ({
      total,
      calls: [...calls.values()]
        .sort((a, b) => b.failures - a.failures || (a.place < b.place ? -1 : 1))
        .slice(0, most)
        .map((call) => ({ ...call, classes: [...call.classes].sort((a, b) => b[1] - a[1]) })),
    }),
  };
}
