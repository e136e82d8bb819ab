/** Where a result was made: what statements of evidence say of this machine. */

import { hostname, userInfo } from "node:os";
import { versionText } from "./version.ts";

export interface Surroundings {
  readonly [name: string]: string;
  readonly host: string;
  /** "Linux 6.8.0 x64". */
  readonly system: string;
  readonly node: string;
  readonly dscript: string;
  readonly user: string;
}

export function surroundings(): Surroundings {
  const { type, release, arch } = process.getBuiltinModule("node:os");
  return {
    host: hostname(),
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    dscript: versionText().trim(),
    user: userName(),
  };
}

export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "");
  }
}
