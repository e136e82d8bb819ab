// npm run soak [-- --sources N] [--commands N] [--kills N] [--plans N] [--atomic N] [--logs N] [--faults N] [--seed N]: hours' worth of use in one go; ends with 1 where something leaked, hung or stayed.
import { parseArgs } from "node:util";
import { soakAtomic } from "./atomic.ts";
import { soakCommands } from "./commands.ts";
import { soakFaults } from "./faults.ts";
import { soakKills } from "./kills.ts";
import { soakLogs } from "./log-writers.ts";
import { soakPlans } from "./plans.ts";
import { type Finding, tell } from "./report.ts";
import { soakSources } from "./sources.ts";

const { values } = parseArgs({
  options: {
    sources: { type: "string", default: "1000000" },
    commands: { type: "string", default: "100000" },
    kills: { type: "string", default: "200" },
    plans: { type: "string", default: "500" },
    atomic: { type: "string", default: "500" },
    logs: { type: "string", default: "200" },
    faults: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
  },
});

const [sources, commands, kills, plans, atomic, logs, faults, seed] = [
  values.sources,
  values.commands,
  values.kills,
  values.plans,
  values.atomic,
  values.logs,
  values.faults,
  values.seed,
].map(Number);
const parts: readonly ((onProgress: (text: string) => void) => Promise<Finding>)[] = [
  ...(kills ? [(onProgress: (text: string) => void) => soakKills(kills, seed ?? 1, onProgress)] : []),
  ...(plans ? [(onProgress: (text: string) => void) => soakPlans(plans, seed ?? 1, onProgress)] : []),
  ...(atomic ? [(onProgress: (text: string) => void) => soakAtomic(atomic, seed ?? 1, onProgress)] : []),
  ...(logs ? [(onProgress: (text: string) => void) => soakLogs(logs, seed ?? 1, onProgress)] : []),
  ...(commands ? [(onProgress: (text: string) => void) => soakCommands(commands, onProgress)] : []),
  ...(faults ? [(onProgress: (text: string) => void) => soakFaults(faults, seed ?? 1, onProgress)] : []),
  ...(sources ? [(onProgress: (text: string) => void) => soakSources(sources, seed ?? 1, onProgress)] : []),
];
for (const part of parts) {
  const finding = await part(progress);
  progress("");
  process.stdout.write(`${tell(finding)}\n`);
  if (finding.problems.length > 0) process.exitCode = 1;
}

/** One line on a terminal that says what runs now. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
