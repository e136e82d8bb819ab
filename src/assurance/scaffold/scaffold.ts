/** A draft of a case from a script, new or put into a case that is there: nothing that people wrote is changed, nothing is removed. */

import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { prefixOf } from "../model/labels.ts";
import type { Trouble } from "../model/reading.ts";
import { FreeLabels, markOf } from "../pattern/naming.ts";
import { sortedJson } from "../pattern/values.ts";
import { draftOf } from "./draft-of.ts";
import type { DraftNode } from "./drafting.ts";
import type { Say, ScriptFacts } from "./facts.ts";

export interface ScaffoldOptions {
  /** The module's name, where it is new. */
  readonly name: string;
  /** The language that `say` speaks. */
  readonly language: string;
  readonly say: Say;
  readonly into?: DCase;
}

export interface Scaffolded {
  readonly case: DCase;
  /** Labels of nodes that are new, and of those that follow the script. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** What was kept as people wrote it, and what the script has no more. */
  readonly told: readonly Trouble[];
}

/** What a node made here has as the name of its pattern. */
const pattern = "scaffold";

export function scaffold(facts: ScriptFacts, { name, language, say, into }: ScaffoldOptions): Scaffolded {
  const draft = draftOf(facts, say);
  const before: DCase = into ?? { module: { name, language }, nodes: [], edges: [] };
  const index = indexOf(before);
  const uids = new Map(draft.nodes.map(({ key }) => [key, uidOf(key, facts.file, before)]));
  const uidAt = (key: string): string => uids.get(key) ?? key;
  const told: Trouble[] = [];
  const [added, changed]: [string[], string[]] = [[], []];
  const labels = new FreeLabels(
    [],
    before.nodes.map((node) => node.label),
  );
  const edges = joined(
    before,
    draft.edges.map((edge) => ({ ...edge, from: uidAt(edge.from), to: uidAt(String(edge.to)) })),
    facts,
    told,
  );
  const supported = new Set(edges.flatMap(({ kind, from }) => (kind === "supportedBy" ? [from] : [])));
  const updated = new Map<string, CaseNode>();
  const fresh = new Map<string, CaseNode>();
  for (const made of draft.nodes) {
    const uid = uidAt(made.key);
    const mine = index.byUid.get(uid);
    if (mine === undefined) {
      const label = labels.next(`${prefixOf(made.type)}1`);
      fresh.set(uid, nodeOf(made, uid, label, facts.file, supported.has(uid)));
      added.push(label);
      continue;
    }
    const is = updatedNode(mine, made, facts, supported.has(uid), told);
    if (sortedJson(is as unknown as Json) !== sortedJson(mine as unknown as Json)) changed.push(mine.label);
    updated.set(uid, is);
  }
  const current = new Set(uids.values());
  for (const node of before.nodes)
    if (isOf(node, facts.file) && !current.has(node.uid))
      told.push(tell("SCF-02", `${node.label} is of something that ${facts.file} has no more, and stays`));
  const nodes = placed(
    before,
    draft.nodes.map(({ key }) => uidAt(key)),
    updated,
    fresh,
  );
  return { case: { module: before.module, nodes, edges }, added, changed, told };
}

function tell(code: string, message: string): Trouble {
  return { code, message };
}

function isOf({ instance }: CaseNode, file: string): boolean {
  return instance?.pattern === pattern && instance.arguments["script"] === file;
}

/** The element's own name; with the script's, where another one has it. */
function uidOf(key: string, file: string, whole: DCase): string {
  const there = indexOf(whole).byUid.get(key);
  return there === undefined || isOf(there, file) ? key : `${key}@${file}`;
}

/** What of a node follows the script. */
type Facts = Pick<DraftNode, "type" | "text"> &
  Pick<DraftNode["more"], "kind" | "evidence" | "monitor" | "parameters" | "tags">;

function factsOf({ type, text, kind, evidence, monitor, parameters, tags }: Facts): string {
  const facts = { type, text, kind, evidence, monitor, parameters, tags };
  // What is undefined is left out, as in a file.
  return markOf(sortedJson(JSON.parse(JSON.stringify(facts)) as Json));
}

function nodeOf(made: DraftNode, uid: string, label: string, script: string, isSupported: boolean): CaseNode {
  const { type, text, more } = made;
  const { undeveloped, ...rest } = more;
  return {
    uid,
    label,
    type,
    text,
    ...rest,
    ...(undeveloped === true && !isSupported ? { undeveloped } : {}),
    instance: { pattern, arguments: { script, mark: factsOf({ type, text, ...more }) } },
  };
}

/** A node that nobody has touched follows the script; another one stays, which is told where the script has changed, too. */
function updatedNode(
  mine: CaseNode,
  made: DraftNode,
  { file }: ScriptFacts,
  isSupported: boolean,
  told: Trouble[],
): CaseNode {
  const { type, text, more } = made;
  const now = factsOf({ type, text, ...more });
  const then = mine.instance?.arguments["mark"];
  const isUntouched = factsOf(mine) === then;
  const { undeveloped, ...own } = mine;
  const isBare = undeveloped === true && !isSupported ? { undeveloped: true } : {};
  if (now === then || !isUntouched) {
    if (now !== then && now !== factsOf(mine))
      told.push(tell("SCF-01", `${mine.label} was written by hand, and stays; by ${file} it would be: ${text}`));
    return { ...own, ...isBare };
  }
  const { kind: _, evidence: __, monitor: ___, parameters: ____, tags: _____, ...rest } = own;
  const { undeveloped: ______, ...newer } = more;
  const instance = { pattern, arguments: { script: file, mark: now } };
  return { ...rest, type, text, ...newer, ...isBare, instance };
}

/** New edges join what is new; between nodes that were there people have decided. */
function joined(before: DCase, made: readonly CaseEdge[], { file }: ScriptFacts, told: Trouble[]): readonly CaseEdge[] {
  const index = indexOf(before);
  const there = new Set(before.edges.map(({ from, to }) => `${from}\n${String(to)}`));
  const added = made.filter((edge) => {
    const [from, to] = [index.byUid.get(edge.from), index.byUid.get(String(edge.to))];
    if (there.has(`${edge.from}\n${String(edge.to)}`)) return false;
    if (from === undefined || to === undefined) return true;
    told.push(tell("SCF-03", `${from.label} is not joined to ${to.label}, as ${file} would have it`));
    return false;
  });
  return [...before.edges, ...added];
}

function placed(
  before: DCase,
  order: readonly string[],
  updated: ReadonlyMap<string, CaseNode>,
  fresh: ReadonlyMap<string, CaseNode>,
): readonly CaseNode[] {
  const followers = new Map<string | undefined, CaseNode[]>();
  let last: string | undefined;
  for (const uid of order) {
    const node = fresh.get(uid);
    const list = followers.get(last);
    if (node === undefined) last = uid;
    else if (list === undefined) followers.set(last, [node]);
    else list.push(node);
  }
  const own = before.nodes.flatMap((node) => [updated.get(node.uid) ?? node, ...(followers.get(node.uid) ?? [])]);
  return [...own, ...(followers.get(undefined) ?? [])];
}
