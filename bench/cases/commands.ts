// How fast commands start: 1,500 of them, one after the other.
import { type Case, ifThere } from "../case.ts";
import { bash, bun, dash, dscript, elvish, fish, node, nu, python, zx } from "../programs.ts";

const shell = "i=0\nwhile [ $i -lt 1500 ]; do /bin/true; i=$((i + 1)); done\n";

export const commands: Case = {
  name: "commands",
  title: "1,500 × /bin/true, one after the other",
  rounds: 7,
  files: {
    "loop.dscript": "for (int i = 0; i < 1500; i++) { /bin/true }\n",
    "loop.sh": shell,
    "loop.mjs": `import { spawn } from "node:child_process";
for (let i = 0; i < 1500; i++) {
  await new Promise((resolve, reject) => {
    spawn("/bin/true", [], { stdio: "inherit" }).on("error", reject).on("close", (code) => (code === 0 ? resolve() : reject(code)));
  });
}
`,
    "loop.fish": "for i in (seq 1500)\n  /bin/true\nend\n",
    "loop.elv": "range 1500 | each {|_| /bin/true }\n",
    "loop.nu": "for i in 0..<1500 { ^/bin/true }\n",
    "loop.py": "import subprocess\nfor i in range(1500):\n    subprocess.run(['/bin/true'], check=True)\n",
    "bun.mjs": "import { $ } from 'bun';\nfor (let i = 0; i < 1500; i++) await $`/bin/true`;\n",
    "zx.mjs": "for (let i = 0; i < 150; i++) await $`/bin/true`;\n",
  },
  contenders: [
    { name: "dscript", argv: [dscript, "run", "loop.dscript"] },
    { name: "bash", argv: [bash, "loop.sh"] },
    { name: "dash", argv: [dash, "loop.sh"] },
    ...ifThere(fish, "fish", ["loop.fish"], { runs: 3 }),
    ...ifThere(elvish, "elvish", ["loop.elv"], { runs: 3 }),
    ...ifThere(nu, "nushell", ["loop.nu"], { runs: 3 }),
    { name: "python3", argv: [python, "loop.py"], runs: 3 },
    { name: "node", argv: [node, "loop.mjs"], runs: 3 },
    ...ifThere(bun, "Bun's shell", ["run", "bun.mjs"], { runs: 3 }),
    { name: "zx", argv: [zx, "zx.mjs"], share: 0.1, runs: 3 },
  ],
  base: "bash",
  aims: [{ of: "dscript", atMost: 1.1, times: "bash" }],
};
