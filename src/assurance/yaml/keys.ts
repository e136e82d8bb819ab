/** The keys of a D-Case file: gsn2x's on a node and a module, and ours beneath `dcase:`. */

/** gsn2x 4's attributes of an element, in the order in which they are written. */
export const elementKeys = [
  "nodeType",
  "text",
  "supportedBy",
  "inContextOf",
  "challenges",
  "undeveloped",
  "defeated",
  "defeatedRelation",
  "url",
  "acp",
  "classes",
  "rankIncrement",
  "horizontalIndex",
  "charWrap",
  "dcase",
] as const;

/** Ours, which gsn2x takes for a layer. */
export const nodeKeys = [
  "uid",
  "kind",
  "texts",
  "owner",
  "validUntil",
  "uninstantiated",
  "tags",
  "parameters",
  "evidence",
  "monitor",
  "away",
  "attachments",
  "links",
  "challenges",
  "responsibility",
  "choices",
  "instance",
  "layers",
] as const;

export const moduleKeys = [
  "name",
  "brief",
  "uses",
  "extends",
  "stylesheets",
  "rankIncrement",
  "horizontalIndex",
  "dcase",
] as const;

export const moduleOwnKeys = [
  "names",
  "briefs",
  "language",
  "profile",
  "agree",
  "publishes",
  "parameters",
  "instance",
  "extra",
] as const;
