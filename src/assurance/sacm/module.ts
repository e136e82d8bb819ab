/** The whole case and the packages of a file of SACM as a module, and back. */

import type { ModuleInfo } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { isRecord, recordOf } from "../xml/kept.ts";
import { isSame } from "../xml/same.ts";
import {
  defaultPackage,
  defaultRoot,
  isMade,
  layer,
  type SacmFile,
  type SacmPackage,
  type SacmThing,
} from "./items.ts";
import { attributesIn, elementsIn, textIn, textsIn, textsJson } from "./kept-things.ts";
import { languageOf, saidOf, textsToWrite } from "./languages.ts";
import { ownOfPackages } from "./parts.ts";

/** The package of the nodes that say none: the first of an argument. */
export function mainPackage(file: SacmFile): string {
  return file.packages.find(({ class: name }) => name !== "AssuranceCasePackage")?.id ?? defaultPackage;
}

/** `language` is the file's, in its words; `name` is what the module is called where the file does not say. */
export function moduleOf(
  file: SacmFile,
  name: string,
  language: string | undefined,
  relations: readonly Json[],
): ModuleInfo {
  const top = file.root ?? file.packages[0];
  const title = top?.name ?? "";
  const brief = saidOf(top?.texts ?? [], language);
  const tag = languageOf(language);
  const packages = file.packages.filter((each) => !isUsual(each, file));
  const all: readonly (readonly [string, Json | undefined])[] = [
    ["language", language === undefined || language === tag ? undefined : language],
    ["root", file.root === undefined ? undefined : thingJson(file.root, brief.isAll, defaultRoot)],
    ["packages", packages.length === 0 ? undefined : file.packages.map((each) => packageJson(each, each === top))],
    ["relations", relations.length === 0 ? undefined : relations],
    ["others", file.others.length === 0 ? undefined : file.others],
    ["namespaces", Object.keys(file.namespaces).length === 0 ? undefined : recordOf(file.namespaces)],
    ["gids", file.hasGids ? true : undefined],
  ];
  const kept = all.filter((pair): pair is readonly [string, Json] => pair[1] !== undefined);
  return {
    name: title === "" ? name : title,
    ...(brief.text === "" ? {} : { brief: brief.text }),
    ...(brief.translations === undefined ? {} : { briefs: brief.translations }),
    ...(tag === undefined ? {} : { language: tag }),
    ...(kept.length === 0 ? {} : { extra: { [layer]: Object.fromEntries(kept) } }),
  };
}

/** A package that says nothing but that it is the argument of the case. */
function isUsual(each: SacmPackage, file: SacmFile): boolean {
  return (
    file.packages.length === 1 &&
    file.root !== undefined &&
    each.id === defaultPackage &&
    each.class === "ArgumentPackage" &&
    each.name === file.root.name &&
    each.texts.length + each.tags.length + each.elements.length + each.attributes.size + each.names.length === 0
  );
}

/** What the fields of a module do not say of the whole case; undefined where they say all. */
function thingJson(thing: SacmThing, isSaid: boolean, usualId: string): Json | undefined {
  const all: readonly (readonly [string, Json | undefined])[] = [
    ["id", thing.id === usualId || (usualId === defaultRoot && isMade(thing.id)) ? undefined : thing.id],
    ["gid", thing.gid],
    ["names", thing.names.length === 0 ? undefined : textsJson(thing.names)],
    ["texts", isSaid || thing.texts.length === 0 ? undefined : textsJson(thing.texts)],
    ["attributes", thing.attributes.size === 0 ? undefined : Object.fromEntries(thing.attributes)],
    ["elements", thing.elements.length === 0 ? undefined : thing.elements],
    ["tags", tagsJson(thing)],
  ];
  const kept = all.filter((pair): pair is readonly [string, Json] => pair[1] !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function tagsJson({ tags }: SacmThing): Json | undefined {
  const others = tags.filter(({ key }) => !key.startsWith("dscript."));
  return others.length === 0 ? undefined : others.map(({ key, content, isJson }) => [key, content, isJson]);
}

function packageJson(each: SacmPackage, isTop: boolean): Json {
  const kept = recordOf(thingJson(each, isTop, ""));
  const isPlain = each.class === "ArgumentPackage" || !/Package/.test(each.class);
  return {
    ...kept,
    ...(each.within === undefined ? {} : { within: each.within }),
    ...(each.name === undefined ? {} : { name: each.name }),
    ...(isPlain ? {} : { class: each.class }),
  };
}

/** The whole case of a module that is about to be written, without the tags of what SACM has no field for. */
export function rootToWrite(module: ModuleInfo, language: string | undefined): SacmThing {
  const own = recordOf(recordOf(module.extra?.[layer])["root"]);
  const kept = textsIn(own["texts"]);
  const said = saidOf(kept, language);
  const isKept = kept.length > 0 && said.text === (module.brief ?? "") && isSame(said.translations, module.briefs);
  return {
    ...thingFrom(own, defaultRoot),
    class: "AssuranceCasePackage",
    ...(module.name === "" ? {} : { name: module.name }),
    texts: isKept ? kept : textsToWrite(module.brief ?? "", module.briefs, language),
  };
}

/** The packages that a module keeps, or the one that every case has. */
export function packagesToWrite(module: ModuleInfo): readonly SacmPackage[] {
  const kept = recordOf(module.extra?.[layer])["packages"];
  const packages = (Array.isArray(kept) ? (kept as readonly Json[]) : []).flatMap((each): readonly SacmPackage[] => {
    if (!isRecord(each) || typeof each["id"] !== "string" || each["id"] === "") return [];
    const [name, within, given] = [textIn(each["name"]), textIn(each["within"]), textIn(each["class"])];
    return [
      {
        ...thingFrom(each, each["id"]),
        class:
          given !== undefined && /^(?:Argument|AssuranceCase)Package(?:Binding|Interface)?$/.test(given)
            ? given
            : "ArgumentPackage",
        ...(name === undefined || name === "" ? {} : { name }),
        ...(within === undefined ? {} : { within }),
        texts: textsIn(each["texts"]),
      },
    ];
  });
  if (packages.some(({ class: name }) => name.startsWith("Argument"))) return packages;
  const usual: SacmPackage = {
    ...thingFrom({}, defaultPackage),
    class: "ArgumentPackage",
    ...(module.name === "" ? {} : { name: module.name }),
  };
  return [...packages, usual];
}

function thingFrom(own: { readonly [name: string]: Json }, usualId: string): Omit<SacmThing, "class"> {
  const gid = textIn(own["gid"]);
  const id = textIn(own["id"]);
  return {
    id: id === undefined || id === "" ? usualId : id,
    ...(gid === undefined ? {} : { gid }),
    names: [],
    texts: [],
    tags: tagsFrom(own["tags"]),
    attributes: attributesIn(own["attributes"], ownOfPackages),
    elements: elementsIn(own["elements"]),
  };
}

function tagsFrom(kept: Json | undefined): SacmThing["tags"] {
  return elementsIn(kept).flatMap((each) => {
    const [key, content, isJson] = elementsIn(each);
    if (typeof key !== "string" || typeof content !== "string" || key.startsWith("dscript.")) return [];
    return [{ key, content, isJson: isJson === true }];
  });
}
