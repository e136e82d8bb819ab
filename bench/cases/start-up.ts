// How long it takes until a script runs, and until its first command has run.
import type { Case } from "../case.ts";
import { bash, dash, dscript, node, zx } from "../programs.ts";

export const startUp: Case = {
  name: "start-up",
  title: "Start-up: an empty script, and one with one command",
  rounds: 40,
  files: {
    "empty.dscript": "",
    "one.dscript": "/bin/true\n",
    "empty.sh": "",
    "one.sh": "/bin/true\n",
    "one.mjs": `import { spawn } from "node:child_process";\nspawn("/bin/true", [], { stdio: "inherit" });\n`,
    "empty-zx.mjs": "",
    "one-zx.mjs": "await $`/bin/true`;\n",
  },
  contenders: [
    { name: "node -e 0", argv: [node, "-e", "0"] },
    { name: "dscript, empty", argv: [dscript, "run", "empty.dscript"] },
    { name: "bash, empty", argv: [bash, "empty.sh"] },
    { name: "dash, empty", argv: [dash, "empty.sh"] },
    { name: "zx, empty", argv: [zx, "empty-zx.mjs"], runs: 10 },
    { name: "dscript, one command", argv: [dscript, "run", "one.dscript"] },
    { name: "bash, one command", argv: [bash, "one.sh"] },
    { name: "dash, one command", argv: [dash, "one.sh"] },
    { name: "node, one command", argv: [node, "one.mjs"] },
    { name: "zx, one command", argv: [zx, "one-zx.mjs"], runs: 10 },
  ],
  base: "node -e 0",
  aims: [
    { of: "dscript, empty", atMost: 1.5, times: "node -e 0" },
    { of: "dscript, one command", atMost: 2, times: "node -e 0" },
  ],
};
