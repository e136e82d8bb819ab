/** Replacing a file's content so that everybody sees the old or the new one, never a half (rename(2)). */

import { closeSync, fchmodSync, fchownSync, fsyncSync, type Stats, writeSync } from "node:fs";
import { dirname } from "node:path";
import { openSync, renameSync, statSync, unlinkSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { bytesOf, nameOf, textOf } from "./bytes.ts";
import { type FileFlow, openFile, withUmask } from "./open.ts";
import { realPathOf } from "./paths.ts";

/** Writes beside the file, syncs, renames. A link's target is replaced, not the link; a device or pipe is written to as it is. */
export async function replaceContent(
  run: Run,
  location: string | Buffer,
  path: string,
  text: string,
  flow: FileFlow,
): Promise<void> {
  const before = statSync(location, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile()) return writeInto(run, location, path, "w", text, flow);
  replaceFile(location, before, bytesOf(text), flow);
}

/** `before` is what the file is now; undefined where it is not there. Throws what the system says. */
export function replaceFile(
  location: string | Buffer,
  before: Stats | undefined,
  content: Uint8Array,
  flow: FileFlow,
): void {
  const draft = openDraft(location, before, flow);
  try {
    draft.write(content);
    draft.commit();
  } finally {
    draft.discard();
  }
}

/** New content beside a file, which takes its place at once or not at all. */
export interface Draft {
  write(content: Uint8Array): void;
  setMode(mode: number): void;
  /** Syncs, and puts it in the file's place. */
  commit(): void;
  /** Removes what was not committed. */
  discard(): void;
}

/** Begins new content with the mode and owner of the old. */
export function openDraft(location: string | Buffer, before: Stats | undefined, flow: FileFlow): Draft {
  return inNamespace(flow, () => beginDraft(location, before, flow));
}

function beginDraft(location: string | Buffer, before: Stats | undefined, flow: FileFlow): Draft {
  const target = before === undefined ? location : nameOf(realPathOf(location));
  const path = typeof target === "string" ? target : textOf(target);
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  const draft = nameOf(`${dirname(path)}/.dscript-${randomBytes(8).toString("hex")}`);
  const fd = withUmask(flow.umask, () => openSync(draft, "wx", 0o666));
  let isOpen = true;
  let isThere = true;
  const close = (): void => {
    if (isOpen) closeSync(fd);
    isOpen = false;
  };
  const discard = (): void => {
    close();
    if (isThere) inNamespace(flow, () => unlinkSync(draft));
    isThere = false;
  };
  try {
    if (before !== undefined) takeOver(fd, before);
  } catch (thrown) {
    discard();
    throw thrown;
  }
  return {
    write(content) {
      for (let at = 0; at < content.length; ) at += writeSync(fd, content, at);
    },
    setMode: (mode) => fchmodSync(fd, mode),
    commit() {
      fsyncSync(fd);
      close();
      inNamespace(flow, () => renameSync(draft, target));
      isThere = false;
    },
    discard,
  };
}

/** Writes to a file that is no regular one, or behind what is there: such a file may have to be waited for. */
export async function writeInto(
  run: Run,
  location: string | Buffer,
  path: string,
  mode: "w" | "a",
  text: string,
  flow: FileFlow,
): Promise<void> {
  const file = await openFile(run, location, path, mode, flow);
  try {
    await file.write(text);
  } finally {
    await file.close();
  }
}

function takeOver(fd: number, before: Stats): void {
  fchmodSync(fd, before.mode & 0o7777);
  if (before.uid === process.geteuid?.() && before.gid === process.getegid?.()) return;
  try {
    fchownSync(fd, before.uid, before.gid);
    // Changing the owner takes the set-user bits away.
    fchmodSync(fd, before.mode & 0o7777);
  } catch {
    // Only root may give files away: the new content then belongs to who wrote it, as after `mv`.
  }
}
