/** What injection campaigns need, loaded when it is asked for: no start of a script pays for it. */

/** What `dscript inject` takes of the engine. */
export type Injecting = typeof import("./injecting/index.ts");

export function openInjecting(): Promise<Injecting> {
  return import("./injecting/index.ts");
}
