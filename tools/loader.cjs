// Starts the built command line, with the code that V8 compiled for it while it was built.
"use strict";
const node = process.versions.node.split(".");
if (node[0] < 20 || (node[0] === "20" && node[1] < 19)) {
  process.stderr.write(
    `dscript: this is Node.js ${process.versions.node}; D-Script needs 20.19 or newer: install it, then start again\n`,
  );
  process.exit(78);
}
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");
const folder = `${__dirname}/BUILD`;
const parts = new Map();

/** Loads a part of the bundle once; its compiled code is used only if this very V8 made it, otherwise V8 compiles anew. */
function load(name) {
  const known = parts.get(name);
  if (known !== undefined) return known.exports;
  const file = `${folder}/${name}`;
  let cachedData;
  try {
    cachedData = readFileSync(`${file}.cache`);
  } catch {}
  const script = new Script(readFileSync(file, "latin1"), { filename: file, cachedData });
  const part = { exports: {}, script };
  parts.set(name, part);
  script.runInThisContext()(part.exports, requirePart, part, file, folder);
  return part.exports;
}

function requirePart(name) {
  return name.charCodeAt(0) === 46 ? load(name.slice(2)) : require(name);
}
requirePart.resolve = require.resolve;

module.exports = parts;
load("main.js");
