/** The argument that modules make together, found once a check, in time linear in the case. */

import { depthsOf } from "./depths.ts";
import { firstByLabel, ModuleHome } from "./home.ts";
import { intoOf, joinEdges, joinModules, leaveBy } from "./join.ts";
import {
  type Argument,
  type CheckedModule,
  type Depths,
  type Home,
  isFirst,
  type Link,
  leadsDown,
  type Member,
  type Rare,
  rare,
} from "./model.ts";

export function argumentOf(modules: readonly CheckedModule[]): Argument {
  const byRare = new Map<string, Member[]>(rare.map((each) => [each, []]));
  const homes: ModuleHome[] = [];
  let count = 0;
  for (const module of modules) {
    const home = new ModuleHome(module, homes.length, count, (member) => {
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
  const written = joinEdges(homes, count);
  const added: Link[] = [];
  const byName = new Map([...homes].reverse().map((home): [string, Home] => [home.name, home]));
  for (const home of homes)
    joinModules(
      home,
      (name) => byName.get(name),
      byRare.get("away") ?? [],
      (link) => {
        added.push(link);
        leaveBy(link);
        if (leadsDown(link)) written.above[link.to.number]! += 1;
      },
    );
  let byLabel: ReadonlyMap<string, Member> | undefined;
  let depths: Depths | undefined;
  let into: readonly (readonly Link[] | undefined)[] | undefined;
  return {
    homes,
    byName,
    members,
    ...written,
    depths: () => {
      depths ??= depthsOf({ members, above: written.above });
      return depths;
    },
    into: ({ number }) => {
      into ??= intoOf([...written.links, ...added], count);
      return into[number] ?? noneInto;
    },
    labels: () => {
      byLabel ??= only !== undefined && homes.length === 1 ? only.byLabel : firstByLabel(members);
      return byLabel;
    },
    sameLabel: homes.flatMap((home) => home.sameLabel()),
    sameUid: homes.flatMap((home) => home.sameUid()),
    roots: members.filter((member) => written.above[member.number] === 0 && !challengesOne(member) && isFirst(member)),
    of: (...types) => members.filter(({ type }) => types.includes(type)),
    having: (what) => byRare.get(what) ?? none,
  };
}

const none: readonly Member[] = [];
const noneInto: readonly Link[] = [];

function challengesOne({ out }: Member): boolean {
  return out.some(({ kind }) => kind === "challenges");
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}
