// What people do to a case, for property tests: a few edits, or two people's edits of one case.
import fc from "fast-check";
import { type CaseEdge, type CaseNode, type DCase, type NodeType, nextLabel } from "../../src/assurance/index.ts";
import { cases, edgeBetween, extras, grouped, nodeTypes, texts } from "./generated-cases.ts";

type Edit =
  | {
      readonly kind: "reword" | "translate" | "remove" | "unlink" | "status" | "owner";
      readonly at: number;
      readonly text: string;
    }
  | { readonly kind: "extras"; readonly at: number; readonly more: Partial<CaseNode> }
  | { readonly kind: "add"; readonly at: number; readonly type: NodeType; readonly text: string }
  | { readonly kind: "move"; readonly at: number; readonly to: number }
  | { readonly kind: "swap"; readonly at: number; readonly to: number }
  | { readonly kind: "relabel"; readonly at: number; readonly type: NodeType };

const at = fc.nat();
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("reword", "translate", "remove", "unlink", "status", "owner" as const),
    at,
    text: texts,
  }),
  fc.record({ kind: fc.constant("extras" as const), at, more: extras }),
  fc.record({ kind: fc.constant("add" as const), at, type: fc.constantFrom(...nodeTypes), text: texts }),
  fc.record({ kind: fc.constantFrom("move", "swap" as const), at, to: at }),
  fc.record({ kind: fc.constant("relabel" as const), at, type: fc.constantFrom(...nodeTypes) }),
);

/** The case as somebody left it who made a few changes; new nodes get uids that begin with the name. */
export function editedBy(name: string, most = 4): (whole: DCase) => fc.Arbitrary<DCase> {
  return (whole) =>
    fc
      .array(edits, { maxLength: most })
      .map((all) => all.reduce((now, edit, turn) => edited(now, edit, `${name}${turn}`), whole));
}

/** A case, and what two people made of it. */
export const forks: fc.Arbitrary<{ readonly base: DCase; readonly ours: DCase; readonly theirs: DCase }> = cases.chain(
  (base) => fc.record({ base: fc.constant(base), ours: editedBy("o")(base), theirs: editedBy("t")(base) }),
);

function edited(whole: DCase, edit: Edit, uid: string): DCase {
  const { nodes, edges } = whole;
  const node = nodes[edit.at % Math.max(1, nodes.length)];
  if (node === undefined) return whole;
  const changed = (more: Partial<CaseNode>): DCase => ({
    ...whole,
    nodes: nodes.map((each) => (each === node ? { ...each, ...more } : each)),
  });
  const labels = new Set(nodes.map(({ label }) => label));
  switch (edit.kind) {
    case "reword":
      return changed({ text: edit.text });
    case "translate":
      return changed({ translations: { ...node.translations, ja: edit.text } });
    case "status":
      return changed({ undeveloped: node.undeveloped !== true });
    case "owner":
      return changed({ owner: "developer" });
    case "extras":
      return changed(edit.more);
    case "relabel":
      return changed({ label: nextLabel(edit.type, labels) });
    case "remove":
      return {
        ...whole,
        nodes: nodes.filter((each) => each !== node),
        edges: edges.filter(({ from, to }) => from !== node.uid && to !== node.uid),
      };
    case "unlink":
      return { ...whole, edges: edges.filter((_, each) => each !== edit.at % Math.max(1, edges.length)) };
    case "add": {
      const added: CaseNode = { uid, label: nextLabel(edit.type, labels), type: edit.type, text: edit.text };
      return {
        ...whole,
        nodes: [...nodes, added],
        edges: grouped([...nodes, added], [...edges, edgeBetween(node, added)]),
      };
    }
    case "move": {
      const above = nodes[edit.to % nodes.length] as CaseNode;
      if (isBelow(whole, above.uid, node.uid)) return whole;
      const isUp = ({ kind, to }: CaseEdge) => to === node.uid && (kind === "supportedBy" || kind === "inContextOf");
      return { ...whole, edges: grouped(nodes, [...edges.filter((each) => !isUp(each)), edgeBetween(above, node)]) };
    }
    case "swap": {
      const own = edges.filter(({ from }) => from === node.uid);
      if (own.length < 2) return whole;
      const [first, ...rest] = own;
      const place = 1 + (edit.to % rest.length);
      const turned = [...rest.slice(0, place), first as CaseEdge, ...rest.slice(place)];
      return { ...whole, edges: grouped(nodes, [...edges.filter(({ from }) => from !== node.uid), ...turned]) };
    }
  }
}

/** Whether a node is another one, or somewhere below it. */
function isBelow(whole: DCase, uid: string, top: string): boolean {
  const reached = new Set([top]);
  for (const each of reached)
    for (const { kind, from, to } of whole.edges)
      if (from === each && typeof to === "string" && kind !== "challenges") reached.add(to);
  return reached.has(uid);
}
