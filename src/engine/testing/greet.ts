/** In which language and colours results are shown: as the configuration of the working directory says. */

import { defaultConfig, type Present } from "../config-shape.ts";
import { configFor } from "../script-config.ts";

/** Tells the command line; a configuration that is wrong is told of by the file that it counts for. */
export async function presentTests(present: Present): Promise<void> {
  const found = await configFor("-");
  await present(found.ok ? found.config : defaultConfig);
}
