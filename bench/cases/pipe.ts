// How fast bytes flow through a pipeline of three stages, and whether the engine's memory stays out of it.
import { type Case, ifThere } from "../case.ts";
import { bash, bun, dash, dscript, elvish, fish, node, nu, python, zx } from "../programs.ts";

const BYTES = 2 * 2 ** 30;
const line = `head -c ${BYTES} /dev/zero | cat | wc -c\n`;
const prints = String(BYTES);
// zx keeps all of a pipeline's bytes in memory: the whole would press everybody else's out.
const TENTH = Math.round(BYTES / 10);

export const pipe: Case = {
  name: "pipe",
  title: "2 GiB through a pipeline of three stages",
  rounds: 9,
  files: {
    "pipe.dscript": line,
    "pipe.sh": line,
    "pipe.fish": line,
    "pipe.elv": line,
    "pipe.nu": `^head -c ${BYTES} /dev/zero | ^cat | ^wc -c\n`,
    "pipe.py": `from subprocess import Popen, PIPE
head = Popen(["head", "-c", "${BYTES}", "/dev/zero"], stdout=PIPE)
cat = Popen(["cat"], stdin=head.stdout, stdout=PIPE)
wc = Popen(["wc", "-c"], stdin=cat.stdout)
head.stdout.close()
cat.stdout.close()
wc.wait()
`,
    "bun.mjs": `import { $ } from "bun";\nawait $\`head -c ${BYTES} /dev/zero | /bin/cat | wc -c\`;\n`,
    "pipe.mjs": `import { spawn } from "node:child_process";
const head = spawn("head", ["-c", "${BYTES}", "/dev/zero"], { stdio: ["ignore", "pipe", "inherit"] });
const cat = spawn("cat", [], { stdio: ["pipe", "pipe", "inherit"] });
const wc = spawn("wc", ["-c"], { stdio: ["pipe", "inherit", "inherit"] });
head.stdout.pipe(cat.stdin);
cat.stdout.pipe(wc.stdin);
`,
    "zx.mjs": `console.log((await $\`head -c ${TENTH} /dev/zero\`.pipe($\`cat\`).pipe($\`wc -c\`)).stdout);\n`,
  },
  contenders: [
    { name: "dscript", argv: [dscript, "run", "pipe.dscript"], prints },
    { name: "bash", argv: [bash, "pipe.sh"], prints },
    { name: "dash", argv: [dash, "pipe.sh"], prints },
    ...ifThere(fish, "fish", ["pipe.fish"], { prints, runs: 3 }),
    ...ifThere(elvish, "elvish", ["pipe.elv"], { prints, runs: 3 }),
    ...ifThere(nu, "nushell", ["pipe.nu"], { prints, runs: 3 }),
    { name: "python3", argv: [python, "pipe.py"], prints, runs: 3 },
    { name: "node", argv: [node, "pipe.mjs"], prints, runs: 3 },
    ...ifThere(bun, "Bun's shell", ["run", "bun.mjs"], { prints, runs: 3 }),
    { name: "zx", argv: [zx, "zx.mjs"], prints: String(TENTH), share: 0.1, runs: 3 },
  ],
  base: "bash",
  aims: [{ of: "dscript", atMost: 1.15, times: "bash" }],
  showsMemory: true,
};
