/** The campaign drawn as SVG: a row a fault, a column a step, each field coloured by the class that was ranked first (booklet, figure 17). */

import type { FaultClass } from "../../records/index.ts";
import type { RunOutcome } from "../outcome.ts";

/** Colours that people with any colour vision tell apart (Okabe and Ito), one a class. */
const colours: Readonly<Record<FaultClass, string>> = {
  SystemFault: "#0072b2",
  SoftwareFault: "#d55e00",
  UserFault: "#e69f00",
  ExternalFault: "#009e73",
};
const calm = "#dddddd";
const notRun = "#ffffff";

const [cell, left, top, gap] = [26, 290, 170, 18];
const widest = 200;

/** Texts are those of `say`. At most 200 rows and columns are drawn. */
export function chartSvg(title: string, outcomes: readonly RunOutcome[], say: (text: string) => string): string {
  const rows = unique(outcomes.map(({ id }) => id)).slice(0, widest);
  const columns = unique(outcomes.map(({ step }) => step ?? whole)).slice(0, widest);
  const width = Math.max(left + columns.length * cell + gap, 640);
  const height = top + rows.length * cell + 3 * gap + 40;
  const parts = [
    text(gap, 30, title, { size: 16, weight: "bold" }),
    text(gap, 50, say("rows: faults; columns: steps; colour: the class that is ranked first")),
    ...columns.map((name, at) => slanted(left + at * cell + cell / 2, top - 8, name === whole ? say(whole) : name)),
    ...rows.flatMap((id, at) => [
      text(left - 8, top + at * cell + cell / 2 + 4, id, { anchor: "end" }),
      ...columns.map((step, column) => field(left + column * cell, top + at * cell, matching(outcomes, id, step), say)),
    ]),
    ...legend(top + rows.length * cell + 2 * gap, say),
  ];
  const font = `font-family="'Noto Sans CJK JP','Noto Sans','DejaVu Sans',sans-serif"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font}>\n<rect width="100%" height="100%" fill="#ffffff"/>\n${parts.join("\n")}\n</svg>\n`;
}

const whole = "(whole script)";

function matching(outcomes: readonly RunOutcome[], id: string, step: string): readonly RunOutcome[] {
  return outcomes.filter((each) => each.id === id && (each.step ?? whole) === step);
}

/** Several runs of one field stand beside each other. */
function field(x: number, y: number, runs: readonly RunOutcome[], say: (text: string) => string): string {
  if (runs.length === 0) return "";
  const inner = cell - 4;
  const part = inner / runs.length;
  return runs
    .map((run, at) => {
      const first = run.verdict?.ranked[0]?.class;
      const colour = run.state !== "ran" ? notRun : first === undefined ? calm : colours[first];
      const box = `x="${round(x + 2 + at * part)}" y="${y + 2}" width="${round(part)}" height="${inner}"`;
      const shape = `<rect ${box} fill="${colour}" stroke="#555555" stroke-width="0.5"><title>${escaped(titleOf(run, say))}</title></rect>`;
      const middle = x + 2 + at * part + part / 2;
      const dark = first !== undefined && run.state === "ran";
      return (
        shape + text(middle, y + cell / 2 + 4, markOf(run), { anchor: "middle", fill: dark ? "#ffffff" : "#333333" })
      );
    })
    .join("");
}

/** done, rolled back, failed, refused, not possible; `!` where it is not as expected. */
function markOf(run: RunOutcome): string {
  if (run.state === "not possible") return "\u2013";
  if (run.problems.length > 0) return "!";
  return { done: "\u2713", "rolled back": "\u21a9", failed: "\u00d7", refused: "\u2298" }[run.end ?? "failed"];
}

function titleOf(run: RunOutcome, say: (text: string) => string): string {
  const first = run.verdict?.ranked[0];
  const said = first === undefined ? "" : `, ${first.class} ${first.p.toFixed(2)}`;
  return `${run.fault}: ${say(run.why ?? run.end ?? run.state)}${said}`;
}

function legend(y: number, say: (text: string) => string): readonly string[] {
  const entries = [...Object.entries(colours), [say("no failure"), calm], [say("not possible here"), notRun]] as const;
  const marks = `\u2713 ${say("done")}   \u21a9 ${say("rolled back")}   \u00d7 ${say("failed")}   \u2298 ${say("refused")}   ! ${say("not as expected")}`;
  let x = gap;
  const swatches = entries.map(([name, colour]) => {
    const drawn = `<rect x="${x}" y="${y - 10}" width="12" height="12" fill="${colour}" stroke="#555555" stroke-width="0.5"/>${text(x + 16, y, name)}`;
    x += 30 + name.length * 7;
    return drawn;
  });
  return [...swatches, text(gap, y + 22, marks)];
}

interface TextStyle {
  readonly size?: number;
  readonly weight?: string;
  readonly anchor?: string;
  readonly fill?: string;
}

function text(x: number, y: number, content: string, style: TextStyle = {}): string {
  const { size = 12, weight = "normal", anchor = "start", fill = "#222222" } = style;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${escaped(content)}</text>`;
}

function slanted(x: number, y: number, content: string): string {
  const shown = content.length > 24 ? `${content.slice(0, 23)}\u2026` : content;
  return `<text x="${x}" y="${y}" font-size="11" fill="#222222" transform="rotate(-55 ${x} ${y})">${escaped(shown)}</text>`;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "calm");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(value: string): string {
  const plain = value.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
  return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
