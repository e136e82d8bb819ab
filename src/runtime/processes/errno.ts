/** Error numbers and signal numbers by name, as the system's calls give them. */

import { constants } from "node:os";
import { errnoByName, errnoByNumber } from "../../records/index.ts";

/** Made with the first question. */
let names: ReadonlyMap<number, string> | undefined;

function signalNames(): ReadonlyMap<number, string> {
  const made = new Map<number, string>();
  for (const [name, number] of Object.entries(constants.signals)) {
    // SIGIOT and SIGPOLL share a number with a better known name that stands ahead of them.
    if (!made.has(number)) made.set(number, name);
  }
  return made;
}

/** "ENOENT" for 2. */
export function errnoName(number: number): string {
  return errnoByNumber(number)?.name ?? `errno ${number}`;
}

/** "No such file or directory" for "ENOENT". */
export function errnoText(name: string): string {
  return errnoByName(name)?.text ?? name;
}

/** The name of the error number of what a call of node:fs threw; EIO where it carries none. */
export function errnoOf(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : "EIO";
}

/** "SIGKILL" for 9; "signal 36" for one without a name. */
export function signalName(number: number): string {
  names ??= signalNames();
  return names.get(number) ?? `signal ${number}`;
}

/** 9 for "SIGKILL". */
export function signalNumber(name: string): number {
  return (constants.signals as Readonly<Record<string, number>>)[name] ?? 0;
}
