/** The argument that modules make together, found once a check, in time linear in the case. */

import type { NodeType } from "../../model/case.ts";
import { ModuleHome } from "./home.ts";
import { type GrowingMember, joinEdges, joinModules, noLinks } from "./join.ts";
import {
  type Argument,
  type CheckedModule,
  type Home,
  isFirst,
  leadsDown,
  type Member,
  type Rare,
  rare,
} from "./model.ts";

export function argumentOf(modules: readonly CheckedModule[]): Argument {
  const homes = modules.map((module, order) => new ModuleHome(module, order));
  const members: Member[] = [];
  const byType = new Map<NodeType, Member[]>();
  const byRare = new Map<string, Member[]>(rare.map((each) => [each, []]));
  for (const home of homes)
    for (const node of home.case.nodes) {
      const { label, type } = node;
      const member: GrowingMember = { number: members.length, home, node, label, type, out: noLinks, into: noLinks };
      members.push(member);
      home.members.push(member);
      push(byType, type, member);
      // Most nodes have few keys: there are more rare ones to be asked for.
      for (const key in node) {
        if (key === "uid" || key === "label" || key === "type" || key === "text") continue;
        const having = byRare.get(key);
        if (having !== undefined && isSaid(node[key as Rare])) having.push(member);
      }
    }
  const written = joinEdges(homes);
  const byName = new Map([...homes].reverse().map((home): [string, Home] => [home.name, home]));
  for (const home of homes) joinModules(home, (name) => byName.get(name), byRare.get("away") ?? []);
  let byLabel: ReadonlyMap<string, Member> | undefined;
  return {
    homes,
    byName,
    members,
    ...written,
    labels: () => {
      byLabel ??= labelsOf(homes);
      return byLabel;
    },
    sameLabel: homes.flatMap((home) => home.sameLabel()),
    sameUid: homes.flatMap((home) => home.sameUid()),
    roots: members.filter(isRoot),
    of: (type) => byType.get(type) ?? none,
    having: (what) => byRare.get(what) ?? none,
  };
}

const none: readonly Member[] = [];

function isRoot(member: Member): boolean {
  for (const link of member.into) if (leadsDown(link)) return false;
  for (const { kind } of member.out) if (kind === "challenges") return false;
  return isFirst(member);
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}

function labelsOf(homes: readonly Home[]): ReadonlyMap<string, Member> {
  const [first] = homes;
  if (first !== undefined && homes.length === 1) return first.byLabel;
  const all = new Map<string, Member>();
  for (const { byLabel } of homes) for (const [label, member] of byLabel) if (!all.has(label)) all.set(label, member);
  return all;
}

function push<K>(map: Map<K, Member[]>, key: K, member: Member): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [member]);
  else list.push(member);
}
