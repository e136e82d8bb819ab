// Builds dist/: the bundle, the native library that it calls, V8's compiled code for both, and the loader that starts them.
import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { licenceText, packagesBundled } from "./licences.mjs";
import { alone } from "./lock.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = `${root}dist`;
/** Builds that are kept beside the newest, for scripts that started with them and load a part later. */
const KEPT = 2;

/** Builds; `say` gets progress lines. Returns undefined, or a sentence that says what failed. */
export async function build(say) {
  const stamp = stampTime();
  say("building (about 5 seconds)");
  const next = `${dist}/next-${process.pid}`;
  mkdirSync(next, { recursive: true });
  try {
    const native = koffiLibrary();
    if (native === undefined)
      return `koffi has no library for ${process.platform}-${process.arch}, so commands cannot be started here`;
    const packages = new Set();
    const plugins = [packagesBundled(packages)];
    const start = modulesOfStart(await bundle({ write: false }));
    await bundle({ outDir: next, rolldownOptions: { output: { codeSplitting: { groups: [start] } } }, plugins });
    wrapParts(next);
    copyFileSync(native, `${next}/koffi.node`);
    copyPictures(next, say);
    copyDatabase(next, say);
    await writePage(next, plugins);
    writeFileSync(`${next}/licences.txt`, licenceText(packages));
    const id = digest(next);
    const unwarmed = warmUp(next);
    if (unwarmed !== undefined) say(unwarmed);
    rmSync(`${dist}/${id}`, { recursive: true, force: true });
    renameSync(next, `${dist}/${id}`);
    writeLoader(`${dist}/dscript.next-${process.pid}`, id);
    renameSync(`${dist}/dscript.next-${process.pid}`, `${dist}/dscript.cjs`);
    writeFileSync(`${dist}/.stamp`, `${id}\n`);
    utimesSync(`${dist}/.stamp`, stamp, stamp);
    removeOldBuilds(id);
    return undefined;
  } catch (cause) {
    return `the build failed: ${stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause)).trim()}`;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

async function bundle({ plugins = [], ...build }) {
  const vite = await import("vite");
  return vite.build({ root, configFile: `${root}vite.config.ts`, logLevel: "silent", plugins, build });
}

/**
 * What every start needs, as one part: between parts each name is a property that is defined and asked for. Which modules
 * these are is known once the bundler has left out what nobody uses.
 */
function modulesOfStart({ output }) {
  const chunks = new Map(output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set(["main.js"]);
  for (const name of needed) for (const other of chunks.get(name)?.imports ?? []) needed.add(other);
  const modules = new Set([...needed].flatMap((name) => chunks.get(name)?.moduleIds ?? []));
  return { name: "start", test: (id) => modules.has(id), includeDependenciesRecursively: false };
}

/** True when dist/ was built after the lockfile and the checked-out commit came to be what they are; the launcher asks the same. */
export function isBuilt() {
  const built = modified(`${dist}/.stamp`);
  return existsSync(`${dist}/dscript.cjs`) && sources().every((path) => built > modified(path));
}

function sources() {
  return [`${root}package-lock.json`, `${root}.git/logs/HEAD`];
}

function modified(path) {
  // In a worktree `.git` is a file, so that nothing lies below it.
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** The time to date the build with: its beginning, yet after its sources even where those are dated in the future. */
function stampTime() {
  return Math.max(Date.now(), ...sources().map((path) => modified(path) + 10)) / 1000;
}

/** The library that koffi itself chooses on this machine: loading it directly takes 1 ms, by koffi's own code 7. */
function koffiLibrary() {
  const require = createRequire(`${root}package.json`);
  try {
    require("koffi");
  } catch {
    return undefined;
  }
  return Object.keys(require.cache).find((path) => path.endsWith("/koffi.node"));
}

/** What draws PNG: the library, and the font. Where this machine has none, everything else works. */
function copyPictures(folder, say) {
  const require = createRequire(`${root}package.json`);
  const font = dirname(require.resolve("@expo-google-fonts/sawarabi-gothic/package.json"));
  copyFileSync(`${font}/400Regular/SawarabiGothic_400Regular.ttf`, `${folder}/font.ttf`);
  try {
    require("@resvg/resvg-js");
  } catch {
    say(`there is no library for pictures for ${process.platform}-${process.arch}: PNG cannot be written`);
    return;
  }
  const library = Object.keys(require.cache).find((path) => /resvgjs\.[\w-]+\.node$/.test(path));
  if (library === undefined) return;
  copyFileSync(library, `${folder}/resvg.node`);
}

/** What finds entries of a log without reading all. Where this machine has none, all are read. */
function copyDatabase(folder, say) {
  const require = createRequire(`${root}package.json`);
  try {
    require("libsql");
  } catch {
    say(`there is no library of SQLite for ${process.platform}-${process.arch}: logs are searched without an index`);
    return;
  }
  const library = Object.keys(require.cache).find((path) => /[\\/]@libsql[\\/].+\.node$/.test(path));
  if (library !== undefined) copyFileSync(library, `${folder}/libsql.node`);
}

/** What runs in the page of a case, and its style: texts, which the command that writes a page reads. */
async function writePage(folder, plugins) {
  // Only who builds needs the bundler: the launcher's tests have no pages.
  if (!existsSync(`${root}src/page/main.ts`)) return;
  const { pageFiles } = await import("./page.mjs");
  const { script, style } = await pageFiles(plugins);
  writeFileSync(`${folder}/page.js`, script);
  writeFileSync(`${folder}/page.css`, style);
}

/** Turns each part into an expression that is a function, as the loader wants it; what is loaded together becomes one file. */
function wrapParts(folder) {
  const parts = new Map();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".js")) throw new Error(`the bundle holds ${name}, which the loader cannot load`);
    const text = inAscii(withLateParts(withLazyModules(readFileSync(`${folder}/${name}`, "utf8"))));
    parts.set(name, `(function (exports, require, module, __filename, __dirname) {${text}\n})`);
  }
  const start = neededBy("main.js", parts);
  const isAsked = new Set([...parts.values()].flatMap((text) => [...text.matchAll(askedFor)].map(([, name]) => name)));
  const isFile = (name) => isAsked.has(name) || parts.get(name).length > COMES_ALONG;
  const files = [...parts.keys()].filter((name) => !start.has(name) && isFile(name));
  const along = (name) => !start.has(name) && parts.get(name).length <= COMES_ALONG;
  for (const name of parts.keys()) rmSync(`${folder}/${name}`);
  writeParts(folder, "main.js", start, parts);
  const late = new Set([...parts.values()].flatMap((text) => [...text.matchAll(heldFor)].map(([, name]) => name)));
  // What is held open lies in one file: the others may be gone when it is loaded.
  const alongWith = (name) => (late.has(name) ? (other) => !start.has(other) : along);
  for (const name of files) writeParts(folder, name, neededBy(name, parts, alongWith(name)), parts);
}

/** Up to this many bytes, what several parts need comes in the file of each: opening one more takes longer than reading it twice. */
const COMES_ALONG = 61_440;

function writeParts(folder, file, names, parts) {
  const together = [...names].map((name) => `${JSON.stringify(name)}: ${parts.get(name)}`);
  writeFileSync(`${folder}/${file}`, together.length === 1 ? parts.get(file) : `({\n${together.join(",\n")}\n})`);
}

const loadedAtOnce = /\bconst require_\w+=require\("\.\/([^"]+)"\)/g;
const heldFor = /\brequire\.hold\("\.\/([^"]+)"\)/g;
const askedFor = /(?<!\bconst require_\w+=)require\("\.\/([^"]+)"\)/g;

