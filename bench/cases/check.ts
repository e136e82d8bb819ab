// How long checking and formatting a large script takes, and whether ten times the lines take ten times as long.
import type { Case } from "../case.ts";
import { largeScript } from "../large-script.ts";
import { dscript } from "../programs.ts";

export const check: Case = {
  name: "check",
  title: "dscript check of 10,000 and of 100,000 lines",
  rounds: 5,
  files: { "ten.dscript": largeScript(10_000), "hundred.dscript": largeScript(100_000) },
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

export const fmt: Case = {
  name: "fmt",
  title: "dscript fmt of 10,000 and of 100,000 lines",
  rounds: 5,
  files: { "ten.dscript": largeScript(10_000), "hundred.dscript": largeScript(100_000) },
  contenders: [
    { name: "10,000 lines", argv: [dscript, "fmt", "--check", "ten.dscript"] },
    { name: "100,000 lines", argv: [dscript, "fmt", "--check", "hundred.dscript"], runs: 3 },
  ],
  base: "10,000 lines",
  aims: [{ of: "100,000 lines", atMostMs: 2000 }],
};
