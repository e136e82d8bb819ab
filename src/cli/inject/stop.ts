/** `dscript inject stop`: ends a campaign that runs elsewhere, with all that it has started. */

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { exitCode } from "../../engine/index.ts";
import { runningIn } from "../../injection/index.ts";
import { refuseWords, tell } from "../language.ts";

// Milliseconds: a campaign ends its runs, and removes what they had.
const patience = 30_000;
const often = 50;

/** `name`: a campaign's file or its folder of results; without it, those beside which one runs. */
export async function stopCampaign(name: string | undefined): Promise<number> {
  const folders = name === undefined ? resultsBelow(process.cwd()) : [folderOf(name)];
  const running = folders.flatMap((folder) => {
    const pid = runningIn(folder);
    return pid === undefined ? [] : [{ folder, pid }];
  });
  if (running.length === 0)
    return refuseWords(
      "no campaign is running here",
      "name its file, or its folder of results: dscript inject stop DIR",
    );
  for (const { pid } of running) process.kill(pid, "SIGTERM");
  const began = performance.now();
  for (const { folder, pid } of running) {
    while (runningIn(folder) !== undefined && performance.now() - began < patience)
      await new Promise((resume) => setTimeout(resume, often));
    if (runningIn(folder) !== undefined)
      return refuseWords(`process ${pid} has not ended within ${patience / 1000} s`, `end it: kill -KILL ${pid}`);
    tell(`dscript: the campaign of ${folder} is ended\n`);
  }
  return exitCode.ok;
}

function folderOf(name: string): string {
  const path = resolve(name);
  if (!/\.ya?ml$/.test(path)) return path;
  return join(dirname(path), `${basename(path).replace(/(?:\.campaign)?\.ya?ml$/, "")}.results`);
}

function resultsBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".results"))
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "running")));
}
