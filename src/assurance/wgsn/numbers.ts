/** Labels of nodes that have none: as AssureNote numbers them, goals level by level, and everything else within its goal. */

import type { Sort } from "./sorts.ts";

interface Numbered {
  readonly line: { readonly sort: Sort };
  /** The place of its parent; negative where there is none. */
  readonly above: number;
}

/** The label of each node. Labels that stand in the text stay, and are not given a second time. */
export function labelled(nodes: readonly Numbered[], given: readonly (string | undefined)[]): readonly string[] {
  const labels = given.map((label) => label ?? "");
  if (!labels.includes("")) return labels;
  const taken = new Set(labels);
  const give = (place: number, count: Counter, ahead = ""): void => {
    if (labels[place] !== "") return;
    let label = "";
    do label = `${nodes[place]?.line.sort.letter ?? ""}${ahead}${count()}`;
    while (taken.has(label));
    taken.add(label);
    labels[place] = label;
  };
  const below = childrenOf(nodes);
  const goals = counter();
  const others = counter();
  const queue = nodes.flatMap(({ above }, place) => (below[above] === undefined ? [place] : []));
  for (const place of queue) {
    const isGoal = nodes[place]?.line.sort.type === "goal";
    give(place, isGoal ? goals : others);
    // A goal with a name has no number that its contexts could begin with: it takes the next one.
    const number = /^G(\d+)$/.exec(labels[place] ?? "")?.[1] ?? (isGoal ? goals() : 0);
    const sections = counter();
    for (const each of withinGoal(place, nodes, below)) {
      if (nodes[each]?.line.sort.type === "goal") queue.push(each);
      else if (labels[each] === "") give(each, sections, `${number}.`);
      else sections();
    }
  }
  return labels;
}

type Counter = () => number;

function counter(): Counter {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

function childrenOf(nodes: readonly Numbered[]): readonly (readonly number[])[] {
  const below = nodes.map((): number[] => []);
  for (const [place, { above }] of nodes.entries()) below[above]?.push(place);
  return below;
}

/** All below a goal down to the next goals, in the order of the text. */
function* withinGoal(
  goal: number,
  nodes: readonly Numbered[],
  below: readonly (readonly number[])[],
): Generator<number> {
  const open = (below[goal] ?? []).toReversed();
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place;
    if (nodes[place]?.line.sort.type !== "goal") for (const each of (below[place] ?? []).toReversed()) open.push(each);
  }
}
