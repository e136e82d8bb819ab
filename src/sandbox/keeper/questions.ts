/** What an engine asks of the keeper of its trees, and what it answers: each a line of JSON. */

import type { Clash, RefusedTrees } from "../../runtime/index.ts";
import type { Recovered } from "../atomic/recovered.ts";

/** `folder` is that of a transaction's journal, and names it. */
export type Question =
  | { readonly ask: "open"; readonly folder: string; readonly paths: readonly string[] }
  | { readonly ask: "commit"; readonly folder: string; readonly keeps: boolean }
  | { readonly ask: "takeBack" | "forget" | "recover"; readonly folder: string };

export interface Answers {
  readonly open: Opened;
  readonly commit: { readonly clashes: readonly Clash[] } | null;
  readonly takeBack: readonly string[];
  readonly forget: null;
  readonly recover: Recovered;
}

/** Trees that are laid; or a refusal; or why no overlay can be had. */
export type Opened =
  | {
      readonly kind: "laid";
      /** Of the mount namespace. */
      readonly inode: string;
      /** The keeper's descriptors for the namespace, and for its root. */
      readonly mounts: number;
      readonly root: number;
    }
  | { readonly kind: "refused"; readonly refused: RefusedTrees }
  | { readonly kind: "none"; readonly why: string };

export type Answer =
  | { readonly value: Answers[keyof Answers] }
  | { readonly thrown: { readonly message: string; readonly code?: string; readonly path?: string } };
