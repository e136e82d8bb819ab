/** A case as JSON: the whole model, with nothing lost. */

import type { Span } from "../../text/index.ts";
import type { DCase } from "../model/case.ts";
import { noPlaces, type Places } from "../model/places.ts";
import type { CaseCodec, CaseReading, Trouble } from "../model/reading.ts";
import type { CaseFile, Revision } from "../model/revision.ts";
import { parseYaml } from "../yaml/parse.ts";
import { spanOf, valueAt, type YamlValue } from "../yaml/tree.ts";
import { caseSchema, jsonFormat } from "./schema.ts";

export const jsonCodec: CaseCodec = { name: "json", endings: [".dcase.json", ".json"], read, write };

/** Mistakes that are told of at once. */
const mostTold = 100;
const deepest = 64;

function read(text: string): CaseReading {
  const deep = tooDeepIn(text);
  if (deep !== undefined) return { ok: false, errors: [deep] };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (thrown) {
    return { ok: false, errors: [notJson(text, thrown)] };
  }
  const parsed = caseSchema.safeParse(content);
  if (!parsed.success) return { ok: false, errors: troublesOf(parsed.error.issues.slice(0, mostTold), text) };
  // The schema and the model say the same: the test of the schema holds them together.
  const found = parsed.data as unknown as JsonCase;
  const whole: DCase = { module: found.module, nodes: found.nodes, edges: found.edges };
  const revisions = (found.revisions ?? []).map(
    ({ module, nodes, edges, ...facts }): Revision => ({ ...facts, case: { module, nodes, edges } }),
  );
  return { ok: true, file: { case: whole, revisions }, places: placesIn(text), warnings: [] };
}

type JsonCase = DCase & { readonly revisions?: readonly (Omit<Revision, "case"> & DCase)[] };

function write({ case: { module, nodes, edges }, revisions }: CaseFile): { text: string; lost: readonly [] } {
  const earlier = revisions.map(({ case: each, ...facts }) => ({ ...facts, ...each }));
  const content = { format: jsonFormat, module, nodes, edges, ...(earlier.length === 0 ? {} : { revisions: earlier }) };
  return { text: `${JSON.stringify(content, undefined, 2)}\n`, lost: [] };
}

/** Brackets within each other; what checks a file calls itself for each. */
function tooDeepIn(text: string): Trouble | undefined {
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gsu)) {
    if (match[0] === "[" || match[0] === "{") depth += 1;
    else if (match[0] === "]" || match[0] === "}") depth -= 1;
    if (depth <= deepest) continue;
    const span = { start: match.index, end: match.index + 1 };
    return { code: "FIL-05", message: `it nests more than ${deepest} levels deep`, span };
  }
  return undefined;
}

/** YAML's reader knows places, and reads all JSON. */
function notJson(text: string, thrown: unknown): Trouble {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const [, position] = /at position (\d+)/.exec(reason) ?? [];
  const start = Math.min(position === undefined ? text.length : Number(position), text.length);
  const message = `this is not JSON: ${reason.replace(/ in JSON at position.*| at position.*/s, "")}`;
  return { code: "FIL-01", message, span: { start, end: Math.min(text.length, start + 1) } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code: string;
}

function troublesOf(issues: readonly Issue[], text: string): readonly Trouble[] {
  const tree = parseYaml(text);
  const root = tree.ok ? tree.root : undefined;
  return issues.map(({ path, message, code }) => {
    const where = path.length === 0 ? "the file" : path.map(String).join(".");
    const span = root === undefined ? undefined : spanAt(root, path);
    return {
      code: code === "unrecognized_keys" ? "FIL-04" : "FIL-03",
      message: `${where}: ${message}`,
      ...(span === undefined ? {} : { span }),
      help: "docs/case/dcase.schema.json says what stands where",
    };
  });
}

function spanAt(root: YamlValue, path: readonly PropertyKey[]): Span {
  let value = root;
  for (const step of path) {
    const next =
      value.kind === "list"
        ? value.items[Number(step)]
        : value.kind === "map"
          ? valueAt(value, String(step))
          : undefined;
    if (next === undefined) break;
    value = next;
  }
  return { start: value.start, end: Math.min(value.end, value.start + 1) };
}

/** Found when they are asked for: most files are right. */
function placesIn(text: string): Places {
  let spans: ReadonlyMap<string, YamlValue> | undefined;
  let module: YamlValue | undefined;
  return {
    of: (uid, key) => {
      if (spans === undefined) {
        const tree = parseYaml(text);
        const root = tree.ok && tree.root?.kind === "map" ? tree.root : undefined;
        if (root === undefined) return noPlaces.of(uid, key);
        module = valueAt(root, "module");
        spans = nodesIn(valueAt(root, "nodes"));
      }
      const node = uid === undefined ? module : spans.get(uid);
      const part = node?.kind === "map" && key !== undefined ? valueAt(node, key) : undefined;
      const found = part ?? node;
      return found === undefined ? undefined : spanOf(found);
    },
  };
}

function nodesIn(list: YamlValue | undefined): ReadonlyMap<string, YamlValue> {
  const found = new Map<string, YamlValue>();
  if (list?.kind !== "list") return found;
  for (const node of list.items) {
    const uid = node.kind === "map" ? valueAt(node, "uid") : undefined;
    if (uid?.kind === "scalar") found.set(uid.text, node);
  }
  return found;
}
