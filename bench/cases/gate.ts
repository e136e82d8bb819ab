// What the gate adds to a run that is agreed on: the same script in a folder with a policy and one without, where records are as durable.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Case } from "../case.ts";
import { dscript, environment, node } from "../programs.ts";

const script = `println("cleaned")\ntouch done\n`;

/** A team of two that has agreed on the script: what people do once, ahead of all runs. */
const team = `set -e
dscript=$1
"$dscript" log init agreement --origin example.org/bench
for name in root ann ben; do "$dscript" log key $name.pem; done
of() { openssl pkey -in $1.pem -pubout -outform DER | base64 -w 0; }
"$dscript" gate policy team-of-two --root $(of root) > policy.yaml
echo 'policy: policy.yaml' > dscript.yaml
"$dscript" gate sign policy.yaml --key root.pem
"$dscript" people add ann --name Ann --role operator --public-key $(of ann) --key root.pem
"$dscript" people add ben --name Ben --role developer --public-key $(of ben) --key root.pem
"$dscript" propose clean.dscript --says bench --key ben.pem
"$dscript" agree clean.dscript --yes --key ann.pem
`;

export const gate: Case = {
  name: "gate",
  title: "A run that is agreed on, and one that nobody asks about",
  rounds: 60,
  files: {
    "plain/clean.dscript": script,
    "plain/dscript.yaml": "durable: true\n",
    "agreed/clean.dscript": script,
    "team.sh": team,
  },
  prepare: (folder) => {
    const where = { cwd: join(folder, "agreed"), env: environment(folder), stdio: "pipe" } as const;
    execFileSync("bash", ["../team.sh", dscript], where);
  },
  contenders: [
    { name: "nobody asks", argv: [dscript, "run", "clean.dscript"], folder: "plain", prints: "cleaned" },
    { name: "node, which does nothing", argv: [node, "-e", "0"] },
    { name: "agreed on", argv: [dscript, "run", "clean.dscript"], folder: "agreed", prints: "cleaned" },
  ],
  differences: [
    { name: "the gate", of: "agreed on", less: "nobody asks", per: 1 },
    { name: "the gate, at the 95th percentile", of: "agreed on", less: "nobody asks", per: 1, quantile: 0.95 },
  ],
  base: "nobody asks",
  // The 20 ms were set where an empty start of Node.js took 24 to 32.
  aims: [
    { of: "the gate, at the 95th percentile", atMostMs: 20 },
    { of: "the gate", atMost: 0.6, times: "node, which does nothing" },
  ],
};
