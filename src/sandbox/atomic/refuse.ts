/** Which trees can be written apart, and why others cannot. */

import { isBelow, type RefusedTrees, realPathOf } from "../../runtime/index.ts";
import { type Mounted, mountedHere } from "../world/mounts.ts";
import { isElsewhere, isMade } from "./file-systems.ts";
import { statusOf } from "./look.ts";

/** The real paths of what is asked for, or the first that cannot be taken. */
export function realTrees(paths: readonly string[]): readonly string[] | RefusedTrees {
  const mounts = mountedHere();
  const trees: string[] = [];
  for (const path of paths) {
    const real = realOf(path);
    if (typeof real !== "string") return real;
    const refused = whyNot(path, real, mounts);
    if (refused !== undefined) return refused;
    const other = trees.find((each) => isBelow(real, each) || isBelow(each, real));
    if (other !== undefined) {
      const reason = other === real ? `${path} is named twice` : `${path} and ${other} lie one in the other`;
      return { path, reason, next: "name the outer one alone" };
    }
    trees.push(real);
  }
  return trees;
}

function realOf(path: string): string | RefusedTrees {
  try {
    return realPathOf(path);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    if (code !== "ENOENT" && code !== "ENOTDIR")
      return {
        path,
        reason: `${path} cannot be reached (${code})`,
        next: "look at the rights of the folders around it",
      };
    return {
      path,
      reason: `${path} does not exist`,
      next: "make it ahead of the block, or name the folder that it will lie in",
      errno: code,
    };
  }
}

function whyNot(path: string, real: string, mounts: readonly Mounted[]): RefusedTrees | undefined {
  // The innermost; of several on one path the last one.
  const mount = mounts
    .filter((each) => isBelow(real, each.path))
    .reduce<Mounted | undefined>(
      (best, each) => (each.path.length >= (best?.path.length ?? 0) ? each : best),
      undefined,
    );
  const within = mounts.find((each) => each.path !== real && isBelow(each.path, real));
  const type = mount?.type ?? "";
  if (isMade(type))
    return { path, reason: `${path} is made by the kernel (${type}), and cannot be taken back`, next: "leave it out" };
  if (isElsewhere(type))
    return {
      path,
      reason: `${path} lies on ${type}, where other hosts write, too, and nothing can be laid over it`,
      next: "work on a copy on this host's own disk",
    };
  if (mount?.isReadOnly === true)
    return { path, reason: `${path} lies on a file system that can only be read`, next: "leave it out" };
  if (within !== undefined)
    return {
      path,
      reason: `another file system is mounted within ${path}, at ${within.path}`,
      next: "name folders that hold no mount",
    };
  if (mount?.path === real)
    return {
      path,
      reason: `${path} is where a file system is mounted: there is no place beside it on the same file system`,
      next: "name the folders in it",
    };
  const status = statusOf(real);
  if (status?.isDirectory() !== true && status?.isFile() !== true)
    return { path, reason: `${path} is no file and no folder`, next: "name the folder that it lies in" };
  return undefined;
}
