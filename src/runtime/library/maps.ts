/** Methods of Map. */

import type { Functions } from "./function.ts";

type Values = Map<string, unknown>;

export const mapFunctions: Functions = {
  "Map.length": (_flow, _site, map: Values) => map.size,
  "Map.isEmpty": (_flow, _site, map: Values) => map.size === 0,
  "Map.keys": (_flow, _site, map: Values) => [...map.keys()],
  "Map.values": (_flow, _site, map: Values) => [...map.values()],
  "Map.has": (_flow, _site, map: Values, key: string) => map.has(key),
  "Map.get": (_flow, _site, map: Values, key: string) => map.get(key) ?? null,
  "Map.set": (_flow, _site, map: Values, key: string, value: unknown) => {
    map.set(key, value);
  },
  "Map.remove": (_flow, _site, map: Values, key: string) => map.delete(key),
  "Map.clear": (_flow, _site, map: Values) => map.clear(),
  "Map.copy": (_flow, _site, map: Values) => new Map(map),
  "Map.merge": (_flow, _site, map: Values, other: Values) => new Map([...map, ...other]),
};
