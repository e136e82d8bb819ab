/** What is known of an instance that a case holds already: its name, its arguments, and which of its nodes is which. */

import type { CaseNode, DCase } from "../model/case.ts";
import type { Instance } from "../model/pattern.ts";
import type { Arguments } from "./arguments.ts";
import { sameJson } from "./values.ts";

export interface Earlier {
  /** What the instance is called; undefined where there is none. */
  readonly as: string | undefined;
  readonly arguments: Arguments | undefined;
  readonly digest: string | undefined;
  /** Several instances of the pattern are there, and nobody said which. */
  readonly names: readonly string[];
}

export function earlierOf(whole: DCase, pattern: string, as: string | undefined): Earlier {
  const made = whole.nodes.filter(({ instance }) => instance?.pattern === pattern);
  const names = [...new Set(made.flatMap((node) => nameOf(node) ?? []))];
  const name = as ?? (names.length === 1 ? names[0] : undefined);
  const own = made.filter((node) => nameOf(node) === name);
  const records = own.flatMap(({ instance }) => instance ?? []);
  const module = whole.module.instance;
  const whoseModule = module?.pattern === pattern && names.length <= 1 ? module : undefined;
  // The record of a root holds all arguments, the others those that they use.
  const fullest: Instance | undefined = whoseModule ?? records.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const isThere = own.length > 0;
  return {
    as: isThere || as !== undefined ? name : undefined,
    arguments: isThere ? fullest?.arguments : undefined,
    digest: isThere ? fullest?.digest : undefined,
    names,
  };
}

function sizeOf({ arguments: given }: Instance): number {
  return Object.keys(given).length;
}

/** `switch-over` of `switch-over:G3[web1]`. */
function nameOf({ uid, instance }: CaseNode): string | undefined {
  const at = instance?.node === undefined ? -1 : uid.lastIndexOf(`:${instance.node}`);
  return at <= 0 ? undefined : uid.slice(0, at);
}

/** The node of a case that each node of an instance is: by its uid, or else by what it was made from and the values it stands for. */
export function knownNodes(whole: DCase, made: readonly CaseNode[]): ReadonlyMap<string, CaseNode> {
  const byUid = new Map(whole.nodes.map((node) => [node.uid, node]));
  const found = new Map<string, CaseNode>();
  const taken = new Set<string>();
  for (const { uid } of made) {
    const node = byUid.get(uid);
    if (node === undefined) continue;
    found.set(uid, node);
    taken.add(uid);
  }
  const rest = new Map<string, CaseNode[]>();
  for (const node of whole.nodes) {
    // A uid that another tool gave: those of ours say whose they are.
    if (taken.has(node.uid) || node.instance?.node === undefined || nameOf(node) !== undefined) continue;
    const key = `${node.instance.pattern}\n${node.instance.node}`;
    const list = rest.get(key);
    if (list === undefined) rest.set(key, [node]);
    else list.push(node);
  }
  for (const { uid, instance } of made) {
    if (found.has(uid) || instance?.node === undefined) continue;
    const candidates = (rest.get(`${instance.pattern}\n${instance.node}`) ?? []).filter(
      (node) => !taken.has(node.uid) && sameJson(node.instance?.arguments, instance.arguments),
    );
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) continue;
    found.set(uid, only);
    taken.add(only.uid);
  }
  return found;
}
