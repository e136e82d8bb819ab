/** The running of tests, loaded when it is asked for: no start of a script pays for it. */

/** What `dscript test` is made of. */
export type Testing = typeof import("./testing/index.ts");

export function openTesting(): Promise<Testing> {
  return import("./testing/index.ts");
}
