/** The canonical text of each node, which the digest of the case and the hashes of its subtrees are both made of. */

import type { DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import { numbersOf } from "../model/numbers.ts";
import type { Trouble } from "../model/reading.ts";
import { argumentOf, nodeFacts } from "./argument.ts";
import { canonicalJson, type NoForm } from "./jcs.ts";

export interface Contents {
  /** By the node's place in the case. Of nodes with one uid the first has the edges, as everywhere. */
  readonly texts: readonly string[];
  /** Nodes without a canonical form: nothing can be made of such a case. */
  readonly troubles: readonly Trouble[];
}

const known = new WeakMap<DCase, Contents>();

/** Of all nodes, for those who need them more than once. */
export function contentsOf(whole: DCase): Contents {
  const before = known.get(whole);
  if (before !== undefined) return before;
  const troubles: Trouble[] = [];
  const textAt = textsOf(whole, (_, trouble) => troubles.push(trouble));
  const made = { texts: whole.nodes.map((_, place) => textAt(place)), troubles };
  known.set(whole, made);
  return made;
}

/** What is asked for is made, and not kept; `hear` is told of a node without a canonical form, whose text is empty. */
export function textsOf(whole: DCase, hear: (place: number, trouble: Trouble) => void): (place: number) => string {
  const before = known.get(whole);
  if (before?.troubles.length === 0) return (place) => before.texts[place]!;
  const index = indexOf(whole);
  const { at } = numbersOf(whole);
  const areUnique = at.size === whole.nodes.length;
  return (place) => {
    const node = whole.nodes[place]!;
    const isFirst = areUnique || at.get(node.uid) === place;
    const canonical = canonicalJson(isFirst ? argumentOf(node, index.outAt(place)) : nodeFacts(node));
    if (canonical.ok) return canonical.text;
    hear(place, noFormTrouble(canonical, node.label));
    return "";
  };
}

/** `label` is empty for the module. */
export function noFormTrouble({ what, path }: NoForm, label: string): Trouble {
  const place = path.map((step) => JSON.stringify(step)).join(", ");
  const whose = label === "" ? "the module" : JSON.stringify(label);
  return what === "surrogate"
    ? {
        code: "DIG-01",
        message: `${whose} holds bytes that are no text, so that the case has no digest: at ${place}`,
        help: "write the file anew in UTF-8",
      }
    : {
        code: "DIG-02",
        message: `${whose} holds a number that is infinite or none, so that the case has no digest: at ${place}`,
        help: "write a number, or write it in quotes",
      };
}
