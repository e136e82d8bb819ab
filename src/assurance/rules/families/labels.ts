/** COR: labels and uids, by which everything else is found. */

import { gsn2xTypes, prefixOf, typeOfLabel } from "../../model/labels.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { typeWords } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

export const labelRules: readonly RuleRow[] = [
  {
    id: "COR-01",
    title: "A label that two nodes have",
    explanation: "A label is what people and references call a node. Two nodes with the same one cannot be told apart.",
    levels: levels("error", "error", "error", "error", "error"),
    gsn2x: ["C07"],
    check: ({ sameLabel }, say) => {
      for (const [first, member] of sameLabel)
        say({
          home: member.home,
          member,
          related: [first],
          message: `\`${member.label}\` is the label of two nodes`,
          help: "give one of them another label, and mend what refers to it",
          gsn2x: [gsn2xSays.C07(member.home.name, member.label, member.home.file, first.home.name)],
        });
    },
  },
  {
    id: "COR-02",
    title: "A uid that two nodes have",
    explanation:
      "Agreements and differences follow a node by its uid, whatever becomes of its label. A copied node needs a new one.",
    levels: levels("error", "off", "off", "error", "error"),
    check: ({ sameUid }, say) => {
      for (const [first, member] of sameUid)
        say({
          home: member.home,
          member,
          key: "uid",
          related: [first],
          message: `\`${member.label}\` has the uid of \`${first.label}\``,
          help: "give it a uid of its own, or leave its uid out",
        });
    },
  },
  {
    id: "COR-03",
    title: "A label that begins like that of another type",
    explanation: "People read `G` as a goal and `Sn` as evidence. A label that says otherwise misleads them.",
    levels: levels("warning", "warning", "off", "off", "warning"),
    gsn2x: ["V08"],
    check: (_, say) => (member) => {
      const { label, type, home } = member;
      const told = typeOfLabel(label);
      if (told === undefined || told === type || member.node.kind !== undefined) return;
      say({
        home,
        member,
        key: "nodeType",
        message: `\`${label}\` is ${typeWords[type]}, but its label begins like that of ${typeWords[told]}`,
        help: `begin its label with \`${prefixOf(type)}\``,
        gsn2x: [gsn2xSays.V08(home.name, label, gsn2xTypes[type], gsn2xTypes[told])],
      });
    },
  },
  {
    id: "COR-04",
    title: "A label that cannot be referred to",
    explanation:
      "An empty label, or one with a comma, an arrow, a line break or spaces around it, cannot be written in a list of references.",
    levels: levels("warning", "warning", "off", "off", "error"),
    check: (_, say) => (member) => {
      if (isPlain(member.label) || !unsayable.test(member.label)) return;
      say({
        home: member.home,
        member,
        message: `the label \`${member.label}\` cannot be referred to`,
        help: "use letters, digits, `-` and `_`",
      });
    },
  },
];

/** Letters of ASCII, digits, `.` and `_`, as in most labels. */
function isPlain(label: string): boolean {
  for (let at = 0; at < label.length; at += 1) {
    const code = label.charCodeAt(at);
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!isLetter && (code < 48 || code > 57) && code !== 46 && code !== 95) return false;
  }
  return label !== "";
}

const unsayable = /^$|^\s|\s$|[,\n\r]|->/;
