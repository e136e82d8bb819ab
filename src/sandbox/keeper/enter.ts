/** The words by which a command enters a keeper's namespaces, as who its user is and without rights (nsenter(1)). */

import { askHelper } from "../../runtime/index.ts";

/** `mounts` is the keeper's descriptor for the mount namespace. */
export function enteringWords(keeper: number, mounts: number): (directory: string) => readonly string[] {
  const [user, mount] = [`--user=/proc/${keeper}/ns/user`, `--mount=/proc/${keeper}/fd/${mounts}`];
  return (directory) => ["nsenter", user, mount, "--preserve-credentials", `--wdns=${directory}`, "--"];
}

/** Tries it once: undefined where it works, else a part of a sentence. */
export async function canEnter(words: readonly string[]): Promise<string | undefined> {
  const { failure, said } = await askHelper({
    ...{ argv: [...words, "true"], input: "", directory: "/", id: "", milliseconds: 10_000 },
    environment: new Map(Object.entries(process.env).map(([name, value]) => [name, value ?? ""])),
    stop: new AbortController().signal,
  });
  if (failure === undefined) return undefined;
  return `commands cannot enter a user namespace: ${said.trim() || failure}`;
}
