/** The standard library's signatures, all tables together. */

import { containerSignatures } from "./containers.ts";
import { jsonSignatures } from "./json.ts";
import { objectSignatures } from "./objects.ts";
import { plainSignatures } from "./plain.ts";
import { parseSignature, type Signature } from "./signature.ts";
import { stringSignatures } from "./strings.ts";
import { systemSignatures } from "./system.ts";
import { testSignatures } from "./testing.ts";

/** Every table, by whose keys the manual is compared. */
export const libraryTables = [
  plainSignatures,
  stringSignatures,
  containerSignatures,
  objectSignatures,
  jsonSignatures,
  systemSignatures,
  testSignatures,
];

let parsed: readonly Signature[] | undefined;

/** Every signature of the standard library, read on first use. */
export function librarySignatures(): readonly Signature[] {
  parsed ??= libraryTables.flatMap((table) => Object.entries(table).map(([text, row]) => parseSignature(text, row)));
  return parsed;
}
