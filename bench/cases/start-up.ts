// How long it takes until a script runs, and until its first command has run.
import { type Case, ifThere } from "../case.ts";
import { bash, bun, dash, dscript, elvish, fish, node, nu, python, zx } from "../programs.ts";

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
    "empty.py": "",
    "one.py": "import subprocess\nsubprocess.run(['/bin/true'], check=True)\n",
    "one.nu": "^/bin/true\n",
    "one-bun.mjs": "import { $ } from 'bun';\nawait $`/bin/true`;\n",
    "empty-zx.mjs": "",
    "one-zx.mjs": "await $`/bin/true`;\n",
  },
  contenders: [
    { name: "node -e 0", argv: [node, "-e", "0"] },
    { name: "dscript, empty", argv: [dscript, "run", "empty.dscript"] },
    { name: "bash, empty", argv: [bash, "empty.sh"] },
    { name: "dash, empty", argv: [dash, "empty.sh"] },
    ...ifThere(fish, "fish, empty", ["empty.sh"], { runs: 10 }),
    ...ifThere(elvish, "elvish, empty", ["empty.sh"], { runs: 10 }),
    ...ifThere(nu, "nushell, empty", ["empty.sh"], { runs: 10 }),
    { name: "python3, empty", argv: [python, "empty.py"], runs: 10 },
    ...ifThere(bun, "Bun, empty", ["run", "empty-zx.mjs"], { runs: 10 }),
    { name: "zx, empty", argv: [zx, "empty-zx.mjs"], runs: 10 },
    { name: "dscript, one command", argv: [dscript, "run", "one.dscript"] },
    { name: "bash, one command", argv: [bash, "one.sh"] },
    { name: "dash, one command", argv: [dash, "one.sh"] },
    ...ifThere(fish, "fish, one command", ["one.sh"], { runs: 10 }),
    ...ifThere(elvish, "elvish, one command", ["one.sh"], { runs: 10 }),
    ...ifThere(nu, "nushell, one command", ["one.nu"], { runs: 10 }),
    { name: "python3, one command", argv: [python, "one.py"], runs: 10 },
    { name: "node, one command", argv: [node, "one.mjs"] },
    ...ifThere(bun, "Bun's shell, one command", ["run", "one-bun.mjs"], { runs: 10 }),
    { name: "zx, one command", argv: [zx, "one-zx.mjs"], runs: 10 },
  ],
  base: "node -e 0",
  aims: [
    { of: "dscript, empty", atMost: 1.5, times: "node -e 0" },
    { of: "dscript, one command", atMost: 2, times: "node -e 0" },
  ],
};
