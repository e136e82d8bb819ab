/** Members bound by links: those that a module writes, and those that lead from module to module. */

import type { CaseEdge } from "../../model/case.ts";
import { type GrowingMember, type ModuleHome, noLinks } from "./home.ts";
import { type Argument, type Home, type Link, leadsDown, type Member } from "./model.ts";

type Written = Pick<Argument, "links" | "challenges" | "loose" | "selves" | "open" | "defeated" | "above" | "strays">;

export function joinEdges(homes: readonly ModuleHome[], count: number): Written {
  const links: Link[] = [];
  const challenges: Link[] = [];
  const loose: Link[] = [];
  const selves: Link[] = [];
  const open: Link[] = [];
  const defeated: Link[] = [];
  const above = new Int32Array(count);
  const strays: { home: Home; edge: CaseEdge }[] = [];
  const hear = (link: Link, edge: CaseEdge): void => {
    const { to } = link;
    links.push(link);
    if (to === undefined) loose.push(link);
    else if (leadsDown(link)) above[to.number]! += 1;
    if (link.kind === "challenges") challenges.push(link);
    if (to === link.from) selves.push(link);
    if (edge.repeats !== undefined || edge.optional === true) open.push(link);
    if (edge.defeated === true) defeated.push(link);
  };
  for (const home of homes) {
    const { members, numbers } = home;
    const { edges } = home.case;
    for (let at = 0; at < edges.length; ) {
      const place = numbers.from[at]!;
      const from = members[place];
      // The edges of a node mostly stand together: its list is made for as many.
      let end = at + 1;
      while (end < edges.length && numbers.from[end] === place) end += 1;
      if (from === undefined) for (; at < end; at += 1) strays.push({ home, edge: edges[at]! });
      else {
        const out = from.out === noLinks ? new Array<Link>(end - at) : from.out;
        let length = from.out.length;
        for (; at < end; at += 1) {
          const edge = edges[at]!;
          const link = linkOf(edge, from, members[numbers.to[at]!], home, homes);
          out[length] = link;
          length += 1;
          hear(link, edge);
        }
        from.out = out;
      }
    }
  }
  return { links, challenges, loose, selves, open, defeated, above, strays };
}

/** `to`: the node with that uid, where there is one. */
function linkOf(edge: CaseEdge, from: Member, to: Member | undefined, home: Home, homes: readonly Home[]): Link {
  const { kind, to: named } = edge;
  if (typeof named === "string") return { kind, from, named, to: to ?? find(named, home, homes), edge };
  const at = { named: named.to, from: find(named.from, home, homes), to: find(named.to, home, homes) };
  return { kind, from, named: named.from, to: undefined, at, edge };
}

/** A uid of the module, else a label of any, else a uid of another one. */
function find(name: string, home: Home, homes: readonly Home[]): Member | undefined {
  const own = home.withUid(name) ?? home.withLabel(name);
  if (own !== undefined || homes.length === 1) return own;
  for (const each of homes) {
    const found = each.withLabel(name);
    if (found !== undefined) return found;
  }
  for (const each of homes) {
    const found = each.withUid(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What `away` and `extends` put below a node: links that nobody wrote. */
export function joinModules(
  home: Home,
  named: (name: string) => Home | undefined,
  away: readonly Member[],
  add: (link: Link & { readonly to: Member }) => void,
): void {
  for (const from of away) {
    const target = from.home === home ? from.node.away : undefined;
    if (target === undefined) continue;
    const to = named(target.module)?.withLabel(target.node);
    if (to !== undefined && to !== from) add({ kind: "away", from, named: target.node, to, edge: undefined });
  }
  for (const { module, develops } of home.case.module.extends ?? []) {
    for (const [label, locals] of Object.entries(develops)) {
      const from = named(module)?.withLabel(label);
      for (const local of locals) {
        const to = home.withLabel(local);
        if (from !== undefined && to !== undefined) add({ kind: "develops", from, named: local, to, edge: undefined });
      }
    }
  }
}

/** The members are ours until the argument is made. */
export function leaveBy(link: Link): void {
  const from = link.from as GrowingMember;
  if (from.out === noLinks) from.out = [link];
  else from.out.push(link);
}

/** By number, the links that lead to each member. */
export function intoOf(links: readonly Link[], count: number): readonly (readonly Link[] | undefined)[] {
  const into = new Array<Link[] | undefined>(count);
  links.forEach((link) => {
    if (link.to === undefined) return;
    const { number } = link.to;
    const list = into[number];
    if (list === undefined) into[number] = [link];
    else list.push(link);
  });
  return into;
}
