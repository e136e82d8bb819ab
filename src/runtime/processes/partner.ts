/** A process of the engine's own that answers one question after the other, a line of JSON each. It ends when the engine does. */

import { closeSync, openSync, writeSync } from "node:fs";
import { nextLine } from "../host/next-line.ts";
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
        const line = await nextLine(output);
        if (line === undefined) throw ended();
        return JSON.parse(line) as unknown;
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

function ended(): Error {
  return Object.assign(new Error("the process that keeps the trees has ended"), { code: "EPIPE" });
}
