/** COR: the argument as a whole has one top, no circles, and no parts apart. */

import { type Argument, isFirst, type Link, leadsDown, type Member } from "../argument/model.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { listed, typeWords, wayOf } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

export const shapeRules: readonly RuleRow[] = [
  {
    id: "COR-12",
    title: "An argument that goes in a circle",
    explanation:
      "What a claim rests on cannot rest on the claim. Each link that closes a circle is said once, with its way.",
    levels: levels("error", "error", "error", "error", "error"),
    gsn2x: ["C04"],
    check: (argument, say) => {
      if (!argument.depths().hasCircles) return;
      let shown = true;
      let isFirst = true;
      eachCircle(argument, (link, way) => {
        const { from } = link;
        // Beyond those that are shown only their number counts: their ways may be long.
        const ring = shown ? way() : [];
        shown = say({
          home: from.home,
          member: from,
          key: link.kind,
          item: link.to?.label ?? link.named,
          related: ring.slice(0, mostRelated),
          message: `the argument goes in a circle: ${wayOf(ring)}`,
          help: "take one of these links out",
          gsn2x: isFirst
            ? [
                gsn2xSays.C04(
                  link.to?.label ?? link.named,
                  ring.map(({ label }) => label),
                ),
              ]
            : [],
        });
        isFirst = false;
      });
    },
  },
  {
    id: "COR-13",
    title: "An argument without one top",
    explanation:
      "A case argues for one claim. A second node at the top is a part that nobody reads as part of that argument.",
    levels: levels("warning", "warning", "warning", "warning", "error"),
    gsn2x: ["C01"],
    check: ({ roots, members }, say) => {
      const [first, second] = roots;
      const [any] = members;
      if (second !== undefined && first !== undefined)
        say({
          home: second.home,
          member: second,
          related: roots.slice(0, mostRelated),
          message: `${roots.length} nodes stand at the top, where one belongs: ${listed(roots.map(({ label }) => label))}`,
          help: "link the others from the argument, or take them out",
          gsn2x: [gsn2xSays.C01(roots.map(({ label }) => label).sort())],
        });
      else if (first === undefined && any !== undefined)
        say({
          home: any.home,
          message: "no node stands at the top: each is below another one",
          help: "take the link out that leads to what is argued for",
          gsn2x: [gsn2xSays.C01([])],
        });
    },
  },
  {
    id: "COR-14",
    title: "A top that is no goal",
    explanation: "An argument begins with what it claims.",
    levels: levels("error", "error", "error", "warning", "error"),
    gsn2x: ["C02"],
    check: ({ roots }, say) => {
      const [root] = roots;
      if (root === undefined || roots.length > 1 || root.type === "goal") return;
      say({
        home: root.home,
        member: root,
        message: `\`${root.label}\` stands at the top, but is ${typeWords[root.type]}`,
        help: "put a goal above it that says what it is for",
        gsn2x: [gsn2xSays.C02(root.label)],
      });
    },
  },
  {
    id: "COR-15",
    title: "Nodes that the top does not lead to",
    explanation: "What hangs only from itself is no part of the argument, and nobody would look at it.",
    levels: levels("error", "error", "error", "warning", "error"),
    gsn2x: ["C08"],
    check: (argument, say) => {
      const { roots, members } = argument;
      if (roots.length === 0) return;
      const reached = reachedFromTops(argument);
      const apart = members.filter((member) => reached[member.number] === 0 && isFirst(member));
      const [first] = apart;
      if (first === undefined) return;
      const labels = apart.map(({ label }) => label);
      say({
        home: first.home,
        member: first,
        related: apart.slice(0, mostRelated),
        message: `the top does not lead to ${listed(labels)} (${apart.length})`,
        help: "link them from the argument, or take them out",
        gsn2x: [
          gsn2xSays.C08(
            roots.map(({ label }) => label),
            labels,
          ),
        ],
      });
    },
  },
];

const mostRelated = 10;

/** Links whose removal leaves no circle, each with a way from its end back to it; a self-reference is none. */
function eachCircle({ members }: Argument, found: (link: Link, way: () => readonly Member[]) => void): void {
  /** 0: not seen; else its place on the way, from 1; -1: done. */
  const place = new Int32Array(members.length);
  for (const start of members) {
    if (place[start.number] !== 0) continue;
    const way: Member[] = [start];
    const next: number[] = [0];
    place[start.number] = 1;
    while (way.length > 0) {
      const top = way.length - 1;
      const member = way[top] as Member;
      const link = member.out[next[top] ?? 0];
      if (link === undefined) {
        place[member.number] = -1;
        way.pop();
        next.pop();
        continue;
      }
      next[top] = (next[top] ?? 0) + 1;
      const { to } = link;
      if (to === undefined || to === member || !leadsDown(link)) continue;
      const at = place[to.number] ?? 0;
      if (at > 0) found(link, () => [...way.slice(at - 1), to]);
      if (at !== 0) continue;
      way.push(to);
      next.push(0);
      place[to.number] = way.length;
    }
  }
}

/** 1 for each that a top leads to; challengers are led to by what they challenge, and those of nothing that exists are let be. */
function reachedFromTops({ roots, members, challenges, into }: Argument): Uint8Array {
  const reached = new Uint8Array(members.length);
  const againstEdges = new Map<Member, Member[]>();
  const queue: Member[] = [...roots];
  for (const { from, to, at } of challenges) {
    if (to !== undefined) continue;
    const held = at?.from;
    if (held === undefined) queue.push(from);
    else {
      const challengers = againstEdges.get(held);
      if (challengers === undefined) againstEdges.set(held, [from]);
      else challengers.push(from);
    }
  }
  for (let member = queue.pop(); member !== undefined; member = queue.pop()) {
    if (reached[member.number] === 1) continue;
    reached[member.number] = 1;
    for (let at = 0; at < member.out.length; at += 1) {
      const link = member.out[at]!;
      if (link.to !== undefined && leadsDown(link)) queue.push(link.to);
    }
    if (challenges.length === 0) continue;
    for (const { kind, from } of into(member)) if (kind === "challenges") queue.push(from);
    for (const challenger of againstEdges.get(member) ?? []) queue.push(challenger);
  }
  return reached;
}
