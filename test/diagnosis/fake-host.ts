/** A host for tests: uid 1000, the files and names that a case gives it, a network unless told otherwise. */

import { dirname, resolve } from "node:path";
import { variableIn } from "../../src/diagnosis/environment.ts";
import type { Host, NameAnswer, PathLook, PortAnswer, Way } from "../../src/diagnosis/index.ts";

export interface FakeFile extends Partial<PathLook> {
  readonly path: string;
}

export interface FakeWorld {
  readonly uid?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** What files hold, by their names as commands are given them. */
  readonly contents?: Readonly<Record<string, string>>;
  readonly files?: readonly FakeFile[];
  readonly network?: boolean;
  readonly load?: number;
  readonly memory?: number;
  /** Variables that the run was started with. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What name servers and ports answer, by name or "address:port"; nothing else answers. */
  readonly names?: Readonly<Record<string, NameAnswer>>;
  readonly ports?: Readonly<Record<string, PortAnswer>>;
  readonly authorities?: boolean;
  readonly clockBehind?: boolean;
  /** What this host's routes say of an address. */
  readonly ways?: Readonly<Record<string, Way>>;
}

const folder: PathLook = {
  exists: true,
  place: "/",
  isDirectory: true,
  owner: 0,
  mode: 0o755,
  readable: true,
  writable: false,
  executable: true,
  hidden: false,
  readOnlyMount: false,
  remote: false,
  free: 5e9,
};

export function fakeHost(world: FakeWorld): Host {
  const files = new Map((world.files ?? []).map((file) => [file.path, file]));
  return {
    uid: world.uid ?? 1000,
    environment: { ...world.variables, ...world.environment },
    content: (path) => world.contents?.[path],
    look: (path, cwd = "/home/u") => {
      const full = resolve(cwd, path);
      for (let at = full; ; at = dirname(at)) {
        const file = files.get(at) ?? (at === "/home/u" ? { path: at, owner: 1000, writable: true } : undefined);
        if (file !== undefined || at === "/") return { ...folder, ...file, place: at, exists: at === full };
      }
    },
    isSelf: (name) => /^(?:localhost|127\..*|\[?::1\]?|thishost)$/.test(name),
    hasNetwork: () => world.network ?? true,
    isClockBehind: () => world.clockBehind ?? false,
    load: () => world.load ?? 0.1,
    memory: () => world.memory ?? 0.5,
    askName: (name) => world.names?.[name],
    askPort: (address, port) => world.ports?.[`${address}:${port}`],
    wayTo: (address) => world.ways?.[address],
    hasAuthorities: () => world.authorities ?? true,
    variableWith: (text) => variableIn(world.variables ?? {}, text),
  };
}
