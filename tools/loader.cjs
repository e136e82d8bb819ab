// Starts the built command line, with the code that V8 compiled for it while it was built.
"use strict";
const node = process.versions.node.split(".");
if (node[0] < 20 || (node[0] === "20" && node[1] < 19)) {
  process.stderr.write(
    `dscript: this is Node.js ${process.versions.node}; D-Script needs 20.19 or newer: install it, then start again\n`,
  );
  process.exit(78);
}
const { closeSync, fstatSync, openSync, readSync } = require("node:fs");
const { Script } = require("node:vm");
const folder = `${__dirname}/BUILD`;
const parts = new Map();
/** Of parts that came in one file with another. */
const functions = new Map();
/** Open files of parts that must be there when they are needed. */
const held = new Map();

/** Loads a part of the bundle once; its compiled code is used only if this very V8 made it, otherwise V8 compiles anew. */
function load(name) {
  const known = parts.get(name);
  if (known !== undefined) return known.exports;
  // What all others use has hundreds of names: a dictionary from the start takes less time and memory than one that it becomes.
  const part = { exports: name === "main.js" ? Object.create(null) : {}, script: undefined };
  parts.set(name, part);
  const file = `${folder}/${name}`;
  try {
    const run = functions.get(name) ?? compile(part, name, file);
    run(part.exports, requirePart, part, file, folder);
  } catch (cause) {
    // Whoever asks again may have more luck than half of a part.
    parts.delete(name);
    throw cause;
  }
  const fd = held.get(file);
  if (fd !== undefined) {
    held.delete(file);
    closeSync(fd);
  }
  return part.exports;
}

/** The function of a part; a file may hold several by their names. */
function compile(part, name, file) {
  const source = read(file).latin1Slice();
  let cachedData;
  try {
    cachedData = read(`${file}.cache`);
  } catch {}
  part.script = new Script(source, { filename: file, cachedData });
  const made = part.script.runInThisContext();
  if (typeof made === "function") return made;
  for (const [other, run] of Object.entries(made)) functions.set(other, run);
  return made[name];
}

/** What is read lies in it until the next read: memory that was not used before takes longer to come by than a file to read. */
let room = Buffer.allocUnsafeSlow(1 << 20);

/** readFileSync clears and copies what it reads: that takes three times as long. */
function read(file) {
  const fd = held.get(file) ?? openSync(file, "r");
  try {
    const { size } = fstatSync(fd);
    if (size > room.length) room = Buffer.allocUnsafeSlow(size);
    const bytes = room.subarray(0, size);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(fd, bytes, at, bytes.length - at, at);
      if (count === 0) throw new Error(`${file} has become shorter: remove the folder dist and start again`);
      at += count;
    }
    return bytes;
  } finally {
    if (!held.has(file)) closeSync(fd);
  }
}

function requirePart(name) {
  return name.charCodeAt(0) === 46 ? load(name.slice(2)) : require(name);
}
requirePart.resolve = require.resolve;

/** Opens the file of a part that is loaded later, if ever: then it is there, whatever has become of descriptors, folders and builds. */
requirePart.hold = (name) => {
  const part = name.slice(2);
  const file = `${folder}/${part}`;
  if (parts.has(part) || held.has(file)) return;
  try {
    held.set(file, openSync(file, "r"));
  } catch {}
};

module.exports = parts;
load("main.js");
