/** Who decides whether a script may run: asked by the engine ahead of the first side effect, and at each change (docs/agreement). */

import type { DCase } from "../../assurance/index.ts";
import type { ServedGoal } from "../../records/index.ts";
import type { Bundle } from "../bundle.ts";
import type { Runnable } from "../runnable.ts";
import type { Unprepared } from "../unprepared.ts";

/** A run that is about to begin: what was read is what would run. */
export interface GateSubject {
  /** As given. */
  readonly name: string;
  /** Where its text comes from: a file, standard input, words of the command line. */
  readonly from: "file" | "input" | "words";
  /** Absolute; empty where it is no file. */
  readonly path: string;
  readonly files: Runnable["files"];
  /** A digest of all bytes that it consists of, its configuration's too: 64 hexadecimal digits. */
  readonly contentKey: string;
  /** The digest of the bytes of its dscript.yaml, "sha256:…"; undefined where there is none. */
  readonly configuration: string | undefined;
  /** What it says, with its digest; says why there is none. Read anew: whoever asks compares. */
  readonly bundle: () => Promise<Bundle | Unprepared>;
  /** The same of another script, which evidence is of. */
  readonly bundleAt: (path: string) => Promise<Bundle | Unprepared>;
  readonly case: Runnable["case"];
  /** The case with its modules, as they are now; undefined where it is none, or is another one than the program was made with. */
  readonly cases: () => Promise<readonly DCase[] | undefined>;
  /** The goals of the case that it serves. */
  readonly goals: readonly ServedGoal[];
  /** Whether its text may change something; one that changes something after all is stopped at that. */
  readonly mayChange: boolean;
  readonly directory: string;
  /** Values that the command line gave its parameters. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Words that belong to no parameter. */
  readonly rest: readonly string[];
  readonly defines: ReadonlyMap<string, string>;
  /** A test, a campaign or a dry run. */
  readonly isRehearsal: boolean;
  /** What it does is gone once it ends, or a test has started it; false where only variables say that it is a rehearsal. */
  readonly isApart: boolean;
  /** What an earlier engine began is taken back. */
  readonly isUndo: boolean;
}

/** One line of why, for records and for people. */
export interface GateReason {
  /** "DS6081". */
  readonly code: string;
  readonly message: string;
  readonly help: string;
  /** The label of the node of the case that blocks it. */
  readonly node?: string;
}

/** What was decided, and stands in the gate's log. */
export interface GateAnswer {
  readonly allowed: boolean;
  readonly mode: "audit" | "warn" | "enforce";
  readonly reasons: readonly GateReason[];
  /** The digest of the bundle, where it is known: 64 hexadecimal digits. */
  readonly bundle?: string;
  /** It is let run without an agreement: its digest, and the roles that are told of it. */
  readonly emergency?: { readonly digest: string; readonly text: string; readonly notify: readonly string[] };
  /** What is shown to the person who runs it; empty where nothing is. */
  readonly shown: string;
  /** Asked ahead of each change; a reason ends the run there. Absent where nothing does. */
  readonly still?: () => GateReason | undefined;
  /** What becomes of a plan that is under way then. */
  readonly outlived: "undo" | "pause";
}

export interface Gate {
  /** What a run, and its commands, get of the environment. */
  readonly environment: (all: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  /** Never throws; what cannot be decided is not allowed. */
  readonly ask: (subject: GateSubject) => Promise<GateAnswer>;
  /** Whether JavaScript that a package brings may be loaded: its bytes are read, nothing of it has run. */
  readonly mayLoad: (path: string, bytes: Uint8Array) => boolean;
  /** Why it lets nothing happen that no agreement can be for: files of tests and campaigns, whose code is their own, and what a dry run has kept. */
  readonly mayNot: (what: "rehearse" | "apply") => GateReason | undefined;
}
