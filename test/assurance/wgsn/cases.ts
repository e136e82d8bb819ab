// Cases of every kind, for what must hold of all of them: also with cycles, several parents, missing ends and odd texts.
import fc from "fast-check";
import type {
  CaseEdge,
  CaseFile,
  CaseNode,
  DCase,
  EdgeKind,
  NodeType,
  Parameter,
  Tag,
} from "../../../src/assurance/index.ts";

const types: readonly NodeType[] = [
  "goal",
  "goal",
  "goal",
  "strategy",
  "evidence",
  "context",
  "assumption",
  "justification",
  "counterGoal",
  "counterEvidence",
];
const letters: Readonly<Record<NodeType, string>> = {
  goal: "G",
  strategy: "S",
  evidence: "E",
  context: "C",
  assumption: "A",
  justification: "J",
  counterGoal: "G",
  counterEvidence: "E",
};
const lines = fc.constantFrom(
  "The shop is open.",
  "停電でも [System] は動く。",
  "* an item",
  "** G9 &7 looks like a node",
  "*=====",
  "Key:: looks like a tag",
  "\\\\* with a mark",
  "\\\\\\\\Key:: with two",
  "a\\b [ ] c",
  "#0:: looks like a header",
  "std::vector",
  "  indented",
  "",
);
const text = fc.array(lines, { maxLength: 4 }).map((all) => all.join("\n").trim());
const tags: fc.Arbitrary<readonly Tag[]> = fc.array(
  fc.record({
    name: fc.constantFrom("System", "PEAK", "サブシステム", "SUBA.X", "TODO", "Op", "Owner"),
    value: fc.constantFrom("A, B", "", "11:30-13:00", "[System]", "次は早く始めたい。", 'a "quoted" one'),
  }),
  { maxLength: 3 },
);

const facts = fc.record(
  {
    undeveloped: fc.constant(true),
    uninstantiated: fc.constant(true),
    defeated: fc.constant(true),
    owner: fc.constantFrom("operator", "運用者", "shop owner"),
    validUntil: fc.constant("2027-03-31"),
    url: fc.constant("https://example.org/a?b=c&d"),
    kind: fc.constantFrom("monitor" as const, "risk" as const, "module" as const),
    translations: fc.constantFrom({ ja: "店は開いている。" }, { ja: "一行目\n\n三行目", "pt-BR": "Aberta" }),
    evidence: fc.constantFrom(
      { by: "test" as const },
      { by: "load" as const, of: "noon", maxAge: "30d", environment: { hosts: 3 }, parameters: { list: [1, "a"] } },
    ),
    away: fc.constant({ module: "backup", node: "G3" }),
    parameters: fc.constantFrom<readonly Parameter[]>(
      [{ name: "STUDENTS", type: "Int", value: 40, range: [1, 70] }],
      [
        { name: "MODE", type: "String", choices: ["day", "night"], says: "when", translations: { ja: "いつ" } },
        { name: "System", type: "List", value: ["a", "b"] },
      ],
    ),
    attachments: fc.constant([{ name: "load.csv", digest: `sha256:${"0".repeat(64)}` }]),
  },
  { requiredKeys: [] },
);

interface Rough {
  readonly type: NodeType;
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly facts: Partial<CaseNode>;
  readonly labelled: number;
  readonly hasUuid: boolean;
}

const rough: fc.Arbitrary<Rough> = fc.record({
  type: fc.constantFrom(...types),
  text,
  tags,
  facts: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: facts }),
  labelled: fc.nat(3),
  hasUuid: fc.boolean(),
});

function nodeOf({ type, text: words, tags: given, facts: own, labelled, hasUuid }: Rough, place: number): CaseNode {
  const letter = letters[type];
  const number = type === "goal" ? `${place + 1}` : `${Math.floor(place / 3)}.${place + 1}`;
  const label = [`${letter}${number}`, `Sn-${place}`, `ゴール${place}`, `a label ${place}`][labelled] ?? "";
  const uid = hasUuid ? `5f0c-${place}` : (0x1a2b00 + place).toString(16);
  return { uid, label, type, text: words, ...own, ...(given.length === 0 ? {} : { tags: given }) };
}

const kinds: readonly EdgeKind[] = [
  "supportedBy",
  "supportedBy",
  "supportedBy",
  "inContextOf",
  "challenges",
  "responsibility",
];

/** A tree with more edges over it. */
export const anyCase: fc.Arbitrary<DCase> = fc
  .record({
    nodes: fc.array(rough, { minLength: 1, maxLength: 14 }),
    parents: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
    more: fc.array(fc.record({ kind: fc.constantFrom(...kinds), from: fc.nat(), to: fc.nat(), isEdge: fc.boolean() }), {
      maxLength: 5,
    }),
    hasMissing: fc.boolean(),
  })
  .map(({ nodes: all, parents, more, hasMissing }) => {
    const nodes = all.map(nodeOf);
    const at = (place: number): string => nodes[place % nodes.length]?.uid ?? "";
    const isBeside = (node: CaseNode): boolean => ["context", "assumption", "justification"].includes(node.type);
    const tree = nodes.slice(1).map((node, place): CaseEdge => {
      const kind = isBeside(node) ? "inContextOf" : "supportedBy";
      return { kind, from: at((parents[place] ?? 0) % (place + 1)), to: node.uid };
    });
    const others = more.map(({ kind, from, to, isEdge }): CaseEdge => {
      const target = kind === "challenges" && isEdge ? { from: at(to), to: at(to + 1) } : at(to);
      return { kind, from: at(from), to: target };
    });
    const missing: readonly CaseEdge[] = hasMissing ? [{ kind: "supportedBy", from: at(3), to: "elsewhere" }] : [];
    return { module: { name: "shop" }, nodes, edges: [...tree, ...others, ...missing] };
  });

const who = fc.record(
  {
    time: fc.constantFrom("2027-03-01T09:30:00+09:00", "2027-12-31T23:59:59+00:00"),
    author: fc.constantFrom("ken", "Ada Lovelace", "平井"),
    role: fc.constantFrom("owner", "developer"),
    process: fc.constantFrom("agreement", "change"),
    message: fc.constantFrom("", "Agree on the peak"),
  },
  { requiredKeys: [] },
);

/** Up to four revisions; a later one has changed texts, and lacks some of the nodes. */
export const anyFile: fc.Arbitrary<CaseFile> = fc
  .tuple(anyCase, fc.array(fc.tuple(who, fc.array(fc.tuple(fc.nat(), text), { maxLength: 3 })), { maxLength: 4 }))
  .map(([first, later]) => {
    let whole = first;
    const revisions = later.map(([made, changes], place) => {
      const number = place * 2 + 1;
      const nodes = whole.nodes.map((node, at) => {
        const change = changes.find(([which]) => which % whole.nodes.length === at);
        return change === undefined ? node : { ...node, text: change[1] };
      });
      whole = { ...whole, nodes };
      return { number, ...made, case: whole };
    });
    return { case: whole, revisions };
  });
