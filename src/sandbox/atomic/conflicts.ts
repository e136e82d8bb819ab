/** What somebody else has changed meanwhile, of what the run has changed, too. */

import type { Clash } from "../../runtime/index.ts";
import { inside, namesIn, statusOf } from "./look.ts";
import { isSameMetadata, metadataOf } from "./metadata.ts";
import { withOrigin } from "./origin.ts";
import type { Found } from "./survey.ts";
import type { Tree } from "./tree.ts";

/** Looks at all that the run has changed. `upper` is the folder that the survey was made of. */
export function clashesOf(tree: Tree, root: Found, index: readonly Found[], upper: string): readonly Clash[] {
  const clashes: Clash[] = [];
  const since = BigInt(tree.since);
  const movedAway = new Set(movedFrom(root));
  const add = (path: string, what: Clash["what"]): void => void clashes.push({ path, what });
  /** Everything in a folder that goes as a whole. */
  const scan = (path: string): void => {
    const status = statusOf(path);
    if (status === undefined || movedAway.has(path)) return;
    if (status.ctimeNs >= since) return add(path, "changed");
    if (status.isDirectory()) for (const name of namesIn(path)) scan(inside(path, name));
  };
  const checkOrigin = ({ origin, path, status, below }: Found): boolean => {
    if (origin === undefined) return true;
    const answer = withOrigin(tree, origin, (_, now) =>
      status.isDirectory() ? below === undefined || below.status.ino === now.ino : now.ctimeNs < since,
    );
    if (answer === true || answer === "unknown") return true;
    add(path, answer === "gone" ? "removed" : "changed");
    return false;
  };
  const check = (found: Found, at: string): void => {
    const { how, hidden, below, path } = found;
    if (how === "removed" && hidden === undefined) return add(path, "removed");
    if ((how === "folder" || how === "moved") && below?.status.isDirectory() !== true)
      return add(below?.path ?? path, "removed");
    if (!checkOrigin(found)) return;
    if (hidden !== undefined && !movedAway.has(hidden.path)) {
      if (how !== "removed" && found.origin === undefined && isMade(found, since)) return add(path, "made");
      scan(hidden.path);
    }
    if (below !== undefined && below.status.ctimeNs >= since) {
      const now = statusOf(at);
      if (now !== undefined && !isSameMetadata(metadataOf(at, now), metadataOf(below.path, below.status)))
        add(below.path, "changed");
    }
    for (const child of found.children) check(child, inside(at, child.name));
  };
  check(root, upper);
  // One whose names are all removed is looked at by these.
  for (const { origin, path } of index)
    if (
      origin !== undefined &&
      clashes.length === 0 &&
      withOrigin(tree, origin, (_, now) => now.ctimeNs < since) === false
    )
      add(path, "changed");
  return clashes;
}

/** Born since: it cannot be what the run has replaced. */
function isMade({ hidden }: Found, since: bigint): boolean {
  return hidden !== undefined && hidden.status.birthtimeNs >= since;
}

/** Folders of the lower tree that have another place now. */
export function movedFrom(root: Found): readonly string[] {
  const here = root.how === "moved" && root.below !== undefined ? [root.below.path] : [];
  return [...here, ...root.children.flatMap(movedFrom)];
}
