/** Whether a module that an interpreter looked for in vain is one of the script's own: then others of its kind lie where it should be. */

import { dirname, join } from "node:path";
import type { Evidence } from "./evidence.ts";

/** "Can't locate Corp/Lists.pm in @INC", "No module named 'corp.lists'". */
const forms = [/can't locate ([\w/]+)\.pm in @inc/i, /no module named ['"]?([\w.]+)/i];

/** Adds that the folder of the module is there, beside the program or where its words say that modules lie. */
export function addOwnModule({ facts, look, words, values, isCommand }: Evidence, line: string): void {
  const name = forms.map((form) => form.exec(line)?.[1]).find((each) => each !== undefined);
  const parts = name?.split(/[/.]/) ?? [];
  const [first = ""] = parts;
  if (!isCommand || name === undefined || parts.length < 2) return;
  const folders = words.flatMap(({ text }, at) => {
    if (words[at - 1]?.text === "-I") return [text];
    return /^-I./.test(text) ? [text.slice(2)] : text.startsWith("-") ? [] : [dirname(text)];
  });
  if (![...folders, "."].some((folder) => look(join(folder, first))?.exists === true)) return;
  facts.add("own-module");
  values.set("module", `"${name}"`);
}
