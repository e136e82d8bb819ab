/** What diagnoses: the build makes a part of it that is loaded with the first failure (vite.config.ts has what stands here then). */

import * as part from "./diagnose.ts";

export const late = {
  /** Makes sure that it can be loaded later, whatever becomes of the files that it lies in. */
  hold: (): void => undefined,
  /** Throws where it cannot be loaded. */
  load: (): typeof part => part,
};
