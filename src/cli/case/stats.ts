/** `dscript case stats`: how large a case is, and what is left to do. */

import { statsOf, statsText } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { language } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { show, write } from "../terminal.ts";
import { digestOfCase } from "./digest-of-case.ts";
import { readOrSay } from "./load.ts";

export async function statsOfCase(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const found = readOrSay(name, options);
  if (typeof found === "number") return found;
  const whole = found.reading.file.case;
  const stats = statsOf(whole);
  const digest = digestOfCase(whole);
  if (options.has("json")) write(1, `${JSON.stringify({ ...stats, digest })}\n`);
  else {
    const lines = [...statsText(stats, language().text), ...(digest === undefined ? [] : ["", digest])];
    show(1, `${lines.join("\n")}\n`);
  }
  return exitCode.ok;
}
