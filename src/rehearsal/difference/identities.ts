/** Which file of the host each changed file is: the same one, one from another place, or a new one; and which names are one file. */

import { type Found, movedFrom, type Tree, withOrigin } from "../../sandbox/index.ts";

export interface Identity {
  /** The name that stands for the file; others are links to it. */
  readonly first: string;
  /** The name that it had on the host, and has no more. */
  readonly from: string | undefined;
  /** Whether what the host has at this name is this very file. */
  readonly isOwn: (found: Found) => boolean;
}

export interface Identities {
  /** Of everything new that is no folder. */
  readonly identityOf: (found: Found) => Identity;
  /** Paths of the host whose files have another place now. */
  readonly taken: ReadonlySet<string>;
}

export function identities(tree: Tree, root: Found): Identities {
  const groups = new Map<bigint, Found[]>();
  const vacated = new Map<bigint, string>();
  const collect = (found: Found): void => {
    const { how, status, hidden } = found;
    if (how === "new" && !status.isDirectory()) groups.set(status.ino, [...(groups.get(status.ino) ?? []), found]);
    if (
      hidden !== undefined &&
      !hidden.status.isDirectory() &&
      (how !== "new" || originIno(tree, found) !== hidden.status.ino)
    )
      vacated.set(hidden.status.ino, hidden.path);
    found.children.forEach(collect);
  };
  collect(root);
  const taken = new Set(movedFrom(root));
  const known = new Map<bigint, Identity>();
  for (const [ino, members] of groups) {
    const origin = members.map((each) => originIno(tree, each)).find((each) => each !== undefined);
    const isOwn = ({ hidden, origin: noted }: Found): boolean =>
      hidden !== undefined && (origin === undefined ? noted !== undefined : hidden.status.ino === origin);
    const stays = members.find(isOwn);
    const from = stays === undefined && origin !== undefined ? vacated.get(origin) : undefined;
    if (from !== undefined) {
      taken.add(from);
      vacated.delete(origin ?? 0n);
    }
    const paths = members.map(({ path }) => path).sort();
    known.set(ino, { first: stays?.path ?? paths[0] ?? "", from, isOwn });
  }
  const itself = (found: Found): Identity => ({ first: found.path, from: undefined, isOwn: () => false });
  return { taken, identityOf: (found) => known.get(found.status.ino) ?? itself(found) };
}

/** The number of the file on the host that an overlay's copy was made of, where this user may ask. */
function originIno(tree: Tree, { origin }: Found): bigint | undefined {
  if (origin === undefined) return undefined;
  const ino = withOrigin(tree, origin, (_, status) => status.ino);
  return typeof ino === "bigint" ? ino : undefined;
}
