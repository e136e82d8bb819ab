/** Signatures of functions without a receiver. */

import type { SignatureTable } from "./signature.ts";

export const plainSignatures = {
  "print(...any values): void": { says: "Writes the values, with a space between them, and no newline.", fails: true },
  "println(...any values): void": { says: "Writes the values, with a space between them, and a newline.", fails: true },
  "log(...any values): void": {
    says: "Writes a line with the time and the values to standard error.",
    fails: true,
  },
  "exists(String name): boolean": {
    says: "Whether PATH has a program of this name; for a name with a slash, whether there is such a file of any sort.",
    fails: true,
    origin: "host",
  },
  "glob(String pattern): String[]": {
    says: "The paths that match `* ? [a-z] [!a] **`, sorted by bytes; none gives an empty array.",
    fails: true,
    origin: "file",
  },
  "sleep(Duration time): void": { says: "Waits; an interruption ends the wait.", waits: true },
  "tempDir(): String": {
    says: "Makes a directory that is removed, with all that it holds, when the run ends.",
    fails: true,
    origin: "host",
  },
  "tempFile(): String": {
    says: "Makes an empty file that is removed when the run ends.",
    fails: true,
    origin: "host",
  },
  "secret(String value): String": {
    says: "The value, which from now on shows as `***` in messages, traces and logs.",
    secret: true,
  },
} as const satisfies SignatureTable;
