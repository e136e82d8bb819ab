/** Which way relations run: in SACM from what supports to what is supported, in GSN's metamodel and in some files the other way. */

import type { Trouble } from "../model/reading.ts";
import { nodeClassOf, relationClassOf } from "./classes.ts";
import type { SacmFile, SacmRelation } from "./items.ts";

export interface Oriented {
  readonly file: SacmFile;
  readonly warnings: readonly Trouble[];
}

/** All relations from what supports to what is supported. */
export function oriented(file: SacmFile): Oriented {
  const isReversed = runsFromParents(file);
  const classes = new Map(file.nodes.map(({ id, class: name }) => [id, nodeClassOf(name)]));
  const relations = file.relations.map((relation) => {
    if (relationClassOf(relation.class)?.isFromParent === true) return turned(relation);
    if (!isOld(file)) return relation;
    const direction = directionOf(relation, classes);
    return (direction === 0 && isReversed) || direction < 0 ? turned(relation) : relation;
  });
  return { file: { ...file, relations }, warnings: isReversed ? [wasReversed(file)] : [] };
}

/**
 * SACM 1.x, which D-Case Editor exports with its relations the other way round: what information stands at which end of
 * contexts and evidence shows it.
 */
function runsFromParents(file: SacmFile): boolean {
  if (!isOld(file)) return false;
  const classes = new Map(file.nodes.map(({ id, class: name }) => [id, nodeClassOf(name)]));
  const votes = file.relations.map((relation) => Math.sign(directionOf(relation, classes)));
  return votes.reduce<number>((sum, vote) => sum + vote, 0) < 0;
}

function isOld({ root, packages }: SacmFile): boolean {
  return root === undefined && /^Argument(?:ation)?$/.test(packages[0]?.class ?? "");
}

/** 1 from information to a claim, -1 from a claim to information, 0 where that cannot be told. */
function directionOf(
  { sources, targets, class: name }: SacmRelation,
  classes: ReadonlyMap<string, string | undefined>,
): number {
  if (name === "AssertedInference") return 0;
  const [source, target] = [classes.get(sources[0] ?? ""), classes.get(targets[0] ?? "")];
  if (source === undefined || target === undefined) return 0;
  return Number(source === "ArtifactReference") - Number(target === "ArtifactReference");
}

function turned(relation: SacmRelation): SacmRelation {
  return { ...relation, sources: relation.targets, targets: relation.sources };
}

function wasReversed(file: SacmFile): Trouble {
  const span = file.packages[0]?.spanOf?.();
  return {
    code: "FIL-08",
    message:
      "the relations run from claims to what supports them, as D-Case Editor exports them; they were turned round",
    ...(span === undefined ? {} : { span }),
    help: "read D-Case Editor's own file instead, where you have it: it says more",
  };
}
