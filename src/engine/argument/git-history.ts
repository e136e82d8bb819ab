/** The revisions of a case's file that git keeps: who committed what, when. */

import { basename } from "node:path";
import { codecOf, type Revision, readCase } from "../../assurance/index.ts";
import { decodeUtf8 } from "../../text/index.ts";
import { absolutePath } from "../working-directory.ts";
import { git } from "./git.ts";

/** Commits that are looked at. */
const mostCommits = 1000;

export interface GitHistory {
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** Commits whose file was no case; and why there is no history, where there is none. */
  readonly troubles: readonly string[];
}

/** Reads the history of a file, renames followed. What is not committed yet is not in it. */
export async function gitHistory(name: string, stop: AbortSignal): Promise<GitHistory> {
  const file = absolutePath(name);
  const separator = "\u001e";
  const format = `--format=${separator}%H%x1f%an%x1f%aI%x1f%s`;
  const listed = await git(
    ["log", "--follow", `--max-count=${mostCommits}`, "--name-only", "--relative", format, "--", `./${basename(file)}`],
    file,
    stop,
  );
  if (typeof listed === "string") return { revisions: [], troubles: [`${name} has no history: ${listed}`] };
  const commits = decodeUtf8(listed)
    .split(separator)
    .slice(1)
    .flatMap((part) => {
      const [head = "", ...paths] = part.trim().split("\n");
      const [hash, author, time, message] = head.split("\u001f");
      const path = paths.findLast((line) => line !== "");
      return hash === undefined || path === undefined ? [] : [{ hash, author, time, message, path }];
    })
    .toReversed();
  if (commits.length === 0) return { revisions: [], troubles: [`git knows no commit of ${name}`] };
  const names = commits.map(({ hash, path }) => `${hash}:./${path}\n`).join("");
  const contents = await git(["cat-file", "--batch"], file, stop, names);
  if (typeof contents === "string") return { revisions: [], troubles: [contents] };
  const texts = textsIn(contents);
  const revisions: Revision[] = [];
  const troubles: string[] = [];
  for (const [at, { hash, author, time, message, path }] of commits.entries()) {
    const text = texts[at] ?? "";
    // A file that got another name is no other module.
    const reading = readCase(text, file, codecOf(path, text));
    if (!reading.ok)
      troubles.push(`${hash.slice(0, 10)}: the file was no case then: ${reading.errors[0]?.message ?? ""}`);
    else
      revisions.push({
        number: revisions.length + 1,
        case: reading.file.case,
        ...(author === undefined ? {} : { author }),
        ...(time === undefined ? {} : { time }),
        ...(message === undefined ? {} : { message }),
      });
  }
  return { revisions, troubles };
}

/** `HASH blob SIZE`, a line end, so many bytes, a line end; or `NAME missing`. */
function textsIn(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    if (end === -1) break;
    const [, size] = / blob (\d+)$/.exec(decodeUtf8(bytes.subarray(at, end))) ?? [];
    const length = Number(size ?? 0);
    texts.push(size === undefined ? "" : decodeUtf8(bytes.subarray(end + 1, end + 1 + length)));
    at = size === undefined ? end + 1 : end + 2 + length;
  }
  return texts;
}
