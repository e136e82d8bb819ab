// What is said of changes of D-Cases in single words: each has its Japanese, as the scan of the source looks for more words.
import { describe, expect, test } from "vitest";
import {
  blameText,
  type CaseNode,
  type DCase,
  differenceOf,
  diffText,
  logText,
  mergeCases,
  mergeText,
  replayOf,
  statsOf,
  statsText,
} from "../../src/assurance/index.ts";
import { japanese } from "../../src/japanese/index.ts";
import { nodeTypes } from "../assurance/generated-cases.ts";

const same = (text: string): string => text;
const paint = { strong: same, dim: same, added: same, error: same, warning: same };

const kinds = ["monitor", "action", "parameter", "external", "module", "contract", "pattern", "risk"] as const;
const sources = ["test", "inject", "load", "monitor", "review", "document"] as const;

/** A node of each type and kind, and everything that a node can have, in the two states of `turn`. */
function caseOf(turn: number): DCase {
  const condition = {
    kind: "compare",
    is: "==",
    left: { kind: "field", path: "a" },
    right: { kind: "value", value: turn },
  } as const;
  const nodes = [...nodeTypes, ...kinds].map((name, at): CaseNode => {
    const by = sources[(at + turn) % sources.length];
    return {
      uid: name,
      label: `N${at}`,
      type: nodeTypes[at] ?? "goal",
      ...(at < nodeTypes.length ? {} : { kind: kinds[at - nodeTypes.length] ?? "risk" }),
      text: `Text ${turn}`,
      ...(at === 2 ? {} : { translations: { ja: `訳 ${turn}` } }),
      undeveloped: at % 2 === turn,
      uninstantiated: at % 2 === turn,
      defeated: at % 4 === turn,
      owner: `o${turn}`,
      validUntil: `2027-01-0${turn + 1}`,
      url: `https://example.org/${turn}`,
      tags: [{ name: "A", value: turn }],
      parameters: [{ name: "B", type: "Int", value: turn }],
      attachments: [{ name: "C", url: `${turn}` }],
      ...(at === 2 || by === undefined
        ? {}
        : {
            evidence: {
              by,
              of: `${turn}`,
              subject: `${turn}`,
              maxAge: `${turn}d`,
              environment: { a: turn },
              parameters: { a: turn },
              expects: condition,
            },
          }),
      ...(at === 3 ? { monitor: { metric: "m", condition } } : {}),
      away: { module: "m", node: `G${turn}` },
      claimPoints: [{ name: "D", at: [`N${turn}`] }],
      layers: { layer: turn },
      choices: [{ of: ["goal"], least: 0, most: turn }],
      instance: { pattern: "p", arguments: { a: turn } },
      presentation: { charWrap: turn },
    };
  });
  return {
    module: {
      name: `m${turn}`,
      brief: `${turn}`,
      ...(turn === 0 ? {} : { language: "en" }),
      uses: [`${turn}`],
      extends: [{ module: "e", develops: { G1: [`N${turn}`] } }],
      parameters: [{ name: "P", type: "Int", value: turn }],
      agree: { owner: turn },
      profile: `${turn}`,
      publishes: [`N${turn}`],
      extra: { x: turn },
    },
    nodes,
    edges: nodes.slice(1).flatMap(({ uid }, at) =>
      (["supportedBy", "inContextOf", "challenges", "responsibility"] as const).map((kind) => ({
        kind,
        from: at % 3 === turn ? "goal" : "strategy",
        to: at === 0 ? "elsewhere" : uid,
        note: `${turn}`,
      })),
    ),
  };
}

/** The texts that were said, and of which no Japanese is known. */
function unknownOf(run: (say: (text: string) => string) => unknown): readonly string[] {
  const said = new Set<string>();
  run((text) => {
    said.add(text);
    return text;
  });
  expect(said.size).toBeGreaterThan(5);
  return [...said].filter((text) => japanese.text(text) === text);
}

const [before, after] = [caseOf(0), caseOf(1)];
const empty: DCase = { module: { name: "m" }, nodes: [], edges: [] };

describe("what is said in single words", () => {
  test("of a difference", () => {
    const all = [
      [before, after],
      [after, before],
      [empty, after],
      [before, empty],
      [
        before,
        { ...before, nodes: before.nodes.map((node) => ({ ...node, uid: `x${node.uid}`, label: `L${node.label}` })) },
      ],
    ] as const;
    const unknown = unknownOf((say) => all.map(([one, other]) => diffText(differenceOf(one, other), { say, paint })));
    expect(unknown).toEqual([]);
  });

  test("of a merge", () => {
    const base = caseOf(2);
    const unknown = unknownOf((say) => [
      mergeText(mergeCases({ base, ours: before, theirs: after }), { say, paint }),
      mergeText(mergeCases({ base: empty, ours: before, theirs: after }), { say, paint }),
      mergeText(mergeCases({ base, ours: empty, theirs: after }), { say, paint }),
      mergeText(mergeCases({ base, ours: before, theirs: empty }), { say, paint }),
    ]);
    expect(unknown).toEqual([]);
  });

  test("of revisions, and of whose a node is", () => {
    const cases = [before, after, after, { ...empty, nodes: before.nodes.slice(0, 3) }];
    const { chapters, nodes } = replayOf(cases.map((each, number) => ({ number, case: each })));
    const unknown = unknownOf((say) => [
      logText(chapters, { say, paint }),
      blameText(nodes, { say, paint, width: 80 }),
    ]);
    expect(unknown).toEqual([]);
  });

  test("of figures", () => {
    const ring: DCase = {
      ...before,
      edges: [...before.edges, { kind: "supportedBy", from: "evidence", to: "evidence" }],
    };
    const unknown = unknownOf((say) => [...statsText(statsOf(ring), say), ...statsText(statsOf(after), say)]);
    // The names of those who answer for nodes are theirs.
    expect(unknown).toEqual([]);
  });
});
