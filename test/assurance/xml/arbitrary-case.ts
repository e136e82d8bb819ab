// Cases with everything that the model can hold, also what the rules would refuse: twins, loops, missing ends, wrong ends.
import fc from "fast-check";
import type {
  CaseEdge,
  CaseFile,
  CaseNode,
  Condition,
  DCase,
  Json,
  ModuleInfo,
  Operand,
  Parameter,
} from "../../../src/assurance/index.ts";

/** Everything that a text may hold: also line ends, control characters and halves of characters. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(
    "",
    " ",
    "a\nb",
    "\r\n\t",
    "  x ",
    "<&>\"'",
    "]]>",
    "\u0001",
    "\ufffe",
    "\ud800",
    "日本語",
    "__proto__",
  ),
);
const name = fc.oneof(
  fc.constantFrom("G1", "G2", "S1", "PEAK", "ops", "日本", "a,b;c={d}", "x y"),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const number = fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constantFrom(0.5, 1e21));
const json: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.array(anyText, { maxLength: 2 }),
  fc.record({ a: anyText, b: fc.array(number, { maxLength: 2 }) }),
);
const truth = fc.constant(true as const);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });

/** A record without the keys that came out undefined. */
function some<T extends object>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc
    .record(fields as { readonly [key: string]: fc.Arbitrary<unknown> })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T);
}

const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.record({ kind: fc.constant("value" as const), value: fc.oneof(number, anyText, fc.boolean()) }),
  fc.record({ kind: fc.constant("field" as const), path: anyText }),
  fc.record({ kind: fc.constant("over" as const), how: fc.constantFrom("mean", "p95", "last"), path: anyText }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant("compare" as const),
      is: fc.constantFrom("==", "<=", ">"),
      left: operand,
      right: operand,
    }),
    fc.record({ kind: fc.constantFrom("and", "or"), of: fc.array(tie("condition"), { maxLength: 2 }) }),
    fc.record({ kind: fc.constant("not" as const), of: tie("condition") }),
  ),
}));

const parameter: fc.Arbitrary<Parameter> = some<Parameter>({
  name,
  type: fc.constantFrom("String", "Int", "Double", "Boolean", "Duration", "List"),
  value: maybe(json),
  range: maybe(fc.tuple(number, number)),
  choices: maybe(fc.array(json, { maxLength: 2 })),
  says: maybe(anyText),
  translations: maybe(fc.dictionary(fc.constantFrom("ja", "x y"), anyText, { maxKeys: 2 })),
} as { readonly [K in keyof Parameter]: fc.Arbitrary<Parameter[K]> });
const instance = some({
  pattern: anyText,
  digest: maybe(anyText),
  arguments: fc.dictionary(name, json, { maxKeys: 2 }),
  node: maybe(anyText),
});
const layers = fc.oneof(
  fc.dictionary(name, json, { maxKeys: 2 }),
  fc.record({ "dcase-editor": fc.record({ attributes: fc.dictionary(name, anyText, { maxKeys: 3 }), type: name }) }),
  fc.record({ "dcase-editor": json, sacm: json }),
  fc.record({
    sacm: fc.record({ attributes: fc.dictionary(name, anyText, { maxKeys: 3 }), type: name, elements: json }),
  }),
);

const nodeFields = {
  label: fc.oneof(name, anyText),
  type: fc.constantFrom(
    "goal",
    "strategy",
    "evidence",
    "context",
    "assumption",
    "justification",
    "counterGoal",
    "counterEvidence",
  ),
  kind: maybe(fc.constantFrom("monitor", "action", "parameter", "external", "module", "contract", "pattern", "risk")),
  text: anyText,
  translations: maybe(fc.dictionary(fc.constantFrom("ja", "en", "de-CH", "", "x y"), anyText, { maxKeys: 2 })),
  undeveloped: maybe(truth),
  uninstantiated: maybe(truth),
  defeated: maybe(truth),
  owner: maybe(anyText),
  validUntil: maybe(fc.oneof(fc.constant("2027-03-31"), anyText)),
  url: maybe(fc.oneof(fc.constant("https://example.org/a?b=c&d"), anyText)),
  tags: maybe(fc.array(fc.record({ name, value: json }), { maxLength: 3 })),
  parameters: maybe(fc.array(parameter, { maxLength: 3 })),
  attachments: maybe(
    fc.array(some({ name: anyText, digest: maybe(anyText), mediaType: maybe(anyText), url: maybe(anyText) }), {
      maxLength: 2,
    }),
  ),
  evidence: maybe(
    some({
      by: fc.constantFrom("test", "inject", "load", "monitor", "review", "document"),
      of: maybe(anyText),
      subject: maybe(anyText),
      maxAge: maybe(anyText),
      environment: maybe(fc.dictionary(name, json, { maxKeys: 2 })),
      parameters: maybe(fc.dictionary(name, json, { maxKeys: 2 })),
      expects: maybe(condition),
    }),
  ),
  monitor: maybe(some({ metric: anyText, condition, window: maybe(anyText) })),
  away: maybe(fc.record({ module: fc.oneof(name, anyText), node: fc.oneof(name, anyText) })),
  claimPoints: maybe(fc.array(fc.record({ name: anyText, at: fc.array(name, { maxLength: 2 }) }), { maxLength: 2 })),
  layers: maybe(layers),
  choices: maybe(
    fc.array(some({ of: fc.array(name, { maxLength: 2 }), least: number, most: number, by: maybe(anyText) }), {
      maxLength: 2,
    }),
  ),
  instance: maybe(instance),
  presentation: maybe(
    some({
      classes: maybe(fc.array(anyText, { maxLength: 2 })),
      rankIncrement: maybe(number),
      horizontalIndex: maybe(fc.oneof(fc.record({ relative: number }), fc.record({ absolute: fc.constant("last") }))),
      charWrap: maybe(number),
    }),
  ),
};

