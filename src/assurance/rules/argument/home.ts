/** One module of an argument, with its members by their names. */

import type { DCase } from "../../model/case.ts";
import { type CaseNumbers, numbersOf } from "../../model/numbers.ts";
import type { Parameter } from "../../model/pattern.ts";
import type { Places } from "../../model/places.ts";
import type { CheckedModule, Home, Link, Member, Twins } from "./model.ts";

/** Of all nodes without links, most of which are leaves; never pushed to. */
export const noLinks: Link[] = [];

/** A member while its links are found. */
export type GrowingMember = { -readonly [K in keyof Omit<Member, "out">]: Member[K] } & { out: Link[] };

export class ModuleHome implements Home {
  readonly case: DCase;
  readonly places: Places;
  readonly file: string;
  readonly name: string;
  readonly order: number;
  readonly isPattern: boolean;
  /** In the order of the nodes. */
  readonly members: readonly GrowingMember[];
  readonly numbers: CaseNumbers;
  /** Each node is called by its label alone. */
  readonly #areUidsLabels: boolean;
  #byLabel: ReadonlyMap<string, Member> | undefined;

  /** `first`: the number of its first member; `hear` is told of each of them. */
  constructor(module: CheckedModule, order: number, first: number, hear: (member: GrowingMember) => void) {
    this.case = module.case;
    this.places = module.places;
    this.file = module.file;
    this.name = module.case.module.name;
    this.order = order;
    this.numbers = numbersOf(module.case);
    const members = new Array<GrowingMember>(module.case.nodes.length);
    let isPattern = hasOpen(module.case.module.parameters);
    let areUidsLabels = true;
    module.case.nodes.forEach((node, place) => {
      const { uid, label, type, kind, parameters } = node;
      const member: GrowingMember = { number: first + place, home: this, node, label, type, out: noLinks };
      members[place] = member;
      hear(member);
      if (uid !== label) areUidsLabels = false;
      if (kind === "pattern" || (parameters !== undefined && hasOpen(parameters))) isPattern = true;
    });
    this.members = members;
    this.isPattern = isPattern;
    this.#areUidsLabels = areUidsLabels;
  }

  get byLabel(): ReadonlyMap<string, Member> {
    this.#byLabel ??= firstByLabel(this.members);
    return this.#byLabel;
  }

  withUid(uid: string): Member | undefined {
    const place = this.numbers.at.get(uid);
    return place === undefined ? undefined : this.members[place];
  }

  withLabel(label: string): Member | undefined {
    return this.#areUidsLabels ? this.withUid(label) : this.byLabel.get(label);
  }

  sameUid(): Twins {
    const areNone = this.#areUidsLabels || this.numbers.at.size === this.members.length;
    return areNone ? [] : this.#twins((one) => this.withUid(one.node.uid));
  }

  sameLabel(): Twins {
    const { size } = this.#areUidsLabels ? this.numbers.at : this.byLabel;
    return size === this.members.length ? [] : this.#twins((one) => this.withLabel(one.label));
  }

  #twins(firstOf: (member: Member) => Member | undefined): Twins {
    return this.members.flatMap((member) => {
      const first = firstOf(member);
      return first === undefined || first === member ? [] : [[first, member] as const];
    });
  }
}

function hasOpen(parameters: readonly Parameter[] | undefined): boolean {
  return (parameters ?? []).some(({ value }) => value === undefined);
}

/** The first of several with one label. */
export function firstByLabel(members: readonly Member[]): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  for (const member of members) if (!found.has(member.label)) found.set(member.label, member);
  return found;
}
