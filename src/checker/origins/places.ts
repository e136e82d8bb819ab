/** Whose a file is, by how a script writes its path: this host's, the script's own, or somebody's (faults 1.1). */

import { Origin } from "../../records/index.ts";
import { type OriginGraph, secretBit, type Term } from "./graph.ts";

/** A path within folders that a host's operator keeps. */
const machineBit = secretBit << 1;
/** A path from the root. */
const absoluteBit = secretBit << 2;
/** A path that begins where the script lies. */
export const shippedBit = secretBit << 3;

const machineFolders =
  /^\/(?!dev\/(?:stdin|tty|fd)\b)(?:etc|usr|var|proc|sys|run|dev|boot|lib|lib64|opt|sbin|bin)(?:\/|$)/;

/** The origins of a text that is written in a script, at its value's start. */
export function writtenText(text: string): Term {
  if (!text.startsWith("/")) return Origin.literal;
  return Origin.literal | absoluteBit | (machineFolders.test(text) ? machineBit : 0);
}

/** The origins of what a file holds, by those of its path. */
export function contentOf(graph: OriginGraph, path: Term): Term {
  const known = graph.join(graph.told(path, machineBit, Origin.machine), graph.told(path, shippedBit, Origin.shipped));
  return graph.join(Origin.file, known);
}

/** The same of a path whose own origins are known. */
export function heldBy(path: number): number {
  return ((path & machineBit) === 0 ? 0 : Origin.machine) | ((path & shippedBit) === 0 ? 0 : Origin.shipped);
}

/** The origins of what a host says of a path: whether it is there, what kind of file it is. */
export function stateOf(graph: OriginGraph, path: Term): Term {
  return graph.join(Origin.file, ofPlace(graph, path));
}

/** Whose a path is: this host's where it begins at the root, the script's own. */
export function ofPlace(graph: OriginGraph, path: Term): Term {
  return graph.join(graph.told(path, absoluteBit, Origin.machine), graph.told(path, shippedBit, Origin.shipped));
}
