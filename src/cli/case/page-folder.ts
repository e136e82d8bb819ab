/** Where the script and the style of a case's page lie; the build puts both beside the bundle (vite.config.ts). */

import { fileURLToPath } from "node:url";

export const pageFolder = fileURLToPath(new URL("../../../build/page", import.meta.url));
