/** What a campaign names that is not there: its script, its folder, its checks, its proxies. */

import { statSync } from "node:fs";
import type { Campaign } from "./campaign.ts";
import type { CampaignContent } from "./schema.ts";

/** Mistakes with their places, which `at` gives from a path of keys. */
export function lostIn<M>(
  campaign: Campaign,
  { arguments: words = [], environment = {}, hypothesis = {} }: CampaignContent,
  at: (keys: readonly PropertyKey[], message: string, fix: string) => M,
): readonly M[] {
  const lost: M[] = [];
  const { script, directory } = campaign;
  const checkName = "paths count from the campaign's folder";
  if (!isThere(script)) lost.push(at(["script"], `there is no file ${script}`, checkName));
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true)
    lost.push(at(["directory"], `there is no folder ${directory}`, checkName));
  for (const when of ["before", "after"] as const)
    for (const [index, check] of campaign.hypothesis[when].entries())
      if (check.kind === "script" && hypothesis[when] !== undefined && !isThere(check.path))
        lost.push(at(["hypothesis", when, index, "script"], `there is no file ${check.path}`, checkName));
  const known = campaign.proxies.map(({ name }) => name);
  const ask = (keys: readonly PropertyKey[], text: string): void => {
    for (const [, name = ""] of text.matchAll(/\{proxy\.([^{}]*)\}/g))
      if (!known.includes(name))
        lost.push(
          at(keys, `the campaign has no proxy ${name}`, `say what it stands for: proxies: { ${name}: HOST:PORT }`),
        );
  };
  for (const [index, word] of words.entries()) ask(["arguments", index], word);
  for (const [name, value] of Object.entries(environment)) ask(["environment", name], value);
  return lost;
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
