// How fast a million records are counted and filtered, beside programs that know JSON and those that only know bytes.
import { type Case, ifThere } from "../case.ts";
import { logRecords } from "../log-records.ts";
import { dscript, jq, node, python } from "../programs.ts";

const failures = "80000";
const classes = ["External", "Software", "User", "System"];
const counts = [20_189, 20_163, 19_948, 19_700];
const counted = classes.map((name, at) => `{"class":"${name}Fault","count":${counts[at]}}`).join("\n");

export const logs: Case = {
  name: "logs",
  title: "1,000,000 records (473 MB): failures by class",
  rounds: 5,
  files: {
    // Made when it is measured: it is half a gigabyte.
    get "log.jsonl"() {
      return [...logRecords(1_000_000)].join("");
    },
    "count.py": `import json
counts = {}
for line in open("log.jsonl", encoding="utf-8"):
    record = json.loads(line)
    if record["LogPoint"] == "ErrorPoint":
        name = record["Diagnosis"][0]["class"]
        counts[name] = counts.get(name, 0) + 1
print(sum(counts.values()))
`,
    "count.mjs": `import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
let count = 0;
for await (const line of createInterface({ input: createReadStream("log.jsonl"), crlfDelay: Infinity }))
  if (JSON.parse(line).LogPoint === "ErrorPoint") count += 1;
console.log(count);
`,
  },
  contenders: [
    {
      name: "dscript logs: all records by class",
      argv: [dscript, "logs", "--json", "--count-by", "class", "log.jsonl"],
      prints: `{"class":"–","count":920000}\n${counted}`,
    },
    {
      name: "dscript logs: failures by class",
      argv: [dscript, "logs", "--json", "--point", "ErrorPoint", "--count-by", "class", "log.jsonl"],
      prints: counted,
    },
    {
      name: "dscript logs --grep",
      argv: [dscript, "logs", "--json", "--grep", "Permission denied", "--count-by", "point", "log.jsonl"],
      prints: `{"point":"ErrorPoint","count":${counts[2]}}`,
    },
    { name: "wc -l", argv: ["wc", "-l", "log.jsonl"], prints: "1000000 log.jsonl" },
    { name: "grep -c", argv: ["grep", "-c", '"LogPoint":"ErrorPoint"', "log.jsonl"], prints: failures },
    ...ifThere(jq, "jq", ["-n", 'reduce (inputs | select(.LogPoint == "ErrorPoint")) as $r (0; . + 1)', "log.jsonl"], {
      prints: failures,
      runs: 2,
    }),
    { name: "python3, json.loads", argv: [python, "count.py"], prints: failures, runs: 2 },
    { name: "node, JSON.parse", argv: [node, "count.mjs"], prints: failures, runs: 2 },
  ],
  base: "grep -c",
  aims: [
    { of: "dscript logs: all records by class", atMostMs: 3000 },
    { of: "dscript logs: failures by class", atMostMs: 3000 },
    { of: "dscript logs --grep", atMostMs: 3000 },
  ],
  showsMemory: true,
};
