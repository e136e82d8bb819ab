/** Why entries are not appended though they could be written. */

import { names, readHeader } from "../folder/header.ts";
import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem } from "../problem.ts";

/** Why a key signs nothing here, as far as that is known without the lock: so that nobody waits, or makes files, for a refusal. */
export function keyTrouble(folder: string, { publicKey }: Pick<SigningKey, "publicKey">): LogProblem | undefined {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  return Buffer.from(header.key.publicKey).equals(publicKey) ? undefined : foreignKey(folder);
}

export function foreignKey(folder: string): LogProblem {
  const message = `the key is not the one that signs ${folder}`;
  return {
    code: "LOG-07",
    message,
    help: `put the key that ${folder}/${names.header} names back into ${folder}/${names.key}`,
    kind: "words",
  };
}

export function alreadyThere(index: number): LogProblem {
  const message = `the very same statement is there already, as entry ${index}`;
  const help = "there is nothing to do; who means it anew says so with another time";
  return { code: "LOG-19", message, help, kind: "data", entry: index };
}

export function givenTwice(): LogProblem {
  const message = "the very same statement is given twice; nothing was appended";
  return { code: "LOG-19", message, help: "leave one of the two", kind: "data" };
}
