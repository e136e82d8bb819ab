/** How far a campaign is: a bar that is drawn anew on a terminal, else a line a run. */

import type { RunOutcome } from "../../injection/index.ts";
import { language, tell } from "../language.ts";
import { isTerminal, write } from "../terminal.ts";
import { endText, verdictText } from "./words.ts";

export interface Progress {
  readonly onRun: (outcome: RunOutcome, done: number, total: number) => void;
  readonly end: () => void;
}

const width = 30;

export function showProgress(isQuiet: boolean): Progress {
  const say = (text: string): string => language().text(text);
  if (isQuiet) return { onRun: () => undefined, end: () => undefined };
  if (!isTerminal(2))
    return {
      onRun: (outcome, done, total) => {
        const isBad = outcome.problems.length > 0 ? "  !" : "";
        tell(`${done}/${total} ${outcome.fault}: ${endText(outcome, say)}, ${verdictText(outcome)}${isBad}\n`);
      },
      end: () => undefined,
    };
  let bad = 0;
  return {
    onRun: (outcome, done, total) => {
      if (outcome.problems.length > 0) bad += 1;
      const filled = Math.round((done / total) * width);
      const bar = `[${"#".repeat(filled)}${".".repeat(width - filled)}] ${done}/${total}`;
      write(2, `\r\u001b[K${bar}${bad === 0 ? "" : `  ${say(`${bad} not as expected`)}`}`);
    },
    end: () => write(2, "\r\u001b[K"),
  };
}
