/** What the engine says in Japanese; loaded only where Japanese is asked for. */

export { japanese, japanesePage, japaneseTitle } from "./japanese.ts";
