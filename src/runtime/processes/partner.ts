/** A process of the engine's own that answers one question after the other, a line of JSON each. It ends when the engine does. */

import { closeSync, openSync, read, writeSync } from "node:fs";
import { Children } from "./children.ts";
import { errnoName } from "./errno.ts";
import { packStrings } from "./memory.ts";
import { loadNative } from "./native.ts";
import { createPipe } from "./pipe.ts";
import { ProgramSearch } from "./program-search.ts";
import { Spawner } from "./spawn.ts";

export interface Partner {
  readonly pid: number;
  /** Its answer; throws where it has ended. Questions wait for one another. */
  readonly ask: (question: unknown) => Promise<unknown>;
  /** It ends then. */
  readonly close: () => void;
}

/** The partner, or the error's name. */
export function startPartner(argv: readonly string[], environment: Readonly<NodeJS.ProcessEnv>): Partner | string {
  const native = loadNative();
  const program = new ProgramSearch().find(argv[0] ?? "", environment["PATH"], "");
  if (!("memory" in program)) return program.errno;
  const [toPartner, toEngine] = [createPipe(native), createPipe(native)];
  if (typeof toPartner === "string") return toPartner;
  if (typeof toEngine === "string") return toEngine;
  const [theirInput, input] = toPartner;
  const [output, theirOutput] = toEngine;
  const nothing = openSync("/dev/null", "w");
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const pid = new Spawner(native).spawn({
    program: program.memory,
    argv: packStrings(native, argv).memory,
    environment: packStrings(native, variables).memory,
    descriptors: [theirInput, theirOutput, nothing],
    directory: "/",
    umask: process.umask(),
    // What a terminal sends to the engine's group is not for it.
    group: "session",
  });
  for (const fd of [theirInput, theirOutput, nothing]) closeSync(fd);
  if (pid < 0) {
    for (const fd of [input, output]) closeSync(fd);
    return errnoName(-pid);
  }
  const children = new Children(native);
  children.watch(pid, false, () => {});
  let last: Promise<unknown> = Promise.resolve();
  let isOpen = true;
  return {
    pid,
    ask(question) {
      const answer = last.then(async () => {
        if (!isOpen) throw ended();
        const bytes = Buffer.from(`${JSON.stringify(question)}\n`);
        for (let at = 0; at < bytes.length; ) at += writeSync(input, bytes, at);
        return JSON.parse(await lineOf(output)) as unknown;
      });
      last = answer.catch(() => {});
      return answer;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      for (const fd of [input, output]) closeSync(fd);
      children.closeBehind();
    },
  };
}

/** The next line that it writes: there is one for each question. */
async function lineOf(fd: number): Promise<string> {
  const parts: Buffer[] = [];
  const part = Buffer.alloc(1 << 16);
  for (;;) {
    const count = await new Promise<number>((resolve, reject) => {
      read(fd, part, 0, part.length, null, (error, got) => (error === null ? resolve(got) : reject(error)));
    });
    if (count === 0) throw ended();
    parts.push(Buffer.from(part.subarray(0, count)));
    if (part[count - 1] === newline) return Buffer.concat(parts).toString("utf8");
  }
}

const newline = 10;

function ended(): Error {
  return Object.assign(new Error("the process that keeps the trees has ended"), { code: "EPIPE" });
}
