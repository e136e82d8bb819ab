/** A fact that two people changed: put together where its parts are apart, or else a clash in which ours stays. */

import { type Facts, saysSomething } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { Json } from "../model/json.ts";
import { mergeOrders } from "../sequence/orders.ts";
import type { Three } from "./model.ts";
import { mergeTexts } from "./sentences.ts";

type Value = Json | undefined;

export interface Settled {
  readonly value: Value;
  readonly clashes: readonly Clash[];
}

export interface Clash extends Three<Value> {
  readonly field: string;
  /** Of a map or a list: which member. */
  readonly name?: string;
}

export function settle(field: string, three: Three<Value>): Settled {
  const simple = settleOneSided(field, three);
  if (simple !== undefined) return simple;
  switch (field) {
    case "text":
    case "brief":
      return texts(field, three);
    case "translations":
    case "names":
    case "briefs":
      return members(field, three, texts);
    case "layers":
    case "agree":
    case "extra":
    case "presentation":
      return members(field, three, whole);
    case "tags":
    case "parameters":
    case "attachments":
    case "claimPoints":
    case "extends":
      return named(field, three);
    case "uses":
    case "publishes":
      return list(field, three);
    case "evidence":
      return evidence(three);
  }
  return { value: three.ours, clashes: [{ field, ...three }] };
}

type Settle = (field: string, three: Three<Value>, name?: string) => Settled;

/** What only one side changed, or both in the same way. */
function settleOneSided(field: string, { base, ours, theirs }: Three<Value>): Settled | undefined {
  if (ours === theirs || theirs === base) return { value: ours, clashes: [] };
  if (ours === base) return { value: theirs, clashes: [] };
  // As it is written first, so that a side which changed nothing leaves nothing behind; then by what it says.
  for (const key of [comparable, (value: Value) => keyOf(field, value)]) {
    const [before, ofOurs, ofTheirs] = [key(base), key(ours), key(theirs)];
    if (ofOurs === ofTheirs || ofTheirs === before) return { value: ours, clashes: [] };
    if (ofOurs === before) return { value: theirs, clashes: [] };
  }
  return undefined;
}

function whole(field: string, three: Three<Value>, name?: string): Settled {
  const clash = { field, ...(name === undefined ? {} : { name }), ...three };
  return settleOneSided(field, three) ?? { value: three.ours, clashes: [clash] };
}

function texts(field: string, three: Three<Value>, name?: string): Settled {
  const { base, ours, theirs } = three;
  const areTexts = typeof base === "string" && typeof ours === "string" && typeof theirs === "string";
  const value = areTexts ? mergeTexts(base, ours, theirs) : undefined;
  return value === undefined ? whole(field, three, name) : { value, clashes: [] };
}

/** Maps: each name by itself. */
function members(field: string, { base, ours, theirs }: Three<Value>, settleOne: Settle): Settled {
  const mapOf = (value: Value) => new Map(Object.entries((value ?? {}) as Facts));
  const settled = namesOf({ base: mapOf(base), ours: mapOf(ours), theirs: mapOf(theirs) }, field, settleOne);
  const found = [...settled.of].filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return { value: found.length === 0 ? emptied(ours, theirs) : Object.fromEntries(found), clashes: settled.clashes };
}

/** Lists whose members have names; a name that stands there again is counted. */
function named(field: string, { base, ours, theirs }: Three<Value>): Settled {
  const maps = { base: keyedMembers(base), ours: keyedMembers(ours), theirs: keyedMembers(theirs) };
  const settled = namesOf(maps, field, whole);
  const [before, ofOurs, ofTheirs] = [[...maps.base.keys()], [...maps.ours.keys()], [...maps.theirs.keys()]];
  const order = mergeOrders(before, ofOurs, ofTheirs, (name) => settled.of.get(name) !== undefined);
  const value = order.keys.flatMap((name) => settled.of.get(name) ?? []);
  return { value: value.length === 0 ? emptied(ours, theirs) : value, clashes: settled.clashes };
}

function namesOf(
  { base, ours, theirs }: Three<ReadonlyMap<string, Json>>,
  field: string,
  settleOne: Settle,
): { readonly of: ReadonlyMap<string, Value>; readonly clashes: readonly Clash[] } {
  const of = new Map<string, Value>();
  const clashes: Clash[] = [];
  for (const name of new Set([...ours.keys(), ...theirs.keys(), ...base.keys()])) {
    const three = { base: base.get(name), ours: ours.get(name), theirs: theirs.get(name) };
    const one = settleOne(field, three, name);
    of.set(name, one.value);
    clashes.push(...one.clashes);
  }
  return { of, clashes };
}

function keyedMembers(value: Value): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const seen = new Map<string, number>();
  for (const each of (value ?? []) as readonly Facts[]) {
    const name = String(each["name"] ?? each["module"]);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    found.set(times === 1 ? name : `${name} #${times}`, each);
  }
  return found;
}

/** Lists of names: what either side added or took out. */
function list(field: string, three: Three<Value>): Settled {
  const { base, ours, theirs } = three;
  // That there is none says another thing than an empty one.
  if (ours === undefined || theirs === undefined) return whole(field, three);
  const setOf = (value: Value) => new Set((value ?? []) as readonly string[]);
  const [before, ofOurs, ofTheirs] = [setOf(base), setOf(ours), setOf(theirs)];
  const isKept = (name: string): boolean => (ofOurs.has(name) && ofTheirs.has(name)) || !before.has(name);
  return { value: mergeOrders([...before], [...ofOurs], [...ofTheirs], isKept).keys, clashes: [] };
}

/** Who says so belongs to what is said, and to whom it is said of; how old it may be, and the rest, stand by themselves. */
function evidence(three: Three<Value>): Settled {
  const { base, ours, theirs } = three;
  if (base === undefined || ours === undefined || theirs === undefined) return whole("evidence", three);
  const source = (value: Value): Facts => {
    const { by, of, subject } = value as { readonly [name: string]: Value };
    return Object.fromEntries(
      Object.entries({ by, of, subject }).filter((entry): entry is [string, Json] => entry[1] !== undefined),
    );
  };
  const rest = (value: Value): Facts => {
    const { by: _, of: __, subject: ___, ...more } = value as Facts;
    return more;
  };
  const who = whole("evidence", { base: source(base), ours: source(ours), theirs: source(theirs) }, "by");
  const more = members("evidence", { base: rest(base), ours: rest(ours), theirs: rest(theirs) }, whole);
  return {
    value: { ...(who.value as Facts), ...(more.value as Facts | undefined) },
    clashes: [...who.clashes, ...more.clashes],
  };
}

function emptied(ours: Value, theirs: Value): Value {
  return ours === undefined || !saysSomething(ours)
    ? ours
    : theirs === undefined || !saysSomething(theirs)
      ? theirs
      : undefined;
}

/** Absent, false and empty are the same, but for what a module publishes. */
function keyOf(field: string, value: Value): string {
  return value === undefined || (field !== "publishes" && !saysSomething(value)) ? "" : comparable(value);
}
