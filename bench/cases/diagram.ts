// How long the picture of a plan of 200 tasks takes, beyond the check of its script.
import type { Case } from "../case.ts";
import { dscript } from "../programs.ts";

const count = 200;
const tasks = Array.from(
  { length: count },
  (_, at) =>
    `task step_${at}(String from) goal "step ${at} of the whole is done and can be seen" { touch "\${from}/${at}" } undo { rm -f "\${from}/${at}" }\n`,
);
const calls = Array.from({ length: count }, (_, at) => `  step_${at}("a")\n`);
const script = `${tasks.join("")}plan all() {\n${calls.join("")}} on undo failure { println("by hand") }\nall()\n`;

export const diagram: Case = {
  name: "diagram",
  title: "dscript diagram of a plan of 200 tasks",
  rounds: 9,
  files: { "plan.dscript": script },
  contenders: [
    { name: "check", argv: [dscript, "check", "plan.dscript"] },
    { name: "diagram as SVG", argv: [dscript, "diagram", "plan.dscript", "-o", "plan.svg"] },
    { name: "diagram as PNG", argv: [dscript, "diagram", "plan.dscript", "-o", "plan.png"], runs: 3 },
  ],
  differences: [{ name: "the picture itself", of: "diagram as SVG", less: "check", per: 1 }],
  base: "check",
  aims: [{ of: "the picture itself", atMostMs: 200 }],
};
