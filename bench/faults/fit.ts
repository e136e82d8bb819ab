// npx tsx bench/faults/fit.ts FILE.jsonl [--write]: fits the rules' weights on the part of the failures that is there for it.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { shippedCommands } from "../../src/commands/index.ts";
import {
  createDiagnosis,
  type Experience,
  fitWeights,
  type Row,
  ranking,
  sharpened,
  sharpnessOf,
  statedWeights,
  type WeightTable,
} from "../../src/diagnosis/index.ts";
import { cases } from "../../test/diagnosis/cases.ts";
import { fakeHost } from "../../test/diagnosis/fake-host.ts";
import { classes, type FaultClass } from "./case.ts";
import { isHeldOut, parts } from "./split.ts";

interface Line extends Experience {
  readonly command: string;
  readonly mechanism: string;
  readonly part: string;
  readonly kind: string;
  readonly needsState: boolean;
  readonly truth: FaultClass;
}

const { values, positionals } = parseArgs({
  options: { write: { type: "boolean", default: false }, hold: { type: "string" } },
  allowPositionals: true,
});
const lines = positionals
  .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
  .map((text): Line => {
    const { Heard: heard, ...rest } = JSON.parse(text);
    return { ...rest, heard: heard ?? {}, class: rest.truth };
  })
  .filter(({ kind, needsState }) => kind === "failed" && !needsState);
const start = statedWeights();
// What people who know the cause say of failures on hosts that are made up counts beside them.
const told = cases.map(({ title, symptom, first, world = {} }, at): Line => {
  const { heard } = createDiagnosis({ commands: shippedCommands, host: fakeHost(world), locale: "C" })(symptom);
  const place = { command: `told ${at}`, mechanism: title, part: "told", kind: "failed", needsState: false };
  return { ...place, heard, class: first, truth: first };
});
const known = [...lines.filter(({ part }) => !isHeldOut(part)), ...told];

// Each command's failures are judged by weights that were fitted without them; so is the strength of the hold, and the sharpness.
const groups = [...new Set(known.map(({ command }) => command))];
const folds = 8;
const foldOf = new Map(groups.map((name, at) => [name, at % folds]));
const tried = (values.hold === undefined ? [0.3, 0.6, 1, 2, 4] : [Number(values.hold)]).map((hold) => {
  const tables = Array.from({ length: folds }, (_, fold) =>
    fitWeights(
      known.filter(({ command }) => foldOf.get(command) !== fold),
      { start, hold },
    ),
  );
  const table = (index: number): WeightTable => tables[foldOf.get(known[index]?.command ?? "") ?? 0] ?? start;
  const sharpness = sharpnessOf(known, table);
  const shares = known.map((each, index) => ranking(each.heard, sharpened(table(index), sharpness)));
  const loss = known.reduce((sum, each, at) => sum - Math.log(shares[at]?.[classes.indexOf(each.truth)] ?? 1e-9), 0);
  console.log(
    `hold ${hold}: sharpness ${sharpness.toFixed(2)}, loss ${(loss / known.length).toFixed(3)}, ${firstOf(known, (each) => shares[known.indexOf(each)] ?? [])}`,
  );
  return { hold, sharpness, loss };
});
const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
/** What the manual's own example is made of stays as it is stated there (docs/language/faults.md, 2). */
const pinned = [
  ...["kind.file", "errno.refused", "path.owner"],
  // A name that does not resolve may be a typing mistake, or gone: of an unseen one nobody can be sure.
  ...["probe.name-of-literal", "probe.name-of-input"],
  // What a single misspelt word among its failures would undo: a kernel that cannot do a thing is this host's.
  "means.kernel",
];

// Those that nobody has seen are never surer than those that were.
const free = sharpened(fitWeights(known, { start, hold: best.hold }), Math.min(1, best.sharpness));
const fitted: WeightTable = {
  ...free,
  rules: { ...free.rules, ...Object.fromEntries(pinned.map((name) => [name, start.rules[name] ?? [0, 0, 0, 0]])) },
};
for (const [name, table] of [
  ["stated", start],
  ["fitted", fitted],
] as const) {
  for (const part of [...parts, "held out", "told"]) {
    const of = [...lines, ...told].filter(
      (each) => each.part === part || (part === "held out" && each.part !== "told" && isHeldOut(each.part)),
    );
    console.log(`${name}, ${part}: ${firstOf(of, (each) => ranking(each.heard, table))}`);
  }
}
if (values.write) {
  const heard = new Set(known.flatMap((each) => Object.keys(each.heard)));
  const file = new URL("../../src/diagnosis/rules/fitted.ts", import.meta.url);
  writeFileSync(file, tableText(fitted, [...heard].filter((name) => name in fitted.rules).sort(), heard.size));
}

function firstOf(of: readonly Line[], shares: (line: Line) => readonly number[]): string {
  const right = of.filter((each) => {
    const all = shares(each);
    return all.indexOf(Math.max(...all)) === classes.indexOf(each.truth);
  });
  return `${right.length} of ${of.length} (${((100 * right.length) / of.length).toFixed(1)} %) ranked first`;
}

function tableText(table: WeightTable, names: readonly string[], count: number): string {
  const row = (weights: Row): string => `[${weights.map((each) => Number(each.toFixed(2))).join(", ")}]`;
  const rows = names.map((name) => `  ${JSON.stringify(name)}: ${row(table.rules[name] ?? [0, 0, 0, 0])},\n`);
  return `/**
 * Weights of rules as they were fitted on ${known.length - told.length} caused failures (bench/faults) and ${told.length} told ones, in the order System, Software, User, External. ${count} of
 * the rules spoke in them; the others keep what their tables state, as sharp as the fitted ones.
 */

import type { Row, WeightTable } from "../weights.ts";

const prior: Row = ${row(table.prior)};

// biome-ignore format: one row a line reads as the table that it is
const rules: Readonly<Record<string, Row>> = {
${rows.join("")}};

export const fittedWeights: WeightTable = { prior, rules };
`;
}
