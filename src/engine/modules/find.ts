/** Finding the files of a module: `import ops.backup` is `ops/backup.dscript`, or a folder `ops/backup` with its version, in one of the places. */

import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import semver from "semver";
import { nearest } from "../../diagnostics/index.ts";
import { encodeUtf8 } from "../../text/index.ts";
import type { Looks } from "./looks.ts";
import { loadManifestReader, type Manifest, manifestReader } from "./manifest.ts";
import type { Place } from "./places.ts";

/** Where a module is. */
export interface FoundModule {
  readonly kind: "found";
  /** NAME.dscript; absent where the module is JavaScript only. */
  readonly script?: string;
  /** NAME.js; absent where the module is D-Script only. */
  readonly code?: string;
  readonly version?: string;
  /** The versions that it needs of other modules. */
  readonly needs: ReadonlyMap<string, string>;
}

/** Why there is none, in words that continue "cannot import ops.backup: ". */
export type ModuleProblem =
  | { readonly kind: "absent"; readonly looked: readonly Place[]; readonly nearest?: string }
  | { readonly kind: "unfit"; readonly wanted: string; readonly has: readonly string[] }
  | { readonly kind: "malformed"; readonly why: string };

/** Something has to be loaded first; then it can be asked again. */
export interface NotYet {
  readonly kind: "later";
  readonly load: () => Promise<void>;
}

export type Found = FoundModule | ModuleProblem | NotYet;

/** Looks for a module in the places, in order; `wanted` is a range of versions. */
export function findModule(looks: Looks, module: string, places: readonly Place[], wanted: string | undefined): Found {
  const path = module.replaceAll(".", "/");
  const has: string[] = [];
  for (const place of places) {
    const candidates = candidatesAt(looks, join(place.folder, path));
    if (candidates.length === 0) continue;
    const distrust = place.needsTrust ? distrustOf(candidates[0]?.files[0] ?? "") : undefined;
    if (distrust !== undefined) return { kind: "malformed", why: distrust };
    const found: FoundModule[] = [];
    for (const candidate of candidates) {
      const one = foundIn(looks, candidate);
      if (one.kind !== "found") return one;
      found.push(one);
    }
    const best = bestOf(found, wanted);
    if (best !== undefined) return best;
    has.push(...found.map(({ version }) => version ?? "none"));
  }
  if (has.length > 0) return { kind: "unfit", wanted: wanted ?? "*", has };
  const near = nearestModule(looks, module, places);
  return { kind: "absent", looked: places, ...(near !== undefined && { nearest: near }) };
}

/** The module of the same folder whose last name is nearest. */
function nearestModule(looks: Looks, module: string, places: readonly Place[]): string | undefined {
  const dot = module.lastIndexOf(".");
  const folder = module.slice(0, dot + 1).replaceAll(".", "/");
  const names = places.flatMap((place) => looks.names(`${join(place.folder, folder)}/`));
  const modules = names.map((name) => name.replace(/(?:@.*|\.dscript|\.js)$/, ""));
  const near = nearest(module.slice(dot + 1), modules);
  return near === undefined ? undefined : `${module.slice(0, dot + 1)}${near}`;
}

interface Candidate {
  readonly folder: string | undefined;
  readonly files: readonly string[];
}

/** `ops/backup.dscript` or `.js`, the folder `ops/backup`, and the folders `ops/backup@VERSION`. */
function candidatesAt(looks: Looks, base: string): readonly Candidate[] {
  const name = basename(base);
  const plain = filesAt(looks, base);
  const candidates: Candidate[] = plain.length === 0 ? [] : [{ folder: undefined, files: plain }];
  const folders = [base, ...looks.names(`${base}@`).map((each) => join(dirname(base), each))];
  for (const folder of folders) {
    if (looks.kind(folder) !== "folder") continue;
    const files = filesAt(looks, join(folder, name));
    if (files.length > 0) candidates.push({ folder, files });
  }
  return candidates;
}

function filesAt(looks: Looks, base: string): readonly string[] {
  return [`${base}.dscript`, `${base}.js`].filter((path) => looks.kind(path) === "file");
}

function foundIn(looks: Looks, { folder, files }: Candidate): Found {
  const script = files.find((file) => file.endsWith(".dscript"));
  const code = files.find((file) => file.endsWith(".js"));
  const base = { kind: "found", ...(script !== undefined && { script }), ...(code !== undefined && { code }) } as const;
  const path = folder === undefined ? undefined : join(folder, "dscript.yaml");
  if (path === undefined || looks.kind(path) !== "file") return { ...base, needs: new Map() };
  const manifest = readManifest(looks, path);
  if ("kind" in manifest) return manifest;
  const { version, packages } = manifest;
  return { ...base, needs: packages, ...(version !== undefined && { version }) };
}

function readManifest(looks: Looks, path: string): Manifest | ModuleProblem | NotYet {
  const read = manifestReader();
  if (read === undefined) return { kind: "later", load: loadManifestReader };
  const checked = read(path, encodeUtf8(looks.text(path)));
  if (checked.ok) return checked.config;
  const [first] = checked.mistakes;
  const place = first === undefined || first.line === 0 ? path : `${path}:${first.line}:${first.column}`;
  return { kind: "malformed", why: `${place}: ${first?.key ? `${first.key}: ` : ""}${first?.message ?? ""}` };
}

/** The highest version that fits; without a wish one without a version first, then the highest. */
function bestOf(found: readonly FoundModule[], wanted: string | undefined): FoundModule | undefined {
  const versioned = found.filter((each) => each.version !== undefined);
  const plain = found.find((each) => each.version === undefined);
  if (wanted === undefined && plain !== undefined) return plain;
  const best = semver.maxSatisfying(
    versioned.map(({ version = "" }) => version),
    wanted ?? "*",
    { includePrerelease: wanted === undefined },
  );
  return versioned.find(({ version }) => version === best);
}

/** What another user may have put into the user's folder must not run with this one's rights. */
function distrustOf(path: string): string | undefined {
  const uid = process.geteuid?.() ?? 0;
  for (const each of [path, dirname(path)]) {
    const status = statSync(each, { throwIfNoEntry: false });
    if (status === undefined) continue;
    if (status.uid !== uid && status.uid !== 0)
      return `${each} belongs to uid ${status.uid}, neither to who runs the script nor to root`;
    if ((status.mode & 0o002) !== 0) return `everybody may write to ${each} (chmod o-w makes it count)`;
  }
  return undefined;
}
