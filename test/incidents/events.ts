/** Events and measured values for tests of incidents. */

import type { ChangeEvent, Evidence, FailureEvent, Measured, Share } from "../../src/incidents/index.ts";

const start = Date.UTC(2026, 0, 14, 1);
export const minutes = (count: number): number => start + count * 60_000;

export const shares = (...pairs: readonly (readonly [string, number])[]): readonly Share[] =>
  pairs.map(([name, p]) => ({ class: `${name}Fault`, p, reason: "" }));

export function failure(more: Partial<FailureEvent> & { readonly time: number }): FailureEvent {
  return {
    host: "web1",
    script: "backup.dscript",
    line: 4,
    api: "cp",
    kind: "CommandFault",
    errno: "",
    message: "cp failed",
    handled: false,
    shares: shares(["System", 0.7], ["User", 0.2]),
    removal: "",
    run: `run of ${more.host ?? "web1"} at ${more.time}`,
    trace: "",
    task: "",
    values: [],
    elapsed: 1,
    ...more,
  };
}

/** A value a minute. */
export function measured(key: string, values: readonly number[], host = "web1"): Measured {
  return { host, key, points: values.map((value, at) => ({ time: minutes(at), value })) };
}

export function change(what: string, more: Partial<ChangeEvent> & { readonly time: number }): ChangeEvent {
  return { host: "web1", script: "deploy.dscript", line: 3, what, values: [what], run: "deploy", ...more };
}

/** Every host is seen as long as its events and values go. */
export function evidence(
  failures: readonly FailureEvent[],
  series: readonly Measured[] = [],
  changes: readonly ChangeEvent[] = [],
): Evidence {
  const seen = new Map<string, { from: number; to: number }>();
  const all = [...failures, ...series.flatMap(({ host, points }) => points.map(({ time }) => ({ host, time })))];
  for (const { host, time } of all) {
    const span = seen.get(host) ?? { from: time, to: time };
    seen.set(host, { from: Math.min(span.from, time), to: Math.max(span.to, time) });
  }
  return { failures, measured: series, changes, seen };
}
