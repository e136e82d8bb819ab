// Runs a built command line and keeps, for each part that it loaded, the code that V8 compiled for it.
"use strict";
const { existsSync, writeFileSync } = require("node:fs");

// node tools/warm.cjs LOADER FOLDER PART ARGUMENTS…: of this part, or of all that have none yet; what follows is what the command line sees.
const [, , loader, folder, only] = process.argv;
process.argv.splice(1, 4, loader);
process.on("exit", () => {
  for (const [name, { script }] of require.cache[loader].exports) {
    // It came in a file with another.
    if (script === undefined || (only !== "all" && only !== name)) continue;
    const cache = `${folder}/${name}.cache`;
    // The first run that loads a part is the one that uses it most.
    if (!existsSync(cache)) writeFileSync(cache, script.createCachedData());
  }
});
require(loader);
