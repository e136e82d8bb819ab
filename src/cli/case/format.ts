/** `dscript case fmt`: cases in the one order of keys, their comments kept. */

import { formatYaml } from "../../assurance/index.ts";
import { exitCode, writeFormatted } from "../../engine/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { readOrSay } from "./load.ts";

export async function formatCases(options: ParsedOptions, names: readonly string[]): Promise<number> {
  let worst: number = exitCode.ok;
  for (const name of names) worst = Math.max(worst, await formatOne(name, options));
  return worst;
}

async function formatOne(name: string, options: ParsedOptions): Promise<number> {
  const found = readOrSay(name, options);
  if (typeof found === "number") return found;
  if (found.codec.name !== "yaml")
    return refuseWords(`${name} is no YAML`, `dscript case convert ${name} --to yaml -o NAME.dcase.yaml`);
  const text = formatYaml(found.source.text);
  const isChanged = text !== found.source.text;
  if (options.has("check")) {
    if (isChanged) write(1, `${name}\n`);
    return isChanged ? exitCode.answerFalse : exitCode.ok;
  }
  if (name === "-") write(1, text);
  else if (isChanged) {
    const problem = await writeFormatted(name, text);
    if (problem !== undefined) return refuseWords(problem.problem, problem.next);
    tell(`${name}: formatted\n`);
  }
  return exitCode.ok;
}
