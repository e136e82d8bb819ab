/** The shape of a catalogue entry: what a code is called, what it says, and what to do about it. */

/** `message` says what was found and what was expected, in the script's own words; `hint` is the next step. */
export interface CatalogueEntry<P> {
  readonly severity: "error" | "warning";
  /** A short name of the mistake, without parameters: the title of its page. */
  readonly title: string;
  readonly message: (params: P) => string;
  readonly hint?: (params: P) => string | undefined;
}

/**
 * Declares an entry, so that its parameters' types are known where it is used.
 * @__NO_SIDE_EFFECTS__
 */
export function entry<P>(value: CatalogueEntry<P>): CatalogueEntry<P> {
  return value;
}
