/** What is said of a case: which rule, how grave, of what, and where it stands. */

import type { Span } from "../../text/index.ts";
import type { Gsn2xMessage } from "./gsn2x-messages.ts";
import type { Level } from "./profiles.ts";
import type { RuleId } from "./rule.ts";

export interface Finding {
  readonly rule: RuleId;
  readonly level: Exclude<Level, "off">;
  readonly file: string;
  /** The module's name. */
  readonly module: string;
  /** Of the node; undefined of the module. */
  readonly label?: string;
  readonly uid?: string;
  readonly message: string;
  /** Undefined where the file tells no places. */
  readonly span?: Span;
  /** Other nodes that explain it. */
  readonly related: readonly RelatedNode[];
  /** The next step. */
  readonly help?: string;
  /** What gsn2x says of it. */
  readonly gsn2x: readonly Gsn2xMessage[];
}

export interface RelatedNode {
  readonly file: string;
  readonly label: string;
  readonly uid: string;
  readonly span?: Span;
}
