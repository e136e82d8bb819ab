/** How a TCP fault proxy behaves: read from words such as `latency=300ms`, `refuse`, `status=503`, `fail-first=2`. */

import { readDuration, readSize } from "../../records/index.ts";

/** What is absent does not happen. */
export interface ProxyBehaviour {
  /** Milliseconds ahead of what the other side sends. */
  readonly latency?: number;
  /** Connections are ended at once, without a byte; with `fail-first`, only so many. */
  readonly refuse?: true;
  /** Connections are cut with RST after so many bytes of the answer. */
  readonly reset?: number;
  /** Takes connections and what is sent, and says nothing. */
  readonly silent?: true;
  /** Bytes a second of the answer. */
  readonly bandwidth?: number;
  /** An HTTP status in place of the answer. */
  readonly status?: number;
  /** The other faults hold for so many connections; all others go through. */
  readonly failFirst?: number;
}

/** How each word is written, for messages and help. */
const behaviourForms: readonly string[] = [
  "latency=300ms",
  "refuse",
  "reset",
  "reset=100B",
  "silent",
  "bandwidth=10KiB",
  "status=503",
  "fail-first=2",
];

const longest = 3_600_000;
const largest = 2 ** 40;

/** Reads words that stand apart by commas or blanks; a sentence where they are none. */
export function readBehaviour(text: string): ProxyBehaviour | string {
  let behaviour: ProxyBehaviour = {};
  for (const word of text.split(/[\s,]+/).filter((each) => each !== "")) {
    const [name = "", value] = word.split("=", 2);
    const part = partOf(name, value);
    if (part === undefined)
      return `${JSON.stringify(word)} is nothing that a connection does: known are ${behaviourForms.join(", ")}`;
    behaviour = { ...behaviour, ...part };
  }
  return Object.keys(behaviour).length === 0 ? `it says not how: ${behaviourForms.join(", ")}` : behaviour;
}

function partOf(name: string, value: string | undefined): ProxyBehaviour | undefined {
  switch (name) {
    case "latency":
      return inRange("latency", value === undefined ? undefined : readDuration(value), 0, longest);
    case "refuse":
      return value === undefined ? { refuse: true } : undefined;
    case "silent":
      return value === undefined ? { silent: true } : undefined;
    case "reset":
      return value === undefined ? { reset: 0 } : inRange("reset", readSize(value), 0, largest);
    case "bandwidth":
      return inRange("bandwidth", value === undefined ? undefined : readSize(value), 1, largest);
    case "status":
      return inRange("status", numberOf(value), 100, 599);
    case "fail-first":
      return inRange("failFirst", numberOf(value), 1, 1_000_000);
    default:
      return undefined;
  }
}

function inRange(
  key: "latency" | "reset" | "bandwidth" | "status" | "failFirst",
  value: number | undefined,
  low: number,
  high: number,
): ProxyBehaviour | undefined {
  return value !== undefined && value >= low && value <= high ? { [key]: value } : undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

/** The behaviour as words, in one order. */
export function showBehaviour(behaviour: ProxyBehaviour): string {
  const { latency, refuse, reset, silent, bandwidth, status, failFirst } = behaviour;
  return [
    ...(latency === undefined ? [] : [`latency=${latency}ms`]),
    ...(refuse === true ? ["refuse"] : []),
    ...(reset === undefined ? [] : [reset === 0 ? "reset" : `reset=${reset}B`]),
    ...(silent === true ? ["silent"] : []),
    ...(bandwidth === undefined ? [] : [`bandwidth=${bandwidth}B`]),
    ...(status === undefined ? [] : [`status=${status}`]),
    ...(failFirst === undefined ? [] : [`fail-first=${failFirst}`]),
  ].join(",");
}
