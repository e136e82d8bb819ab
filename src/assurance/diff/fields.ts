/** What differs between two states of a node, or of the module, apart from edges. */

import { type Facts, moduleFacts, nodeFacts } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { CaseNode, ModuleInfo } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Change } from "./model.ts";

const texts = new WeakMap<CaseNode, string>();

export function haveSameFacts(one: CaseNode, other: CaseNode): boolean {
  return one === other || factsText(one) === factsText(other);
}

function factsText(node: CaseNode): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const made = comparable(nodeFacts(node));
  texts.set(node, made);
  return made;
}

/** In the order in which people look at a node: what it is called and says first. */
export function nodeChanges(before: CaseNode, after: CaseNode): readonly Change[] {
  if (haveSameFacts(before, after)) return [];
  const [old, now] = [nodeFacts(before), nodeFacts(after)];
  return [
    ...(before.label === after.label
      ? []
      : [{ kind: "relabelled", before: before.label, after: after.label } as const]),
    ...(typeText(before) === typeText(after)
      ? []
      : [{ kind: "retyped", before: typeText(before), after: typeText(after) } as const]),
    ...(before.text === after.text
      ? []
      : [{ kind: "reworded", field: "text", before: before.text, after: after.text } as const]),
    ...Object.keys({ ...old, ...now })
      .filter((field) => !aboveAll.has(field))
      .flatMap((field) => fieldChanges(field, old[field], now[field])),
  ];
}

/** What a node that came or went had besides its label, type and text. */
export function wholeChanges(node: CaseNode, kind: "added" | "removed"): readonly Change[] {
  const facts = nodeFacts(node);
  return Object.keys(facts)
    .filter((field) => !aboveAll.has(field))
    .flatMap((field) =>
      kind === "added" ? fieldChanges(field, undefined, facts[field]) : fieldChanges(field, facts[field], undefined),
    );
}

/** What has changes of its own, or none. */
const aboveAll: ReadonlySet<string> = new Set(["uid", "label", "type", "kind", "text"]);

export function moduleChanges(before: ModuleInfo, after: ModuleInfo): readonly Change[] {
  const [old, now] = [moduleFacts(before), moduleFacts(after)];
  return Object.keys({ ...old, ...now }).flatMap((field) => fieldChanges(field, old[field], now[field]));
}

/** `evidence, monitor` */
export function typeText({ type, kind }: CaseNode): string {
  return kind === undefined ? type : `${type}, ${kind}`;
}

function fieldChanges(field: string, before: Json | undefined, after: Json | undefined): readonly Change[] {
  if (comparable(before) === comparable(after)) return [];
  switch (field) {
    case "brief":
      return [{ kind: "reworded", field, ...sides(before, after) } as Change];
    case "undeveloped":
    case "uninstantiated":
    case "defeated":
      return [{ kind: "status", status: field, now: after === true }];
    case "translations":
      return translationChanges("text", before, after);
    case "names":
      return translationChanges("name", before, after);
    case "briefs":
      return translationChanges("brief", before, after);
    case "evidence":
      if (before === undefined || after === undefined) return [{ kind: "evidence", ...sides(before, after) }];
      return membersOf(before, after).map(([name, ...each]) => ({ kind: "evidence", field: name, ...sides(...each) }));
    case "tags":
    case "parameters":
    case "attachments":
    case "claimPoints":
    case "extends":
      return listChanges(field, before, after);
    case "layers":
    case "agree":
    case "extra":
      return membersOf(before, after).map(([name, ...each]) => ({ kind: "field", field, name, ...sides(...each) }));
  }
  return [{ kind: "field", field, ...sides(before, after) }];
}

function translationChanges(field: string, before: Json | undefined, after: Json | undefined): readonly Change[] {
  return membersOf(before, after).map(
    ([language, ...each]) => ({ kind: "reworded", field, language, ...sides(...each) }) as Change,
  );
}

/** Of a list whose members have names. */
function listChanges(field: string, before: Json | undefined, after: Json | undefined): readonly Change[] {
  const [old, now] = [namedMembers(before), namedMembers(after)];
  const changes = membersOf(old, now);
  if (changes.length === 0) return [{ kind: "order", field }];
  return changes.map(([name, ...each]) => ({ kind: "field", field, name, ...sides(...each) }));
}

/** A tag by its value; anything else by all that it has. A name that stands there again is counted. */
function namedMembers(list: Json | undefined): Facts {
  const members = new Map<string, Json>();
  const seen = new Map<string, number>();
  for (const each of Array.isArray(list) ? (list as readonly Facts[]) : []) {
    const name = String(each["name"] ?? each["module"]);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const { name: _, module: __, ...rest } = each;
    const isTag = Object.keys(rest).join() === "value";
    members.set(times === 1 ? name : `${name} #${times}`, isTag ? (rest["value"] ?? null) : rest);
  }
  return Object.fromEntries(members);
}

/** The members that differ. */
function membersOf(
  before: Json | undefined,
  after: Json | undefined,
): readonly (readonly [name: string, before: Json | undefined, after: Json | undefined])[] {
  const [old, now] = [(before ?? {}) as Facts, (after ?? {}) as Facts];
  return Object.keys({ ...old, ...now })
    .map((name) => [name, own(old, name), own(now, name)] as const)
    .filter(([, ...each]) => comparable(each[0]) !== comparable(each[1]));
}

/** Names are people's: one may be `constructor`. */
function own(facts: Facts, name: string): Json | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

function sides(before: Json | undefined, after: Json | undefined): { readonly before?: Json; readonly after?: Json } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
