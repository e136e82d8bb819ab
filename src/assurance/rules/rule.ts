/** A rule as a row: what it is called, how grave it is, why there is such a rule, and the function that looks. */

import type { Argument, Home, Member } from "./argument/model.ts";
import type { Gsn2xMessage } from "./gsn2x-messages.ts";
import type { Levels, Profile } from "./profiles.ts";

/** What a rule is about. */
export type Family = "FIL" | "COR" | "ARG" | "MOD" | "PAT" | "DIA" | "EVI" | "TXT" | "OWN" | "LIM";

/** `COR-03`: stable for ever; the meaning of an id never changes. */
export type RuleId = `${Family}-${number}`;

export interface RuleRow {
  readonly id: RuleId;
  readonly title: string;
  /** Why there is such a rule: whole sentences. */
  readonly explanation: string;
  readonly levels: Levels;
  /** gsn2x's ids for the same. */
  readonly gsn2x?: readonly string[];
  /** Undefined where it is whoever reads the file that says so. */
  readonly check?: Check;
}

/** A row with a case that breaks the rule and one that does not, as texts of a `.dcase.yaml` (of other formats where it says so). */
export interface Rule extends RuleRow {
  readonly bad: string;
  readonly good: string;
}

/**
 * Looks at the whole argument, and says what it finds; or begins to, and returns how it looks at one member after the other.
 * Never throws, whatever the argument is like.
 */
export type Check = (argument: Argument, say: Say, settings: Settings) => Look | undefined;

/** Is called for each member, in their order: the looks of all rules go through a large argument together, while what they look at is at hand. */
export type Look = (member: Member) => void;

/** False once nobody listens any more: the rule has said enough. */
export type Say = (found: Found) => boolean;

export interface Found {
  readonly home: Home;
  /** Undefined: it is about the module. */
  readonly member?: Member | undefined;
  /** The part of the node or module, as `Places` names it. */
  readonly key?: string;
  readonly item?: string;
  readonly message: string;
  /** The next step. */
  readonly help?: string | undefined;
  readonly related?: readonly Member[];
  readonly gsn2x?: readonly Gsn2xMessage[];
}

/** A finding that only counts: nobody listens any more. */
export function untold({ home }: Member): Found {
  return { home, message: "" };
}

/** What a rule knows beside the cases. */
export interface Settings {
  readonly profile: Profile;
  /** `2027-03-31`. Undefined: nothing has passed. */
  readonly today?: string;
  /** The roles that exist. Undefined: any may. */
  readonly roles?: readonly string[];
  /** The files that exist, by their paths as `file` of the modules writes them. Undefined: all do. */
  readonly files?: { readonly has: (path: string) => boolean };
  /** What is in doubt from outside of the argument: a monitor whose condition does not hold, evidence that fails. */
  readonly marks?: readonly Mark[];
  /** The nearest of some names to one that does not exist, but for one. */
  readonly nearest: Nearest;
}

export type Nearest = (
  name: string,
  candidates: ReadonlyMap<string, unknown> | ReadonlySet<string>,
  except?: string,
) => string | undefined;

export interface Mark {
  readonly uid: string;
  /** Why: a part of a sentence, "its condition does not hold". */
  readonly says: string;
}
