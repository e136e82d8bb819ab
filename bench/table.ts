// Draws what was measured as Markdown.
import type { Aim, Case, Difference } from "./case.ts";
import type { Measured } from "./measure.ts";

/** Eighths of a column. */
const barPerDoubling = 32;

interface Row {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
  readonly measured?: Measured;
}

/** One case as a heading and a table, a row a contender; each aim says whether it was met. */
export function render(bench: Case, measured: readonly Measured[]): string {
  const rows = measured.filter(({ times }) => times.length > 0).map((entry) => row(entry));
  for (const difference of bench.differences ?? []) {
    const [a, b] = [find(rows, difference.of), find(rows, difference.less)];
    if (a === undefined || b === undefined) continue;
    rows.push(differenceOf(difference, a, b));
  }
  const base = find(rows, bench.base);
  const memory = bench.showsMemory === true;
  const lines = [
    `## ${bench.title}`,
    "",
    `| program | median | fastest | × ${bench.base} | aim |${memory ? " its own peak memory |" : ""}`,
    `|---|--:|--:|--:|---|${memory ? "--:|" : ""}`,
  ];
  for (const entry of rows) {
    const ratio = base === undefined ? "" : (entry.median / base.median).toFixed(2);
    const aims = bench.aims.filter(({ of }) => of === entry.name).map((aim) => judged(aim, entry, rows));
    const peak = memory ? ` ${(entry.measured?.peak ?? 0).toFixed(0)} MiB |` : "";
    const share = entry.measured?.contender.share;
    const name = share === undefined ? entry.name : `${entry.name} (did ${share} of it)`;
    lines.push(`| ${name} | ${ms(entry.median)} | ${ms(entry.fastest)} | ${ratio} | ${aims.join(", ")} |${peak}`);
  }
  for (const { contender, failure } of measured) {
    if (failure !== undefined)
      lines.push(`| ${contender.name} | failed: ${failure.replaceAll("|", "\\|")} | | | |${memory ? " |" : ""}`);
  }
  if (base !== undefined) lines.push("", ...chart(rows, base, bench.base));
  if (bench.notes !== undefined) lines.push("", bench.notes);
  return `${lines.join("\n")}\n`;
}

/** Bars of the ratios, each twice as long as the one of half its ratio is short: a logarithmic scale from 1/16 to 1024. */
function chart(rows: readonly Row[], base: Row, baseName: string): string[] {
  const shown = rows.filter(({ measured }) => measured !== undefined);
  const width = Math.max(...shown.map(({ name }) => name.length));
  const lines = shown.map(({ name, median }) => {
    const ratio = median / base.median;
    const eighths = Math.max(1, Math.round((Math.log2(Math.min(Math.max(ratio, 1 / 16), 1024)) + 4) * barPerDoubling));
    const bar = "█".repeat(eighths >> 3) + (eighths % 8 === 0 ? "" : String.fromCodePoint(0x2590 - (eighths % 8)));
    return `${name.padEnd(width)}  ${bar} ${ratio.toFixed(2)}`;
  });
  return ["```text", ...lines, "```", `<sub>× ${baseName}; each doubling is ${barPerDoubling / 8} columns.</sub>`];
}

/** True when every aim of the case was met by figures that exist. */
export function meetsAims(bench: Case, markdown: string): boolean {
  return bench.aims.length === markdown.split("(met)").length - 1;
}

function row(measured: Measured): Row {
  const { contender, times } = measured;
  return { name: contender.name, median: quantile(times, 0.5), fastest: Math.min(...times), measured };
}

/** Of the runs of one round, where both have run in it: a drift of the machine is in both. */
function differenceOf({ name, per, quantile: share }: Difference, a: Row, b: Row): Row {
  const [of, less] = [a.measured?.times ?? [], b.measured?.times ?? []];
  const pairs = of.slice(0, less.length).map((time, round) => time - (less[round] ?? Number.NaN));
  const middle = share === undefined ? quantile(pairs, 0.5) : quantile(of, share) - quantile(less, share);
  return { name, median: middle / per, fastest: (a.fastest - b.fastest) / per };
}

/** The value below which that share of the times lies, between two of them by their distance. */
function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

function find(rows: readonly Row[], name: string): Row | undefined {
  return rows.find((entry) => entry.name === name);
}

function judged(aim: Aim, entry: Row, rows: readonly Row[]): string {
  if ("atMostMs" in aim) return `≤ ${ms(aim.atMostMs)} ${entry.median <= aim.atMostMs ? "(met)" : "(missed)"}`;
  const other = find(rows, aim.times);
  if (other === undefined) return `≤ ${aim.atMost} × ${aim.times} (not measured)`;
  const ratio = entry.median / other.median;
  return `≤ ${aim.atMost} × ${aim.times}: ${ratio.toFixed(2)} ${ratio <= aim.atMost ? "(met)" : "(missed)"}`;
}

function ms(value: number): string {
  if (Math.abs(value) < 1) return `${(value * 1000).toFixed(0)} µs`;
  return value < 100 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
}
