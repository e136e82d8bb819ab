/** What a script says of itself, as far as an argument for it can be drafted from that: plain data, texts are the script's own. */

import type { Condition } from "../model/condition.ts";
import type { Parameter } from "../model/pattern.ts";

export interface ScriptFacts {
  /** As evidence names it: "switch_over.dscript". */
  readonly file: string;
  readonly plans: readonly PlanFacts[];
  readonly parameters: readonly Parameter[];
  readonly constants: readonly { readonly name: string; readonly value: string | number | boolean }[];
  readonly contexts: readonly { readonly name: string; readonly schedule: string }[];
  readonly places: readonly { readonly name: string; readonly hosts: readonly string[] }[];
  readonly monitors: readonly MonitorFacts[];
  readonly whens: readonly WhenFacts[];
  readonly tests: readonly TestFacts[];
  /** Campaigns of fault injection for it, by their files. */
  readonly campaigns: readonly string[];
}

/** A plan; a task that is called by itself is a plan of one. */
export interface PlanFacts {
  readonly name: string;
  readonly goal?: string;
  /** In the order of the text, each once. */
  readonly tasks: readonly TaskFacts[];
  /** Plans that it calls. */
  readonly plans: readonly string[];
  /** What `on failure` does; undefined where there is none. */
  readonly onFailure?: HandlerFacts;
  readonly onUndoFailure?: HandlerFacts;
}

export interface HandlerFacts {
  readonly roles: readonly string[];
}

export interface TaskFacts {
  readonly name: string;
  readonly goal?: string;
  /** Lines of code; empty where there is none. */
  readonly pre: readonly string[];
  readonly post: readonly string[];
  readonly timeout?: string;
  readonly takeBack:
    | { readonly kind: "undo"; readonly words?: string }
    | { readonly kind: "atomic"; readonly paths: readonly string[] }
    | { readonly kind: "irreversible"; readonly why: string }
    | { readonly kind: "nothing" };
}

export interface MonitorFacts {
  readonly name: string;
  /** `10s`. */
  readonly every: string;
  /** What holds as long as nothing has to be done; undefined where the script does not say it simply. */
  readonly holds?: Condition;
}

export interface WhenFacts {
  readonly condition: string;
  /** What a comment above it says. */
  readonly words?: string;
  /** "2 per 1h". */
  readonly atMost: string;
  /** The plans and tasks that it starts. */
  readonly starts: readonly string[];
}

export interface TestFacts {
  readonly name: string;
  /** The tasks and plans that it calls. */
  readonly calls: readonly string[];
  /** Whether it looks at who was told. */
  readonly looksAtTold: boolean;
}

/** A text of ours in the language of the case. */
export type Say = (text: string) => string;
