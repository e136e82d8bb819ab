// Writes what a run of the benchmark gave as Markdown tables.
import { byErrno, byPatterns, type Verdict } from "./baselines.ts";
import { classes, type FaultClass } from "./case.ts";
import { calibration, confusionOf, costOf, costs, type Judged, quantile, type Shares, sharesOf } from "./measures.ts";
import { type Ranked, rank, sources, type Weights, without } from "./rank.ts";
import type { Outcome } from "./run.ts";
import { isHeldOut, partOf, parts } from "./split.ts";

type Failed = Outcome & { readonly kind: "failed" };

export interface ReportOptions {
  /** True tells single wrong cases of the held-out parts, too; whoever writes rules must not look at them. */
  readonly showsHeldOut?: boolean;
  /** The weights of the diagnosis, for what it gives without each of its sources. */
  readonly weights?: Weights;
}

const short: Readonly<Record<FaultClass, string>> = {
  SystemFault: "System",
  SoftwareFault: "Software",
  UserFault: "User",
  ExternalFault: "External",
};

/** The whole report. */
export function report(outcomes: readonly Outcome[], { showsHeldOut = false, weights }: ReportOptions = {}): string {
  const failed = outcomes.filter((each) => each.kind === "failed");
  const judgedOn = failed.filter(({ of }) => of.practice !== true);
  const plain = judgedOn.filter(({ of }) => of.needsState !== true);
  return [
    inventory(outcomes, failed),
    methods(plain),
    shares(failed, plain),
    ...(weights === undefined ? [] : [ablations(plain, weights)]),
    reliability(plain),
    confusion(plain),
    times(judgedOn),
    wrongOnes(failed, showsHeldOut),
    mistakes(outcomes),
  ].join("\n");
}

function judged(failed: readonly Failed[], ranking: (each: Failed) => readonly Ranked[] = ours): readonly Judged[] {
  return failed.map((each) => ({ truth: each.of.truth, ranking: ranking(each) }));
}

const ours = ({ record }: Failed): readonly Ranked[] => record.Diagnosis;

/** A verdict without probabilities as a ranking: what it does not name comes last, with nothing. */
function ranked(verdict: Verdict): readonly Ranked[] {
  return verdict.map((each) => ({ class: each, p: 1 / verdict.length }));
}

function inventory(outcomes: readonly Outcome[], failed: readonly Failed[]): string {
  const count = (value: (each: Failed) => string): number => new Set(failed.map(value)).size;
  const absent = outcomes.filter((each) => each.kind === "absent");
  const reasons = [...new Set(absent.map(({ why }) => why))].join("; ");
  return `${failed.length} failures of ${outcomes.length} cases: ${count(({ of }) => of.command)} commands and calls, ${count(({ of }) => of.mechanism)} mechanisms; ${classes
    .map((each) => `${short[each]} ${percent(failed.filter(({ of }) => of.truth === each).length / failed.length)}`)
    .join(", ")}.
${absent.length} left out${absent.length > 0 ? ` (not there: ${reasons})` : ""}.
`;
}

function methods(plain: readonly Failed[]): string {
  const errno = (each: Failed): Verdict => byErrno(each.record);
  const row = (name: string, values: readonly Judged[], alone: string): string => {
    const { first, topTwo } = sharesOf(values);
    return `| ${name} | ${percent(first)} | ${percent(topTwo)} | ${alone} | ${costOf(values).toFixed(1)} min |\n`;
  };
  const namedAlone = (verdict: (each: Failed) => readonly FaultClass[]): string =>
    percent(plain.filter((each) => verdict(each).join() === each.of.truth).length / plain.length);
  const plausible = ({ record }: Failed): readonly FaultClass[] => {
    const best = record.Diagnosis[0]?.p ?? 0;
    return record.Diagnosis.filter(({ p }) => p >= best / 5).map((each) => each.class);
  };
  return `| ${plain.length} failures without those that need the agreed state | ranked first | in the top two | named alone | cost of a page |
|---|--:|--:|--:|--:|
${row("this diagnosis", judged(plain), namedAlone(plausible))}${row(
  "errno table",
  judged(plain, (each) => ranked(errno(each))),
  namedAlone(errno),
)}${row(
  "exit code and patterns",
  judged(plain, (each) => ranked(byPatterns(each.record))),
  namedAlone(() => []),
)}`.replace(/(exit code and patterns.*?) \| 0\.0 % \|/, "$1 | – |");
}

function shares(failed: readonly Failed[], plain: readonly Failed[]): string {
  const state = failed.filter(({ of }) => of.needsState === true);
  const part = (name: (typeof parts)[number]): readonly Failed[] =>
    failed.filter(({ of }) => of.needsState !== true).filter(({ of }) => partOf(of) === name);
  const locale = (each: Failed): string => each.of.locale ?? "C";
  const rows: readonly (readonly [string, readonly Failed[]])[] = [
    ["all", plain],
    ...parts.map((name) => [name, part(name)] as const),
    ["all held out", plain.filter(({ of }) => isHeldOut(partOf(of)))],
    ["needs the agreed state", state],
    ...classes.map((each) => [`truth: ${short[each]}`, plain.filter(({ of }) => of.truth === each)] as const),
    ...[...new Set(plain.map(locale))]
      .sort()
      .map((name) => [`locale ${name}`, plain.filter((each) => locale(each) === name)] as const),
    ["as root", plain.filter(({ of }) => of.as === "root")],
    ["not as root", plain.filter(({ of }) => of.as !== "root")],
  ];
  return `| failures | count | ranked first | in the top two | calibration error |
|---|--:|--:|--:|--:|
${rows
  .filter(([, cases]) => cases.length > 0)
  .map(([name, cases]) => shareRow(name, sharesOf(judged(cases)), calibration(judged(cases)).error))
  .join("")}`;
}

