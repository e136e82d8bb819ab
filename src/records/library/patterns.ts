/** Signatures of matches, and of patterns that are made from texts. */

import type { SignatureTable } from "./signature.ts";

export const patternSignatures = {
  "Match.text: String": { says: "What was matched." },
  "Match.start: int": { says: "Where it begins in the text." },
  "Match.end: int": { says: "Where it ends: the index behind it." },
  "Match.groups: String?[]": { says: "Its groups, from the first on; null where a group took no part." },
  "Match.group(int number): String?": {
    says: "A group by its number, 0 being the whole match; null where it took no part, an IndexFault where there is none.",
    fails: true,
  },
  "Match.named(String name): String?": {
    says: "A group by its name, as `(?<name>…)` gives it; null where it took no part, an IndexFault where there is none.",
    fails: true,
  },
  'Regex.parse(String text, String flags = ""): Regex': {
    says: "The pattern that a text writes, with flags of `i`, `m` and `s`; a FormatFault says where it is none.",
    module: true,
    fails: true,
  },
  "Regex.escape(String text): String": { says: "A text as a pattern that matches just it.", module: true },
  "Regex.source: String": { says: "The pattern as a text, without the slashes and flags." },
} as const satisfies SignatureTable;
