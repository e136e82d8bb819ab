/** What a node's lines say of it: its fields, its tags, and the edges that its tags name. */

import type { CaseNode, Tag } from "../model/case.ts";
import { type Body, readBody } from "./body.ts";
import { evidenceRead } from "./evidence-tags.ts";
import { type FieldDraft, readFieldTag } from "./field-tags.ts";
import { type Link, readLinkTag } from "./link-tags.ts";
import type { Sort } from "./sorts.ts";
import type { TagLine } from "./tag-line.ts";

export interface Described {
  /** Everything but label, uid and whether it is undeveloped, which depend on the whole case. */
  readonly type: CaseNode["type"];
  readonly text: string;
  readonly fields: FieldDraft["fields"];
  readonly evidence: ReturnType<typeof evidenceRead>;
  readonly tags: readonly Tag[];
  readonly links: readonly Link[];
  /** `Relation:: none`: no edge joins it with the node above it. */
  readonly isApart: boolean;
  readonly isUnmarked: boolean;
}

export const apart: TagLine = ["Relation", "none"];

const nothing: readonly never[] = [];
const noFields: Described["fields"] = {};
const noEvidence = evidenceRead({});

/** Reads a node's body; `first` is text on its own line. */
export function describe(sort: Sort, raw: string, first: string): Described {
  const body = readBody(raw, first);
  const plain = { text: body.text, isApart: false, isUnmarked: false };
  if (body.tags.length > 0) return describeTags(sort, body);
  return { type: sort.type, ...plain, fields: noFields, evidence: noEvidence, tags: nothing, links: nothing };
}

function describeTags(sort: Sort, body: Body): Described {
  const draft: FieldDraft = { fields: {} };
  const links: Link[] = [];
  const tags: Tag[] = [];
  let isApart = false;
  for (const line of body.tags) {
    const [name, value] = line;
    const found = readLinkTag(line);
    if (found !== undefined) links.push(...found);
    else if (!isApart && name === apart[0] && value === apart[1]) isApart = true;
    else if (!readFieldTag(draft, line)) tags.push({ name, value });
  }
  const evidence = evidenceRead(draft);
  tags.push(...evidence.leftover.map(([name, value]) => ({ name, value })));
  const { fields, isUnmarked = false } = draft;
  // A letter says more than a tag that does not go with it.
  const counter = sort.type === "goal" ? "counterGoal" : sort.type === "evidence" ? "counterEvidence" : undefined;
  const isCounter = fields.type !== undefined && fields.type === counter;
  if (fields.type !== undefined && !isCounter) tags.push({ name: "Type", value: fields.type });
  const type = isCounter ? counter : sort.type;
  return { type, text: body.text, fields, evidence, tags, links, isApart, isUnmarked };
}

type OpenNode = { -readonly [K in keyof CaseNode]: CaseNode[K] };

/** The node, its keys in the model's order. */
export function nodeOf(
  { type, text, fields, evidence: specs, tags, isUnmarked }: Described,
  kindOfLetter: CaseNode["kind"],
  { uid, label, isBare }: { readonly uid: string; readonly label: string; readonly isBare: boolean },
): CaseNode {
  // Assigned one by one: a file may have a million nodes.
  const kind = fields.kind ?? kindOfLetter;
  const node: OpenNode = kind === undefined ? { uid, label, type, text } : { uid, label, type, kind, text };
  if (fields.translations !== undefined) node.translations = fields.translations;
  const isUndeveloped = fields.undeveloped || (isBare && type === "goal" && !fields.away && !isUnmarked);
  if (isUndeveloped) node.undeveloped = true;
  if (fields.uninstantiated) node.uninstantiated = true;
  if (fields.defeated) node.defeated = true;
  if (fields.owner !== undefined) node.owner = fields.owner;
  if (fields.validUntil !== undefined) node.validUntil = fields.validUntil;
  if (fields.url !== undefined) node.url = fields.url;
  if (tags.length > 0) node.tags = tags;
  if (fields.attachments !== undefined) node.attachments = fields.attachments;
  if (specs.evidence !== undefined) node.evidence = specs.evidence;
  if (specs.monitor !== undefined) node.monitor = specs.monitor;
  if (fields.away !== undefined) node.away = fields.away;
  return node;
}
