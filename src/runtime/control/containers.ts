/** Elements of arrays, texts and maps by index or key: one that is not there is a fault, never an undefined value. */

import { nearest } from "../../diagnostics/index.ts";
import type { RuntimeApi } from "../../records/index.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import { masked } from "../secrets.ts";

type Containers = Pick<RuntimeApi, "at" | "setAt" | "characterAt" | "valueAt">;

/** `xs[i]`, `xs[i] = v`, `text[i]` and `map[key]`. */
export function containers(run: Run): Containers {
  return {
    at(array, index, site) {
      if (index < 0 || index >= array.length) throw outside(run, site, index, array.length, "an array");
      // The comparison above has told that it is there.
      return array[index]!;
    },
    setAt(array, index, value, site) {
      if (index < 0 || index >= array.length) throw outside(run, site, index, array.length, "an array");
      array[index] = value;
      return value;
    },
    characterAt(text, index, site) {
      if (index < 0 || index >= text.length) throw outside(run, site, index, text.length, "a text");
      return text.charAt(index);
    },
    valueAt(map, key, site) {
      const value = map.get(key);
      if (value === undefined) throw missing(run, site, map, key);
      return value;
    },
  };
}

/** The fault of an index outside of an array or text. */
export function outside(run: Run, site: number, index: number, length: number, what: string): Error {
  const range = length === 0 ? "it is empty" : `its indexes are 0 to ${length - 1}`;
  const message = `index ${index} is outside of ${what} of length ${length}: ${range}`;
  return createFault(run, site, { kind: "IndexFault", message, values: [index] });
}

function missing(run: Run, site: number, map: ReadonlyMap<string, unknown>, key: string): Error {
  const isSecret = siteAt(run, site).arguments[0]?.secret === true;
  const near = isSecret ? undefined : nearest(key, map.keys());
  const hint = near !== undefined ? `; the nearest is ${JSON.stringify(near)}` : map.size === 0 ? ": it is empty" : "";
  const message = `the map has no key ${isSecret ? masked : JSON.stringify(key)}${hint}`;
  return createFault(run, site, { kind: "KeyFault", message, values: [key] });
}
