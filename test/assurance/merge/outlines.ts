// Cases written as outlines, so that tests of merges can be read.
import { type CaseNode, type DCase, type Merge, mergeText, type NodeType } from "../../../src/assurance/index.ts";

const same = (text: string): string => text;

/** `G1 goal It stops`, below it by two blanks each what supports it; by its first letter a uid is a strategy, a context or evidence (N), or else a goal. */
export function caseOf(outline: string, name = "night"): DCase {
  const nodes: CaseNode[] = [];
  const edges: DCase["edges"][number][] = [];
  const above: string[] = [];
  const types: Readonly<Record<string, NodeType>> = { S: "strategy", C: "context", N: "evidence" };
  for (const line of outline.split("\n").filter((each) => each.trim() !== "")) {
    const [, blanks = "", uid = "", label = "", text = ""] = /^( *)(\w+)(?:=(\w+))? ?(.*)$/.exec(line) ?? [];
    const level = blanks.length / 2;
    above[level] = uid;
    const type: NodeType = types[uid.charAt(0)] ?? "goal";
    if (!nodes.some((node) => node.uid === uid)) nodes.push({ uid, label: label === "" ? uid : label, type, text });
    if (level > 0)
      edges.push({ kind: type === "context" ? "inContextOf" : "supportedBy", from: above[level - 1] ?? "", to: uid });
  }
  // As files have them: the edges of one node together.
  return { module: { name }, nodes, edges: nodes.flatMap(({ uid }) => edges.filter(({ from }) => from === uid)) };
}

export function withNode(whole: DCase, uid: string, more: Partial<CaseNode>): DCase {
  return { ...whole, nodes: whole.nodes.map((node) => (node.uid === uid ? { ...node, ...more } : node)) };
}

export function outlineOf({ nodes, edges }: DCase): string {
  const isBelow = new Set(edges.map(({ to }) => to));
  const lines: string[] = [];
  const stack: (readonly [string, number])[] = nodes
    .filter(({ uid }) => !isBelow.has(uid))
    .map(({ uid }) => [uid, 0] as const)
    .toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [uid, level] = next;
    const node = nodes.find((each) => each.uid === uid);
    const name = node === undefined || node.label === uid ? uid : `${uid}=${node.label}`;
    lines.push(`${"  ".repeat(level)}${name} ${node?.text ?? ""}`.trimEnd());
    stack.push(
      ...edges
        .filter(({ from }) => from === uid)
        .map(({ to }) => [`${to}`, level + 1] as const)
        .toReversed(),
    );
  }
  return lines.join("\n");
}

export function told(merge: Merge): string {
  return mergeText(merge, { say: same, paint: { strong: same, dim: same } });
}

export const base = caseOf(`
G1 It stops. It says so.
  C1 Thursday
  S1 By cause
    G2 Power
      N1 Test
    G3 Mail
`);
