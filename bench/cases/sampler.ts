// What looking at the host costs: the same computing script with the sampler, and without.
import type { Case } from "../case.ts";
import { dscript } from "../programs.ts";

const script = "int n = 0\nfor (int i = 0; i < 500000000; i++) { n = (n + i) % 7 }\nprintln(n)\n";

export const sampler: Case = {
  name: "sampler",
  title: "Looking at the host: a script that computes, with the sampler and without",
  rounds: 15,
  files: {
    "with/dscript.yaml": "sampler: on\n",
    "with/loop.dscript": script,
    "without/dscript.yaml": "sampler: off\n",
    "without/loop.dscript": script,
  },
  contenders: [
    { name: "without", argv: [dscript, "run", "without/loop.dscript"] },
    { name: "with", argv: [dscript, "run", "with/loop.dscript"] },
  ],
  base: "without",
  aims: [{ of: "with", atMost: 1.02, times: "without" }],
};
