/** From a JSON value to a YAML text. */

import { stringify } from "yaml";
import type { JsonValue } from "../json/value.ts";

/** The text of a value, in blocks; what a reader of YAML 1.1 would take for no text (`yes`, `010`, `12:30`) stands in quotes. */
export function formatYaml(json: JsonValue): string {
  return stringify(json.value, { lineWidth: 0, aliasDuplicateObjects: false, compat: "yaml-1.1", merge: true });
}
