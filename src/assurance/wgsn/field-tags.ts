/** Tags that stand for what a node has in the model and WGSN has not: `Owner:: operator`, `Undeveloped::`. */

import type { Attachment, CaseNode, NodeKind } from "../model/case.ts";
import { readAttachment, writtenAttachments } from "./attachment-tags.ts";
import { type EvidenceDraft, readEvidenceTag, writtenEvidence } from "./evidence-tags.ts";
import { sortFor } from "./sorts.ts";
import type { TagLine } from "./tag-line.ts";

type Writable<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** What tags say beyond being tags. */
export interface FieldDraft extends EvidenceDraft {
  readonly fields: Writable<Omit<CaseNode, "evidence" | "monitor" | "tags" | "translations" | "attachments">>;
  /** Lines of the text in other languages. */
  readonly translations: Map<string, string[]>;
  readonly attachments: Attachment[];
  /** `Undeveloped:: no`: a goal that nothing supports, and that nobody marked either. */
  isUnmarked?: boolean;
}

const kinds: readonly NodeKind[] = [
  "monitor",
  "action",
  "parameter",
  "external",
  "module",
  "contract",
  "pattern",
  "risk",
];
/** A role is one or a few words; AssureNote's users also wrote sentences behind `Owner::`, which stay tags. */
const role = /^[\p{L}\p{N}_-]+(?: [\p{L}\p{N}_-]+){0,3}$/u;

type Reader = (draft: FieldDraft, value: string) => boolean;

/** Each says whether the value is one that the field can have; else the tag stays a tag. A field is given once. */
const readers: Readonly<Record<string, Reader>> = {
  Label: ({ fields }, value) => set(fields, "label", value, value !== ""),
  Uid: ({ fields }, value) => set(fields, "uid", value, value !== ""),
  Type: ({ fields }, value) =>
    (value === "counterGoal" || value === "counterEvidence") && set(fields, "type", value, true),
  Kind: ({ fields }, value) => {
    const kind = kinds.find((each) => each === value);
    return kind !== undefined && set(fields, "kind", kind, true);
  },
  Owner: ({ fields }, value) => set(fields, "owner", value, role.test(value)),
  ValidUntil: ({ fields }, value) => set(fields, "validUntil", value, /^\d{4}-\d{2}-\d{2}$/.test(value)),
  Url: ({ fields }, value) => set(fields, "url", value, /^\S+$/.test(value)),
  Defeated: ({ fields }, value) => set(fields, "defeated", true, value === ""),
  Uninstantiated: ({ fields }, value) => set(fields, "uninstantiated", true, value === ""),
  Undeveloped: (draft, value) => {
    if (draft.fields.undeveloped !== undefined || draft.isUnmarked) return false;
    if (value === "no") draft.isUnmarked = true;
    else draft.fields.undeveloped = true;
    // A reason, as AssureNote's users write one, stays to be read.
    return value === "" || value === "no";
  },
};

/** Whether a tag was taken for a field. */
export function readFieldTag(draft: FieldDraft, [name, value]: TagLine): boolean {
  if (Object.hasOwn(readers, name)) return readers[name]?.(draft, value) ?? false;
  const attachment = readAttachment([name, value]);
  if (attachment === undefined) return readEvidenceTag(draft, name, value) || readDotted(draft, name, value);
  draft.attachments.push(attachment);
  return true;
}

function set<K extends keyof FieldDraft["fields"]>(
  fields: FieldDraft["fields"],
  key: K,
  value: FieldDraft["fields"][K],
  fits: boolean,
): boolean {
  if (!fits || fields[key] !== undefined) return false;
  fields[key] = value;
  return true;
}

/** `Text.ja:: …`, a line of the text in another language, and `Away.module`, `Away.node`. */
function readDotted({ fields, translations }: FieldDraft, name: string, value: string): boolean {
  const [, language] = /^Text\.([A-Za-z0-9-]+)$/.exec(name) ?? [];
  if (language !== undefined) {
    const lines = translations.get(language);
    if (lines === undefined) translations.set(language, [value]);
    else lines.push(value);
    return true;
  }
  if (name === "Away.module" && value !== "" && fields.away === undefined) {
    fields.away = { module: value, node: "" };
    return true;
  }
  if (name !== "Away.node" || fields.away === undefined || fields.away.node !== "") return false;
  fields.away = { module: fields.away.module, node: value };
  return true;
}

/** The tags that stand for a node's fields, `label` and `uid` apart, which the node's line has where it can. */
export function fieldTagsOf(node: CaseNode, isMarked: boolean): readonly TagLine[] {
  const { type, kind, translations = {} } = node;
  const own: (TagLine | false | undefined)[] = [
    (type === "counterGoal" || type === "counterEvidence") && ["Type", type],
    kind !== undefined && kind !== sortFor(type, kind).kind && ["Kind", kind],
    node.undeveloped && !isMarked && !hasReason(node) && ["Undeveloped", ""],
    !node.undeveloped && isMarked && ["Undeveloped", "no"],
    node.uninstantiated && ["Uninstantiated", ""],
    node.defeated && ["Defeated", ""],
    node.owner !== undefined && ["Owner", node.owner],
    node.validUntil !== undefined && ["ValidUntil", node.validUntil],
    node.url !== undefined && ["Url", node.url],
    node.away && ["Away.module", node.away.module],
    node.away && ["Away.node", node.away.node],
  ];
  const texts = Object.entries(translations).flatMap(([language, text]) =>
    text.split("\n").map((line): TagLine => [`Text.${language}`, line]),
  );
  const known = own.filter((each): each is TagLine => Array.isArray(each));
  return [...known, ...writtenEvidence(node), ...writtenAttachments(node.attachments ?? []), ...texts];
}

/** `Undeveloped:: not before 2028` among the tags says it already. */
function hasReason({ tags = [] }: CaseNode): boolean {
  return tags.some(({ name, value }) => name === "Undeveloped" && value !== "" && value !== "no");
}
