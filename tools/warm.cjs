// Runs a built command line once and keeps, for each part that it loaded, the code that V8 compiled for it.
"use strict";
const { writeFileSync } = require("node:fs");

// node tools/warm.cjs LOADER FOLDER ARGUMENTS…: what follows the folder is what the command line sees.
const [, , loader, folder] = process.argv;
process.argv.splice(1, 3, loader);
let parts = new Map();
process.on("exit", () => {
  for (const [name, { script }] of parts) writeFileSync(`${folder}/${name}.cache`, script.createCachedData());
});
parts = require(loader);
