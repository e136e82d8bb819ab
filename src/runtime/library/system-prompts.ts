/** System: questions to the person at the terminal, and standard streams as files. */

import { isatty } from "node:tty";
import type { ScriptFile } from "../files/file.ts";
import { openFile } from "../files/open.ts";
import { Refusal } from "../files/refusal.ts";
import { flushOutputs, writeOutput } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded } from "./guard.ts";
import type { OpenFiles } from "./open-files.ts";

export function promptFunctions(files: OpenFiles): Functions {
  return {
    "System.stdin": (flow) => files.stdin(flowOf(flow)),
    "System.stdout": () => files.stdout,
    "System.stderr": () => files.stderr,
    "System.isTerminal": (flow) => isatty(flowOf(flow).stdin),
  };
}

export function promptCalls(run: Run, files: OpenFiles): Readonly<Record<string, GuardedCall>> {
  return {
    "System.ask": guarded({
      perform: async (flow: ScriptFlow, site: number, prompt: string = "") => {
        // As in a shell's `read -p`: whoever pipes answers in wants no questions in the output.
        if (prompt !== "" && isatty(flow.stdin)) writeOutput(run, flow.stderr, site, prompt);
        flushOutputs(run, flow);
        const line = await files.stdin(flow).readLineExactly();
        if (line === null) throw new Refusal("IOFault", "standard input has ended");
        return line;
      },
      attempts: () => "read an answer",
    }),
    "System.readPassword": guarded({
      perform: async (flow: ScriptFlow, _site: number, prompt: string = "") => {
        flushOutputs(run, flow);
        const terminal = await openTerminal(run, flow.umask);
        const line = terminal === null ? await files.stdin(flow).readLineExactly() : await readHidden(terminal, prompt);
        if (line === null) throw new Refusal("IOFault", "the input has ended");
        run.secrets.add(line);
        return line;
      },
      attempts: () => "read a password",
    }),
  };
}

/** Null where there is none, as in a test or a service: a password then comes from standard input. */
async function openTerminal(run: Run, umask: number): Promise<ScriptFile | null> {
  try {
    return await openFile(run, "/dev/tty", "/dev/tty", "r+", { umask, namespace: null });
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
}

async function readHidden(terminal: ScriptFile, prompt: string): Promise<string | null> {
  const { hideTyping } = await import("../files/native.ts");
  const show = hideTyping(terminal.descriptor);
  // A shell takes its own settings back while the script is stopped: what is typed after `fg` is hidden again.
  const hideAgain = async (): Promise<void> => {
    hideTyping(terminal.descriptor);
    try {
      await terminal.write(prompt);
      await terminal.flush();
    } catch {
      // The terminal has gone: reading tells.
    }
  };
  process.on("SIGCONT", hideAgain);
  try {
    await terminal.write(prompt);
    return await terminal.readLineExactly();
  } finally {
    process.off("SIGCONT", hideAgain);
    show();
    await terminal.close();
  }
}
