/** Packages, nodes and relations of SACM as a case. */

import type { CaseEdge, CaseNode, DCase, EdgeTarget, ModuleInfo } from "../model/case.ts";
import type { Trouble } from "../model/reading.ts";
import { createLabels } from "../xml/fresh-labels.ts";
import { edgeFields, type Fields, moduleFields, nodeFields } from "../xml/model-shapes.ts";
import { edgesWithOthers, otherEdges } from "../xml/other-edges.ts";
import { type Rest, withRest } from "../xml/rest.ts";
import type { SacmFile, SacmItem, SacmRelation, SacmThing } from "./items.ts";
import { mostUsed } from "./languages.ts";
import { mainPackage, moduleOf } from "./module.ts";
import { type Around, givenLabel, nodeOf } from "./node.ts";
import { typeOfItem, usesIn } from "./node-types.ts";
import { inUsualOrder, reordered } from "./order.ts";
import { oriented } from "./orientation.ts";
import { keptJson } from "./relation-keeping.ts";
import { readRelations } from "./relation-reading.ts";
import { withOwnStrategies } from "./strategies.ts";
import { restOfTags } from "./tags.ts";

export interface SacmReading {
  readonly case: DCase;
  readonly warnings: readonly Trouble[];
  /** In the order of the case's nodes. */
  readonly items: readonly SacmItem[];
  /** The relation behind each edge; undefined for one that is none of the file's. */
  readonly relations: readonly (SacmRelation | undefined)[];
  /** What the file says without what was written beside it. */
  readonly native: {
    readonly nodes: readonly CaseNode[];
    /** In the order of the file, with the relations that they come from. */
    readonly edges: readonly { readonly edge: CaseEdge; readonly relation: SacmRelation }[];
    readonly module: ModuleInfo;
  };
}

/** `name` is the case's where its file gives none. */
export function readSacm(given: SacmFile, name: string): SacmReading {
  const turned = oriented(given);
  const file = withOwnStrategies(turned.file);
  const warnings: Trouble[] = [...turned.warnings];
  const uses = usesIn(file.relations);
  const language = mostUsed([...(file.root === undefined ? [] : [file.root]), ...file.packages, ...file.nodes]);
  const types = new Map(file.nodes.map((item) => [item.id, typeOfItem(item, uses)]));
  const labels = labelsOf(file, types);
  const around: Around = {
    types,
    language,
    file,
    ownArtifacts: new Set(file.ownArtifacts.map(({ id }) => id)),
    package: mainPackage(file),
    byId: new Map(file.nodes.map((item) => [item.id, item])),
    labelOf: (item) => labels.get(item.id) ?? item.id,
  };
  const native = file.nodes.map((item) => nodeOf(item, around));
  const rest = restOfTags((file.root ?? file.packages[0])?.tags ?? []);
  const inFile = native.map((node, at) => restored(node, file.nodes[at], nodeFields, warnings));
  const places = reordered([...inFile.keys()], rest?.["nodeOrder"]);
  const nodes = places.map((at) => inFile[at]).filter((node) => node !== undefined);

  const uids = new Map(file.nodes.map(({ id }, at) => [id, inFile[at]?.uid ?? id]));
  const read = readRelations(file, new Map(native.map(({ uid, type }) => [uid, type])), language);
  warnings.push(...read.warnings);
  const nativeEdges = read.edges.map(({ edge, relation }) => ({ edge: between(edge, uids), relation }));
  const edges = nativeEdges.map(({ edge, relation }) => ({
    edge: restored(edge, relation, edgeFields, warnings),
    relation,
  }));
  const usual = inUsualOrder(
    edges,
    nodes.map(({ uid }) => uid),
  );
  const sorted = reordered(usual, rest?.["edgeOrder"]);
  const all = edgesWithOthers(
    sorted.map(({ edge }) => edge),
    sorted,
    rest,
  );

  const nativeModule = moduleOf(file, name, language, keptJson(read.kept, uids));
  const module = restored(nativeModule, file.root ?? file.packages[0], moduleFields, warnings);
  return {
    case: { module, nodes, edges: all.map(({ edge }) => edge) },
    warnings,
    items: places.map((at) => file.nodes[at]).filter((item) => item !== undefined),
    relations: all.map(({ item }) => item?.relation),
    native: { nodes: native, edges: nativeEdges, module: nativeModule },
  };
}

function labelsOf(file: SacmFile, types: Around["types"]): ReadonlyMap<string, string> {
  const given = file.nodes.map(givenLabel);
  const labels = createLabels(given.map((label) => label ?? ""));
  return new Map(file.nodes.map((item, at) => [item.id, labels.of(given[at], types.get(item.id)?.type ?? "goal")]));
}

function between(edge: CaseEdge, uids: ReadonlyMap<string, string>): CaseEdge {
  const uid = (id: string): string => uids.get(id) ?? id;
  const to =
    typeof edge.to === "string"
      ? uid(edge.to)
      : ({ from: uid(edge.to.from), to: uid(edge.to.to) } satisfies EdgeTarget);
  return { ...edge, from: uid(edge.from), to };
}

/** Keys of a module's rest that are no fields of a module. */
const notFields = [otherEdges, "nodeOrder", "edgeOrder"];

function restored<T extends object>(native: T, thing: SacmThing | undefined, fields: Fields, warnings: Trouble[]): T {
  const rest: Rest | undefined = thing === undefined ? undefined : restOfTags(thing.tags);
  const { value, unreadable } = withRest(native, rest, fields, ...notFields);
  for (const field of unreadable) {
    const span = thing?.spanOf?.("taggedValue") ?? thing?.spanOf?.();
    warnings.push({
      code: "FIL-08",
      message: `the tag \`dscript.${field}\` can no longer be read`,
      ...(span === undefined ? {} : { span }),
      help: "somebody changed it; look whether something is missing here",
    });
  }
  return value;
}
