/** How much of a file is read and written: what is larger was not written by a person, nor by AssureNote. */

/** UTF-16 units of a file's text. */
export const mostCharacters = 64 * 1024 * 1024;
/** Node lines of all revisions together. */
export const mostNodes = 1_000_000;
export const mostRevisions = 10_000;
/** Goals below each other that are written as such; a deeper one is written by itself, and named by a tag. */
export const deepest = 1_000;
/** Troubles that are said; the rest follows from them as a rule. */
export const mostTroubles = 100;
