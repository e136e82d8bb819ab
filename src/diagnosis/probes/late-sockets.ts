/** Questions over the network, which need the C library: the build makes a part of them that is loaded with the first. */

import * as part from "./sockets.ts";

export const late = {
  /** Throws where it cannot be loaded. */
  load: (): typeof part => part,
};
