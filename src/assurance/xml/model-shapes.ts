/** The shape of each part of a case: what another tool gave back of what was written into its file is looked at before it is used. */

import type { CaseEdge, CaseNode, ModuleInfo } from "../model/case.ts";
import {
  either,
  isJson,
  isNumber,
  isOneOf,
  isText,
  isTruth,
  listOf,
  mapOf,
  objectOf,
  own,
  pairOf,
  type Shape,
} from "./shapes.ts";

const parameter = objectOf(
  { name: isText, type: isOneOf("String", "Int", "Double", "Boolean", "Duration", "List") },
  {
    value: isJson,
    range: pairOf(either(isNumber, isText)),
    choices: listOf(isJson),
    says: isText,
    translations: mapOf(isText),
  },
);

const instance = objectOf({ pattern: isText, arguments: mapOf(isJson) }, { digest: isText, node: isText });

const repetition = objectOf({ least: isNumber }, { most: isNumber, each: isText, as: isText });

const presentation = objectOf(
  {},
  {
    classes: listOf(isText),
    rankIncrement: isNumber,
    horizontalIndex: either(
      objectOf({ relative: isNumber }),
      objectOf({ absolute: either(isNumber, isOneOf("last")) }),
    ),
    charWrap: isNumber,
  },
);

const operand = either(
  objectOf({ kind: isOneOf("value"), value: either(isNumber, isText, isTruth) }),
  objectOf({ kind: isOneOf("field"), path: isText }),
  objectOf({ kind: isOneOf("over"), how: isOneOf("mean", "max", "min", "count", "last", "p95", "p99"), path: isText }),
);

const comparison = objectOf({
  kind: isOneOf("compare"),
  is: isOneOf("==", "!=", "<", "<=", ">", ">="),
  left: operand,
  right: operand,
});

/** Conditions lie in each other; without calling itself, so that no depth ends the stack. */
const condition: Shape = (whole) => {
  const work: unknown[] = [whole];
  while (work.length > 0) {
    const each = work.pop();
    if (comparison(each)) continue;
    if (typeof each !== "object" || each === null) return false;
    const [kind, of] = [own(each, "kind"), own(each, "of")];
    if ((kind === "and" || kind === "or") && Array.isArray(of)) work.push(...of);
    else if (kind === "not") work.push(of);
    else return false;
  }
  return true;
};

const evidence = objectOf(
  { by: isOneOf("test", "inject", "load", "monitor", "review", "document") },
  {
    of: isText,
    subject: isText,
    maxAge: isText,
    environment: mapOf(isJson),
    parameters: mapOf(isJson),
    expects: condition,
  },
);

/** The shapes of a thing's fields, and those that it always has. */
export interface Fields {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly always: ReadonlySet<string>;
}

const nodeShapes = {
  uid: isText,
  label: isText,
  type: isOneOf(
    "goal",
    "strategy",
    "evidence",
    "context",
    "assumption",
    "justification",
    "counterGoal",
    "counterEvidence",
  ),
  kind: isOneOf("monitor", "action", "parameter", "external", "module", "contract", "pattern", "risk"),
  text: isText,
  translations: mapOf(isText),
  undeveloped: isTruth,
  uninstantiated: isTruth,
  defeated: isTruth,
  owner: isText,
  validUntil: isText,
  url: isText,
  tags: listOf(objectOf({ name: isText, value: isJson })),
  parameters: listOf(parameter),
  attachments: listOf(objectOf({ name: isText }, { digest: isText, mediaType: isText, url: isText })),
  evidence,
  monitor: objectOf({ metric: isText, condition }, { window: isText }),
  away: objectOf({ module: isText, node: isText }),
  claimPoints: listOf(objectOf({ name: isText, at: listOf(isText) })),
  layers: mapOf(isJson),
  choices: listOf(objectOf({ of: listOf(isText), least: isNumber, most: isNumber }, { by: isText })),
  instance,
  presentation,
} as const satisfies Readonly<Record<keyof CaseNode, Shape>>;

const edgeShapes = {
  kind: isOneOf("supportedBy", "inContextOf", "challenges", "responsibility"),
  from: isText,
  to: either(isText, objectOf({ from: isText, to: isText })),
  defeated: isTruth,
  optional: isTruth,
  repeats: repetition,
  note: isText,
} as const satisfies Readonly<Record<keyof CaseEdge, Shape>>;

const moduleShapes = {
  name: isText,
  brief: isText,
  names: mapOf(isText),
  briefs: mapOf(isText),
  language: isText,
  uses: listOf(isText),
  extends: listOf(objectOf({ module: isText, develops: mapOf(listOf(isText)) })),
  parameters: listOf(parameter),
  instance,
  agree: mapOf(isNumber),
  profile: isText,
  publishes: listOf(isText),
  presentation: objectOf({}, { stylesheets: listOf(isText) }),
  extra: mapOf(isJson),
} as const satisfies Readonly<Record<keyof ModuleInfo, Shape>>;

export const nodeFields: Fields = { shapes: nodeShapes, always: new Set(["uid", "label", "type", "text"]) };
export const edgeFields: Fields = { shapes: edgeShapes, always: new Set(["kind", "from", "to"]) };
export const moduleFields: Fields = { shapes: moduleShapes, always: new Set(["name"]) };
