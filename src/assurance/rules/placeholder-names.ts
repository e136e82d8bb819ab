/** The names that a module declares, and those that its placeholders, repetitions and choices ask for. */

import type { Json } from "../model/json.ts";
import type { Home, Member } from "./argument/model.ts";

/** `{NAME}`, `{NAME.field}`, and GSN's `{system X}`; braces of code and JSON have other things next to them, `@{KEY}` and `${name}` are a script's. */
const placeholder = /(?<![@$])\{([\p{L}_][\p{L}\p{N}_ .-]{0,60})\}/gu;

export function placeholdersIn(text: string): readonly string[] {
  return text.includes("{") ? [...text.matchAll(placeholder)].map(([, name = ""]) => name) : [];
}

/** All that a placeholder of a module may name, wherever in it that is declared. */
export function declaredIn({ case: { module, nodes, edges } }: Home): ReadonlySet<string> {
  return new Set([
    ...(module.parameters ?? []).map(({ name }) => name),
    ...nodes.flatMap(({ parameters = [], tags = [] }) => [...parameters, ...tags].map(({ name }) => name)),
    // What the values of a repetition are called.
    ...edges.flatMap(({ repeats }) => repeats?.as ?? repeats?.each ?? []),
  ]);
}

/** `A.b.c`, `A.b` and `A`: what a path may begin with. */
function beginningsOf(path: string): readonly string[] {
  const found = [path];
  for (let end = path.lastIndexOf("."); end > 0; end = path.lastIndexOf(".", end - 1)) found.push(path.slice(0, end));
  return found;
}

/** Whether a name, or the value that a path begins at, is among some. */
export function isAmong(path: string, names: { readonly has: (name: string) => boolean }): boolean {
  return beginningsOf(path).some((each) => names.has(each));
}

/** Everything of a node that an instance fills, but for its texts. */
export function* otherTextsOf({ node }: Member): Generator<string> {
  const { uid: _, label: __, text: ___, translations: ____, choices: _____, instance: ______, ...rest } = node;
  // The model's parts are JSON, though interfaces have no index signature that would say so.
  yield* stringsIn(rest as unknown as Json);
}

/** The placeholders, repetitions and choices of a module, by all that they may begin with. */
export function usedIn(home: Home): ReadonlySet<string> {
  const { module, edges } = home.case;
  const { parameters = [], name: _, ...rest } = module;
  const texts = [...stringsIn(rest as unknown as Json), ...stringsIn(parameters.map(({ value = null }) => value))];
  const paths = texts.flatMap(placeholdersIn);
  for (const { repeats, note = "" } of edges)
    paths.push(...(repeats?.each === undefined ? [] : [repeats.each]), ...placeholdersIn(note));
  for (const member of home.members) {
    const { text, translations = {}, choices = [] } = member.node;
    paths.push(...choices.flatMap(({ by }) => by ?? []));
    for (const each of [text, ...Object.values(translations), ...otherTextsOf(member)])
      paths.push(...placeholdersIn(each));
  }
  return new Set(paths.flatMap(beginningsOf));
}

/** However deep they lie. */
function* stringsIn(value: Json): Generator<string> {
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") yield next;
    else if (typeof next === "object" && next !== null) {
      for (const each of Object.values(next) as readonly (Json | undefined)[]) if (each !== undefined) open.push(each);
    }
  }
}
