/** What a test's runs have said to roles, what they have asked, and what the test answers: files in its folder, so that scripts that are run whole share them. */

import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import type { RunOptions } from "../run.ts";

/** Something that was said to a role, or asked of it. */
interface Said {
  readonly kind: "told" | "asked";
  readonly role: string;
  readonly text: string;
}

type Answers = Readonly<Record<string, boolean>>;

/** What `notify` and `approve` do in a test with this folder: nobody is told, and nobody is asked. */
export function rolesInTest(folder: string): Pick<RunOptions, "notifyRole" | "approve"> {
  const way = "the test";
  return {
    async notifyRole({ role, text }) {
      add(folder, { kind: "told", role, text });
      return [{ channel: way, elapsed: 0 }];
    },
    async approve({ role, question }) {
      add(folder, { kind: "asked", role, text: question });
      const yes = new Map(Object.entries(answersIn(folder))).get(role);
      if (yes !== undefined) return { yes, way };
      return { yes: null, why: `a test asks nobody: Test.approve(${JSON.stringify(role)}) gives the answer`, way };
    },
  };
}

/** The texts that a role was told, or asked, so far. */
export function saidTo(folder: string, kind: Said["kind"], role: string): readonly string[] {
  return lines(saidFile(folder)).flatMap((line) => {
    // `add` of this very version wrote it.
    const said = JSON.parse(line) as Said;
    return said.kind === kind && said.role === role ? [said.text] : [];
  });
}

/** The answer of a role to every question from now on. */
export function answerFor(folder: string, role: string, yes: boolean): void {
  writeFileSync(answersFile(folder), JSON.stringify({ ...answersIn(folder), [role]: yes }));
}

function add(folder: string, said: Said): void {
  appendFileSync(saidFile(folder), `${JSON.stringify(said)}\n`);
}

function answersIn(folder: string): Answers {
  const [text] = lines(answersFile(folder));
  // `answerFor` of this very version wrote it.
  return text === undefined ? {} : (JSON.parse(text) as Answers);
}

const saidFile = (folder: string): string => `${folder}/said.jsonl`;
const answersFile = (folder: string): string => `${folder}/answers.json`;

function lines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw thrown;
  }
}
