/** Opening trees under overlays, in a mount namespace that this process makes. */

import { openNamespaces, type RefusedTrees, type RunTrees, tryLockFile } from "../../runtime/index.ts";
import type { OnStep } from "./apply.ts";
import { insidersOf, momentOfProcesses } from "./inside.ts";
import { Journal } from "./journal.ts";
import { NamespaceTrouble, type OverlayNamespace, type OverlayPrefix, openNamespace } from "./namespace.ts";
import { removeAttribute, setAttribute } from "./system.ts";
import { Transaction } from "./transaction.ts";
import { hiddenFor, makeHidden, momentOf, removeTrees, type Tree } from "./tree.ts";

export interface OverlayRequest {
  /** Real ones. */
  readonly paths: readonly string[];
  readonly folder: string;
  readonly prefix: OverlayPrefix;
  readonly onStep?: OnStep | undefined;
}

/** Trees under overlays, or a refusal. */
export type Laid =
  | { readonly trees: RunTrees; readonly namespace: OverlayNamespace }
  | { readonly trees: RefusedTrees; readonly namespace: null };

/** What keeps overlays from being laid there; anything else is no reason to copy. */
const noOverlay = new Set(["EPERM", "EACCES", "EINVAL", "ENODEV", "ENOSYS", "EOPNOTSUPP", "ELOOP", "EBUSY"]);

/** The trees, or why no overlay can be had. */
export async function openOverlay({ paths, folder, prefix, onStep }: OverlayRequest): Promise<Laid | string> {
  const planned = paths.map((lower) => ({ lower, hidden: hiddenFor(lower), since: "0" }));
  const journal = Journal.create(folder);
  if (onStep === undefined) await tryLockFile(journal.fd);
  const keeper = prefix === "user.overlay." ? { engine: process.ppid } : {};
  journal.begin({ kind: "opened", version: 1, trees: planned, prefix, ...keeper });
  const giveUp = (): void => {
    removeTrees(planned);
    journal.remove();
  };
  const calls = await openNamespaces();
  let namespace: OverlayNamespace | undefined;
  let trees: readonly Tree[];
  try {
    for (const tree of planned) makeHidden(tree);
    if (prefix === "user.overlay.") for (const tree of planned) demandAttributes(tree);
    trees = planned.map((tree) => ({ ...tree, since: String(momentOf(tree)) }));
    namespace = openNamespace(calls, trees, prefix);
  } catch (thrown) {
    namespace?.close();
    giveUp();
    const { code = thrown instanceof NamespaceTrouble ? thrown.errno : undefined } = thrown as { code?: string };
    if (code === undefined) throw thrown;
    if (noOverlay.has(code)) return `no overlay can be laid over ${paths.join(", ")}: ${code}`;
    const path = paths[0] ?? "";
    const reason = `${path} cannot be written apart: ${code}`;
    return { trees: { path, reason, next: "look at the rights and the file system" }, namespace: null };
  }
  const laid = namespace;
  const began = momentOfProcesses();
  const transaction = new Transaction({
    ...{ trees, journal, namespace: laid, prefix },
    ...(onStep === undefined ? {} : { onStep }),
  });
  const run: RunTrees = {
    paths,
    namespace: laid,
    costs: null,
    stillInside: () => insidersOf(laid.inode, began),
    commit: ({ keeps }) => transaction.commit(keeps),
    takeBack: () => transaction.takeBack(),
    forget: () => transaction.forget(),
  };
  return { trees: run, namespace: laid };
}

/** Not every file system has attributes of users, and an overlay notes there what it hides. */
function demandAttributes({ hidden }: Tree): void {
  const name = "user.overlay.tried";
  setAttribute(hidden, name, Buffer.from("y"));
  removeAttribute(hidden, name);
}
