/** Makes operations on trees, as a script's command does: a file of JSON names both. */

import { readFileSync } from "node:fs";
import { make, type Operation } from "../sandbox/atomic/operations.ts";

const all = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as readonly (readonly Operation[])[];
const base = process.argv[3] ?? "";
for (const [index, operations] of all.entries())
  for (const operation of operations) make(`${base}/${index}/tree`, operation);
