/** Whether a package's JavaScript may be loaded; apart from what loads it, so that a run without packages needs none of that. */

/** Undefined where it may be loaded; else why not, in words that continue "cannot import …: ". */
export type LoadGuard = (path: string, bytes: Uint8Array) => string | undefined | Promise<string | undefined>;

let guard: LoadGuard = () => undefined;

/** A run under a gate sets it ahead of everything that it reads, and so does a host's policy for what runs nothing. */
export function guardPackages(by: LoadGuard): void {
  guard = by;
}

export async function loadTrouble(path: string, bytes: Uint8Array): Promise<string | undefined> {
  return guard(path, bytes);
}
