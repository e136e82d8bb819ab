/** The files that a command was given: the text of a script, a list, settings. */

import { isOutside, Origin, type OriginSet, type Symptom } from "../records/index.ts";
import type { Host } from "./host.ts";
import { isInterpreter } from "./infer.ts";
import { wordsOf } from "./subject.ts";

export interface GivenFile {
  readonly content: string;
  /** Of what stands in it. */
  readonly origins: OriginSet;
}

/** Those that a look into them is worth: small ones of this host. A list may be an option's value, or be given to the program that runs the failing one. */
export function filesGiven(symptom: Symptom, program: string, host: Host): readonly GivenFile[] {
  const operands = wordsOf(symptom).filter(({ text }) => !text.startsWith("-") || /=./.test(text));
  const files = [...operands, ...(symptom.redirects ?? []).filter((each) => each.name === "<")];
  return files.flatMap((word): readonly GivenFile[] => {
    const path = word.text.replace(/^[\w-]+=/, "");
    const content = path.includes("://") ? undefined : host.content?.(path, symptom.cwd);
    if (content === undefined) return [];
    // Of a program it is the text of whoever wrote that.
    if (isInterpreter(program) && word === operands[0])
      return [{ content, origins: isOutside(word.origins) ? word.origins : Origin.literal }];
    return [{ content, origins: word.holds || Origin.file }];
  });
}
