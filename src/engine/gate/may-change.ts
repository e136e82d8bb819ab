/** Whether a program may change something, by its text: asked once, where it is compiled. */

import { shippedCommands } from "../../commands/index.ts";
import { librarySignatures, type Program } from "../../records/index.ts";

/**
 * False where every command has a fixed name of one that only reads, whatever its words are, and no call changes anything.
 * What the script or its configuration says of programs counts for nothing here: it is the author's word.
 */
export function mayChange({ sites, commands }: Pick<Program, "sites" | "commands">): boolean {
  const names = new Set(commands.map(({ name }) => name));
  if ([...names].some((name) => shippedCommands.find(name).effect !== "reads")) return true;
  const changing = new Set(librarySignatures().flatMap(({ key, changes }) => (changes === true ? [key] : [])));
  return sites.some(({ api, stages }) => {
    if (stages === undefined) return changing.has(api);
    return !names.has(api) || stages.some(({ redirects }) => redirects !== undefined && redirects.length > 0);
  });
}