const uid = fc.oneof(
  fc.constantFrom("n1", "n2", "n3", "n4", "G1", "_n1", "_link1", "_argument", "G1-2", "a b", "", "#x", "日本"),
  anyText,
);
const node = fc.record({ uid, ...nodeFields }) as unknown as fc.Arbitrary<CaseNode>;

const edgeMarks = {
  defeated: maybe(truth),
  optional: maybe(truth),
  repeats: maybe(some({ least: number, most: maybe(number), each: maybe(anyText), as: maybe(anyText) })),
  note: maybe(anyText),
};

/** Without what came out undefined, all the way down to fields of nodes and edges. */
function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

function edgesAmong(nodes: readonly CaseNode[]): fc.Arbitrary<readonly CaseEdge[]> {
  const end = nodes.length === 0 ? uid : fc.oneof(fc.constantFrom(...nodes.map((each) => each.uid)), uid);
  const known = nodes.length === 0 ? uid : fc.constantFrom(...nodes.map((each) => each.uid));
  const plain = fc.record({ kind: fc.constantFrom("supportedBy", "inContextOf"), from: known, to: known });
  const marked = fc.record({
    kind: fc.constantFrom("supportedBy", "inContextOf", "challenges", "responsibility"),
    from: end,
    to: end,
    ...edgeMarks,
  });
  const some = fc.array(fc.oneof({ weight: 3, arbitrary: plain }, marked), { maxLength: 9 });
  return some.chain((edges) =>
    fc
      .array(fc.record({ kind: fc.constant("challenges" as const), from: end, to: pairIn(edges, uid), ...edgeMarks }), {
        maxLength: 2,
      })
      .map((challenges) => [...edges, ...challenges].map(clean) as readonly CaseEdge[]),
  );
}

function pairIn(edges: readonly { readonly from: string; readonly to: string }[], other: fc.Arbitrary<string>) {
  const any = fc.record({ from: other, to: other });
  return edges.length === 0 ? any : fc.oneof(fc.constantFrom(...edges.map(({ from, to }) => ({ from, to }))), any);
}

const module = fc
  .record({
    name: fc.oneof(name, fc.constant("Switch over")),
    brief: maybe(anyText),
    names: maybe(fc.dictionary(fc.constantFrom("ja", "de", "pt-BR"), anyText, { minKeys: 1, noNullPrototype: true })),
    briefs: maybe(fc.dictionary(fc.constantFrom("ja", "de", "pt-BR"), anyText, { minKeys: 1, noNullPrototype: true })),
    language: maybe(fc.constantFrom("ja", "en")),
    uses: maybe(fc.array(anyText, { maxLength: 2 })),
    extends: maybe(
      fc.array(
        fc.record({ module: anyText, develops: fc.dictionary(name, fc.array(name, { maxLength: 2 }), { maxKeys: 2 }) }),
        { maxLength: 2 },
      ),
    ),
    parameters: maybe(fc.array(parameter, { maxLength: 2 })),
    instance: maybe(instance),
    agree: maybe(fc.dictionary(name, fc.integer({ min: 0, max: 5 }), { maxKeys: 2 })),
    profile: maybe(anyText),
    publishes: maybe(fc.array(name, { maxLength: 2 })),
    presentation: maybe(some({ stylesheets: maybe(fc.array(anyText, { maxLength: 2 })), charWrap: maybe(number) })),
    extra: maybe(
      fc.oneof(
        fc.dictionary(name, json, { maxKeys: 2 }),
        fc.record({
          "dcase-editor": fc.record({ attributes: fc.dictionary(name, anyText), links: json, namespaces: json }),
        }),
        fc.record({ sacm: fc.record({ attributes: fc.dictionary(name, anyText), relations: json, packages: json }) }),
      ),
    ),
  })
  .map((fields) => clean(fields) as unknown as ModuleInfo);

const anyCase: fc.Arbitrary<DCase> = fc
  .array(node.map(clean), { maxLength: 7 })
  .chain((nodes) => fc.record({ module, nodes: fc.constant(nodes), edges: edgesAmong(nodes) }));

export const anyFile: fc.Arbitrary<CaseFile> = anyCase.map((whole) => ({ case: whole, revisions: [] }));

/** As JSON would have it: without the difference between `0` and `-0`. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
