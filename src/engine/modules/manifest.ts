/** What a module's folder says of itself in its own `dscript.yaml`: its version, and the versions of others that it needs. */

import type { Mistake } from "../../diagnostics/index.ts";
import type { Config } from "../config-shape.ts";

/** What counts of a `dscript.yaml` for modules. */
export type Manifest = Pick<Config, "packages" | "version">;

/** Reads the bytes of a configuration; loaded on demand, because YAML costs tens of milliseconds. */
export type ReadManifest = (
  file: string,
  bytes: Uint8Array,
) => { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** The reader, once somebody has asked for it. */
let reader: ReadManifest | undefined;

/** The reader of manifests; undefined where it is not loaded yet: `loadManifestReader` does so. */
export function manifestReader(): ReadManifest | undefined {
  return reader;
}

export async function loadManifestReader(): Promise<void> {
  reader = (await import("../config-file.ts")).checkConfig;
}
