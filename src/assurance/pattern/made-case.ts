/** A pattern and its arguments as a case, with a record in each node of what it was made from. */

import { nearest } from "../../diagnostics/index.ts";
import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import type { Instance } from "../model/pattern.ts";
import type { Trouble } from "../model/reading.ts";
import { type Arguments, type Bound, bind, parametersIn } from "./arguments.ts";
import { filledModule, filledNode } from "./fill.ts";
import { FreeLabels, uidsOf } from "./naming.ts";
import { filledText } from "./placeholders.ts";
import { Scope } from "./scope.ts";
import { type CopiedEdge, type Copy, type Unfolded, unfold, valuesAt } from "./unfold.ts";

export interface Made {
  readonly case: DCase;
  /** The uids that nothing of the pattern leads to. */
  readonly roots: ReadonlySet<string>;
  readonly troubles: readonly Trouble[];
}

export interface Naming {
  /** What the instance is called; its uids begin with it. */
  readonly as: string | undefined;
  readonly digest: string | undefined;
  /** Of whoever gives the arguments. */
  readonly language?: string | undefined;
}

export function madeCase(pattern: DCase, given: Arguments, { as, digest, language }: Naming): Made {
  const bound = bind(pattern, given, language);
  const unfolded = unfold(pattern, bound.values);
  const { name } = pattern.module;
  const making = new Making(pattern, bound, unfolded, {
    as: as ?? name,
    record: { pattern: name, ...(digest === undefined ? {} : { digest }) },
  });
  const nodes = unfolded.copies.map((copy) => making.node(copy));
  const edges = unfolded.edges.map((edge) => making.edge(edge));
  const module = making.module(as);
  return {
    case: { module, nodes, edges },
    roots: making.roots,
    troubles: [...bound.troubles, ...unfolded.troubles, ...making.troubles],
  };
}

/** Lives while one case is made. */
class Making {
  readonly roots: ReadonlySet<string>;
  readonly #pattern: DCase;
  readonly #bound: Bound;
  readonly #unfolded: Unfolded;
  readonly #record: Omit<Instance, "arguments">;
  readonly #language: string;
  readonly #uids: ReadonlyMap<Copy, string>;
  readonly #labels: FreeLabels;
  /** The copies that something supports, and the nodes of the pattern of which that is said. */
  readonly #supported: ReadonlySet<Copy>;
  readonly #supportable: ReadonlySet<string>;
  readonly #open = new Map<string, Trouble>();

