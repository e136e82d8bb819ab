/** The argument that modules make together, found once a check, in time linear in the case. */

import type { NodeType } from "../../model/case.ts";
import { firstByLabel, ModuleHome } from "./home.ts";
import { joinEdges, joinModules } from "./join.ts";
import {
  type Argument,
  type CheckedModule,
  type Home,
  isFirst,
  type Link,
  leadsDown,
  type Member,
  type Rare,
  rare,
} from "./model.ts";

export function argumentOf(modules: readonly CheckedModule[]): Argument {
  const byType = new Map<NodeType, Member[]>();
  const byRare = new Map<string, Member[]>(rare.map((each) => [each, []]));
  const homes: ModuleHome[] = [];
  let count = 0;
  for (const module of modules) {
    const home = new ModuleHome(module, homes.length, count, (member) => {
      push(byType, member.type, member);
      const { node } = member;
      // Most nodes have few keys: there are more rare ones to be asked for.
      for (const key in node) {
        if (key === "uid" || key === "label" || key === "type" || key === "text") continue;
        const having = byRare.get(key);
        if (having !== undefined && isSaid(node[key as Rare])) having.push(member);
      }
    });
    homes.push(home);
    count += home.members.length;
  }
  const [only] = homes;
  const members = only !== undefined && homes.length === 1 ? only.members : homes.flatMap((home) => home.members);
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
      byLabel ??= only !== undefined && homes.length === 1 ? only.byLabel : firstByLabel(members);
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
  return !member.into.some(leadsDown) && !member.out.some(isChallenge) && isFirst(member);
}

function isChallenge({ kind }: Link): boolean {
  return kind === "challenges";
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}

function push<K>(map: Map<K, Member[]>, key: K, member: Member): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [member]);
  else list.push(member);
}
