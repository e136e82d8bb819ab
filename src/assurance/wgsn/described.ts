/** What a node's lines say of it: its fields, its tags, and the edges that its tags name. */

import type { Attachment, CaseNode, Tag, Translations } from "../model/case.ts";
import type { Parameter } from "../model/pattern.ts";
import { type Body, readBody } from "./body.ts";
import { evidenceRead } from "./evidence-tags.ts";
import { type FieldDraft, readFieldTag } from "./field-tags.ts";
import { type Link, readLinkTag } from "./link-tags.ts";
import { readParameters } from "./parameter-tags.ts";
import type { Sort } from "./sorts.ts";
import type { TagLine } from "./tag-line.ts";

export interface Described {
  /** Everything but label, uid and whether it is undeveloped, which depend on the whole case. */
  readonly type: CaseNode["type"];
  readonly text: string;
  readonly fields: FieldDraft["fields"];
  readonly evidence: ReturnType<typeof evidenceRead>;
  readonly translations: Translations | undefined;
  readonly attachments: readonly Attachment[];
  readonly parameters: readonly Parameter[];
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
  if (body.tags.length > 0) return describeTags(sort, body);
  return {
    type: sort.type,
    text: body.text,
    fields: noFields,
    evidence: noEvidence,
    translations: undefined,
    attachments: nothing,
    parameters: nothing,
    tags: nothing,
    links: nothing,
    isApart: false,
    isUnmarked: false,
  };
}

function describeTags(sort: Sort, body: Body): Described {
  const draft: FieldDraft = { fields: {}, translations: new Map(), attachments: [] };
  const links: Link[] = [];
  const tags: TagLine[] = [];
  let isApart = false;
  for (const line of body.tags) {
    const [name, value] = line;
    const found = readLinkTag(line);
    if (found !== undefined) for (const link of found) links.push(link);
    else if (!isApart && name === apart[0] && value === apart[1]) isApart = true;
    else if (!readFieldTag(draft, line)) tags.push(line);
  }
  const evidence = evidenceRead(draft);
  tags.push(...evidence.leftover);
  const { fields, isUnmarked = false } = draft;
  // A letter says more than a tag that does not go with it.
  const counter = sort.type === "goal" ? "counterGoal" : sort.type === "evidence" ? "counterEvidence" : undefined;
  const isCounter = fields.type !== undefined && fields.type === counter;
  if (fields.type !== undefined && !isCounter) tags.push(["Type", fields.type]);
  const type = isCounter ? counter : sort.type;
  const { translations: found, attachments } = draft;
  const texts = [...found].map(([language, lines]): [string, string] => [language, lines.join("\n")]);
  const translations = texts.length === 0 ? undefined : Object.fromEntries(texts);
  const { parameters, rest } = readParameters(tags);
  return {
    type,
    text: body.text,
    fields,
    evidence,
    translations,
    attachments,
    parameters,
    tags: rest.map(([name, value]) => ({ name, value })),
    links,
    isApart,
    isUnmarked,
  };
}

type OpenNode = { -readonly [K in keyof CaseNode]: CaseNode[K] };

/** The node, its keys in the model's order. */
export function nodeOf(
  { type, text, fields, evidence: specs, translations, attachments, parameters, tags, isUnmarked }: Described,
  kindOfLetter: CaseNode["kind"],
  { uid, label, isBare }: { readonly uid: string; readonly label: string; readonly isBare: boolean },
): CaseNode {
  // Assigned one by one: a file may have a million nodes.
  const kind = fields.kind ?? kindOfLetter;
  const node: OpenNode = kind === undefined ? { uid, label, type, text } : { uid, label, type, kind, text };
  if (translations !== undefined) node.translations = translations;
  const isUndeveloped = fields.undeveloped || (isBare && type === "goal" && !fields.away && !isUnmarked);
  if (isUndeveloped) node.undeveloped = true;
  if (fields.uninstantiated) node.uninstantiated = true;
  if (fields.defeated) node.defeated = true;
  if (fields.owner !== undefined) node.owner = fields.owner;
  if (fields.validUntil !== undefined) node.validUntil = fields.validUntil;
  if (fields.url !== undefined) node.url = fields.url;
  if (tags.length > 0) node.tags = tags;
  if (parameters.length > 0) node.parameters = parameters;
  if (attachments.length > 0) node.attachments = attachments;
  if (specs.evidence !== undefined) node.evidence = specs.evidence;
  if (specs.monitor !== undefined) node.monitor = specs.monitor;
  if (fields.away !== undefined) node.away = fields.away;
  return node;
}