  constructor(
    pattern: DCase,
    bound: Bound,
    unfolded: Unfolded,
    { as, record }: { readonly as: string; readonly record: Omit<Instance, "arguments"> },
  ) {
    const { copies, edges } = unfolded;
    this.#pattern = pattern;
    this.#bound = bound;
    this.#unfolded = unfolded;
    this.#record = record;
    this.#language = pattern.module.language ?? "en";
    this.#uids = uidsOf(copies, as);
    // A label of another module that an edge leads to must not become one of this case.
    const foreign = edges.flatMap(({ to }) => (typeof to === "string" ? [to] : []));
    this.#labels = new FreeLabels([...copies.map(({ node }) => node.label), ...foreign]);
    this.#supported = new Set(edges.flatMap(({ edge, from }) => (edge.kind === "supportedBy" ? [from] : [])));
    this.#supportable = new Set(pattern.edges.flatMap(({ kind, from }) => (kind === "supportedBy" ? [from] : [])));
    const below = new Set(edges.flatMap(({ edge, from, to }) => belowIn(edge, from, to)));
    this.roots = new Set(copies.filter((copy) => !below.has(copy)).map((copy) => this.#uidOf(copy)));
  }

  get troubles(): readonly Trouble[] {
    return [...this.#open.values()];
  }

  node(copy: Copy): CaseNode {
    const scope = this.#scopeAt(copy);
    const { uninstantiated: marked, ...filled } = filledNode(copy.node, scope);
    for (const path of scope.open) this.#tellOpen(path, copy);
    const uid = this.#uidOf(copy);
    const isMarked = marked === true && scope.used.size === 0;
    const isOpen = scope.open.size > 0 || copy.isSeveral || copy.open.length > 0 || isMarked;
    const isBare = this.#supportable.has(copy.node.uid) && !this.#supported.has(copy);
    const choices = copy.open.map((choice) => ({ ...choice, of: choice.of.flatMap((end) => this.#endsOf(end, copy)) }));
    const { given } = this.#bound;
    const used = this.roots.has(uid)
      ? given
      : Object.fromEntries([...scope.used].filter(([name]) => Object.hasOwn(given, name)));
    const turned = Object.fromEntries(copy.turns.map(({ loop, value }) => [loop.as, value]));
    return {
      ...filled,
      uid,
      label: this.#labels.next(copy.node.label),
      ...(isBare ? { undeveloped: true } : {}),
      ...(isOpen ? { uninstantiated: true } : {}),
      ...(choices.length === 0 ? {} : { choices }),
      instance: { ...this.#record, arguments: { ...used, ...turned }, node: copy.node.uid },
    };
  }

  edge({ edge, from, to, isOpen }: CopiedEdge): CaseEdge {
    const { optional: _, repeats, note, ...rest } = edge;
    return {
      ...rest,
      from: this.#uidOf(from),
      to: this.#endOf(to),
      ...(isOpen && repeats !== undefined ? { repeats } : {}),
      ...(note === undefined ? {} : { note: filledText(note, this.#scopeAt(from)) }),
    };
  }

  module(as: string | undefined): DCase["module"] {
    const scope = new Scope(this.#bound.values, this.#language);
    const instance = { ...this.#record, arguments: this.#bound.given };
    return { ...filledModule(this.#pattern.module, as, scope), instance };
  }

  #scopeAt({ turns }: Copy): Scope {
    return new Scope(valuesAt(this.#bound.values, turns), this.#language);
  }

  #uidOf(copy: Copy): string {
    return this.#uids.get(copy) ?? copy.key;
  }

  #endOf(to: CopiedEdge["to"]): CaseEdge["to"] {
    if (typeof to === "string") return to;
    if (isCopy(to)) return this.#uidOf(to);
    const { from, to: end } = to;
    return typeof from === "string" || typeof end === "string"
      ? { from: String(from), to: String(end) }
      : { from: this.#uidOf(from), to: this.#uidOf(end) };
  }

  /** What the target of a choice has become. */
  #endsOf(uid: string, copy: Copy): readonly string[] {
    const ends = this.#unfolded.edges.flatMap(({ edge, from, to }) =>
      from === copy && edge.to === uid && isCopy(to) ? [this.#uidOf(to)] : [],
    );
    return ends.length === 0 ? [uid] : ends;
  }

  /** A parameter without an argument, or a list that nobody gave, is missing, which is said once. */
  #tellOpen(path: string, { node }: Copy): void {
    const [first = path] = path.split(".");
    const parameters = parametersIn(this.#pattern);
    const unturned = this.#unfolded.edges.some(({ edge, isOpen }) => isOpen && nameOf(edge) === first);
    const isMissing = [path, first].some((name) => parameters.has(name) && !this.#bound.values.has(name));
    if (isMissing || unturned || this.#open.has(path)) return;
    const near = nearest(path, namesKnown(parameters, this.#pattern));
    this.#open.set(path, {
      code: "INS-04",
      message: `nothing fills {${path}} in ${node.label} of the pattern`,
      help: near === undefined ? `declare a parameter ${first} in the pattern` : `did you mean {${near}}?`,
    });
  }
}

function belowIn(edge: CaseEdge, from: Copy, to: CopiedEdge["to"]): readonly Copy[] {
  if (edge.kind === "challenges") return [from];
  return edge.kind !== "responsibility" && isCopy(to) ? [to] : [];
}

function isCopy(to: CopiedEdge["to"]): to is Copy {
  return typeof to === "object" && "key" in to;
}

function nameOf({ repeats }: CaseEdge): string | undefined {
  return repeats?.as ?? repeats?.each;
}

function namesKnown(parameters: ReadonlyMap<string, unknown>, { edges }: DCase): readonly string[] {
  return [...parameters.keys(), ...edges.flatMap((edge) => nameOf(edge) ?? [])];
}
