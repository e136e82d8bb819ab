/** What the rules of a run's engine have come to: files beside the rules, which whoever runs the script may write. */

import { chmodSync, closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { callsFile, type InjectionRule, strikesFile } from "../../runtime/index.ts";

/** Characters behind which a text may stand that two reads part. */
const overlap = 100;

export function openStrikes(rules: string): void {
  for (const file of [strikesFile(rules), callsFile(rules)]) {
    writeFileSync(file, "");
    chmodSync(file, 0o666);
  }
}

/** Notes the rules that struck by what the calls of commands show: where a program never made its call, nothing was met. */
export function noteShown(rules: string, all: readonly InjectionRule[]): void {
  const waiting = new Map(
    all.flatMap(({ action }, index) =>
      action.kind === "prefix" && action.shows !== undefined ? [[index, action.shows] as const] : [],
    ),
  );
  if (waiting.size === 0) return;
  const fd = openSync(callsFile(rules), "r");
  try {
    let text = "";
    const chunk = Buffer.alloc(Math.min(2 ** 20, fstatSync(fd).size));
    for (let read = -1; read !== 0 && waiting.size > 0; ) {
      read = readSync(fd, chunk);
      text = text.slice(-overlap) + chunk.toString("latin1", 0, read);
      for (const [index, shows] of waiting) {
        if (!shows.some((each) => text.includes(each))) continue;
        waiting.delete(index);
        writeFileSync(strikesFile(rules), `${index}\n`, { flag: "a" });
      }
    }
  } finally {
    closeSync(fd);
  }
}
