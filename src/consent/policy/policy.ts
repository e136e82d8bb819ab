/** What a team has laid down: who must agree on what, how old things may be, and what the engine does about it. */

import { globFits } from "./glob.ts";

/** From the loosest to the strictest. */
export const modes = ["off", "audit", "warn", "enforce"] as const;
export type Mode = (typeof modes)[number];

/** How many people of a role; `any` stands for everybody. */
export type Quorum = Readonly<Record<string, number>>;

export interface Tier {
  /** In a person's words. */
  readonly says: string;
  readonly agree: Quorum;
  /** Whether the evidence below the goals that a script serves must be passing and fresh. */
  readonly evidence: boolean;
  /** Whether there must be a D-Case whose goals it serves. */
  readonly case: boolean;
  /** Milliseconds that an agreement lasts; undefined for as long as it says itself. */
  readonly lasts: number | undefined;
}

export interface ScriptRule {
  /** A glob of its path, or of the end of its path where it begins with no slash. */
  readonly path: string;
  readonly tier: string;
}

export interface BreakGlass {
  readonly roles: readonly string[];
  /** How many of them, each with their own signature. */
  readonly people: number;
  /** Times within `window`, over all scripts. */
  readonly ceiling: number;
  /** Milliseconds. */
  readonly window: number;
  /** Milliseconds that one lasts at most. */
  readonly lasts: number;
  /** Milliseconds within which somebody else must have reviewed it. */
  readonly review: number;
  /** Roles that are told. */
  readonly notify: readonly string[];
}

/** What becomes of a run whose agreement ends under way. */
export type Outlived = "undo" | "pause";

export interface Policy {
  /** Rises with each change. */
  readonly version: number;
  readonly mode: Mode;
  /** The oldest engine that may run under it: "0.2.0". */
  readonly engine: string;
  /** Whose signatures make a policy, and people with their roles: SubjectPublicKeyInfo in base64. */
  readonly roots: { readonly keys: readonly string[]; readonly threshold: number };
  readonly log: {
    /** Its folder, as it is written. */
    readonly folder: string;
    /** Keys of copies that count, as NAME+HASH+KEY; none where the folder's own header says. */
    readonly keys: readonly string[];
    /** Milliseconds that the newest signed statement may be old; undefined for any. */
    readonly fresh: number | undefined;
  };
  readonly tiers: Readonly<Record<string, Tier>>;
  readonly scripts: readonly ScriptRule[];
  /** Of scripts that no rule names. */
  readonly otherwise: string;
  /** Of scripts that change nothing, where no rule names them; undefined where they are as all others. */
  readonly readers: string | undefined;
  /** Who together can overrule an objection; empty where nobody can. */
  readonly overrule: Quorum;
  /** Roles whose people may revoke what others have agreed on. */
  readonly revoke: readonly string[];
  /** Roles whose signatures make evidence count; empty for everybody's. */
  readonly witnesses: readonly string[];
  readonly environment: {
    /** PATH of the run's commands; undefined for the caller's. */
    readonly path: string | undefined;
    /** Names that are passed on, with `*` at the end for a beginning; undefined for all. */
    readonly keep: readonly string[] | undefined;
  };
  readonly outlived: Outlived;
  /** Whether tests, campaigns and dry runs go without an agreement. */
  readonly rehearsals: "free" | "gated";
  readonly breakGlass: BreakGlass | undefined;
  /** The folder of what the gate remembers; undefined for one in the state folder of whoever runs it. */
  readonly memory: string | undefined;
}

/** The stricter of several modes. */
export function strictest(...all: readonly (Mode | undefined)[]): Mode {
  return modes[Math.max(...all.map((mode) => modes.indexOf(mode ?? "off")))] ?? "enforce";
}

/** The name of a script's tier. `path` is absolute. */
export function tierOf(policy: Policy, path: string, changes: boolean): string {
  const rule = policy.scripts.find((each) => isNamed(each.path, path));
  if (rule !== undefined) return rule.tier;
  return !changes && policy.readers !== undefined ? policy.readers : policy.otherwise;
}

function isNamed(glob: string, path: string): boolean {
  return globFits(glob.startsWith("/") ? glob : `**/${glob}`, path);
}
