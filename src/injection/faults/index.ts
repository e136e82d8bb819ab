/** The table of all faults, and reading one from its text. */

import { nearest } from "../../diagnostics/index.ts";
import type { Random } from "../random.ts";
import { delay, fail, kill, truncate } from "./engine.ts";
import type { FaultRow, Injected } from "./fault.ts";
import { diskFull, diskTiny, noInodes, readOnly } from "./files.ts";
import { clock, cpuLoad, limit, memoryLoad, missingCommand, user } from "./host.ts";
import { argument, file, parameter, variable } from "./input.ts";
import { dnsDown, networkLoopback, networkNone, peerFault, proxy, refused, unreachable } from "./network.ts";
import { syscall } from "./syscall.ts";

/** In the order in which they are listed. */
export const faultTable: readonly FaultRow[] = [
  ...[diskFull, diskTiny, noInodes, readOnly],
  ...[missingCommand, limit, user, clock, cpuLoad, memoryLoad, syscall],
  ...[networkNone, networkLoopback, dnsDown, refused, unreachable, peerFault, proxy],
  ...[fail, delay, truncate, kill],
  ...[argument, parameter, variable, file],
];

/** What `tmpfs-full:/x` and others mean, which people write. */
const otherNames: Readonly<Record<string, string>> = {
  "tmpfs-full": "disk-full",
  "tmpfs-tiny": "disk-tiny",
  "clock-shift": "clock",
};

export interface ReadFault {
  readonly row: FaultRow;
  readonly injected: Injected;
}

/** A fault from its text, `disk-full:/var/backup` or `fail command rsync with status 23`; else what is wrong, and the next step. */
export function readFault(
  text: string,
  random: Random,
): ReadFault | { readonly problem: string; readonly next: string } {
  const [, word = "", rest = ""] = /^\s*([a-z][a-z-]*)(?:[:\s]\s*(.*))?$/s.exec(text) ?? [];
  const id = Object.hasOwn(otherNames, word) ? otherNames[word] : word;
  const row = faultTable.find((each) => each.id === id);
  if (row === undefined) {
    const near = nearest(
      word,
      faultTable.map((each) => each.id),
    );
    return {
      problem: `there is no fault ${JSON.stringify(word === "" ? text : word)}`,
      next: near === undefined ? "`dscript inject list` shows all faults" : `did you mean ${near}?`,
    };
  }
  const [, ahead, from] = (row.arrives === true ? /^(.*?)\s*\bfrom line (\d{1,7})$/s.exec(rest.trim()) : null) ?? [];
  const injected = row.read(ahead ?? rest.trim(), random);
  if (typeof injected === "string") return { problem: injected, next: `it is written: ${row.form}` };
  return { row, injected: from === undefined ? injected : arriving(injected, Number(from)) };
}

/** The fault comes when the script gets to a line: its first command or call there waits for that. */
function arriving(injected: Injected, line: number): Injected {
  const once = { name: "*", line, from: 1, to: 1, action: { kind: "await" } } as const;
  const rules = [
    { target: "command", ...once },
    { target: "call", ...once },
  ] as const;
  return {
    ...injected,
    text: `${injected.text} from line ${line}`,
    world: { ...injected.world, arrival: line, rules },
    needs: [...(injected.needs ?? []), "world"],
  };
}