function shareRow(name: string, { count, first, topTwo }: Shares, error: number): string {
  return `| ${name} | ${count} | ${percent(first)} | ${percent(topTwo)} | ${error.toFixed(3)} |\n`;
}

function ablations(plain: readonly Failed[], weights: Weights): string {
  const from = (
    change: (heard: Readonly<Record<string, number>>) => Readonly<Record<string, number>>,
  ): readonly Judged[] => judged(plain, ({ record }) => rank(change(record.Heard ?? {}), weights));
  const rows = sources
    .filter((source) =>
      plain.some(({ record }) => Object.keys(record.Heard ?? {}).some((rule) => rule.startsWith(`${source}.`))),
    )
    .map((source) => [`without ${source}`, from((heard) => without(heard, source))] as const);
  return `| the rules that spoke, weighed anew | ranked first | in the top two | calibration error |
|---|--:|--:|--:|
${[["all of them", from((heard) => heard)] as const, ...rows]
  .map(([name, values]) => {
    const { first, topTwo } = sharesOf(values);
    return `| ${name} | ${percent(first)} | ${percent(topTwo)} | ${calibration(values).error.toFixed(3)} |\n`;
  })
  .join("")}`;
}

function reliability(plain: readonly Failed[]): string {
  const { bins, error } = calibration(judged(plain));
  return `Expected calibration error (10 bins): ${error.toFixed(3)}.

| claimed | cases | mean claim | right |
|---|--:|--:|--:|
${bins
  .filter(({ count }) => count > 0)
  .map(
    (bin) =>
      `| ${percent(bin.from, 0)} to ${percent(bin.from + 0.1, 0)} | ${bin.count} | ${percent(bin.claimed)} | ${percent(bin.right)} |\n`,
  )
  .join("")}`;
}

function confusion(plain: readonly Failed[]): string {
  const table = confusionOf(judged(plain));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return `${line(["truth ↓, ranked first →", ...classes.map((each) => short[each])])}|---|--:|--:|--:|--:|
${classes.map((truth) => line([short[truth], ...classes.map((said) => String(table[truth][said]))])).join("")}
${line(["minutes lost: truth ↓, paged →", ...classes.map((each) => short[each])])}|---|--:|--:|--:|--:|
${classes.map((truth) => line([short[truth], ...classes.map((said) => String(costs[truth][said]))])).join("")}`;
}

function times(failed: readonly Failed[]): string {
  const verdicts = failed.flatMap(({ record }) => (record.DiagnosisTime === undefined ? [] : [record.DiagnosisTime]));
  if (verdicts.length === 0) return "Time to the verdict: not told by the records.\n";
  const at = (share: number): string => `${quantile(verdicts, share).toFixed(1)} ms`;
  return `Time to the verdict: median ${at(0.5)}, 9 of 10 within ${at(0.9)}, 99 of 100 within ${at(0.99)}, longest ${at(1)}.\n`;
}

function wrongOnes(failed: readonly Failed[], showsHeldOut: boolean): string {
  const wrong = failed.filter(({ of, record }) => record.Diagnosis[0]?.class !== of.truth);
  const shown = wrong.filter(({ of }) => showsHeldOut || !isHeldOut(partOf(of)));
  const told = shown.map(({ of, record }) => {
    const [best] = record.Diagnosis;
    const p = record.Diagnosis.find((each) => each.class === of.truth)?.p ?? 0;
    return `- ${of.id} (${of.command}, ${of.mechanism}): ${short[of.truth]} ${p.toFixed(2)}, said ${best === undefined ? "nothing" : `${short[best.class]} ${best.p.toFixed(2)}`}: ${record.Message.replace(/\s+/g, " ").slice(0, 140)}\n`;
  });
  const hidden = wrong.length - shown.length;
  return `${wrong.length} ranked otherwise${hidden > 0 ? `; ${hidden} of them are held out and not told` : ""}:

${told.join("")}`;
}

/** Cases that are not what they say: they are never dropped in silence. */
function mistakes(outcomes: readonly Outcome[]): string {
  const found = outcomes.filter((each) => each.kind === "mistake");
  return found.length === 0
    ? "Each case failed where it says that it fails.\n"
    : `${found.length} cases are not as they say:\n\n${found.map(({ of, why }) => `- ${of.id}: ${why.replace(/\s+/g, " ")}\n`).join("")}`;
}

function percent(share: number, digits = 1): string {
  return Number.isNaN(share) ? "–" : `${(share * 100).toFixed(digits)} %`;
}
