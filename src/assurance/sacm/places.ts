/** Where in a file of SACM the parts of a case stand. */

import type { Span } from "../../text/index.ts";
import type { Places } from "../model/places.ts";
import type { SacmFile, SacmThing } from "./items.ts";
import type { SacmReading } from "./reading.ts";

const parts: Readonly<Record<string, readonly string[]>> = {
  label: ["name", "xmi:id"],
  name: ["name"],
  text: ["description", "content", "statement", "name"],
  brief: ["description"],
  type: ["xsi:type"],
  kind: ["xsi:type"],
  undeveloped: ["assertionDeclaration"],
  defeated: ["assertionDeclaration"],
  uninstantiated: ["isAbstract"],
  away: ["citedElement"],
  attachments: ["referencedArtifactElement", "referencedArtifact"],
};

export function placesOf(file: SacmFile, { case: whole, items, relations }: SacmReading): Places {
  const byUid = new Map(whole.nodes.map(({ uid }, at) => [uid, items[at]]));
  let byEnds: ReadonlyMap<string, SacmThing> | undefined;
  return {
    of: (uid, key, item) => {
      if (item !== undefined) {
        byEnds ??= relationsByEnds(whole, relations);
        return byEnds.get(endsOf(uid ?? "", key ?? "", item))?.spanOf?.();
      }
      return spanOf(uid === undefined ? (file.root ?? file.packages[0]) : byUid.get(uid), key);
    },
  };
}

function spanOf(thing: SacmThing | undefined, key: string | undefined): Span | undefined {
  if (key === undefined) return thing?.spanOf?.("name") ?? thing?.spanOf?.();
  for (const part of parts[key] ?? ["taggedValue"]) {
    const span = thing?.spanOf?.(part);
    if (span !== undefined) return span;
  }
  return undefined;
}

function relationsByEnds(
  { nodes, edges }: SacmReading["case"],
  relations: SacmReading["relations"],
): ReadonlyMap<string, SacmThing> {
  const labels = new Map(nodes.map(({ uid, label }) => [uid, label]));
  const found = new Map<string, SacmThing>();
  for (const [at, { kind, from, to }] of edges.entries()) {
    const relation = relations[at];
    if (relation !== undefined && typeof to === "string") found.set(endsOf(from, kind, labels.get(to) ?? to), relation);
  }
  return found;
}

function endsOf(from: string, kind: string, to: string): string {
  return JSON.stringify([from, kind, to]);
}
