/** Diagrams in files, or on standard output. */

import { writeFileSync } from "node:fs";
import { exitCode } from "../../engine/index.ts";
import { refuseWords } from "../language.ts";
import { png, unwritten } from "../logs/chart-file.ts";
import { safe } from "../runs/words.ts";
import { isTerminal, write } from "../terminal.ts";

/** Writes a text or bytes, or the picture that is drawn of a text; the value is the exit code. */
export async function writeDrawing(
  path: string | undefined,
  text: string | Uint8Array,
  isPicture = false,
): Promise<number> {
  if (path === undefined && isPicture && isTerminal(1))
    return refuseWords("a picture is not written to a terminal", "name a file: -o plan.png");
  try {
    const bytes = isPicture && typeof text === "string" ? await png(text) : text;
    if (path !== undefined) writeFileSync(path, bytes);
    else write(1, bytes);
    return exitCode.ok;
  } catch (thrown) {
    return unwritten(path === undefined ? "standard output" : safe(path), thrown);
  }
}
