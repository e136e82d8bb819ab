/** The standard library's signatures, all tables together. */

import { codeSignatures } from "./codes.ts";
import { containerSignatures } from "./containers.ts";
import { hostSignatures } from "./host.ts";
import { httpSignatures } from "./http.ts";
import { jsonSignatures } from "./json.ts";
import { objectSignatures } from "./objects.ts";
import { patternSignatures } from "./patterns.ts";
import { plainSignatures } from "./plain.ts";
import { parseSignature, type Signature } from "./signature.ts";
import { stringSignatures } from "./strings.ts";
import { systemSignatures } from "./system.ts";
import { tableSignatures } from "./tables.ts";
import { testSignatures } from "./testing.ts";
import { timeSignatures } from "./times.ts";

/** Every table, by whose keys the manual is compared. */
export const libraryTables = [
  plainSignatures,
  stringSignatures,
  patternSignatures,
  timeSignatures,
  containerSignatures,
  objectSignatures,
  jsonSignatures,
  tableSignatures,
  systemSignatures,
  hostSignatures,
  httpSignatures,
  codeSignatures,
  testSignatures,
];

let parsed: readonly Signature[] | undefined;

/** Every signature of the standard library, read on first use. */
export function librarySignatures(): readonly Signature[] {
  parsed ??= libraryTables.flatMap((table) => Object.entries(table).map(([text, row]) => parseSignature(text, row)));
  return parsed;
}
