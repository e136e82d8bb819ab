/** The first line of a journal: what was run, how, and where, so that another engine can go on with it. */

import { isSecretName } from "../../records/index.ts";

/** The newest form that this engine reads, and the one that it writes. */
export const journalVersion = 1;

export interface KeptFile {
  readonly path: string;
  /** Its bytes, in base64. */
  readonly content: string;
}

export interface Header {
  readonly dscript: "journal";
  readonly version: number;
  readonly run: string;
  /** As given, and its absolute path. */
  readonly script: string;
  readonly path: string;
  readonly strict: boolean;
  /** The D-Case that the command line named: its absolute path. */
  readonly case?: string;
  readonly defines: readonly (readonly [name: string, value: string])[];
  readonly arguments: readonly string[];
  readonly directory: string;
  /** Without what looks secret by its name: whoever resumes has to have that. */
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly durable: boolean;
  /** The process that ran it, as `isAlive` reads it. */
  readonly holder: string;
  /** What an unfinished plan of it is to become, unasked. */
  readonly unfinished: "tell" | "finish" | "undo";
  readonly files: readonly KeptFile[];
  /** Of what a watch did: the `when`, and the values that it was judged by, as journals keep values. */
  readonly watch?: { readonly when: string; readonly values: readonly unknown[] };
  /** Milliseconds since the epoch. */
  readonly time: number;
}

export function withoutSecrets(environment: ReadonlyMap<string, string>): Header["environment"] {
  return [...environment].filter(([name]) => !isSecretName(name));
}

/** The header of a first line; a sentence where it is none, or of a newer engine. */
export function headerOf(value: unknown): Header | string {
  if (typeof value !== "object" || value === null || !("dscript" in value) || value.dscript !== "journal")
    return "its first line is damaged";
  // Written by an engine: its lines are whole or are none.
  const header = value as Header;
  if (header.version > journalVersion)
    return `it was written by a newer dscript (form ${header.version}; this one reads ${journalVersion})`;
  return header;
}
