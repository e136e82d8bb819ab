/** COR: what nodes refer to, and whether they may. */

import type { Link, Member } from "../argument/model.ts";
import { gsn2xEnds, gsn2xList, gsn2xSays } from "../gsn2x-messages.ts";
import { isPermitted, mayBeSupported } from "../links.ts";
import { meant, typeWords } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

const error = levels("error", "error", "error", "error", "error");

export const referenceRules: readonly RuleRow[] = [
  {
    id: "COR-05",
    title: "A reference that leads nowhere",
    explanation:
      "What a claim rests on, or is stated with, must be there: in this module, or in one that is read with it.",
    levels: error,
    gsn2x: ["C03"],
    check: ({ loose, labels }, say, { nearest }) => {
      for (const link of loose) {
        const { from, named, kind } = link;
        if (kind === "challenges" || (named.includes(",") && isArgued(link))) continue;
        say({
          ...placeOf(link),
          message: missing(link),
          help: meant(nearest(named, labels(), from.label), "write the node, or take the reference out"),
          gsn2x: isArgued(link) ? [gsn2xSays.C03(from.home.name, from.label, named, gsn2xEnds(link.kind))] : [],
        });
      }
    },
  },
  {
    id: "COR-06",
    title: "A list that is written as one text",
    explanation: "`G2, G3` without brackets is one name with a comma in it, which no node has.",
    levels: error,
    gsn2x: ["C03", "C11"],
    check: ({ loose }, say) => {
      for (const link of loose) {
        const { from, named } = link;
        if (!isArgued(link) || !named.includes(",")) continue;
        const at = [from.home.name, from.label, named, gsn2xEnds(link.kind)] as const;
        say({
          ...placeOf(link),
          message: `\`${from.label}\` refers to \`${named}\`, which is one name with a comma in it`,
          help: `write a list: \`[${named}]\``,
          gsn2x: [gsn2xSays.C03(...at), gsn2xSays.C11(...at)],
        });
      }
    },
  },
  {
    id: "COR-07",
    title: "A link that is not permitted",
    explanation:
      "Goals, strategies and evidence support; contexts, assumptions and justifications are what a claim is stated with. Which of them may stand where is a matter of the profile: D-Cases put contexts on evidence, the GSN standard does not.",
    levels: levels("error", "error", "error", "warning", "error"),
    gsn2x: ["V04"],
    check: ({ links }, say, { profile }) => {
      links.forEach((link) => {
        const { from, to, kind } = link;
        if (to === undefined || to === from || (kind !== "supportedBy" && kind !== "inContextOf")) return;
        if (isPermitted(profile, kind, from.node, to.node)) return;
        if (kind === "supportedBy" && !mayBeSupported(profile, from.node)) return;
        const other = kind === "supportedBy" ? "inContextOf" : "supportedBy";
        say({
          ...placeOf(link),
          related: [to],
          message:
            kind === "supportedBy"
              ? `\`${from.label}\` is ${typeWords[from.type]}, and cannot be supported by \`${to.label}\`, ${typeWords[to.type]}`
              : `\`${from.label}\` is ${typeWords[from.type]}, and cannot be stated with \`${to.label}\`, ${typeWords[to.type]}`,
          help: isPermitted(profile, other, from.node, to.node)
            ? `put it under \`${other}\``
            : "put a goal between them, or link it from another node",
          gsn2x: [gsn2xSays.V04(from.home.name, from.label, to.label, gsn2xList(kind))],
        });
      });
    },
  },
  {
    id: "COR-08",
    title: "Support for what nothing can support",
    explanation:
      "Evidence ends an argument, and contexts, assumptions and justifications are stated without one. Whoever doubts them argues in a goal.",
    levels: levels("error", "error", "error", "off", "error"),
    gsn2x: ["V04"],
    check:
      (_, say, { profile }) =>
      (member) => {
        if (member.out.length === 0 || mayBeSupported(profile, member.node)) return;
        const below = member.out.filter(({ kind, to }) => kind === "supportedBy" && to !== undefined && to !== member);
        const [first] = below;
        if (first === undefined) return;
        say({
          ...placeOf(first),
          related: below.flatMap(({ to }) => to ?? []),
          message: `\`${member.label}\` is ${typeWords[member.type]}, which nothing can support`,
          help: "make it a goal, or put its support under the goal above it",
          gsn2x: below.map(({ named }) =>
            gsn2xSays.V04(member.home.name, member.label, named, gsn2xList("supportedBy")),
          ),
        });
      },
  },
  {
    id: "COR-09",
    title: "A node that refers to itself",
    explanation: "A claim that rests on itself is not argued for.",
    levels: error,
    gsn2x: ["V06"],
    check: ({ selves }, say) => {
      for (const link of selves) {
        const { from, kind } = link;
        if (kind === "challenges") continue;
        say({
          ...placeOf(link),
          message: `\`${from.label}\` refers to itself under \`${kind}\``,
          help: "take the reference out, or name the node that was meant",
          gsn2x: isArgued(link) ? [gsn2xSays.V06(from.home.name, from.label, gsn2xList(kind))] : [],
        });
      }
    },
  },
  {
    id: "COR-10",
    title: "A reference that stands there twice",
    explanation: "The second one adds nothing; another node may have been meant.",
    levels: levels("warning", "warning", "warning", "warning", "warning"),
    gsn2x: ["V05"],
    check: ({ sameUid, sameLabel }, say) => {
      // A link to the one of two nodes with a uid may have been meant for the other.
      const unclear = new Set<Member | undefined>([...sameUid, ...sameLabel].map(([first]) => first));
      return (member) => {
        for (const link of twiceIn(member)) {
          const { from, kind } = link;
          if (unclear.has(link.to)) continue;
          const to = link.to?.label ?? link.named;
          say({
            ...placeOf(link),
            message: `\`${from.label}\` names \`${to}\` twice under \`${kind}\``,
            help: "take one of the two out",
            gsn2x: isArgued(link) ? [gsn2xSays.V05(from.home.name, from.label, to, gsn2xList(kind))] : [],
          });
        }
      };
    },
  },
  {
    id: "COR-11",
    title: "A link that begins nowhere",
    explanation: "A link belongs to the node that it begins at. Without that node it says nothing.",
    levels: error,
    check: ({ strays, labels }, say, { nearest }) => {
      for (const { home, edge } of strays)
        say({
          home,
          message: `a link begins at \`${edge.from}\`, which does not exist`,
          help: meant(nearest(edge.from, labels()), "write the node, or take the link out"),
        });
    },
  },
];

