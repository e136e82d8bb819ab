/** Files of settings in YAML: read against a schema, or told all of their mistakes with places. */

export { type Checked, checkDocument, type DocumentKind, type PlaceOf } from "./document.ts";
export { duration, needs, onOrOff, read, within, yesOrNo } from "./leaf.ts";
