// Writes the JavaScript of "dscript/package" for the npm package, where tests of packages import it. Usage: tsx tools/package-api.ts FILE
import { writeFileSync } from "node:fs";
import { packageApi } from "../src/engine/modules/package-api.ts";

writeFileSync(process.argv[2] ?? "", packageApi);
