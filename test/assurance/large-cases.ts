// Cases of any size, for what must bear them.
import type { CaseEdge, CaseNode, DCase, NodeType } from "../../src/assurance/index.ts";
import { edgeBetween } from "./generated-cases.ts";

/** Goals, each below the one ahead of it, and evidence below the last. */
export function deepCase(depth: number): DCase {
  const nodes = Array.from(
    { length: depth },
    (_, level): CaseNode => ({
      uid: `d${level}`,
      label: level === depth - 1 ? "Sn1" : `G${level + 1}`,
      type: level === depth - 1 ? "evidence" : "goal",
      text: `Level ${level} holds`,
    }),
  );
  const edges = nodes.slice(1).map(({ uid }, level): CaseEdge => ({ kind: "supportedBy", from: `d${level}`, to: uid }));
  return { module: { name: "deep" }, nodes, edges };
}

/** A tree in which each node has `each` below it; goals, strategies, contexts and evidence with what such nodes have. */
export function largeCase(size: number, each = 6): DCase {
  const nodes = Array.from({ length: size }, (_, number): CaseNode => {
    const isLeaf = number * each + 1 >= size;
    const type: NodeType = !isLeaf
      ? number % 2 === 0
        ? "goal"
        : "strategy"
      : number % 5 === 0
        ? "context"
        : "evidence";
    return {
      uid: `uid-${number}`,
      label: `${{ goal: "G", strategy: "S", context: "C", evidence: "Sn" }[type as "goal"]}${number}`,
      type,
      text: `The part ${number} of the system keeps its promise within ${number % 60} s, day and night.`,
      translations: { ja: `システムの部分 ${number} は、昼も夜も ${number % 60} 秒以内に約束を守る。` },
      ...(type === "goal" ? { owner: "operator" } : {}),
      ...(type === "evidence" ? { evidence: { by: "test", of: `part-${number}.dscript`, maxAge: "30d" } } : {}),
      ...(number % 10 === 0 ? { tags: [{ name: "PEAK", value: "Thu 14:40-16:10" }] } : {}),
    };
  });
  const edges = nodes.slice(1).map((node, number) => edgeBetween(nodes[Math.floor(number / each)] as CaseNode, node));
  return { module: { name: "large", language: "en" }, nodes, edges: edges };
}
