/** The shape of a row: what the language wants to know of a program ahead of running it. */

/** `depends`: decided by options and subcommands, see `changesWith` and `readsWith`. */
export type Effect = "reads" | "changes" | "depends";

/**
 * The statuses that are an answer, not a failure, in a boolean context (language 4): all of them, none but 0, or a range.
 * Status 0 is always an answer.
 */
export type Answers = "any" | "none" | readonly [low: number, high: number];

/** What a status says by the command's own conventions, and the parties for whose fault it speaks. */
export interface StatusMeaning {
  readonly says: string;
  readonly speaksFor?: readonly ("Software" | "User" | "System" | "External")[];
  /** It tells that a server answered: its name and port are known to be right. */
  readonly isAnswered?: boolean;
  /** It tells that a host's name was not found. */
  readonly isName?: boolean;
  /** Only where one of these patterns fits the command line. */
  readonly with?: readonly string[];
}

/** A program that runs another one: how many words of its own stand between its options and that program. */
export interface Wraps {
  readonly words: number;
  /** Whether `NAME=value` words may stand ahead of the program (env, sudo). */
  readonly assignments?: boolean;
}

/**
 * One program. Patterns (in `changesWith`, `readsWith`, `answersWith`) are explained in `pattern.ts`.
 * Options are spelt as they are typed, dashes included.
 */
export interface CommandRow {
  /** The program's name, without directory. */
  readonly name: string;
  readonly effect: Effect;
  readonly answers: Answers;
  /** Usages whose answers differ from `answers`; the first pattern that fits wins. */
  readonly answersWith?: readonly (readonly [pattern: string, answers: Answers])[];
  /** Takes no options: any word may start with "-" (echo, printf, test, [). */
  readonly plain?: boolean;
  /** Options whose value is the next word. One that takes a value in some subcommands only is not listed. */
  readonly valueOptions?: readonly string[];
  /** Statuses, besides death by SIGPIPE, that mean "my reader went away". */
  readonly readerGone?: readonly number[];
  /** For `depends`: patterns that make it change something. They win over `readsWith`. */
  readonly changesWith?: readonly string[];
  /** For `depends`: where given, nothing but these patterns reads. */
  readonly readsWith?: readonly string[];
  readonly statuses?: Readonly<Record<number, StatusMeaning>>;
  /** Speaks to other hosts: a failure to reach a peer is external. */
  readonly network?: boolean;
  /** Runs another program, named among its own words. */
  readonly wraps?: Wraps;
  /** The first word may be a bundle of options without its dash: `tar xf a.tar`. */
  readonly leadingBundle?: boolean;
  /** Manual page: "grep(1), GNU grep 3.8". */
  readonly source: string;
}
