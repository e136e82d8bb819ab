/** A file that belongs to a node, as a tag: `Attachment:: {"name":"load.csv","digest":"sha256:…"}`. */

import type { Attachment } from "../model/case.ts";
import type { TagLine } from "./tag-line.ts";

const name = "Attachment";
const keys = ["name", "digest", "mediaType", "url"] as const satisfies readonly (keyof Attachment)[];

/** undefined where the tag is one like any other. */
export function readAttachment([tag, value]: TagLine): Attachment | undefined {
  if (tag !== name || !value.startsWith("{")) return undefined;
  try {
    const found: unknown = JSON.parse(value);
    return isAttachment(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

export function writtenAttachments(attachments: readonly Attachment[]): readonly TagLine[] {
  return attachments.map((each) => [name, JSON.stringify(each)]);
}

function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== "object" || value === null || !("name" in value)) return false;
  return Object.entries(value).every(([key, each]) => keys.some((known) => known === key) && typeof each === "string");
}
