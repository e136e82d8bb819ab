/** Which trees an overlay of a user namespace can stand for: files of this user and group alone, each with one name. */

import { lstatSync, readdirSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";

/** Why it cannot, as a part of a sentence: the first file that is another's, or has several names. */
export function whyNotOwn(paths: readonly string[]): string | undefined {
  const [uid, gid] = [process.geteuid?.(), process.getegid?.()];
  const look = (path: string | Buffer): string | undefined => {
    const status = lstatSync(path);
    if (status.uid !== uid || status.gid !== gid) return `${path} is not of this user and group`;
    if (!status.isDirectory()) return status.nlink > 1 ? `${path} has several names` : undefined;
    let names: readonly (string | Buffer)[] = readdirSync(path);
    // Names that are no UTF-8 are bytes.
    if (typeof path !== "string" || names.some((name) => name.includes("\ufffd")))
      names = readdirSync(path, { encoding: "buffer" });
    for (const name of names) {
      const found = look(
        typeof path === "string" && typeof name === "string"
          ? `${path}/${name}`
          : Buffer.concat([Buffer.from(path), slash, Buffer.from(name)]),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const path of paths) {
    const found = look(nameOf(path));
    if (found !== undefined) return found;
  }
  return undefined;
}

const slash = Buffer.from("/");
