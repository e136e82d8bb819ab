/** What D-Case Editor's own file and the exchange file of D-Case tools have in common: nodes and links with named attributes. */

import type { Span } from "../../text/index.ts";
import type { Json } from "../model/json.ts";

/** By the names that D-Case Editor's own file gives them: `desc`, `attachment`, `userdef001`. */
export type Attributes = ReadonlyMap<string, string>;

export interface FlatItem {
  /** Without a prefix: `Goal`, `SupportedBy`. */
  readonly type: string;
  readonly attributes: Attributes;
  /** Elements within it that nobody knows here. */
  readonly elements: readonly Json[];
  /** Where it stands, and where one of its attributes does; undefined of what is about to be written. */
  readonly spanOf?: (attribute?: string) => Span | undefined;
}

export interface FlatNode extends FlatItem {
  readonly id: string;
}

export interface FlatLink extends FlatItem {
  /** Of one that is about to be written. */
  readonly id?: string;
  /** Ids of nodes, or what stands where they should. */
  readonly source: string;
  readonly target: string;
}

export interface FlatCase {
  readonly attributes: Attributes;
  readonly elements: readonly Json[];
  /** Prefixes of the file that are not the format's own. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly nodes: readonly FlatNode[];
  readonly links: readonly FlatLink[];
  readonly spanOf?: (attribute?: string) => Span | undefined;
}

/** The layer of a node, and the part of a module, that hold what only D-Case tools know. */
export const layer = "dcase-editor";

/** An attribute that the tools carry along and show nobody: what they have no field for is written there. */
export const carrier = "userdef016";

/** Attributes that the tools write also where they are empty, which says nothing. */
export function saysNothing(name: string, value: string): boolean {
  return value === "" && known.test(name);
}

const known =
  /^(?:name|desc|attachment|status|flag|resp(?:Name|Address|Icon)|validUntil|message|requirement|parent|refSource|parameter(?:Defs|Vals)|parameterizedDesc|userdef0\d\d|stakeholder|riskAnalysis|subType|leafNode|siblingOrder|nodeLink)$/;
