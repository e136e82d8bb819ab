// npm run bench:faults [-- --only REGEX] [--sample N --seed S] [--trace] [--out FILE.jsonl] [--from FILE.jsonl]: measures the diagnosis on failures caused on purpose.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { shippedWeights } from "../../src/diagnosis/index.ts";
import { runAll, sample } from "./all.ts";
import { cases } from "./cases/index.ts";
import { weightsOf } from "./rank.ts";
import { report } from "./report.ts";
import type { FaultRecord, Outcome } from "./run.ts";
import { partOf } from "./split.ts";
import { obstacle } from "./weather/machine.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    trace: { type: "boolean", default: false },
    out: { type: "string" },
    from: { type: "string" },
    "at-once": { type: "string", default: "2" },
    "show-held-out": { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});

const named = cases.filter(({ id, command, mechanism }) =>
  new RegExp(values.only).test(`${id} ${command} ${mechanism}`),
);
const chosen = values.sample === undefined ? named : sample(named, Number(values.sample), Number(values.seed));
const why = obstacle();

if (values.list) {
  for (const each of chosen) console.log([each.id, each.command, each.mechanism, each.truth, partOf(each)].join("\t"));
} else if (values.from !== undefined) {
  tellAll(chosen.flatMap(outcomeIn(values.from)));
} else if (why !== null) {
  console.error(`The cases cannot run here: ${why}.`);
  process.exitCode = 1;
} else {
  // The network's folder in memory is removed when this process exits.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
  if (values.out !== undefined) writeFileSync(values.out, "");
  const outcomes = await runAll(chosen, { trace: values.trace, atOnce: Number(values["at-once"]), onOutcome: tell });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  tellAll(outcomes);
}

function tellAll(outcomes: readonly Outcome[]): void {
  const weights = weightsOf(shippedWeights);
  process.stdout.write(report(outcomes, { showsHeldOut: values["show-held-out"], weights }));
  if (outcomes.some(({ kind }) => kind === "mistake")) process.exitCode = 1;
}

/** What an earlier run wrote of a case; nothing where it did not run then. */
function outcomeIn(file: string): (of: (typeof cases)[number]) => readonly Outcome[] {
  type Line = { readonly id: string; readonly milliseconds: number; readonly why: string } & FaultRecord &
    Pick<Outcome, "kind">;
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const known = new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line.id, line]));
  return (of) => {
    const line = known.get(of.id);
    if (line === undefined) return [];
    const { kind, milliseconds, why: reason } = line;
    return [kind === "failed" ? { of, kind, milliseconds, record: line } : { of, kind, milliseconds, why: reason }];
  };
}

function tell(outcome: Outcome, done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done}/${chosen.length} ${outcome.of.id}`);
  if (values.out !== undefined) appendFileSync(values.out, `${JSON.stringify(lineOf(outcome))}\n`);
}

/** A case's line in the file of `--out`. */
function lineOf({ of, milliseconds, ...rest }: Outcome): object {
  const { id, command, mechanism, truth, needsState = false, locale = "C", as = "ops" } = of;
  const head = {
    id,
    command,
    mechanism,
    truth,
    part: partOf(of),
    needsState,
    locale,
    as,
    kind: rest.kind,
    milliseconds,
  };
  if (rest.kind !== "failed") return { ...head, why: rest.why };
  const { Api, Kind, ErrnoName, Message, Diagnosis, Heard, Owner, Removal, DiagnosisTime } = rest.record;
  return { ...head, Api, Kind, ErrnoName, Message, Diagnosis, Heard, Owner, Removal, DiagnosisTime };
}
