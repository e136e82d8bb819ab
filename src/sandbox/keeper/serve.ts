/** The keeper: an engine in a user namespace of its own, which has all rights over its user's files there. It does nothing but keep trees. */

import { closeSync, openSync, writeSync } from "node:fs";
import { nextLine, pathOnly, type RunTrees } from "../../runtime/index.ts";
import { openOverlay } from "../atomic/overlay.ts";
import { recoverAtomic } from "../atomic/recover.ts";
import { endWithParent } from "../atomic/system.ts";
import { whyNotOwn } from "./own.ts";
import type { Answer, Answers, Opened, Question } from "./questions.ts";

/** Answers questions from standard input until that ends, or the engine that started it does. */
export async function serveTrees(engine: number): Promise<void> {
  endWithParent();
  if (process.ppid !== engine) return;
  const kept = new Map<string, Kept>();
  for (;;) {
    const line = await nextLine(0).catch(() => undefined);
    if (line === undefined) return;
    // An engine of this very version wrote it.
    const answer = await answerTo(JSON.parse(line) as Question, kept);
    writeSync(1, `${JSON.stringify(answer)}\n`);
  }
}

interface Kept {
  readonly trees: RunTrees;
  readonly root: number;
}

async function answerTo(question: Question, kept: Map<string, Kept>): Promise<Answer> {
  try {
    return { value: await answered(question, kept) };
  } catch (thrown) {
    const { message, code, path } = thrown as Error & { code?: string; path?: string };
    return { thrown: { message, ...(code === undefined ? {} : { code }), ...(path === undefined ? {} : { path }) } };
  }
}

async function answered(question: Question, kept: Map<string, Kept>): Promise<Answers[keyof Answers]> {
  const { folder } = question;
  if (question.ask === "open") return open(question.paths, folder, kept);
  if (question.ask === "recover") return recoverAtomic(folder);
  const found = kept.get(folder);
  if (found === undefined) throw new Error(`nothing is kept for ${folder}`);
  if (question.ask === "commit") return found.trees.commit({ keeps: question.keeps });
  kept.delete(folder);
  closeSync(found.root);
  if (question.ask === "takeBack") return found.trees.takeBack();
  await found.trees.forget();
  return null;
}

async function open(paths: readonly string[], folder: string, kept: Map<string, Kept>): Promise<Opened> {
  const foreign = whyNotOwn(paths);
  if (foreign !== undefined) return { kind: "none", why: foreign };
  const laid = await openOverlay({ paths, folder, prefix: "user.overlay." });
  if (typeof laid === "string") return { kind: "none", why: laid };
  const { trees, namespace } = laid;
  if (namespace === null) return { kind: "refused", refused: trees };
  const root = namespace.within(() => openSync("/", pathOnly));
  kept.set(folder, { trees, root });
  return { kind: "laid", inode: String(namespace.inode), mounts: namespace.mounts, root };
}
