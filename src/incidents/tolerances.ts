/** Ways to live with a fault whose removal takes too long, or whose place is not known. A table: each way and the classes that it serves. */

import type { Share } from "./event.ts";
import type { Tolerance } from "./node.ts";

interface Row {
  readonly id: string;
  readonly says: string;
  readonly how: string;
  readonly serves: readonly string[];
  /** It needs a resource that ran out, to be of use. */
  readonly forResources?: boolean;
}

const [system, software, user, external] = ["SystemFault", "SoftwareFault", "UserFault", "ExternalFault"];

const rows: readonly Row[] = [
  {
    id: "capacity",
    says: "spare capacity, or less load: a larger machine at the peak, or a limit on what is let in",
    how: "a task that moves the work at the peak; `timeout` and limits on what runs at once",
    serves: [system, software, external],
    forResources: true,
  },
  {
    id: "retry",
    says: "wait and try again, with pauses that grow",
    how: "`retry 5 times every 10s`, `wait until`",
    serves: [external, system],
  },
  {
    id: "failover",
    says: "another server or another way for the same service",
    how: "`try` the first, `catch (ExternalFault f)` and go to the second",
    serves: [external, system],
  },
  {
    id: "restart",
    says: "a restart by itself when the service is gone, not more often than it helps",
    how: "a monitor with `wait until` and `systemctl restart`, at most so many times an hour",
    serves: [system, software],
  },
  {
    id: "rollback",
    says: "take everything back when a step fails, so that nothing is left half done",
    how: "`defer`, `finally`, and writing with `>=`",
    serves: [system, software, user, external],
  },
  {
    id: "check-input",
    says: "look at the input first, and refuse it with a sentence",
    how: "parameters with types, `assert` ahead of the first change",
    serves: [user],
  },
  {
    id: "alarm",
    says: "tell whoever can act, at once",
    how: "`on_fault` in dscript.yaml",
    serves: [system, software, user, external],
  },
];

/** A class is a candidate when it is at least so likely as a fifth of the likeliest one. */
export function plausible(candidates: readonly Share[]): readonly Share[] {
  const most = candidates[0]?.p ?? 0;
  return candidates.filter(({ p }) => p >= most / 5);
}

/** What serves the candidates: what serves all of them first. */
export function tolerancesFor(candidates: readonly Share[], runsOut: boolean): readonly Tolerance[] {
  const classes = plausible(candidates).map(({ class: name }) => name);
  return rows
    .filter((row) => row.forResources !== true || runsOut)
    .map(({ id, says, how, serves }) => ({
      id,
      says,
      how,
      serves: serves.filter((name) => classes.includes(name)),
      servesAll: classes.every((name) => serves.includes(name)),
    }))
    .filter(({ serves }) => serves.length > 0)
    .sort((a, b) => Number(b.servesAll) - Number(a.servesAll));
}
