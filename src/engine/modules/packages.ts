/** The packages of one script: each one's JavaScript is run once, and assembled for the file that it belongs to. */

import { assemblePackage, type Package } from "../../packages/index.ts";
import { bounded } from "./bounded.ts";
import type { NotYet } from "./find.ts";
import { loadTrouble } from "./may-load.ts";

/** The JavaScript of a module, as it was read. */
export interface PackageCode {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export class Packages {
  /** What each exports, or why it cannot be run, by its path. */
  readonly #exports = new Map<string, { readonly exported: unknown } | { readonly failed: string }>();

  /** What a module adds; `later` where it has to be run first; a text says why it adds nothing. */
  of(
    { path, bytes }: PackageCode,
    module: string,
    home: string,
    isAtHome: (name: string) => boolean,
  ): Package | NotYet | string {
    const known = this.#exports.get(path);
    if (known === undefined) return { kind: "later", load: () => this.#run(path, bytes) };
    if ("failed" in known) return known.failed;
    const name = module.slice(module.lastIndexOf(".") + 1);
    return assemblePackage(known.exported, name, { home, isAtHome, call: bounded });
  }

  async #run(path: string, bytes: Uint8Array): Promise<void> {
    const trouble = await loadTrouble(path, bytes);
    if (trouble !== undefined) {
      this.#exports.set(path, { failed: trouble });
      return;
    }
    const { evaluatePackage } = await import("./evaluate.ts");
    try {
      this.#exports.set(path, { exported: await evaluatePackage(path, bytes) });
    } catch (thrown) {
      this.#exports.set(path, { failed: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }
}
