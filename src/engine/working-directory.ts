/** The directory that a run starts in, by the name that people know it by. */

import { readlinkSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { decodeUtf8 } from "../text/index.ts";

let known: string | undefined;

/** As shells have it: `$PWD` where that names the directory, links included; bytes that are no UTF-8 as lone surrogates. */
export function workingDirectory(): string {
  known ??= named() ?? physical();
  return known;
}

/** An absolute path to what the system finds under a name: `..` leads out of the true directory, whatever link led in. */
export function absolutePath(name: string): string {
  // An absolute first part: node:path then never asks for the directory, which may be gone.
  return resolve(physical(), name);
}

function named(): string | undefined {
  const pwd = process.env["PWD"];
  if (pwd === undefined || !pwd.startsWith("/") || pwd.includes("\ufffd") || resolve(pwd) !== pwd) return undefined;
  try {
    const [there, here] = [statSync(pwd), statSync(".")];
    return there.ino === here.ino && there.dev === here.dev ? pwd : undefined;
  } catch {
    return undefined;
  }
}

function physical(): string {
  try {
    const directory = process.cwd();
    if (!directory.includes("\ufffd")) return directory;
    return decodeUtf8(readlinkSync("/proc/self/cwd", { encoding: "buffer" }));
  } catch {
    // It was removed: names seen from it fail by themselves, absolute ones still work.
    return process.env["PWD"]?.startsWith("/") === true ? resolve(process.env["PWD"]) : "/";
  }
}
