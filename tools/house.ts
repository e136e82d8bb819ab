// Checks the rules of the house for which no tool has a rule: what a layer's imports may name, and how a file opens.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

interface Layer {
  readonly name: string;
  /** The layers that its tsconfig.json refers to. */
  readonly uses: readonly string[];
  /** True when its tsconfig.json knows no Node. */
  readonly isPure: boolean;
  /** True when it runs in a browser. */
  readonly knowsDom: boolean;
}

const root = resolve(process.argv[2] ?? fileURLToPath(new URL("../", import.meta.url)));
const src = join(root, "src");
const broken: string[] = [];

/** Packages that do no I/O and know no Node: what they do for texts, a browser can do as well. */
const purePackages: ReadonlySet<string> = new Set(["js-yaml", "saxes", "zod"]);

/** An import or export of another module that starts a line, or a dynamic import anywhere. */
const IMPORT = /^(?:import |(?:import|export|\}).*\bfrom )"([^"\n]+)";$|\bimport\("([^"\n]+)"\)/gm;

/** Ways from a text to markup, to code, or out into a network. */
const MARKUP =
  /\b(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|DOMParser|setHTMLUnsafe|document\.write|fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b/;

/** Calls of node:fs that take a name, where a script's own files are meant: in a block that is atomic they may lie elsewhere. */
const NAMED =
  /^import \{[^}]*\b((?:access|chmod|chown|exists|link|lstat|mkdir|mkdtemp|open|readdir|readFile|readlink|rename|rmdir|stat|symlink|truncate|unlink|utimes)Sync)\b[^}]*\} from "node:fs";$/m;
const scriptsFiles = /^src\/runtime\/(?:files|http|library)\/(?!(?:here|trust|open-files)\.ts$)/;

const layers = new Map(
  readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, readLayer(entry.name)]),
);

for (const layer of layers.values()) {
  for (const used of layer.uses) {
    if (layer.isPure && layers.get(used)?.isPure === false) {
      broken.push(`src/${layer.name}/tsconfig.json: a pure layer refers to ${used}, which knows Node`);
    }
  }
  for (const file of sourcesIn(join(src, layer.name))) {
    checkImports(layer, file);
    if (layer.knowsDom) checkPage(file);
    if (scriptsFiles.test(relative(root, file))) checkNames(file);
  }
}
checkConstructs();
for (const folder of ["src", "test", "tools", "bench"])
  for (const file of sourcesIn(join(root, folder))) checkOpening(file);

for (const line of broken) console.error(line);
process.exitCode = broken.length === 0 ? 0 : 1;

function readLayer(name: string): Layer {
  // tsconfig.json files of this house hold no comments, so that they are JSON.
  const config = JSON.parse(readFileSync(join(src, name, "tsconfig.json"), "utf8")) as {
    compilerOptions?: { types?: string[]; lib?: string[] };
    references?: { path: string }[];
  };
  return {
    name,
    uses: (config.references ?? []).map((reference) => relative("..", reference.path)),
    knowsDom: (config.compilerOptions?.lib ?? []).includes("DOM"),
    isPure: !(config.compilerOptions?.types ?? []).includes("node"),
  };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|mjs)$/.test(path) && !/^corpus\/|(?:^|\/)node_modules\//.test(path))
    .map((path) => join(folder, path));
}

/** A page shows texts of anybody: they are put into it as texts. */
function checkPage(file: string): void {
  const found = MARKUP.exec(readFileSync(file, "utf8"));
  if (found !== null)
    broken.push(`${relative(root, file)}: uses ${found[0]}: a page makes elements one by one, and asks no network`);
}

/** Where a user namespace cannot be entered, only these calls find what is meant. */
function checkNames(file: string): void {
  const found = NAMED.exec(readFileSync(file, "utf8"));
  if (found !== null)
    broken.push(
      `${relative(root, file)}: takes ${found[1]} from node:fs: a script's files are named by src/runtime/host/files.ts`,
    );
}

function checkImports(layer: Layer, file: string): void {
  const text = readFileSync(file, "utf8");
  for (const [, named, asked] of text.matchAll(IMPORT)) {
    const target = named ?? asked ?? "";
    const place = `${relative(root, file)}: imports "${target}"`;
    if (!target.startsWith(".")) {
      if (layer.isPure && !purePackages.has(target))
        broken.push(`${place}: a pure layer uses no package but ${[...purePackages].join(", ")}, and nothing of Node`);
      if (target === "node:child_process") {
        broken.push(`${place}: commands start by posix_spawn only (src/runtime/processes)`);
      }
      continue;
    }
    const [other = ""] = relative(src, resolve(dirname(file), target)).split("/");
    if (!layers.has(other)) broken.push(`${place}: a layer imports from layers only`);
    else if (other !== layer.name && !layer.uses.includes(other)) {
      broken.push(`${place}: src/${layer.name}/tsconfig.json does not refer to ${other}`);
    }
  }
}

/** A construct has the same file name on every floor. Files that serve several constructs of a floor are that floor's own affair. */
function checkConstructs(): void {
  const shared = new Set(["index.ts", "body.ts", "literal.ts", "error-expression.ts"]);
  const floors = ["syntax", "checker", "compiler"];
  for (const kind of ["statements", "expressions"]) {
    for (const [height, floor] of floors.entries()) {
      for (const below of floors.slice(0, height)) {
        const known = new Set(sourcesIn(join(src, below, kind)).map((file) => relative(join(src, below, kind), file)));
        for (const file of sourcesIn(join(src, floor, kind))) {
          const name = relative(join(src, floor, kind), file);
          if (!shared.has(name) && !known.has(name)) {
            broken.push(
              `${relative(root, file)}: src/${below}/${kind} has no ${name}: a construct has one name on all floors`,
            );
          }
        }
      }
    }
  }
}

function checkOpening(file: string): void {
  const text = readFileSync(file, "utf8").replace(/^#!.*\n/, "");
  if (!/^\/[/*]/.test(text)) broken.push(`${relative(root, file)}: opens without a sentence that says what it is for`);
}
