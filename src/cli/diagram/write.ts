/** Diagrams in files, or on standard output. */

import { writeFileSync, writeSync } from "node:fs";
import { exitCode } from "../../engine/index.ts";
import { codeOf } from "../../logs/index.ts";
import { errnoByName } from "../../records/index.ts";
import { refuseWords, tell } from "../language.ts";
import { safe } from "../runs/words.ts";
import { isTerminal, write } from "../terminal.ts";

/** Writes a text, or the picture that is drawn of it; the value is the exit code. */
export async function writeDrawing(path: string | undefined, text: string, isPicture = false): Promise<number> {
  if (path === undefined && isPicture && isTerminal(1))
    return refuseWords("a picture is not written to a terminal", "name a file: -o plan.png");
  try {
    const bytes = isPicture ? await png(text) : text;
    if (path !== undefined) writeFileSync(path, bytes);
    else if (typeof bytes === "string") write(1, bytes);
    else for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
    return exitCode.ok;
  } catch (thrown) {
    const code = codeOf(thrown);
    const known = errnoByName(code)?.text;
    if (known !== undefined)
      return refuseWords(
        `${path === undefined ? "standard output" : safe(path)} cannot be written: ${known}`,
        "name a file in a folder that you may write to",
      );
    tell(`dscript: ${thrown instanceof Error ? thrown.message : String(thrown)}\n  name a file that ends in .svg\n`);
    return exitCode.internal;
  }
}

async function png(svg: string): Promise<Uint8Array> {
  const { toPng } = await import("../../pictures/index.ts");
  return toPng(svg);
}
