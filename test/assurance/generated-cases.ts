// Cases for property tests: sound ones, and ones that are wrong in every way.
import fc from "fast-check";
import {
  type CaseEdge,
  type CaseNode,
  type Condition,
  type DCase,
  type EvidenceSpec,
  type Json,
  type ModuleInfo,
  type NodeType,
  nextLabel,
  type Parameter,
} from "../../src/assurance/index.ts";

const words = [
  "The",
  "system",
  "stops",
  "within",
  "5 s",
  "no",
  "peak",
  "is missed",
  "監視",
  "は",
  "停止",
  "しない",
  "Ünïcode",
];

/** One to three sentences. */
export const texts: fc.Arbitrary<string> = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.map((sentence) => `${sentence.join(" ")}.`).join(" "));

/** Any JSON that a file can hold. */
export const jsonValues: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 1, depthSize: "xsmall" })
  // Files know no -0.
  .map((value) => JSON.parse(JSON.stringify(value)));

const names = fc.constantFrom("PEAK", "HOST", "limit", "期間");
const days = fc.constantFrom("2027-03-31", "2028-01-01");
const durations = fc.constantFrom("30d", "7d", "5m");

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("compare" as const),
    is: fc.constantFrom("==", "<=", ">" as const),
    left: fc.record({ kind: fc.constant("field" as const), path: fc.constantFrom("cpu.load", "failed") }),
    right: fc.record({ kind: fc.constant("value" as const), value: fc.integer({ min: 0, max: 3 }) }),
  }),
  fc.constant<Condition>({
    kind: "not",
    of: {
      kind: "compare",
      is: ">",
      left: { kind: "over", how: "p95", path: "cpu" },
      right: { kind: "value", value: 0.9 },
    },
  }),
);

const optional: { requiredKeys: []; noNullPrototype: true } = { requiredKeys: [], noNullPrototype: true };

const evidences: fc.Arbitrary<EvidenceSpec> = fc.record(
  {
    by: fc.constantFrom("test", "inject", "load", "monitor", "review", "document" as const),
    of: fc.constantFrom("night.dscript", "campaign"),
    subject: fc.constantFrom("switch.dscript"),
    maxAge: durations,
    environment: fc.dictionary(names, jsonValues, { maxKeys: 2, noNullPrototype: true }),
    parameters: fc.dictionary(names, jsonValues, { maxKeys: 2, noNullPrototype: true }),
    expects: conditions,
  },
  { requiredKeys: ["by"], noNullPrototype: true },
);

const parameters: fc.Arbitrary<readonly Parameter[]> = fc.uniqueArray(
  fc.record(
    {
      name: names,
      type: fc.constantFrom("String", "Int", "Duration" as const),
      value: jsonValues,
      range: fc.constant([1, 9] as const),
      choices: fc.array(jsonValues, { maxLength: 2 }),
      says: texts,
      translations: fc.dictionary(fc.constantFrom("ja", "de"), texts, { minKeys: 1, noNullPrototype: true }),
    },
    { requiredKeys: ["name", "type"], noNullPrototype: true },
  ),
  { maxLength: 2, selector: ({ name }) => name },
);

const presentations = fc.record(
  { classes: fc.constant(["wide"]), rankIncrement: fc.integer({ min: 1, max: 3 }), charWrap: fc.constant(30) },
  optional,
);

/** What a node may have besides its name, type and text. */
export const extras: fc.Arbitrary<Partial<CaseNode>> = fc.record(
  {
    kind: fc.constantFrom("monitor", "action", "external", "risk" as const),
    translations: fc.dictionary(fc.constantFrom("ja", "en", "de"), texts, { maxKeys: 2, noNullPrototype: true }),
    undeveloped: fc.boolean(),
    uninstantiated: fc.boolean(),
    defeated: fc.boolean(),
    owner: fc.constantFrom("operator", "teacher"),
    validUntil: days,
    url: fc.constant("https://example.org/a"),
    tags: fc.uniqueArray(fc.record({ name: names, value: jsonValues }), { maxLength: 3, selector: ({ name }) => name }),
    parameters,
    attachments: fc.constant([{ name: "report.pdf", digest: `sha256:${"0".repeat(64)}` }]),
    evidence: evidences,
    monitor: fc.record(
      { metric: fc.constant("cpu"), condition: conditions, window: durations },
      { requiredKeys: ["metric", "condition"], noNullPrototype: true },
    ),
    away: fc.constant({ module: "other", node: "G1" }),
    layers: fc.dictionary(fc.constantFrom("layer1", "x-note"), jsonValues, { maxKeys: 2, noNullPrototype: true }),
    presentation: presentations,
  },
  optional,
);

