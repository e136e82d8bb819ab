/** Opens trees so that what is written there stays apart until it is committed: the way is the best that this host and this user allow. */

import { stat, statSync } from "node:fs";
import { openNamespaces, type RefusedTrees, type RunTrees, tryLockFile } from "../../runtime/index.ts";
import type { OnStep } from "./apply.ts";
import { insidersOf } from "./inside.ts";
import { Journal } from "./journal.ts";
import { statusOf } from "./look.ts";
import { NamespaceTrouble, type OverlayNamespace, openNamespace } from "./namespace.ts";
import { realTrees } from "./refuse.ts";
import { Transaction } from "./transaction.ts";
import { hiddenFor, makeHidden, momentOf, removeTrees, type Tree } from "./tree.ts";

interface AtomicRequest {
  /** Absolute, as the run resolved them. */
  readonly paths: readonly string[];
  /** An empty folder of this transaction's own, for its journal; it outlives the engine. */
  readonly folder: string;
}

/** `onStep` is for tests that end in the midst of a commit: nothing shows then that its engine lives. */
export async function openAtomic(request: AtomicRequest, onStep?: OnStep): Promise<RunTrees | RefusedTrees> {
  const real = realTrees(request.paths);
  if ("reason" in real) return real;
  const file = real.find((path) => statusOf(path)?.isDirectory() !== true);
  const why = file === undefined ? elsewhere() : `${file} is no folder`;
  const opened = why ?? (await openOverlay(real, request.folder, onStep));
  if (typeof opened !== "string") return opened;
  const { openCopies } = await import("../copies/open.ts");
  return openCopies(real, request.folder, opened, onStep === undefined);
}

/** Whoever enters a mount namespace gets its root: behind chroot(2) that is another one, and all names would mean other files. */
function elsewhere(): string | undefined {
  try {
    const [first, own] = [statSync("/proc/1/root/", { bigint: true }), statSync("/", { bigint: true })];
    return first.dev === own.dev && first.ino === own.ino
      ? undefined
      : "the root of this engine is not that of its mount namespace";
  } catch {
    // Without the right to look there is none to lay overlays either.
    return undefined;
  }
}

/** What keeps overlays from being laid there; anything else is no reason to copy. */
const noOverlay = new Set(["EPERM", "EACCES", "EINVAL", "ENODEV", "ENOSYS", "EOPNOTSUPP", "ELOOP", "EBUSY"]);

/** Threads belong to the namespace in which they are made: the pool's are made ahead of any other one. */
function startThreads(): Promise<void> {
  return new Promise((resolve) => stat("/", () => resolve()));
}

/** The trees, or why no overlay can be had. */
async function openOverlay(
  paths: readonly string[],
  folder: string,
  onStep: OnStep | undefined,
): Promise<RunTrees | RefusedTrees | string> {
  const planned = paths.map((lower) => ({ lower, hidden: hiddenFor(lower), since: "0" }));
  const journal = Journal.create(folder);
  if (onStep === undefined) await tryLockFile(journal.fd);
  const isKnown = journal.begin({ kind: "opened", version: 1, trees: planned });
  // Told where it is waited for.
  isKnown.catch(() => {});
  const giveUp = async (): Promise<void> => {
    await isKnown.catch(() => {});
    removeTrees(planned);
    journal.remove();
  };
  const calls = await openNamespaces();
  await startThreads();
  let namespace: OverlayNamespace | undefined;
  let trees: readonly Tree[];
  try {
    for (const tree of planned) makeHidden(tree);
    trees = planned.map((tree) => ({ ...tree, since: String(momentOf(tree)) }));
    namespace = openNamespace(calls, trees);
    // The disk is waited for while all of this is made.
    await isKnown;
  } catch (thrown) {
    namespace?.close();
    await giveUp();
    const { code = thrown instanceof NamespaceTrouble ? thrown.errno : undefined } = thrown as { code?: string };
    if (code === undefined) throw thrown;
    if (noOverlay.has(code)) return `no overlay can be laid over ${paths.join(", ")}: ${code}`;
    const path = paths[0] ?? "";
    return { path, reason: `${path} cannot be written apart: ${code}`, next: "look at the rights and the file system" };
  }
  const laid = namespace;
  const transaction = new Transaction({
    ...{ trees, journal, namespace: laid, prefix: "trusted.overlay." },
    ...(onStep === undefined ? {} : { onStep }),
  });
  return {
    paths,
    namespace: laid,
    costs: null,
    stillInside: () => insidersOf(laid.inode),
    commit: ({ keeps }) => transaction.commit(keeps),
    takeBack: () => transaction.takeBack(),
    forget: () => transaction.forget(),
  };
}
