/** How nodes and modules are drawn, as gsn2x's keys say it. */

import type { Presentation } from "../model/case.ts";
import type { Decoder } from "./decoder.ts";
import type { YamlValue } from "./tree.ts";

type Open<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** Whether the key is one of presentation. */
export function lookOf(name: string, value: YamlValue, look: Open<Presentation>, decode: Decoder): boolean {
  switch (name) {
    case "classes":
      look.classes = decode.texts(value);
      return true;
    case "rankIncrement":
      look.rankIncrement = decode.integer(value);
      return true;
    case "charWrap":
      look.charWrap = decode.integer(value);
      return true;
    case "horizontalIndex":
      look.horizontalIndex = horizontalOf(value, decode);
      return true;
    default:
      return false;
  }
}

function horizontalOf(value: YamlValue, decode: Decoder): Presentation["horizontalIndex"] {
  const map = decode.map(value, "`relative:` or `absolute:` with a number");
  if (map === undefined) return undefined;
  let found: Presentation["horizontalIndex"];
  decode.keys(map, {
    relative: (inner) => {
      const relative = decode.integer(inner, Number.MIN_SAFE_INTEGER);
      if (relative !== undefined) found = { relative };
    },
    absolute: (inner) => {
      const last = inner.kind === "scalar" && inner.text === "last";
      const absolute = last ? "last" : decode.integer(inner);
      if (absolute !== undefined) found = { absolute };
    },
  });
  return found;
}
