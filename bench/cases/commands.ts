// How fast commands start: 1,500 of them, one after the other.
import type { Case } from "../case.ts";
import { bash, dash, dscript, node, zx } from "../programs.ts";

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
    "zx.mjs": "for (let i = 0; i < 150; i++) await $`/bin/true`;\n",
  },
  contenders: [
    { name: "dscript", argv: [dscript, "run", "loop.dscript"] },
    { name: "bash", argv: [bash, "loop.sh"] },
    { name: "dash", argv: [dash, "loop.sh"] },
    { name: "node", argv: [node, "loop.mjs"], runs: 3 },
    { name: "zx", argv: [zx, "zx.mjs"], share: 0.1, runs: 3 },
  ],
  base: "bash",
  aims: [{ of: "dscript", atMost: 1.1, times: "bash" }],
};
