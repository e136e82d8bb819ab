/**
 * The order in which a tree's hashes are kept in a file that only grows: each leaf is followed by the nodes that it completes,
 * so that no hash ever moves (the layout of golang.org/x/mod/sumdb/tlog).
 */

/** Where the hash of a complete subtree stands: `level` 0 is the leaves, `index` counts the subtrees of that level. */
export function storedAt(level: number, index: number): number {
  // The node of a level stands right behind its right child.
  let leaf = index;
  for (let each = 0; each < level; each += 1) leaf = 2 * leaf + 1;
  let before = 0;
  for (let rest = leaf; rest > 0; rest = Math.floor(rest / 2)) before += rest;
  return before + level;
}

/** How many hashes a tree of so many leaves keeps. */
export function storedCount(size: number): number {
  return storedAt(0, size);
}
