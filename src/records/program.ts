/** A compiled script as the compiler hands it to the engine: JavaScript text and the constants that failures need. */

import type { ServedGoal, StatedConstant } from "./argument-view.ts";
import type { OriginSet } from "./origin.ts";
import type { ParameterSpec } from "./parameter.ts";
import type { Type } from "./types.ts";

/** A place in a script that can fail, with what is known of it ahead of the run. Compiled code names it by its index. */
export interface Site {
  /** Index into the program's `files`. */
  readonly file: number;
  /** Offsets into that file's text: what a frame underlines. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** The function it stands in; "main" at a script's top level. */
  readonly function: string;
  /** The call: "System.fopen", "+", a pipeline's first program. Empty where there is none. */
  readonly api: string;
  /** Of a call: its arguments' names, types and origins. Of a command: see `stages`. */
  readonly arguments: readonly SiteArgument[];
  /** Where that came from which is asked: the receiver of a method, what an element is taken from, what a file holds, a condition. */
  readonly asked?: OriginSet;
  /** Of a command: one entry a stage. */
  readonly stages?: readonly SiteStage[];
}

export interface SiteArgument {
  readonly name: string;
  readonly type: Type;
  readonly origins: OriginSet;
  /** As of a word. */
  readonly holds?: OriginSet;
  /** The value shows as "***" everywhere. */
  readonly secret?: boolean;
  /** Where it is written, as offsets into the site's file; absent where it is left to its default. */
  readonly start?: number;
  readonly end?: number;
}

/** What is known of a pipeline's stage: the span of its text and its words' origins, as written (an array is one word). */
export interface SiteStage {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly words: readonly SiteWord[];
  /** The values of `NAME=value` ahead of it. */
  readonly variables?: readonly SiteWord[];
  /** Where that came from which it reads on its input: what the stages ahead of it print, or a text. */
  readonly input?: OriginSet;
  /** The targets of its redirections, in the order of the stage's `redirects`; for those without a word an entry without origins. */
  readonly redirects?: readonly SiteWord[];
}

export interface SiteWord {
  readonly start: number;
  readonly end: number;
  readonly origins: OriginSet;
  /** Where that came from which a file of this name holds, as far as the text tells. */
  readonly holds?: OriginSet;
  readonly secret?: boolean;
  /** It gives any number of arguments: a `String[]`, or a word with a glob. */
  readonly list?: boolean;
}

/** A command that the script names in its text (not computed): looked up ahead of the first statement. */
export interface NamedCommand {
  readonly name: string;
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly optional: boolean;
}

export interface ProgramFile {
  /** As messages show it. */
  readonly name: string;
  readonly text: string;
}

export interface Program {
  readonly files: readonly ProgramFile[];
  /** The body of an async function of (rt, $), the runtime and the main flow: see RuntimeApi. Its value is the exit code that the script itself chose, 0 or 1. */
  readonly code: string;
  /** A source map (v3, JSON text) from `code` to the files. */
  readonly map: string;
  readonly sites: readonly Site[];
  readonly commands: readonly NamedCommand[];
  /** What the script declares of its own command line; empty where every word after its name is ARGV. */
  readonly parameters: readonly ParameterSpec[];
  /** The script reads ARGV somewhere: words that are no options are its business. */
  readonly readsArguments: boolean;
  /** The comment at the script's head, for its `--help`. */
  readonly about: string;
  /** What it watches under `dscript watch`; absent where it has no monitors. */
  readonly monitors?: readonly string[];
  /** What the D-Case states of it; absent where it asks for nothing. */
  readonly stated?: readonly StatedConstant[];
  /** The goals of the D-Case that its steps serve, each once; absent where there are none. */
  readonly goals?: readonly ServedGoal[];
  /** False where its commands are known to read only, and its calls change nothing. */
  readonly mayChange?: false;
  /** Of one that was compiled for `dscript test`: its tests, as RuntimeApi.chosenTest numbers them. */
  readonly tests?: readonly ProgramTest[];
  /** Of one that was compiled with counters: what each of RuntimeApi.counters counts. */
  readonly points?: readonly CoveragePoint[];
}

export interface ProgramTest {
  readonly name: string;
  /** Of the first file. */
  readonly line: number;
}

/** A statement that is run, or one way that a decision takes. */
export interface CoveragePoint {
  /** Index into the program's `files`. */
  readonly file: number;
  readonly start: number;
  readonly line: number;
  /** Absent for a statement; "true", "false", "case", "catch" and their kin for a way. */
  readonly way?: string;
}
