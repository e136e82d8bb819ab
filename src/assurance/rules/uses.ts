/** The files that modules use: where their paths lead, and whether they lead back. */

import type { Home } from "./argument/model.ts";

/** A path as written in a file, as a path from where that file's own path begins; "/" parts folders. */
export function pathFrom(file: string, used: string): string {
  const parts = used.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const part of used.split("/")) {
    if (part === "" && parts.length > 0) continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The first circle of modules, its first module also at its end; empty where there is none. */
export function circleOf(homes: readonly Home[]): readonly Home[] {
  const byFile = new Map(homes.map((home) => [pathFrom("", home.file), home]));
  const uses = homes.map(({ case: { module }, file }) =>
    (module.uses ?? []).flatMap((used) => byFile.get(pathFrom(file, used)) ?? []),
  );
  /** 0: not seen; 1: on the way; 2: done. */
  const state = new Uint8Array(homes.length);
  for (const start of homes) {
    const way: Home[] = state[start.order] === 0 ? [start] : [];
    const next: number[] = [0];
    state[start.order] = state[start.order] || 1;
    for (let home = way.at(-1); home !== undefined; home = way.at(-1)) {
      const at = next[way.length - 1] ?? 0;
      next[way.length - 1] = at + 1;
      const used = uses[home.order]?.[at];
      if (used === undefined) {
        state[home.order] = 2;
        way.pop();
        next.pop();
      } else if (state[used.order] === 1) return [...way.slice(way.indexOf(used)), used];
      else if (state[used.order] === 0) {
        state[used.order] = 1;
        way.push(used);
        next.push(0);
      }
    }
  }
  return [];
}
