/** What has changed in atomic trees, for people and for whoever applies it later. */

import { type FileType, inside, statusOf, typeOf } from "./look.ts";
import { isSameMetadata, metadataOf } from "./metadata.ts";
import type { Found } from "./survey.ts";

export interface Change {
  /** Absolute, as the run sees it. */
  readonly path: string;
  /** `attributes`: a folder's rights, owner or attributes. */
  readonly kind: "made" | "changed" | "replaced" | "removed" | "moved" | "attributes";
  readonly type: FileType;
  /** Where it was before, of what moved. */
  readonly from?: string;
  /** Where the old and the new content can be read, until the commit. */
  readonly before: string | null;
  readonly after: string | null;
}

export type Difference = readonly Change[];

/** Sorted by path, a folder ahead of what is in it. */
export function differenceOf(root: Found, upper: string): Difference {
  const changes: Change[] = [];
  const add = (found: Found, at: string): void => {
    const { how, path, hidden, below, status } = found;
    const before = hidden?.path ?? null;
    switch (how) {
      case "removed":
        if (hidden !== undefined)
          changes.push({ path, kind: "removed", type: typeOf(hidden.status), before, after: null });
        return;
      case "new": {
        const type = typeOf(status);
        const kind = hidden === undefined ? "made" : typeOf(hidden.status) === type ? "changed" : "replaced";
        changes.push({ path, kind, type, before, after: at });
        break;
      }
      case "moved":
        changes.push({ path, kind: "moved", type: "folder", from: below?.path ?? "", before, after: at });
        break;
      case "folder": {
        const now = statusOf(at);
        if (now === undefined || below === undefined) break;
        if (!isSameMetadata(metadataOf(at, now), metadataOf(below.path, below.status)))
          changes.push({ path, kind: "attributes", type: "folder", before: below.path, after: at });
      }
    }
    for (const child of [...found.children].sort((one, other) => (one.name < other.name ? -1 : 1)))
      add(child, inside(at, child.name));
  };
  add(root, upper);
  return changes;
}
