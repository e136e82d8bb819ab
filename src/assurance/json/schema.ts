/** The shape of a case in JSON: the published JSON Schema, and what checks a file. */

import { z } from "zod";

const json: z.ZodType = z.json();
const text = z.string();
const values = z.record(text, json);
const strict = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape);

const operand = z.discriminatedUnion("kind", [
  strict({ kind: z.literal("value"), value: z.union([z.number(), text, z.boolean()]) }),
  strict({ kind: z.literal("field"), path: text }),
  strict({ kind: z.literal("over"), how: z.enum(["mean", "max", "min", "count", "last", "p95", "p99"]), path: text }),
]);

interface ConditionShape {
  readonly kind: string;
}

const condition: z.ZodType<ConditionShape> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      strict({
        kind: z.literal("compare"),
        is: z.enum(["==", "!=", "<", "<=", ">", ">="]),
        left: operand,
        right: operand,
      }),
      strict({ kind: z.enum(["and", "or"]), of: z.array(condition).min(2) }),
      strict({ kind: z.literal("not"), of: condition }),
    ]),
  )
  .meta({ id: "condition", description: "A condition as a tree; it is never run as code." });

const parameter = strict({
  name: text,
  type: z.enum(["String", "Int", "Double", "Boolean", "Duration", "List"]),
  value: json.optional(),
  range: z.tuple([z.union([z.number(), text]), z.union([z.number(), text])]).optional(),
  choices: z.array(json).optional(),
  says: text.optional(),
  translations: z.record(text, text).optional(),
});

const instance = strict({ pattern: text, digest: text.optional(), arguments: values, node: text.optional() });

const presentation = {
  classes: z.array(text).optional(),
  rankIncrement: z.int().optional(),
  horizontalIndex: z
    .union([strict({ relative: z.int() }), strict({ absolute: z.union([z.int(), z.literal("last")]) })])
    .optional(),
  charWrap: z.int().optional(),
};

const evidence = strict({
  by: z.enum(["test", "inject", "load", "monitor", "review", "document"]),
  of: text.optional(),
  subject: text.optional(),
  maxAge: text.optional(),
  environment: values.optional(),
  parameters: values.optional(),
  expects: condition.optional(),
});

const node = strict({
  uid: text.min(1).meta({ description: "Never changes; unique in the module." }),
  label: text.min(1).meta({ description: "What people call it: G1. Unique in the module." }),
  type: z.enum([
    "goal",
    "strategy",
    "evidence",
    "context",
    "assumption",
    "justification",
    "counterGoal",
    "counterEvidence",
  ]),
  kind: z.enum(["monitor", "action", "parameter", "external", "module", "contract", "pattern", "risk"]).optional(),
  text: text.meta({ description: "In the language of the module." }),
  translations: z.record(text, text).optional(),
  undeveloped: z.boolean().optional(),
  uninstantiated: z.boolean().optional(),
  defeated: z.boolean().optional(),
  owner: text.optional(),
  validUntil: text.optional().meta({ description: "A day: 2027-03-31." }),
  url: text.optional(),
  tags: z.array(strict({ name: text, value: json })).optional(),
  parameters: z.array(parameter).optional(),
  attachments: z
    .array(strict({ name: text, digest: text.optional(), mediaType: text.optional(), url: text.optional() }))
    .optional(),
  evidence: evidence.optional(),
  monitor: strict({ metric: text, condition, window: text.optional() }).optional(),
  away: strict({ module: text, node: text }).optional(),
  claimPoints: z.array(strict({ name: text, at: z.array(text) })).optional(),
  layers: values.optional(),
  choices: z.array(strict({ of: z.array(text), least: z.int(), most: z.int(), by: text.optional() })).optional(),
  instance: instance.optional(),
  presentation: strict(presentation).optional(),
});

const edge = strict({
  kind: z.enum(["supportedBy", "inContextOf", "challenges", "responsibility"]),
  from: text.meta({
    description: "The uid of the node that is supported, in context, that challenges, or is responsible.",
  }),
  to: z.union([text, strict({ from: text, to: text })]).meta({ description: "A uid; of a challenge, also an edge." }),
  defeated: z.boolean().optional(),
  optional: z.boolean().optional(),
  repeats: strict({
    least: z.int(),
    most: z.int().optional(),
    each: text.optional(),
    as: text.optional(),
  }).optional(),
  note: text.optional(),
});

const module = strict({
  name: text,
  brief: text.optional(),
  names: z.record(text, text).optional(),
  briefs: z.record(text, text).optional(),
  language: text.optional(),
  uses: z.array(text).optional(),
  extends: z.array(strict({ module: text, develops: z.record(text, z.array(text)) })).optional(),
  parameters: z.array(parameter).optional(),
  instance: instance.optional(),
  agree: z.record(text, z.int().min(1)).optional(),
  profile: text.optional(),
  publishes: z.array(text).optional(),
  presentation: strict({ ...presentation, stylesheets: z.array(text).optional() }).optional(),
  extra: values.optional(),
});

const revision = strict({
  number: z.int(),
  time: text.optional(),
  author: text.optional(),
  role: text.optional(),
  process: text.optional(),
  message: text.optional(),
  module,
  nodes: z.array(node),
  edges: z.array(edge),
});

/** What `format` says in every file. */
export const jsonFormat = "dcase/1";

export const caseSchema = strict({
  format: z.literal(jsonFormat),
  module,
  nodes: z.array(node),
  edges: z.array(edge),
  revisions: z.array(revision).optional().meta({ description: "Earlier ones first; the last one is the case itself." }),
});

/** The published JSON Schema (draft 2020-12) of a case in JSON. */
export function caseJsonSchema(): unknown {
  return { title: "D-Case", description: "An assurance case of D-Script.", ...z.toJSONSchema(caseSchema) };
}
