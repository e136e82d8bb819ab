/** `module:` of a D-Case file. */

import type { Extension, ModuleInfo, Presentation } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Decoder } from "./decoder.ts";
import { lookOf } from "./look.ts";
import { defined, instanceOf, parametersOf, translationsOf, valuesOf } from "./specs.ts";
import { jsonOf, spanOf, type YamlValue } from "./tree.ts";

type Open<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** The facts of a module; `name` is that of its file, for one that has no name of its own. */
export function moduleOf(value: YamlValue | undefined, name: string, decode: Decoder): ModuleInfo {
  const map = value === undefined ? undefined : decode.map(value, "the module's facts, such as its `name`");
  const info: Open<ModuleInfo> = {};
  const look: Open<Presentation> & { stylesheets?: readonly string[] } = {};
  const extra: [string, Json][] = [];
  for (const { key, value: inner } of map?.pairs ?? []) {
    if (key.text === "name") info.name = decode.text(inner);
    else if (key.text === "brief") info.brief = decode.text(inner)?.trimEnd();
    else if (key.text === "uses") info.uses = decode.texts(inner);
    else if (key.text === "extends") info.extends = extensionsOf(inner, decode);
    else if (key.text === "stylesheets") look.stylesheets = decode.texts(inner);
    else if (key.text === "dcase") own(inner, info, extra, decode);
    else if (!lookOf(key.text, inner, look, decode)) extra.push([key.text, jsonOf(inner)]);
  }
  const { name: given, ...rest } = info;
  return {
    name: given ?? name,
    ...defined({
      ...rest,
      presentation: Object.keys(look).length === 0 ? undefined : defined(look),
      extra: extra.length === 0 ? undefined : Object.fromEntries(extra),
    }),
  };
}

function own(value: YamlValue, info: Open<ModuleInfo>, extra: [string, Json][], decode: Decoder): void {
  const map = decode.map(value, "what gsn2x does not know of a module, by name");
  if (map === undefined) return;
  decode.keys(map, {
    names: (inner) => (info.names = translationsOf(inner, decode)),
    briefs: (inner) => (info.briefs = translationsOf(inner, decode)),
    language: (inner) => (info.language = decode.text(inner)),
    profile: (inner) => (info.profile = decode.text(inner)),
    agree: (inner) => (info.agree = agreeOf(inner, decode)),
    publishes: (inner) => (info.publishes = decode.texts(inner)),
    parameters: (inner) => (info.parameters = parametersOf(inner, decode)),
    instance: (inner) => (info.instance = instanceOf(inner, decode)),
    extra: (inner) => extra.push(...Object.entries(valuesOf(inner, decode))),
  });
}

function agreeOf(value: YamlValue, decode: Decoder): Readonly<Record<string, number>> {
  const map = decode.map(value, "how many of which role must agree, such as { owner: 1 }");
  return Object.fromEntries(
    (map?.pairs ?? []).flatMap(({ key, value: inner }) => {
      const count = decode.integer(inner, 1);
      return count === undefined ? [] : [[key.text, count] as const];
    }),
  );
}

function extensionsOf(value: YamlValue, decode: Decoder): readonly Extension[] {
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => {
    const map = decode.map(item, "a module that is extended: `{ module: NAME, develops: { G1: [G2] } }`");
    if (map === undefined) return [];
    let module: string | undefined;
    let develops: Readonly<Record<string, readonly string[]>> = {};
    decode.keys(map, {
      module: (inner) => (module = decode.text(inner)),
      develops: (inner) => {
        const pairs = decode.map(inner, "labels there, and what supports them here")?.pairs ?? [];
        develops = Object.fromEntries(pairs.map(({ key, value: labels }) => [key.text, decode.texts(labels)]));
      },
    });
    return module === undefined
      ? (decode.wrong(spanOf(item), "the extended module has no name", "add `module: NAME`") ?? [])
      : [{ module, develops }];
  });
}
