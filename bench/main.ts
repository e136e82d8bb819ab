// npm run bench [-- --write] [--rounds N] [NAME…]: measures D-Script beside its peers and prints the tables.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { argumentTable, title as argumentTitle } from "./argument/table.ts";
import { arithmetic } from "./cases/arithmetic.ts";
import { atomic } from "./cases/atomic.ts";
import { check, fmt } from "./cases/check.ts";
import { commands } from "./cases/commands.ts";
import { diagram } from "./cases/diagram.ts";
import { faults } from "./cases/faults.ts";
import { gate } from "./cases/gate.ts";
import { logs } from "./cases/logs.ts";
import { pipe } from "./cases/pipe.ts";
import { sampler } from "./cases/sampler.ts";
import { smallPrograms } from "./cases/small-programs.ts";
import { startUp } from "./cases/start-up.ts";
import { trace } from "./cases/trace.ts";
import { failLoudTable } from "./fail-loud/table.ts";
import { logTable, title as logTitle } from "./log/table.ts";
import { measure } from "./measure.ts";
import { absent, versions } from "./programs.ts";
import { meetsAims, render } from "./table.ts";

const cases = [
  commands,
  pipe,
  startUp,
  ...arithmetic,
  ...smallPrograms,
  check,
  fmt,
  faults,
  sampler,
  trace,
  atomic,
  gate,
  logs,
  diagram,
];
const { values, positionals } = parseArgs({
  options: { write: { type: "boolean" }, rounds: { type: "string" }, list: { type: "boolean" } },
  allowPositionals: true,
});

if (values.list === true) {
  for (const { name, title } of cases) console.log(`${name}\t${title}`);
  console.log(`case\t${argumentTitle}`);
  console.log(`ledger\t${logTitle}`);
  console.log("fail-loud\tSixteen ways to fail silently");
} else {
  await main();
}

async function main(): Promise<void> {
  const chosen = cases.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const missed: string[] = [];
  let report = heading();
  process.stdout.write(report);
  for (const bench of chosen) {
    const rounds = Number(values.rounds ?? bench.rounds);
    const table = `\n${render(bench, await measure(bench, rounds, progress))}`;
    progress("");
    process.stdout.write(table);
    report += table;
    if (!meetsAims(bench, table)) missed.push(bench.name);
  }
  if (positionals.length === 0 || positionals.includes("case")) {
    const { text, missed: late } = await argumentTable(Number(values.rounds ?? 7), progress);
    progress("");
    process.stdout.write(`\n${text}`);
    report += `\n${text}`;
    if (late.length > 0) missed.push(`case (${late.join(", ")})`);
  }
  if (positionals.length === 0 || positionals.includes("ledger")) {
    const { text, missed: late } = await logTable(progress);
    progress("");
    process.stdout.write(`\n${text}`);
    report += `\n${text}`;
    if (late.length > 0) missed.push(`ledger (${late.join(", ")})`);
  }
  if (positionals.length === 0 || positionals.includes("fail-loud")) {
    const table = `\n${await failLoudTable(progress)}`;
    progress("");
    process.stdout.write(table);
    report += table;
  }
  const missing = absent();
  if (missing.length > 0)
    console.error(
      `left out, because they are not there: ${missing.join(", ")} (npm ci --prefix bench/field; apt-get install fish elvish)`,
    );
  const page = fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url));
  if (values.write === true) {
    const before = readFileSync(page, "utf8");
    writeFileSync(page, positionals.length === 0 ? `${report}\n${faultsOf(before)}` : withSections(before, report));
  }
  if (missed.length > 0) console.error(`aims missed: ${missed.join(", ")}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

/** The section that `npm run bench:faults` measures, which stays as it is. */
function faultsOf(page: string): string {
  const at = page.indexOf("## Whose fault it is");
  return at < 0 ? "" : page.slice(at);
}

/** The page with the sections of a report that measured some cases only; new ones stand at its end. */
function withSections(page: string, report: string): string {
  const sections = (text: string): readonly string[] => text.split(/^(?=## )/m);
  const titleOf = (section: string): string => section.split("\n", 1).join();
  const measured = new Map(
    sections(report)
      .slice(1)
      .map((section) => [titleOf(section), section.trimEnd()]),
  );
  const kept = sections(page).map((section) => {
    const title = titleOf(section);
    const newer = measured.get(title);
    measured.delete(title);
    return (newer ?? section).trimEnd();
  });
  return `${[...kept, ...measured.values()].join("\n\n")}\n`;
}

function heading(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `# Benchmarks

Repeat them with \`npm run bench\` (about ten minutes), or one of them with \`npm run bench -- start-up\`; \`-- --write\` writes this page, or with names those sections of it.
Whole processes are timed from outside, in rounds: in each round every program runs once, so that a drift of the machine meets them all.
One round ahead does not count; the ratios are of medians.
\`NODE_EXTRA_CA_CERTS\` and \`NODE_OPTIONS\` are unset, because they slow every start of Node.js down.

Other shells and runners take part where they are there: \`npm ci --prefix bench/field\` installs Bun and nushell, Debian has fish and elvish.

Measured on ${cpus().length} × ${cpus()[0]?.model ?? "an unknown processor"}, ${memory} GiB, Linux ${release()}, with:

${versions()
  .map((line) => `- ${line}\n`)
  .join("")}`;
}

/** One line on a terminal that says what runs now. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
