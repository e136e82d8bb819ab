/** `dscript inject learn`: fits the diagnosis' weights on what campaigns have seen. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exitCode, openInjecting } from "../../engine/index.ts";
import { type Experience, learn, readExperience } from "../../injection/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { show, write } from "../terminal.ts";

/** Bytes of one file. */
const largest = 256 * 2 ** 20;

/** `names`: files of experience; without them, those of the state folder. */
export async function learnFrom(names: readonly string[], options: ParsedOptions): Promise<number> {
  const { stateFolder } = await openInjecting();
  const state = stateFolder();
  const folder = state === undefined ? undefined : join(state, "experience");
  const files = names.length > 0 ? names : filesIn(folder);
  if (files.length === 0)
    return refuseWords("there is no experience yet", "campaigns leave it: dscript inject NAME.campaign.yaml");
  const experience: Experience[] = [];
  let torn = 0;
  for (const file of files) {
    const text = textOf(file);
    if (typeof text !== "string")
      return refuseWords(`${file} cannot be read: ${text.code}`, "name a file that is yours");
    for (const line of text.split("\n").filter((each) => each !== "")) {
      const read = readExperience(line);
      if (read === undefined) torn += 1;
      else experience.push(read);
    }
  }
  const { weights, ...lesson } = learn(experience);
  const target = options.value("output") ?? (folder === undefined ? undefined : join(folder, "weights.json"));
  if (target !== undefined) {
    try {
      writeFileSync(target, `${JSON.stringify({ ...lesson, weights }, null, 1)}\n`, { mode: 0o600 });
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
      return refuseWords(`${target} cannot be written: ${code}`, "name another file: --output FILE");
    }
  }
  if (torn > 0) {
    const one = `${torn} line is no experience, and left out`;
    tell(`dscript: ${torn === 1 ? one : `${torn} lines are no experience, and left out`}\n`);
  }
  if (options.has("json")) write(1, `${JSON.stringify(lesson)}\n`);
  else {
    const { fitted, kept, before, after } = lesson;
    const say = (text: string): string => language().text(text);
    show(1, `${say(`fitted on ${fitted} failures; ${kept} of other tools or mechanisms were kept back`)}\n`);
    show(1, `${say(`of those ${kept}, the true class came first in ${before} before, and in ${after} after`)}\n`);
    if (target !== undefined) show(1, `${say(`the weights are in ${target}`)}\n`);
  }
  return exitCode.ok;
}

function filesIn(folder: string | undefined): readonly string[] {
  try {
    return folder === undefined
      ? []
      : readdirSync(folder)
          .filter((name) => name.endsWith(".jsonl"))
          .sort()
          .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function textOf(file: string): string | { readonly code: string } {
  try {
    const bytes = readFileSync(file);
    return bytes.length > largest ? { code: "EFBIG" } : bytes.toString("utf8");
  } catch (thrown) {
    return { code: (thrown as NodeJS.ErrnoException).code ?? "EIO" };
  }
}
