/** What an injection campaign has happen inside the engine: rules, in a file that an environment variable names. */

/** The variable by which a run finds its rules; it names a file. Commands do not see it. */
export const injectionVariable = "DSCRIPT_INJECT";

/** One rule: which calls it befalls, and what happens then. */
export interface InjectionRule {
  readonly target: "command" | "call";
  /** A command's name without its folder, "*" for all of them, or a call's key: "System.fopen". */
  readonly name: string;
  /** The script's line that it holds for; null for every line. */
  readonly line: number | null;
  /** The first and the last call that it befalls, counted from 1. */
  readonly from: number;
  readonly to: number;
  readonly action: InjectionAction;
}

/**
 * `errno`: it fails with this error number. `prefix`: these words stand ahead of the command's own, the program with its folder;
 * where it `shows` something, it has struck once one of these texts stands in the file that the word `{calls}` is replaced by.
 * `delay`: it begins so many milliseconds later. `truncate`: of a text that it gives so many characters stay.
 * `answer`: an HTTP call is answered with this status. `await`: it begins once the world around it has changed.
 * `signal`: the engine gets this signal so many milliseconds after the call began.
 */
export type InjectionAction =
  | { readonly kind: "errno"; readonly errno: string }
  | { readonly kind: "prefix"; readonly words: readonly string[]; readonly shows?: readonly string[] }
  | { readonly kind: "delay"; readonly milliseconds: number }
  | { readonly kind: "truncate"; readonly length: number }
  | { readonly kind: "answer"; readonly status: number }
  | { readonly kind: "signal"; readonly signal: NodeJS.Signals; readonly milliseconds: number }
  | { readonly kind: "await" };

/** Where a run notes, a line each, which rule struck: the index of the rule. */
export function strikesFile(rulesFile: string): string {
  return `${rulesFile}.struck`;
}

/** Where strace writes which calls it has seen. */
export function callsFile(rulesFile: string): string {
  return `${rulesFile}.calls`;
}

/** Stands for that file in the words of a rule. */
export const callsWord = "{calls}";

/** The file whose making tells a run that awaits it that the world has changed. */
export function arrivedFile(rulesFile: string): string {
  return `${rulesFile}.arrived`;
}
