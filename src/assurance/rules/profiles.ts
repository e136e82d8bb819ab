/** By whose rules a case is judged, and how grave each of them takes a rule. */

/**
 * `dcase`: what a D-Case may be, the default. `gsn3`: the GSN Community Standard, version 3. `gsn2x`: what gsn2x 4 says.
 * `dcase-editor`: what the Validate command of D-Case Editor says. `gate`: what people are to agree on, where all that is incomplete is an error.
 */
export type Profile = "dcase" | "gsn3" | "gsn2x" | "dcase-editor" | "gate";

/** `off`: nobody looks. */
export type Level = "error" | "warning" | "advice" | "off";

export type Levels = Readonly<Record<Profile, Level>>;

export const profileNames: readonly Profile[] = ["dcase", "gsn3", "gsn2x", "dcase-editor", "gate"];

/** Whether a word, of a file or a command line, names a profile. */
export function isProfile(word: string): word is Profile {
  return (profileNames as readonly string[]).includes(word);
}

/** In the order of `profileNames`, so that a rule's levels are one line of its row. */
export function levels(dcase: Level, gsn3: Level, gsn2x: Level, editor: Level, gate: Level): Levels {
  return { dcase, gsn3, gsn2x, "dcase-editor": editor, gate };
}
