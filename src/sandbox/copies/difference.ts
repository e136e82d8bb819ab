/** What has changed in a tree since its copy was made. */

import { isSameContent } from "../atomic/content.ts";
import type { Change, Difference } from "../atomic/difference.ts";
import { inside, namesIn, statusOf, typeOf } from "../atomic/look.ts";
import { isSameMetadata, metadataOf } from "../atomic/metadata.ts";

/** `was` is the copy, `is` the tree; `path` is what the tree is called. */
export function changesSince(was: string, is: string, path = is): Difference {
  const [old, now] = [statusOf(was), statusOf(is)];
  if (old === undefined && now === undefined) return [];
  if (now === undefined && old !== undefined)
    return [{ path, kind: "removed", type: typeOf(old), before: was, after: null }];
  if (now === undefined) return [];
  const type = typeOf(now);
  const change = (kind: Change["kind"]): Change => ({
    path,
    kind,
    type,
    before: old === undefined ? null : was,
    after: is,
  });
  const names = now.isDirectory() ? namesIn(is) : [];
  if (old === undefined || typeOf(old) !== type) {
    const inner = names.flatMap((name) => changesSince(inside(was, name), inside(is, name), inside(path, name)));
    return [change(old === undefined ? "made" : "replaced"), ...inner];
  }
  const isSame = isSameMetadata(metadataOf(was, old), metadataOf(is, now));
  if (now.isDirectory()) {
    const all = [...new Set([...names, ...namesIn(was)])].sort();
    const inner = all.flatMap((name) => changesSince(inside(was, name), inside(is, name), inside(path, name)));
    return isSame ? inner : [change("attributes"), ...inner];
  }
  const isSameFile = type !== "file" || (old.size === now.size && isSameContent(was, is));
  return isSame && isSameFile && old.mtimeNs === now.mtimeNs ? [] : [change("changed")];
}
