/** `dscript test --watch`: runs again what a change may have changed, until q or Ctrl-C. */

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { exitCode } from "../../engine/index.ts";
import { language } from "../language.ts";
import { isTerminal, show } from "../terminal.ts";
import { type Chosen, chooseTests } from "./chosen.ts";
import type { TestOptions } from "./options.ts";
import { runChosen } from "./run-once.ts";

const lookEvery = 300;

export async function watch(options: TestOptions): Promise<number> {
  /** The files that a test file was read from when it last ran, with what they looked like then. */
  const seen = new Map<string, ReadonlyMap<string, string>>();
  let code: number = exitCode.ok;
  for (let isFirst = true; ; isFirst = false) {
    const chosen = await chooseTests(options);
    if (typeof chosen === "number") {
      if (isFirst) return chosen;
    } else {
      const due = chosen.filter(({ file }) => isChanged(seen.get(resolve(file.name))));
      if (due.length > 0) {
        const before = new Map(due.map(({ file }) => [resolve(file.name), stamp(resolve(file.name))]));
        if (!isFirst) show(1, "\n");
        const ran = await runChosen(options, due);
        if (ran.code > 128) return ran.code;
        code = ran.code;
        for (const { file } of due) {
          const path = resolve(file.name);
          const paths = ran.results.find((result) => result.file === file.name)?.paths ?? [];
          seen.set(path, new Map([path, ...paths].map((each) => [each, before.get(each) ?? stamp(each)])));
        }
        show(1, `\n${language().text(waitingText())}\n`);
      }
    }
    const asked = await untilChange(seen, typeof chosen === "number" ? [] : chosen);
    if (asked === "quit") return code;
    if (asked === "interrupt") return 130;
  }
}

function waitingText(): string {
  return isTerminal(0) ? "waiting for changes; q ends, Enter runs all again" : "waiting for changes; Ctrl-C ends";
}

/** What changes with a file's content, as far as its folder knows. */
function stamp(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  return status === undefined ? "gone" : `${status.mtimeMs} ${status.size} ${status.ino}`;
}

function isChanged(files: ReadonlyMap<string, string> | undefined): boolean {
  return files === undefined || [...files].some(([path, before]) => stamp(path) !== before);
}

/** Waits until a file has changed, one is new, or a key is pressed. */
function untilChange(
  seen: Map<string, ReadonlyMap<string, string>>,
  chosen: readonly Chosen[],
): Promise<"change" | "quit" | "interrupt"> {
  return new Promise((done) => {
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      const isDue = chosen.some(({ file }) => isChanged(seen.get(resolve(file.name))));
      // New files are looked for less often: that reads folders.
      if (isDue || chosen.length === 0 || looks % 10 === 0) end("change");
    }, lookEvery);
    const onInterrupt = (): void => end("interrupt");
    process.once("SIGINT", onInterrupt);
    const keys = readKeys((key) => {
      if (key === "q" || key === "\u0004") end("quit");
      else if (key === "\u0003") end("interrupt");
      else if (key === "\r" || key === "\n") {
        seen.clear();
        end("change");
      }
    });
    const end = (how: "change" | "quit" | "interrupt"): void => {
      clearInterval(timer);
      process.off("SIGINT", onInterrupt);
      keys.stop();
      done(how);
    };
  });
}

/** Single keys from the terminal, as long as nothing else runs that may want it. */
function readKeys(take: (key: string) => void): { readonly stop: () => void } {
  if (!isTerminal(0)) return { stop: () => undefined };
  const { stdin } = process;
  const listener = (data: Buffer): void => take(data.toString("latin1"));
  stdin.setRawMode(true);
  stdin.on("data", listener);
  stdin.resume();
  return {
    stop: () => {
      stdin.off("data", listener);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
