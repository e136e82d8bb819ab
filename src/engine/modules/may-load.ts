/** Whether a package's JavaScript may be loaded; apart from what loads it, so that a run without packages needs none of that. */

type Guard = (path: string, bytes: Uint8Array) => boolean;

let guard: Guard = () => true;

/** A run under a gate sets it ahead of everything that it reads. */
export function guardPackages(by: Guard): void {
  guard = by;
}

export function mayLoad(path: string, bytes: Uint8Array): boolean {
  return guard(path, bytes);
}
