/** The one keeper that an engine has: started at the first need, asked for every tree. */

import { type Partner, startPartner } from "../../runtime/index.ts";
import type { Answer, Answers, Question } from "./questions.ts";

/** A user namespace in which the caller is who they are, with all rights over what is theirs (unshare(1)). */
const namespaces = ["--user", "--map-current-user", "--mount", "--propagation", "slave", "--keep-caps"];

let keeper: Partner | undefined;

/** The keeper's process; or why there is none, as a part of a sentence. `words` start one of this version. */
export async function keeperOf(words: readonly string[]): Promise<Partner | string> {
  if (keeper !== undefined) return keeper;
  const started = await startPartner(["unshare", ...namespaces, ...words, String(process.pid)], process.env);
  if (typeof started === "string") return `unshare (util-linux) cannot be started: ${started}`;
  keeper = started;
  return started;
}

/** Its answer; throws what it threw. Where it is gone, the next question has another one. */
export async function askKeeper<Q extends Question>(partner: Partner, question: Q): Promise<Answers[Q["ask"]]> {
  let answer: Answer;
  try {
    // A keeper of this very version wrote it.
    answer = (await partner.ask(question)) as Answer;
  } catch (thrown) {
    partner.close();
    if (keeper === partner) keeper = undefined;
    throw thrown;
  }
  if ("thrown" in answer) throw Object.assign(new Error(answer.thrown.message), answer.thrown);
  return answer.value as Answers[Q["ask"]];
}
