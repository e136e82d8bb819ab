/** What a failed system call was about: the path, address or process among its arguments. */

import { addressOf, descriptorPath, textOf } from "./arguments.ts";

/** Where the second of two paths is the one that the error is about (rename(2), link(2)). */
const aboutTarget = new Set([
  "EEXIST",
  "ENOTEMPTY",
  "EISDIR",
  "ENOTDIR",
  "EXDEV",
  "EBUSY",
  "EDQUOT",
  "ENOSPC",
  "EROFS",
]);
/** Where it is the device that cannot be mounted, not the place (mount(2)). */
const aboutDevice = new Set(["ENOENT", "ENODEV", "ENXIO", "ENOTBLK", "EINVAL", "EIO", "EUCLEAN", "EBUSY"]);

/** `directory` is the command's own, whose relative paths stay as they were given; of others the whole path is told. */
export function subjectOf(
  call: string,
  errno: string,
  parts: readonly string[],
  directory: string,
): string | undefined {
  switch (call) {
    case "connect":
    case "bind":
    case "sendto":
      return addressOf(parts.find((part) => part.startsWith("{sa_family=")));
    case "kill":
    case "tkill":
    case "tgkill":
      return /^-?\d+/.exec(parts[0] ?? "")?.[0];
    case "rename":
    case "renameat":
    case "renameat2":
    case "link":
    case "linkat": {
      const paths = pathsAmong(parts, directory);
      return aboutTarget.has(errno) ? (paths[1] ?? paths[0]) : paths[0];
    }
    case "symlink":
    case "symlinkat":
      return pathsAmong(parts, directory)[1];
    case "mount": {
      const device = textOf(parts[0])?.text;
      return aboutDevice.has(errno) && device?.startsWith("/") === true ? device : textOf(parts[1])?.text;
    }
    case "setxattr":
    case "lsetxattr":
    case "inotify_add_watch":
      return pathsAmong(parts.slice(0, call.startsWith("i") ? 2 : 1), directory)[0];
    default:
      return pathsAmong(parts, directory)[0] ?? usual(descriptorPath(parts[0]));
  }
}

/** The paths among the arguments, in their order, each with the folder's descriptor that it counts from. */
function pathsAmong(parts: readonly string[], directory: string): readonly string[] {
  const paths: string[] = [];
  for (const [index, part] of parts.entries()) {
    const text = textOf(part);
    if (text === undefined) continue;
    const path = text.isCut ? `${text.text}…` : text.text;
    const base = descriptorPath(parts[index - 1]);
    const isOwn = base === undefined || base === directory;
    if (path !== "" && !path.startsWith("/") && !isOwn && base.startsWith("/"))
      paths.push(`${base === "/" ? "" : base}/${path}`);
    else if (path === "" && base !== undefined) paths.push(base);
    else paths.push(path);
  }
  return paths;
}

/** A socket or pipe behind a descriptor is no path. */
function usual(path: string | undefined): string | undefined {
  return path?.startsWith("/") === true ? path : undefined;
}
