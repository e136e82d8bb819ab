/** Trees that a keeper lays: the engine's commands enter its namespace, and its own calls go through that one's root. */

import { closeSync, openSync } from "node:fs";
import {
  type FlowNamespace,
  lookInto,
  type Partner,
  pathOnly,
  type RefusedTrees,
  type RunTrees,
} from "../../runtime/index.ts";
import { insidersOf, momentOfProcesses } from "../atomic/inside.ts";
import { canEnter, enteringWords } from "./enter.ts";
import { askKeeper, keeperOf } from "./partner.ts";
import type { Opened } from "./questions.ts";

/** The trees; or why they cannot be had so, as a part of a sentence. `words` start a keeper. */
export async function openKept(
  paths: readonly string[],
  folder: string,
  words: readonly string[],
): Promise<RunTrees | RefusedTrees | string> {
  const partner = await keeperOf(words);
  if (typeof partner === "string") return partner;
  let opened: Opened;
  try {
    opened = await askKeeper(partner, { ask: "open", folder, paths });
  } catch (thrown) {
    // Ended ahead of its first answer, it got no namespace.
    if ((thrown as { code?: string }).code === "EPIPE") return "the system makes no user namespace for this user";
    throw thrown;
  }
  if (opened.kind === "none") return opened.why;
  if (opened.kind === "refused") return opened.refused;
  const { inode, mounts, root } = opened;
  const began = momentOfProcesses();
  const entering = enteringWords(partner.pid, mounts);
  const takeBack = () => askKeeper(partner, { ask: "takeBack", folder });
  const trouble = await canEnter(entering("/"));
  if (trouble !== undefined) {
    await takeBack();
    return trouble;
  }
  const view = await viewOf(partner, root, entering);
  return {
    paths,
    namespace: view.namespace,
    costs: null,
    stillInside: () => insidersOf(BigInt(inode), began),
    commit({ keeps }) {
      view.close();
      return askKeeper(partner, { ask: "commit", folder, keeps });
    },
    takeBack() {
      view.close();
      return takeBack();
    },
    async forget() {
      await askKeeper(partner, { ask: "forget", folder });
    },
  };
}

async function viewOf(
  { pid }: Partner,
  root: number,
  words: FlowNamespace["words"] & {},
): Promise<{ readonly namespace: FlowNamespace; readonly close: () => void }> {
  const fd = openSync(`/proc/${pid}/fd/${root}`, pathOnly);
  const look = await lookInto(fd);
  let isOpen = true;
  // No thread goes anywhere.
  const within: FlowNamespace["within"] = (work) => (isOpen ? look(work) : work());
  return {
    namespace: { words, within, briefly: within },
    close() {
      if (isOpen) closeSync(fd);
      isOpen = false;
    },
  };
}
