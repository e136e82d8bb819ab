/** The digest by which an instance knows the pattern that it was made from. */

import { codecNamed, type DCase, writeCase } from "../../assurance/index.ts";
import { sha256Of } from "./bundle-digests.ts";

export function digestOfCase(whole: DCase): string {
  const codec = codecNamed("json");
  const text = codec === undefined ? JSON.stringify(whole) : writeCase({ case: whole, revisions: [] }, codec).text;
  return `sha256:${sha256Of(text)}`;
}
