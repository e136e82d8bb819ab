/** Functions without a receiver: printing, looking for programs and files, waiting, temporary files. */

import { closeSync } from "node:fs";
import { pauseOnClock } from "../control/pause.ts";
import { createFault } from "../faults/raise.ts";
import { globMatch } from "../files/glob.ts";
import { existsByName } from "../files/programs.ts";
import { flushOutput, flushOutputs, writeOutput } from "../files/standard-output.ts";
import { makeTemporaryDirectory, removeTree } from "../files/temporary.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { openSync } from "../host/files.ts";
import type { Run } from "../run.ts";
import { stamp } from "../time/stamp.ts";
import type { Functions } from "./function.ts";
import { causeOf, type GuardedCall, guarded, quote } from "./guard.ts";

/** `print`, `println`, `log` and `sleep`: their failures are told by what they call. */
export function plainFunctions(run: Run): Functions {
  return {
    print: (flow, site, ...values: string[]) => {
      writeOutput(run, flowOf(flow).stdout, site, values.length === 1 ? (values[0] ?? "") : values.join(" "));
    },
    println: (flow, site, ...values: string[]) => {
      writeOutput(run, flowOf(flow).stdout, site, `${values.length === 1 ? (values[0] ?? "") : values.join(" ")}\n`);
    },
    log: (flow, site, ...values: string[]) => {
      const own = flowOf(flow);
      try {
        // What was printed before must stand before it where both go to one terminal.
        flushOutputs(run, own);
      } finally {
        writeOutput(run, own.stderr, site, `${stamp(new Date(run.clock.now()))} ${values.join(" ")}\n`);
        flushOutput(run, own.stderr);
      }
    },
    sleep: (flow, _site, time: number) => {
      flushOutputs(run, flowOf(flow));
      return pauseOnClock(run, time, flowOf(flow));
    },
  };
}

/** `exists`, `glob`, `tempDir` and `tempFile`. */
export function plainCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    exists: guarded({
      perform: (flow: ScriptFlow, _site: number, name: string) => existsByName(flow, name),
      attempts: (name) => `tell whether ${quote(name)} exists`,
    }),
    glob: guarded({
      perform: (flow: ScriptFlow, _site: number, pattern: string) =>
        pattern === "" ? [] : globMatch(flow.directory, [{ glob: pattern }]),
      attempts: (pattern) => `look for ${quote(pattern)}`,
    }),
    tempDir: guarded({
      perform: (flow: ScriptFlow, site: number) => makeTemporary(run, flow, site),
      attempts: () => "make a temporary directory",
    }),
    tempFile: guarded({
      perform: (flow: ScriptFlow, site: number) => {
        const path = `${makeTemporary(run, flow, site)}/file`;
        closeSync(openSync(path, "wx", 0o600));
        return path;
      },
      attempts: () => "make a temporary file",
    }),
  };
}

function makeTemporary(run: Run, flow: ScriptFlow, site: number): string {
  const path = makeTemporaryDirectory(flow);
  run.atEnd.push(() => {
    try {
      removeTree(path);
    } catch (thrown) {
      const cause = causeOf(thrown);
      if (cause === null) throw thrown;
      const message = `cannot remove the temporary directory ${quote(path)} at the script's end: ${cause.why}`;
      throw createFault(run, site, {
        kind: "IOFault",
        message,
        ...(cause.errno === undefined ? {} : { errno: cause.errno }),
      });
    }
  });
  return path;
}
