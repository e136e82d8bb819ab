/** All rules over all modules of an argument. */

import type { Span } from "../../text/index.ts";
import { allRules } from "./all-rules.ts";
import { argumentOf } from "./argument/argument-of.ts";
import type { CheckedModule, Home, Member } from "./argument/model.ts";
import { caseLimits } from "./families/limits.ts";
import type { Finding, RelatedNode } from "./finding.ts";
import { boundedNearest } from "./names.ts";
import type { Level, Profile } from "./profiles.ts";
import type { Found, Look, Rule, Settings } from "./rule.ts";

export interface CheckOptions extends Omit<Partial<Settings>, "nearest"> {
  /** `dcase` unless it is told. */
  readonly profile?: Profile;
  /** Only these rules, by id or family (`COR`), also where the profile has them off: as warnings then. */
  readonly only?: readonly string[];
  /** Not these. */
  readonly off?: readonly string[];
  /** These as well, as warnings, where the profile has them off. */
  readonly also?: readonly string[];
}

/**
 * What the rules find, by file and place. `modules`: the whole argument, each module once, the one that is asked about first.
 * Of a rule the first 100 findings are told, and the number of the others (LIM-04). Never throws, whatever a case is like; linear in its size.
 */
export function checkCases(modules: readonly CheckedModule[], options: CheckOptions = {}): readonly Finding[] {
  const argument = argumentOf(modules);
  const settings: Settings = { ...options, profile: options.profile ?? "dcase", nearest: boundedNearest() };
  const placed: Placed[] = [];
  const told: { readonly rule: Rule; count: number }[] = [];
  const looks: Look[] = [];
  for (const rule of allRules) {
    const level = levelOf(rule, settings.profile, options);
    if (level === "off" || rule.check === undefined) continue;
    const own = { rule, count: 0 };
    told.push(own);
    const say = (found: Found): boolean => {
      own.count += 1;
      if (own.count <= caseLimits.findings) placed.push(placedOf(rule, level, found));
      return own.count < caseLimits.findings;
    };
    const look = rule.check(argument, say, settings);
    if (look !== undefined) looks.push(look);
  }
  // Not by an iterator, here and in the rules: until a loop is compiled, each step of one takes several times as long.
  argument.members.forEach((member) => {
    for (let at = 0; at < looks.length; at += 1) looks[at]!(member);
  });
  const [home] = argument.homes;
  const cut = told.flatMap(({ rule, count }) =>
    count > caseLimits.findings && home !== undefined ? cutOf(rule, count, home) : [],
  );
  return [...placed.sort(inOrder).map(({ finding }) => finding), ...cut];
}

interface Placed {
  readonly finding: Finding;
  readonly file: number;
  /** -1 where there is no place: ahead of all that have one. */
  readonly at: number;
  readonly node: number;
}

function inOrder(a: Placed, b: Placed): number {
  return a.file - b.file || a.at - b.at || a.node - b.node || (a.finding.rule < b.finding.rule ? -1 : 1);
}

function levelOf({ id, levels }: Rule, profile: Profile, { only, off, also }: CheckOptions): Level {
  if (off !== undefined && names(off, id)) return "off";
  if (only !== undefined && !names(only, id)) return "off";
  const level = levels[profile];
  const isAsked = only !== undefined || (also !== undefined && names(also, id));
  return level === "off" && isAsked ? "warning" : level;
}

function names(list: readonly string[], id: string): boolean {
  return list.includes(id) || list.includes(id.slice(0, 3));
}

function placedOf(rule: Rule, level: Finding["level"], found: Found): Placed {
  const { home, member, message, help, related = [], gsn2x = [] } = found;
  const span = spanOf(found);
  const finding: Finding = {
    rule: rule.id,
    level,
    file: home.file,
    module: home.name,
    ...(member === undefined ? {} : { label: member.label, uid: member.node.uid }),
    message,
    ...(span === undefined ? {} : { span }),
    related: related.map(relatedNode),
    ...(help === undefined ? {} : { help }),
    gsn2x,
  };
  return { finding, file: home.order, at: span?.start ?? -1, node: member?.number ?? -1 };
}

/** The part that is meant, or else the nearest that holds it. */
function spanOf({ home, member, key, item }: Found): Span | undefined {
  const { places } = home;
  const uid = member?.node.uid;
  return (
    (key === undefined || item === undefined ? undefined : places.of(uid, key, item)) ??
    (key === undefined ? undefined : places.of(uid, key)) ??
    places.of(uid)
  );
}

function relatedNode({ home, label, node: { uid } }: Member): RelatedNode {
  const span = home.places.of(uid);
  return span === undefined ? { file: home.file, label, uid } : { file: home.file, label, uid, span };
}

function cutOf(rule: Rule, count: number, { file, name }: Home): Finding {
  return {
    rule: "LIM-04",
    level: "advice",
    file,
    module: name,
    message: `${rule.id} has ${count} findings; the first ${caseLimits.findings} are shown`,
    help: "mend these, and check again",
    related: [],
    gsn2x: [],
  };
}
