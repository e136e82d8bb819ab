/** FIL: what is wrong with a file itself. Whoever reads the file says so, in a `Trouble`; the ids are kept here. */

import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

const error = levels("error", "error", "error", "error", "error");
const warning = levels("warning", "warning", "warning", "warning", "error");

export const fileRules: readonly RuleRow[] = [
  {
    id: "FIL-01",
    title: "A text that is not of its format",
    explanation:
      "The file cannot be read as YAML, XML, JSON or whatever its name says it is, so that there is no case yet.",
    levels: error,
  },
  {
    id: "FIL-02",
    title: "The same key twice",
    explanation: "Of two values under one key, one would silently win. The other may be what its author agreed to.",
    levels: error,
  },
  {
    id: "FIL-03",
    title: "A value of the wrong kind",
    explanation: "A key has a text where a list belongs, or the like, so that nobody can tell what is meant.",
    levels: error,
  },
  {
    id: "FIL-04",
    title: "A key that is not known",
    explanation:
      "The key may be misspelt, and then what it says has no effect. What belongs to other tools is kept as it is.",
    levels: error,
  },
  {
    id: "FIL-05",
    title: "A node of unknown type",
    explanation: "A label begins with one of GSN's prefixes, or else the node names its type.",
    levels: error,
    gsn2x: ["V01"],
  },
  {
    id: "FIL-06",
    title: "A file beyond the limits of reading",
    explanation:
      "A file that is too large, too deep, or that grows by its aliases is not read, so that it cannot stop the reader.",
    levels: error,
  },
  {
    id: "FIL-07",
    title: "Bytes that are no UTF-8",
    explanation: "Where bytes are no text, people and programs may see different words.",
    levels: error,
  },
  {
    id: "FIL-08",
    title: "Something that is read otherwise than it is written",
    explanation:
      "The format allows what a D-Case has no place for. What was made of it is said, and should be looked at.",
    levels: warning,
  },
  {
    id: "FIL-09",
    title: "A revision that cannot be read",
    explanation: "The case of today is there, but a part of how it came about is lost.",
    levels: warning,
  },
  {
    id: "FIL-10",
    title: "A condition that cannot be read",
    explanation: "Conditions are read into a tree, and are never run as code: only what the tree knows can be said.",
    levels: error,
  },
  {
    id: "FIL-11",
    title: "A file without a case",
    explanation: "The file can be read, but no node stands in it.",
    levels: error,
  },
];
