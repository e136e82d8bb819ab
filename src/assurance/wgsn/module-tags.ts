/** What a revision's header says of the module: `Brief:: …`, `Language:: ja`, `Agree.owner:: 1`, and what only other tools know. */

import type { ModuleInfo } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { HeaderTag } from "./header-lines.ts";
import { ofRevision } from "./order.ts";
import { readParameters, writtenParameters } from "./parameter-tags.ts";
import { fitsTagLine, type TagLine } from "./tag-line.ts";

/** The key of `extra` under which it stands that goals stand directly below goals, as in texts that people write. */
const own = "wgsn";
const bare = { bareGoals: true };

export function hasBareGoals({ extra }: ModuleInfo): boolean {
  return JSON.stringify(extra?.[own]) === JSON.stringify(bare);
}

export function readModule(name: string, tags: readonly HeaderTag[], isBare: boolean): ModuleInfo {
  const found: { brief?: string; language?: string; profile?: string } = {};
  const agree = new Map<string, number>();
  const translated = { Name: new Map<string, string>(), Brief: new Map<string, string>() };
  const extra = new Map<string, Json>();
  const lines = tags.map((tag): TagLine => [tag.name, tag.value]).filter(([tag]) => !ofRevision.has(tag));
  const { parameters, rest } = readParameters(lines);
  for (const [tag, value] of rest) {
    const [, role] = /^Agree\.(.+)$/.exec(tag) ?? [];
    const [, text, told = ""] = /^(Name|Brief)\.(.+)$/.exec(tag) ?? [];
    if (tag === "Brief") found.brief = value;
    else if (text === "Name" || text === "Brief") translated[text].set(told, value);
    else if (tag === "Language" && value !== "") found.language = value;
    else if (tag === "Profile" && value !== "") found.profile = value;
    else if (role !== undefined && /^[1-9]\d{0,5}$/.test(value)) agree.set(role, Number(value));
    else extra.set(tag, value);
  }
  if (isBare) extra.set(own, bare);
  const { brief, language, profile } = found;
  return {
    name,
    ...(brief === undefined ? {} : { brief }),
    ...(translated.Name.size === 0 ? {} : { names: Object.fromEntries(translated.Name) }),
    ...(translated.Brief.size === 0 ? {} : { briefs: Object.fromEntries(translated.Brief) }),
    ...(language === undefined ? {} : { language }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(agree.size === 0 ? {} : { agree: Object.fromEntries(agree) }),
    ...(profile === undefined ? {} : { profile }),
    ...(extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }),
  };
}

/** The tags that come back as what they stand for. */
export function moduleTagsOf(module: ModuleInfo): readonly TagLine[] {
  const { brief, names = {}, briefs = {}, language, parameters = [], profile, agree = {}, extra = {} } = module;
  const all: (TagLine | undefined)[] = [
    brief === undefined ? undefined : ["Brief", brief],
    ...Object.entries(names).map(([other, text]): TagLine => [`Name.${other}`, text]),
    ...Object.entries(briefs).map(([other, text]): TagLine => [`Brief.${other}`, text]),
    language === undefined ? undefined : ["Language", language],
    profile === undefined ? undefined : ["Profile", profile],
    ...Object.entries(agree).map(([role, count]): TagLine => [`Agree.${role}`, String(count)]),
    ...writtenParameters(parameters),
    ...Object.entries(extra).map(([name, value]): TagLine | undefined =>
      typeof value === "string" && !ofRevision.has(name) ? [name, value] : undefined,
    ),
  ];
  const isTag = ([name, value]: TagLine): boolean => fitsTagLine(name, value) && !name.startsWith("#");
  return all.filter((each) => each !== undefined).filter(isTag);
}
