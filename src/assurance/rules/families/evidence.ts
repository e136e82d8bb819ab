/** EVI: evidence says what it must be, monitors say what they watch, and days are days. */

import type { Condition, Operand } from "../../model/condition.ts";
import type { Member } from "../argument/model.ts";
import { typeWords } from "../names.ts";
import { placeholdersIn } from "../placeholder-names.ts";
import { levels } from "../profiles.ts";
import { type RuleRow, untold } from "../rule.ts";
import { durationHelp, isDuration } from "../values.ts";

const wished = levels("advice", "off", "off", "off", "error");
const wrong = levels("error", "off", "off", "off", "error");

export const evidenceRules: readonly RuleRow[] = [
  {
    id: "EVI-01",
    title: "Evidence that does not say what it must be",
    explanation: "Only evidence with a spec (which test, monitor, review or document) can be looked at by the gate.",
    levels: wished,
    check: (_, say) => {
      let isTold = true;
      return (member) => {
        if (!isEvidence(member)) return;
        const { evidence, monitor, kind, away } = member.node;
        if (evidence !== undefined || monitor !== undefined || away !== undefined) return;
        if (kind !== undefined && isElsewhere.has(kind)) return;
        if (!isTold) {
          say(untold(member));
          return;
        }
        isTold = say({
          home: member.home,
          member,
          message: `the evidence \`${member.label}\` does not say what it must be`,
          help: "write under its `dcase`: `evidence: { by: test, of: NAME, maxAge: 30d }`",
        });
      };
    },
  },
  {
    id: "EVI-02",
    title: "Evidence that leaves open which, or how old",
    explanation: "Without a name any result of its kind would do, and without an age one of years ago.",
    levels: wished,
    check: ({ having }, say) => {
      having("evidence").forEach((member) => {
        const { evidence, validUntil } = member.node;
        if (evidence === undefined || !isEvidence(member)) return;
        const at = { home: member.home, member, key: "evidence" };
        if (evidence.of === undefined)
          say({
            ...at,
            message: `the evidence \`${member.label}\` does not say of what it is`,
            help: "name the test, monitor or document: `of: NAME`",
          });
        const isLooked = evidence.by === "review" || evidence.by === "document";
        if (evidence.maxAge === undefined && !(isLooked && validUntil !== undefined))
          say({
            ...at,
            message: `the evidence \`${member.label}\` does not say how old it may be`,
            help: "say so: `maxAge: 30d`",
          });
      });
    },
  },
  {
    id: "EVI-03",
    title: "A duration that is none",
    explanation: "An age or a window that cannot be read would hold for ever, or never.",
    levels: wrong,
    check: ({ having }, say) => {
      const known = new Map<string, boolean>();
      const look = (member: Member, key: string, item: string, text: string | undefined) => {
        // What a pattern leaves open becomes a duration in its instances.
        if (text === undefined || (member.home.isPattern && placeholdersIn(text).length > 0)) return;
        const isOne = known.get(text) ?? isDuration(text);
        known.set(text, isOne);
        if (isOne) return;
        say({
          home: member.home,
          member,
          key,
          item,
          message: `\`${text}\` of \`${member.label}\` is no duration`,
          help: durationHelp,
        });
      };
      having("evidence").forEach((member) => {
        look(member, "evidence", "maxAge", member.node.evidence?.maxAge);
      });
      for (const member of having("monitor")) look(member, "monitor", "window", member.node.monitor?.window);
    },
  },
  {
    id: "EVI-04",
    title: "Something that held until a day that has passed",
    explanation: "After that day nobody stands by what is said there.",
    levels: levels("warning", "off", "off", "off", "error"),
    check: ({ having }, say, { today }) => {
      if (today === undefined || !isDay(today)) return;
      having("validUntil").forEach((member) => {
        const day = member.node.validUntil ?? "";
        // Days of this form are in order as texts.
        if (!isDay(day) || day >= today) return;
        say({
          home: member.home,
          member,
          key: "validUntil",
          message: `what \`${member.label}\` says held until ${day}`,
          help: "look at it again, and give it another day",
        });
      });
    },
  },
  {
    id: "EVI-05",
    title: "A day that is none",
    explanation: "A day that cannot be read never passes.",
    levels: wrong,
    check: ({ having }, say) => {
      having("validUntil").forEach((member) => {
        const day = member.node.validUntil ?? "";
        if (isDay(day)) return;
        say({
          home: member.home,
          member,
          key: "validUntil",
          message: `\`${member.label}\` is to hold until \`${day}\`, which is no day`,
          help: "a day is written like `2027-03-31`",
        });
      });
    },
  },
  {
    id: "EVI-06",
    title: "A monitor that watches nothing",
    explanation: "A monitor node holds while its condition does: it needs a metric and a condition.",
    levels: levels("warning", "off", "off", "off", "error"),
    check: ({ having }, say) => {
      for (const member of having("kind")) {
        const { kind, monitor, away } = member.node;
        if (kind !== "monitor" || away !== undefined || (monitor !== undefined && monitor.metric.trim() !== ""))
          continue;
        say({
          home: member.home,
          member,
          key: "monitor",
          message: `the monitor \`${member.label}\` does not say what it watches`,
          help: "write under its `dcase`: `monitor: { metric: NAME, condition: … }`",
        });
      }
    },
  },
  {
    id: "EVI-07",
    title: "A spec where it has no effect",
    explanation: "Evidence is looked at for what it must be; a goal or context is argued for.",
    levels: levels("warning", "off", "off", "off", "error"),
    check: ({ having }, say) => {
      for (const key of ["evidence", "monitor"] as const) {
        for (const member of having(key)) {
          if (isEvidence(member)) continue;
          say({
            home: member.home,
            member,
            key,
            message: `\`${member.label}\` is ${typeWords[member.type]}, where \`${key}\` has no effect`,
            help: "put it on evidence that supports the node",
          });
        }
      }
    },
  },
  {
    id: "EVI-08",
    title: "A condition that says nothing",
    explanation: "A condition without parts, or one that looks at nothing measured, always holds or never does.",
    levels: levels("warning", "off", "off", "off", "error"),
    check: ({ having }, say) => {
      const look = (member: Member, key: string, condition: Condition | undefined) => {
        if (condition === undefined || measures(condition)) return;
        say({
          home: member.home,
          member,
          key,
          message: `a part of the condition of \`${member.label}\` looks at nothing that is measured`,
          help: "compare a field with a value",
        });
      };
      having("evidence").forEach((member) => {
        look(member, "evidence", member.node.evidence?.expects);
      });
      for (const member of having("monitor")) look(member, "monitor", member.node.monitor?.condition);
    },
  },
  {
    id: "EVI-09",
    title: "A digest that is none",
    explanation: "An attachment's digest says which bytes were agreed on: `sha256:` and 64 hexadecimal digits.",
    levels: wrong,
    check: ({ having }, say) => {
      having("attachments").forEach((member) => {
        for (const { name, digest } of member.node.attachments ?? []) {
          if (digest === undefined || /^sha256:[0-9a-f]{64}$/.test(digest)) continue;
          say({
            home: member.home,
            member,
            key: "attachments",
            item: name,
            message: `the attachment \`${name}\` of \`${member.label}\` has a digest that is none`,
            help: "it is `sha256:` and 64 digits of 0-9 and a-f",
          });
        }
      });
    },
  },
];

/** What is argued or watched by something else. */
const isElsewhere: ReadonlySet<string> = new Set(["monitor", "module", "contract", "external"]);

function isEvidence({ type }: Member): boolean {
  return type === "evidence" || type === "counterEvidence";
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Whether each of its parts looks at something measured. */
function measures(whole: Condition): boolean {
  const left: Condition[] = [whole];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    switch (part.kind) {
      case "compare":
        if (isFixed(part.left) && isFixed(part.right)) return false;
        break;
      case "not":
        left.push(part.of);
        break;
      case "and":
      case "or":
        if (part.of.length === 0) return false;
        for (const each of part.of) left.push(each);
    }
  }
  return true;
}

function isFixed({ kind }: Operand): boolean {
  return kind === "value";
}
