/** The digest that agreements are bound to, and by which an instance knows the pattern that it was made from. */

import { caseDigest, type DCase } from "../../assurance/index.ts";
import { hashText } from "../../gate/index.ts";

/** `sha256:` and 64 hexadecimal digits; undefined where a text of the case has no canonical form (a lone surrogate). */
export function digestOfCase(whole: DCase): string | undefined {
  const made = caseDigest(whole, hashText);
  return made.ok ? made.digest : undefined;
}
