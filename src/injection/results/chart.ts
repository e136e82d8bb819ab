/** The campaign drawn as SVG: a row a fault, a column a step, each field marked by its end and coloured by the class that was ranked first (booklet, figure 17). */

import { element, escaped, fittedText, picture, textAt, textWidth } from "../../charts/index.ts";
import type { FaultClass } from "../../records/index.ts";
import type { RunOutcome } from "../outcome.ts";

/** Colours that people with any colour vision tell apart (Okabe and Ito), one a class; and a letter for those who see none. */
const looks: Readonly<Record<FaultClass, readonly [colour: string, letter: string]>> = {
  SystemFault: ["#0072b2", "S"],
  SoftwareFault: ["#d55e00", "P"],
  UserFault: ["#8a5a00", "U"],
  ExternalFault: ["#00795a", "E"],
};
const [calm, notRun, ink, faint] = ["#e4e4e4", "#ffffff", "#222222", "#777777"];

const [cellWidth, cellHeight, left, top, gap, size] = [46, 26, 190, 190, 20, 12];
const most = 200;

type Say = (text: string) => string;

/** Texts are those of `say`. At most 200 rows and columns are drawn. */
export function chartSvg(title: string, outcomes: readonly RunOutcome[], say: Say): string {
  const drawn = outcomes.filter(({ id }) => id !== "calm");
  const rows = unique(drawn.map(({ id }) => id)).slice(0, most);
  const columns = unique(drawn.map(columnOf)).toSorted(byLine).slice(0, most);
  const fields = rows.map((id) =>
    columns.map((name) => drawn.filter((each) => each.id === id && columnOf(each) === name)),
  );
  const widths = columns.map((_, at) => Math.max(1, ...fields.map((row) => row[at]?.length ?? 0)) * cellWidth);
  const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const width = Math.max(left + widths.reduce((sum, each) => sum + each, 0) + 7 * gap, 720);
  const bottom = top + rows.length * cellHeight;
  return picture(
    width,
    bottom + 5 * gap,
    "#ffffff",
    title,
    textAt(gap, 30, 16, ink, title, { "font-weight": "bold" }),
    textAt(gap, 50, size, faint, say("rows: faults; columns: steps; colour: the class that is ranked first")),
    ...columns.map((name, at) =>
      slanted((starts[at] ?? 0) + cellWidth / 2, top - 8, name === whole ? say(whole) : name),
    ),
    ...rows.flatMap((id, row) => {
      const y = top + row * cellHeight;
      return [
        textAt(left - 8, y + 17, size, ink, id, { "text-anchor": "end" }),
        ...columns.flatMap((_, at) =>
          (fields[row]?.[at] ?? []).map((run, place) => field((starts[at] ?? 0) + place * cellWidth, y, run, say)),
        ),
      ];
    }),
    ...legend(bottom + 2 * gap, say),
  );
}

const whole = "(whole script)";

/** The whole script first, then its steps from above. */
function byLine(a: string, b: string): number {
  const lineOf = (name: string): number => (name === whole ? 0 : Number(/(\d+):/.exec(name)?.[1] ?? 0));
  return lineOf(a) - lineOf(b) || (a < b ? -1 : 1);
}

function columnOf({ step }: RunOutcome): string {
  return step ?? whole;
}

function field(x: number, y: number, run: RunOutcome, say: Say): string {
  const first = run.state === "ran" ? run.verdict?.ranked[0] : undefined;
  const [colour, letter] = first === undefined ? [run.state === "ran" ? calm : notRun, ""] : looks[first.class];
  const verdict = first === undefined ? "" : `, ${first.class} ${first.p.toFixed(2)}`;
  const says = `${run.fault}: ${say(run.why ?? run.end ?? run.state)}${verdict}`;
  const isWrong = run.problems.length > 0;
  return element(
    "g",
    {},
    element("title", {}, escaped(says)),
    element("rect", {
      ...{ x: x + 2, y: y + 2, width: cellWidth - 4, height: cellHeight - 4, rx: 3, fill: colour },
      ...(isWrong ? { stroke: "#b00020", "stroke-width": 2.5 } : { stroke: "#999999", "stroke-width": 0.5 }),
    }),
    textAt(x + cellWidth / 2, y + 17, size, first === undefined ? ink : "#ffffff", `${letter} ${markOf(run)}`.trim(), {
      "text-anchor": "middle",
    }),
  );
}

const marks = { done: "○", "rolled back": "←", failed: "×", refused: "□" } as const;

function markOf({ state, end }: RunOutcome): string {
  return state === "ran" ? marks[end ?? "failed"] : "-";
}

function legend(y: number, say: Say): readonly string[] {
  const classes = Object.entries(looks).map(([name, [colour, letter]]) => [name, colour, letter] as const);
  const all = [...classes, [say("no failure"), calm, ""], [say("not possible here"), notRun, "-"]] as const;
  let x = gap;
  const swatches = all.flatMap(([name, colour, letter]) => {
    const at = x;
    x += 34 + textWidth(name, size);
    const fill = letter === "" || letter === "-" ? ink : "#ffffff";
    return [
      element("rect", {
        x: at,
        y: y - 12,
        width: 16,
        height: 16,
        rx: 3,
        fill: colour,
        stroke: "#999999",
        "stroke-width": 0.5,
      }),
      textAt(at + 8, y, 11, fill, letter, { "text-anchor": "middle" }),
      textAt(at + 20, y, size, ink, name),
    ];
  });
  const ends = Object.entries(marks).map(([name, mark]) => `${mark} ${say(name)}`);
  const line = `${ends.join(" · ")} · ${say("red frame: not as expected")}`;
  return [...swatches, textAt(gap, y + 26, size, ink, line)];
}

function slanted(x: number, y: number, text: string): string {
  return textAt(x, y, 11, ink, fittedText(text, 11, 180), { transform: `rotate(-55 ${x} ${y})` });
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
