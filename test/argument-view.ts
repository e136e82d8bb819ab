/** A D-Case's text as the checker asks it, for tests that load no script. */

import { readCase } from "../src/assurance/index.ts";
import { viewOf } from "../src/engine/argument/view.ts";
import type { ArgumentView } from "../src/records/index.ts";

export function argumentOf(text: string, name: string): ArgumentView {
  const reading = readCase(text, name);
  if (!reading.ok) throw new Error(reading.errors.map(({ message }) => message).join("\n"));
  return viewOf([reading.file.case], name);
}
