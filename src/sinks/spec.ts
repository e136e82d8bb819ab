/** The names of sinks: `stderr`, `file:PATH`, `syslog:…`; which are none, and where their relative paths stand. */

import { resolve } from "node:path";
import { readTarget, type SyslogTarget, targetName } from "./syslog/target.ts";

/** A name that is no sink; its message says which names are. */
export class SinkSpecError extends Error {}

export type SinkSpec =
  | { readonly kind: "stderr"; readonly name: "stderr" }
  | { readonly kind: "file"; readonly name: string; readonly path: string }
  | { readonly kind: "syslog"; readonly name: string; readonly target: SyslogTarget };

/** Reads a sink's name; relative paths in it stand in `folder`. Throws a SinkSpecError where it names none. */
export function readSpec(spec: string, folder: string): SinkSpec {
  if (spec === "stderr") return { kind: "stderr", name: "stderr" };
  if (spec.startsWith("file:")) return fileSpec(spec, folder);
  if (spec !== "syslog" && !spec.startsWith("syslog:")) {
    throw new SinkSpecError(`"${printable(spec)}" is no place for a log: write file:PATH, syslog:… or stderr`);
  }
  const target = readTarget(spec.slice("syslog:".length), folder);
  if (typeof target === "string") throw new SinkSpecError(`"${printable(spec)}" is no syslog: ${target}`);
  return { kind: "syslog", name: targetName(target), target };
}

function fileSpec(spec: string, folder: string): SinkSpec {
  const path = spec.slice("file:".length);
  if (path === "" || path.includes("\0")) {
    throw new SinkSpecError(`"${printable(spec)}" names no file: write file:PATH, such as file:/var/log/dscript.jsonl`);
  }
  const absolute = resolve(folder, path);
  return { kind: "file", name: `file:${absolute}`, path: absolute };
}

/** A text without what would steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "\ufffd");
}
