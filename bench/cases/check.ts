// How long a check of a large script takes, and whether ten times the lines take ten times as long.
import type { Case } from "../case.ts";
import { dscript } from "../programs.ts";

/** Ten lines as operators write them; `n` makes their names unlike all others. */
function stretch(n: number): string {
  return `int tidy_${n}(String folder, int keep) {
  int removed = 0
  for (String name in System.readdir(folder)) {
    if (name.endsWith(".tmp") && removed < keep) {
      rm -f -- "\${folder}/\${name}"
      removed += 1
    }
  }
  return removed
}
`;
}

function script(lines: number): string {
  return Array.from({ length: lines / 10 }, (_, n) => stretch(n)).join("");
}

export const check: Case = {
  name: "check",
  title: "dscript check of 10,000 and of 100,000 lines",
  rounds: 5,
  files: { "ten.dscript": script(10_000), "hundred.dscript": script(100_000) },
  contenders: [
    { name: "10,000 lines", argv: [dscript, "check", "ten.dscript"] },
    { name: "100,000 lines", argv: [dscript, "check", "hundred.dscript"], runs: 3 },
  ],
  base: "10,000 lines",
  aims: [
    { of: "10,000 lines", atMostMs: 1000 },
    { of: "100,000 lines", atMost: 11, times: "10,000 lines" },
  ],
};
