/** How rows of messages are written down: by program, each as its meaning, a message as it is printed, and what of it to look for. */

import type { MessageRule, Strength } from "../../rule.ts";
import { keyOf, type MeaningName, meanings } from "./meanings.ts";

/** The meaning, or "=ENOENT" for an error number; a message as printed; then texts or a pattern, where the message itself is not the text. */
export type MessageRow = readonly [means: MeaningName | `=${string}`, example: string, ...found: (string | RegExp)[]];

export interface FamilyOptions {
  /** Where the messages were seen or read: "git 2.39". */
  readonly source: string;
  /** The programs that say it; absent where any may. */
  readonly for?: string;
  readonly strength?: Strength;
}

/** Rules from rows; the id of each is "message." with its key. */
export function messagesOf(
  { source, for: programs, strength }: FamilyOptions,
  rows: Readonly<Record<string, MessageRow>>,
): readonly MessageRule[] {
  const from = programs === undefined ? {} : { for: programs.split(" ") };
  return Object.entries(rows).map(([name, [means, example, ...found]]) => {
    const texts = found.filter((each) => typeof each === "string");
    const pattern = found.find((each) => each instanceof RegExp);
    const looked = found.length === 0 ? [example.toLowerCase()] : texts;
    const base = {
      id: `message.${name}`,
      example,
      source,
      ...(looked.length === 0 ? {} : { texts: looked }),
      ...(pattern === undefined ? {} : { pattern }),
      ...from,
      ...(strength === undefined ? {} : { strength }),
    };
    if (means.startsWith("=")) return { ...base, errno: means.slice(1), weights: {}, says: "" };
    return { ...base, ...meanings[means as MeaningName], key: keyOf(means as MeaningName) };
  });
}