function placeOf({ from, kind, to, named }: Link) {
  return { home: from.home, member: from, key: kind, item: to?.label ?? named };
}

function isArgued({ kind }: Link): boolean {
  return kind === "supportedBy" || kind === "inContextOf";
}

function missing({ from, named, kind }: Link): string {
  if (kind === "supportedBy") return `\`${from.label}\` is supported by \`${named}\`, which does not exist`;
  if (kind === "inContextOf") return `\`${from.label}\` is stated with \`${named}\`, which does not exist`;
  return `\`${from.label}\` is responsible for \`${named}\`, which does not exist`;
}

/** A node's links that an earlier one of it repeats. */
function twiceIn({ out }: Member): readonly Link[] {
  if (out.length < 2) return none;
  return out.length <= fewLinks ? twiceInFew(out) : twiceInMany(out);
}

function twiceInMany(out: readonly Link[]): readonly Link[] {
  const seen = new Map<string, Set<Member | string>>();
  return out.filter(({ kind, named, to, at, edge }) => {
    if (edge === undefined) return false;
    const ends = seen.get(kind) ?? new Set();
    seen.set(kind, ends);
    const end = at === undefined ? (to ?? named) : `${named}\n${at.named}`;
    const isThere = ends.has(end);
    ends.add(end);
    return isThere;
  });
}

const none: readonly Link[] = [];

function twiceInFew(out: readonly Link[]): readonly Link[] {
  let found: Link[] | undefined;
  for (let at = 1; at < out.length; at += 1)
    for (let ahead = 0; ahead < at; ahead += 1)
      if (isSame(out[ahead]!, out[at]!)) {
        found ??= [];
        found.push(out[at]!);
        break;
      }
  return found ?? none;
}

/** Up to here comparing each with each is faster than a set. */
const fewLinks = 12;

function isSame(a: Link, b: Link): boolean {
  return (
    a.named === b.named &&
    a.kind === b.kind &&
    a.at?.named === b.at?.named &&
    a.edge !== undefined &&
    b.edge !== undefined
  );
}
