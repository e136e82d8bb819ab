/** Where in a file the parts of a case stand, for whoever has something to say about them. */

import type { Span } from "../../text/index.ts";

/** A node's part: undefined for the node itself, else the name of a key, or of a key and the label behind it. */
export interface Places {
  /** The span of a node's label, or of one of its keys' values; undefined where the file has none. `uid` undefined: of the module. */
  readonly of: (uid: string | undefined, key?: string, item?: string) => Span | undefined;
}

/** A file that tells no places. */
export const noPlaces: Places = { of: () => undefined };