const modules: fc.Arbitrary<ModuleInfo> = fc.record(
  {
    name: fc.constantFrom("night", "昼"),
    brief: texts,
    names: fc.dictionary(fc.constantFrom("ja", "de"), texts, { minKeys: 1, noNullPrototype: true }),
    briefs: fc.dictionary(fc.constantFrom("ja", "de"), texts, { minKeys: 1, noNullPrototype: true }),
    language: fc.constantFrom("en", "ja"),
    uses: fc.constant(["other.dcase.yaml"]),
    parameters,
    agree: fc.constant({ owner: 1, operator: 2 }),
    profile: fc.constant("gsn3"),
    publishes: fc.constantFrom([], ["G1"]),
    extra: fc.dictionary(fc.constant("x"), jsonValues),
    presentation: presentations,
  },
  { requiredKeys: ["name"], noNullPrototype: true },
);

export const nodeTypes: readonly NodeType[] = [
  "goal",
  "strategy",
  "evidence",
  "context",
  "assumption",
  "justification",
  "counterGoal",
  "counterEvidence",
];

/** An edge from one node to another, as their types have it. */
export function edgeBetween(from: CaseNode, to: CaseNode): CaseEdge {
  if (to.type === "counterGoal" || to.type === "counterEvidence")
    return { kind: "challenges", from: to.uid, to: from.uid };
  const isContext = to.type === "context" || to.type === "assumption" || to.type === "justification";
  return { kind: isContext ? "inContextOf" : "supportedBy", from: from.uid, to: to.uid };
}

interface Seed {
  readonly type: NodeType;
  readonly text: string;
  readonly more: Partial<CaseNode>;
  readonly above: readonly number[];
  readonly edge: Partial<CaseEdge>;
}

const seeds: fc.Arbitrary<Seed> = fc.record({
  type: fc.constantFrom(...nodeTypes),
  text: texts,
  more: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extras }),
  above: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  edge: fc.record(
    { defeated: fc.boolean(), optional: fc.constant(true), repeats: fc.constant({ least: 1 }), note: texts },
    optional,
  ),
});

/** Sound in its ends: unique uids and labels, no cycle, nothing missing; nodes may have two above them. */
export const cases: fc.Arbitrary<DCase> = fc
  .record({ module: modules, seeds: fc.array(seeds, { minLength: 1, maxLength: 10 }) })
  .map(({ module, seeds: all }) => {
    const labels = new Set<string>();
    const nodes = all.map(({ type, text, more }, at): CaseNode => {
      const own = at === 0 ? "goal" : type;
      const label = nextLabel(own, labels);
      labels.add(label);
      return { uid: `u${at}`, label, type: own, text, ...more };
    });
    const edges = all.flatMap(({ above, edge }, at) => {
      const froms = at === 0 ? [] : [...new Set(above.map((each) => each % at))];
      return froms.map((from) => ({ ...edgeBetween(nodes[from] as CaseNode, nodes[at] as CaseNode), ...edge }));
    });
    return { module, nodes, edges: grouped(nodes, edges) };
  });

/** As a file has it: the edges of each node together, in the order of the nodes. */
export function grouped(nodes: readonly CaseNode[], edges: readonly CaseEdge[]): readonly CaseEdge[] {
  return nodes.flatMap(({ uid }) => edges.filter(({ from }) => from === uid));
}

/** Wrong in every way that a file can be: uids that occur twice, cycles, ends that are missing, challenges of no edge. */
export const wildCases: fc.Arbitrary<DCase> = fc
  .record({
    whole: cases,
    edges: fc.array(
      fc.record({
        kind: fc.constantFrom("supportedBy", "inContextOf", "challenges", "responsibility" as const),
        from: fc.nat({ max: 11 }).map((at) => `u${at}`),
        to: fc.oneof(
          fc.nat({ max: 11 }).map((at) => `u${at}`),
          fc.record({ from: fc.constantFrom("u0", "u1", "u99"), to: fc.constantFrom("u1", "u2", "u3") }),
        ),
      }),
      { maxLength: 6 },
    ),
    twice: fc.array(fc.record({ at: fc.nat(), text: texts }), { maxLength: 2 }),
  })
  .map(({ whole, edges, twice }) => {
    const again = twice.map(({ at, text }) => ({ ...(whole.nodes[at % whole.nodes.length] as CaseNode), text }));
    return { ...whole, nodes: [...whole.nodes, ...again], edges: [...whole.edges, ...edges] };
  });
