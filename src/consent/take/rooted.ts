/** Policies and people: they count once enough of the roots' keys have signed them, in one entry or in several. */

import { fromBase64 } from "../../agreement/index.ts";
import { canonicalJson, type Json } from "../../assurance/index.ts";
import { encodeUtf8 } from "../../text/index.ts";
import type { LoggedPolicy, Pending, Roots } from "../core.ts";
import type { KeyOfPerson, Person } from "../people/people.ts";
import type { Taken, Taking } from "./entry.ts";

/** The roots that a policy's content names; a sentence where they cannot be. */
export function rootsIn(content: { readonly [key: string]: Json }): Roots | string {
  const roots = content["roots"];
  if (typeof roots !== "object" || roots === null || Array.isArray(roots)) return "it names no roots";
  const { keys, threshold = 1 } = roots as { readonly keys?: Json; readonly threshold?: Json };
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every((key) => typeof key === "string"))
    return "its roots have no keys";
  const names = keys as readonly string[];
  if (new Set(names).size < names.length) return "a key stands twice among its roots";
  if (typeof threshold !== "number" || !Number.isSafeInteger(threshold) || threshold < 1 || threshold > names.length)
    return `its threshold is no number from 1 to ${names.length}`;
  return { keys: names, threshold };
}

export function takePolicy(taking: Taking): Taken {
  const { core, entry, hashOf } = taking;
  const content = entry.statement.predicate["policy"] as { readonly [key: string]: Json };
  const roots = rootsIn(content);
  if (typeof roots === "string") return roots;
  const version = content["version"];
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) return "it has no version";
  if (core.policy !== undefined && version <= core.policy.version)
    return `version ${core.policy.version} is there already, and version ${version} is no newer one`;
  const keys = signersSoFar(taking, "policy", [...roots.keys, ...(core.policy?.roots.keys ?? [])]);
  const enough = [roots, ...(core.policy === undefined ? [] : [core.policy.roots])].every(
    (each) => countOf(each, keys, hashOf) >= each.threshold,
  );
  if (!enough) return wait(taking, "policy", keys);
  const canonical = canonicalJson(content);
  if (!canonical.ok) return "it has no canonical form";
  const digest = hashOf(encodeUtf8(canonical.text));
  const policy: LoggedPolicy = { version, digest, entry: entry.index, content, roots };
  core.policy = policy;
  spend(taking);
  return undefined;
}

export function takePerson(taking: Taking): Taken {
  const { core, entry, hashOf } = taking;
  if (core.policy === undefined) return "there is no policy yet that says who may name people";
  if (core.spent.includes(entry.digest)) return "it is a copy of what was said before";
  const { roots } = core.policy;
  const signed = signersSoFar(taking, "person", roots.keys);
  const { id, name, roles, keys, retired = [] } = entry.statement.predicate as unknown as PersonFields;
  // An id may be the name of what every object has.
  const before = Object.hasOwn(core.people, id) ? core.people[id] : undefined;
  const all: KeyOfPerson[] = [];
  for (const [spki, isRetired] of [
    ...keys.map((key) => [key, false] as const),
    ...retired.map((key) => [key, true] as const),
  ]) {
    const bytes = fromBase64(spki);
    if (bytes === undefined) return `a key of ${id} is no base64`;
    const key = { id: hashOf(bytes), spki };
    const owner = Object.values(core.people).find(
      (each) => each.id !== id && each.keys.some((own) => own.id === key.id),
    );
    if (owner !== undefined) return `the key ${key.id.slice(0, 12)} is ${owner.id}'s: a key is one person's`;
    const known = before?.keys.find((each) => each.id === key.id);
    if (isRetired) all.push({ ...key, retiredAt: known?.retiredAt ?? entry.index });
    else all.push(key);
  }
  if (countOf(roots, signed, hashOf) < roots.threshold) return wait(taking, "person", signed);
  const person: Person = { id, name, roles, keys: all, entry: entry.index };
  core.people = { ...core.people, [id]: person };
  spend(taking);
  return undefined;
}

interface PersonFields {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly keys: readonly string[];
  readonly retired?: readonly string[];
}

/** The roots' keys that have signed this payload, here and in entries before. */
function signersSoFar(
  { core, entry, hashOf }: Taking,
  kind: Pending["kind"],
  roots: readonly string[],
): readonly string[] {
  const before = core.pending[entry.digest];
  const found = new Set(before?.kind === kind ? before.keys : []);
  for (const spki of roots) {
    const bytes = fromBase64(spki);
    const id = bytes === undefined ? "" : hashOf(bytes);
    if (entry.signers.includes(id) && entry.isSigned(id, spki)) found.add(id);
  }
  return [...found];
}

function countOf({ keys }: Roots, signed: readonly string[], hashOf: Taking["hashOf"]): number {
  return keys.filter((spki) => {
    const bytes = fromBase64(spki);
    return bytes !== undefined && signed.includes(hashOf(bytes));
  }).length;
}

function wait({ core, entry }: Taking, kind: Pending["kind"], keys: readonly string[]): string {
  if (keys.length === 0) return "no key of the roots has signed it";
  core.pending = { ...core.pending, [entry.digest]: { kind, entry: entry.index, keys } };
  return "more keys of the roots have to sign it";
}

function spend({ core, entry }: Taking): void {
  const { [entry.digest]: _, ...rest } = core.pending;
  core.pending = rest;
  core.spent = [...core.spent, entry.digest];
}
