/** What lies on a common cycle: the strongly connected components of a graph, each ahead of what leads to it. */

export interface Component {
  readonly members: readonly string[];
  /** Several members, or one that leads to itself. */
  readonly isCycle: boolean;
}

interface Visit {
  readonly key: string;
  readonly next: readonly string[];
  at: number;
}

/** R. Tarjan, Depth-First Search and Linear Graph Algorithms (1972), with a stack of its own. */
export function componentsOf(keys: Iterable<string>, nextOf: (key: string) => readonly string[]): readonly Component[] {
  const found: Component[] = [];
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const visits: Visit[] = [];
  const enter = (key: string): void => {
    lowest.set(key, number.size);
    number.set(key, number.size);
    open.push(key);
    isOpen.add(key);
    visits.push({ key, next: nextOf(key), at: 0 });
  };
  const lower = (key: string, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(key) ?? 0)) lowest.set(key, to);
  };
  for (const root of keys) {
    if (number.has(root)) continue;
    enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { key, next } = visit;
      const to = next[visit.at];
      visit.at += 1;
      if (to !== undefined) {
        if (!number.has(to)) enter(to);
        else if (isOpen.has(to)) lower(key, number.get(to));
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above !== undefined) lower(above.key, lowest.get(key));
      if (lowest.get(key) !== number.get(key)) continue;
      const members = open.splice(open.lastIndexOf(key));
      for (const member of members) isOpen.delete(member);
      found.push({ members, isCycle: members.length > 1 || next.includes(key) });
    }
  }
  return found;
}
