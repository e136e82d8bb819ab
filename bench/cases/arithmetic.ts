// How fast code runs that starts no command: calls, and a loop.
import { type Case, ifThere } from "../case.ts";
import { bash, bun, dscript, elvish, fish, node, nu, python } from "../programs.ts";

/** How many calls fib(32) makes, and fib(18), which is what bash gets to do. */
const CALLS = { 32: 7_049_155, 18: 8_361 };

const fib: Case = {
  name: "fib",
  title: "fib(32), by recursion",
  rounds: 7,
  files: {
    "fib.dscript": `int fib(int n) { if (n < 2) { return n } return fib(n - 1) + fib(n - 2) }\nprintln("\${fib(32)}")\n`,
    "fib.mjs": "function fib(n) { if (n < 2) { return n } return fib(n - 1) + fib(n - 2) }\nconsole.log(fib(32));\n",
    "fib.py": "def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\nprint(fib(32))\n",
    "fib.sh": `fib() {
  if (($1 < 2)); then r=$1; return; fi
  local a
  fib $(($1 - 1)); a=$r
  fib $(($1 - 2)); r=$((a + r))
}
fib 18
echo $r
`,
  },
  contenders: [
    { name: "dscript", argv: [dscript, "run", "fib.dscript"], prints: "2178309" },
    { name: "node", argv: [node, "fib.mjs"], prints: "2178309" },
    ...ifThere(bun, "Bun", ["run", "fib.mjs"], { prints: "2178309", runs: 3 }),
    { name: "python3", argv: [python, "fib.py"], prints: "2178309", runs: 3 },
    {
      name: "bash",
      argv: [bash, "fib.sh"],
      prints: "2584",
      share: Number((CALLS[18] / CALLS[32]).toPrecision(3)),
      runs: 3,
    },
  ],
  base: "node",
  aims: [{ of: "dscript", atMost: 2, times: "node" }],
};

const loop: Case = {
  name: "loop",
  title: "A loop of 10 million",
  rounds: 7,
  files: {
    "loop.dscript": `int n = 0\nfor (int i = 0; i < 10000000; i++) { n += i % 7 }\nprintln("\${n}")\n`,
    "loop.mjs": "let n = 0;\nfor (let i = 0; i < 10000000; i++) { n += i % 7 }\nconsole.log(n);\n",
    "loop.py": "n = 0\nfor i in range(10000000):\n    n += i % 7\nprint(n)\n",
    "loop.fish": "set n 0\nfor i in (seq 0 9999)\n  set n (math $n + $i % 7)\nend\necho $n\n",
    "loop.elv": "var n = 0\nrange 100000 | each {|i| set n = (+ $n (% $i 7)) }\necho $n\n",
    "loop.nu": "mut n = 0\nfor i in 0..<100000 { $n += $i mod 7 }\nprint $n\n",
    "loop.sh": "n=0\nfor ((i = 0; i < 100000; i++)); do ((n += i % 7)); done\necho $n\n",
  },
  contenders: [
    { name: "dscript", argv: [dscript, "run", "loop.dscript"], prints: "29999994" },
    { name: "node", argv: [node, "loop.mjs"], prints: "29999994" },
    ...ifThere(bun, "Bun", ["run", "loop.mjs"], { prints: "29999994", runs: 3 }),
    { name: "python3", argv: [python, "loop.py"], prints: "29999994", runs: 3 },
    ...ifThere(fish, "fish", ["loop.fish"], { prints: "29994", share: 0.001, runs: 3 }),
    ...ifThere(elvish, "elvish", ["loop.elv"], { prints: "299995", share: 0.01, runs: 3 }),
    ...ifThere(nu, "nushell", ["loop.nu"], { prints: "299995", share: 0.01, runs: 3 }),
    { name: "bash", argv: [bash, "loop.sh"], prints: "299995", share: 0.01, runs: 3 },
  ],
  base: "node",
  aims: [{ of: "dscript", atMost: 2, times: "node" }],
};

export const arithmetic: readonly Case[] = [fib, loop];