/** A part and all that it loads at once, not on demand; `comes` leaves others out. */
function neededBy(name, parts, comes = () => true, needed = new Set()) {
  if (needed.has(name)) return needed;
  needed.add(name);
  for (const [, other] of parts.get(name).matchAll(loadedAtOnce))
    if (comes(other)) neededBy(other, parts, comes, needed);
  return needed;
}

/** A part that is loaded late is loaded at once where it is needed (vite.config.ts, latePart): not by a promise, as the bundler has it. */
function withLateParts(text) {
  const late =
    /\b__(load|hold)_late\(Promise\.resolve\(\)\.then\(\(\)=>(require\("[^"]+"\))\)(?:\.then\((\w+)=>\3(\.\w+)\))?\)/g;
  const made = text.replace(late, (_, what, part, _name, exported = "") =>
    what === "load" ? `${part}${exported}` : part.replace("require(", "require.hold("),
  );
  if (/__(?:load|hold)_late/.test(made))
    throw new Error("the bundler writes parts that are loaded late in another way than before");
  return made;
}

/** Loads Node's own modules at their first use: node:crypto alone takes as long as reading the whole bundle. */
function withLazyModules(text) {
  const names = [];
  const rest = text.replace(/\blet (node_\w+)=require\("(node:\w+)"\);/g, (whole, name, module) => {
    // The bundler names each module once and reads it through its name; whatever else it may do stays as it is.
    if (new RegExp(`\\b${name}\\b(?!\\.)`).test(text.replace(whole, ""))) return whole;
    names.push(name);
    return `let ${name}$; const ${name} = () => ${name}$ ??= require("${module}");`;
  });
  if (names.length === 0) return rest;
  const any = names.join("|");
  // `new a().B()` would be a new `a`.
  const made = rest.replace(new RegExp(`\\bnew (${any})\\.`, "g"), "new ($1()).");
  return made.replace(new RegExp(`\\b(${any})\\.`, "g"), "$1().");
}

/** Text without a character above 127 is read three times as fast; escapes mean the same in strings, templates and patterns. */
function inAscii(text) {
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function digest(folder) {
  const hash = createHash("sha256").update(process.version);
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\0`).update(readFileSync(`${folder}/${name}`));
  return hash.digest("hex").slice(0, 16);
}

function writeLoader(path, id) {
  writeFileSync(path, readFileSync(`${root}tools/loader.cjs`, "utf8").replace("BUILD", id));
}

/** Runs what people run, so that V8's compiled code holds the functions that a run calls. */
function warmUp(folder) {
  const loader = `${folder}/loader.cjs`;
  const state = `${folder}/state`;
  writeLoader(loader, ".");
  const { NODE_OPTIONS: _, ...env } = process.env;
  const scripts = `${root}tools/warm-up`;
  const unwarmed = [
    // Every start takes all of this part's code from its cache, and there a function costs what compiling it costs.
    { args: ["run", `${scripts}/few.dscript`], expected: 0, only: "main.js" },
    { args: ["run", `${scripts}/most.dscript`], expected: 0 },
    // Ahead of what brings it along.
    { args: ["run", `${scripts}/atomic.dscript`], expected: 0 },
    { args: ["run", `${scripts}/plans.dscript`], expected: 0 },
    { args: ["check", `${scripts}/broken.dscript`], expected: 76 },
    { args: ["--help"], expected: 0 },
    { args: ["__complete", "line", `dscript run ${scripts}/most.dscript --`], expected: 0 },
    { args: ["check", "--lang", "ja", `${scripts}/broken.dscript`], expected: 76 },
    ...gatedRuns(state, `${scripts}/gated.dscript`),
  ].flatMap(({ args, expected, isSetUp, only = "all" }) => {
    // What only sets the stage leaves no code behind: the run that follows uses more of it.
    const words = isSetUp === true ? [loader] : [`${root}tools/warm.cjs`, loader, folder, only];
    const { status, stderr } = spawnSync(process.execPath, [...words, ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...env, XDG_STATE_HOME: state },
      timeout: 60_000,
    });
    return status === expected ? [] : [`'dscript ${args.join(" ")}' ended with ${status}: ${stderr.toString().trim()}`];
  });
  for (const path of [loader, state]) rmSync(path, { recursive: true, force: true });
  return unwarmed.length === 0 ? undefined : `starting may be slower: the warm-up ${unwarmed.join("; ")}`;
}

/** A team of two that agrees on a script, which then runs: all that a gate does. */
function gatedRuns(folder, script) {
  mkdirSync(folder, { recursive: true });
  const [root, ann, ben] = ["root", "ann", "ben"].map((name) => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(`${folder}/${name}.pem`, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
    return { key: `${folder}/${name}.pem`, spki: publicKey.export({ type: "spki", format: "der" }).toString("base64") };
  });
  const policy = `${folder}/policy.yaml`;
  const tiers = "{ T1: { agree: { any: 1 } } }";
  const log = `{ folder: ${JSON.stringify(`${folder}/log`)} }`;
  writeFileSync(
    policy,
    `version: 1\nmode: enforce\nroots: { keys: [${root.spki}] }\nlog: ${log}\ntiers: ${tiers}\notherwise: T1\n`,
  );
  const named = (words, { key }) => ({
    args: [...words, "--policy", policy, "--key", key],
    expected: 0,
    isSetUp: true,
  });
  const person = (id, { spki }) =>
    named(["people", "add", id, "--name", id, "--role", "any", "--public-key", spki], root);
  return [
    { args: ["log", "init", `${folder}/log`, "--origin", "warm-up"], expected: 0, isSetUp: true },
    named(["gate", "sign", policy], root),
    person("ann", ann),
    person("ben", ben),
    named(["propose", script], ben),
    named(["agree", script, "--yes"], ann),
    { args: ["run", "--policy", policy, script], expected: 0, isSetUp: true },
    // What was decided once is known the second time, as it is for most runs.
    { args: ["run", "--policy", policy, script], expected: 0 },
  ];
}

function removeOldBuilds(id) {
  const old = readdirSync(dist)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== id)
    .sort((a, b) => modified(`${dist}/${b}`) - modified(`${dist}/${a}`));
  for (const name of old.slice(KEPT)) rmSync(`${dist}/${name}`, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const say = (line) => process.stderr.write(`build: ${line}\n`);
  const failure = await alone(
    () => build(say),
    () => say("another process is installing or building here: waiting for it"),
  );
  if (failure !== undefined) {
    say(failure);
    process.exitCode = 1;
  }
}
