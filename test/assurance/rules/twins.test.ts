// Nodes that say the same, found by a table of hashes that somebody may have filled on purpose.
import { expect, test } from "vitest";
import type { CaseNode } from "../../../src/assurance/index.ts";
import { checkCases, noPlaces } from "../../../src/assurance/index.ts";

function twinsIn(texts: readonly string[]): readonly string[] {
  const nodes = texts.map((text, at): CaseNode => ({ uid: `G${at}`, label: `G${at}`, type: "goal", text }));
  const source = { file: "a.dcase.yaml", places: noPlaces, case: { module: { name: "a" }, nodes, edges: [] } };
  return checkCases([source], { only: ["ARG-05"] }).map(({ label, related, rule }) =>
    rule === "ARG-05" ? `${label} = ${related[0]?.label}` : rule,
  );
}

test("the same text is found wherever it stands, and each time with the first one", () => {
  expect(twinsIn(["a", "b", "a", "", "", "b", "a", " "])).toEqual(["G2 = G0", "G5 = G1", "G6 = G0"]);
});

test("texts that somebody made to collide are told apart all the same", () => {
  // All of them begin to be looked for at the same few places of the table.
  const seen = new Map<number, string[]>();
  for (let at = 0; at < 60_000; at += 1) {
    const text = `t${at}`;
    const slot = slotOf(text);
    seen.set(slot, [...(seen.get(slot) ?? []), text]);
  }
  const crowd = [...seen.values()]
    .toSorted((a, b) => b.length - a.length)
    .flat()
    .slice(0, 200);
  expect(twinsIn([...crowd, crowd[0] ?? ""])).toEqual([`G${crowd.length} = G0`]);
});

/** Where a table of 512 slots begins to look for a text. */
function slotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash ^ (hash >>> 15)) & 511;
}
