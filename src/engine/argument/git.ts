/** What git prints about a file, asked where the file lies. */

import { dirname } from "node:path";
import { askHelper } from "../../runtime/index.ts";
import { createUlids } from "../ulid.ts";

/** Bytes of git's answer. */
const mostBytes = 512 * 2 ** 20;

/** What git prints, or why it printed nothing. `input` is what it reads. */
export async function git(
  words: readonly string[],
  file: string,
  stop: AbortSignal,
  input = "",
): Promise<Uint8Array | string> {
  const environment = new Map(
    Object.entries({ ...process.env, LC_ALL: "C" }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
  );
  const { failure, said, printed } = await askHelper({
    argv: ["git", "-c", "core.quotePath=false", ...words],
    input,
    environment,
    directory: dirname(file),
    milliseconds: 60_000,
    stop,
    id: createUlids()(),
    keeps: mostBytes,
  });
  if (failure === undefined && printed !== undefined) return printed;
  const line = said.split("\n").find((each) => each !== "");
  if (line?.includes("not a git repository") === true) return "it is in no folder of a git repository";
  return `git ${words[0] ?? ""}: ${line ?? failure ?? "it printed nothing"}`;
}
