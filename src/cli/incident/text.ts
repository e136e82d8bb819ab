/** An incident in the terminal: its time, the tree of what led to what, and what follows from it. */

import type { Incident, Tolerance } from "../../incidents/index.ts";
import { durationText } from "../../records/index.ts";
import { displayWidth } from "../../text/index.ts";
import { shortClass } from "../logs/class-word.ts";
import { brokenAt, padded } from "../logs/table.ts";
import { safe, timeText } from "../runs/words.ts";
import { clock, type IncidentStyle, namesOf, sharesText } from "./names.ts";
import { treeLines } from "./tree.ts";

/** `at` and `all` number it: "Incident 1 of 3". */
export function incidentText(incident: Incident, at: number, all: number, text: IncidentStyle): string {
  const { from, to, hosts, scripts } = incident;
  const { style, say } = text;
  const title = all > 1 ? say(`Incident ${at} of ${all}`) : say("Incident");
  const span = to > from ? `${timeText(from)} – ${clock(from, to)} (${durationText(to - from)})` : timeText(from);
  const lines = [
    `${style.strong(title)}  ${span}`,
    style.dim(`${say("hosts")}: ${namesOf(hosts)}; ${say("scripts")}: ${namesOf(scripts)}`),
    "",
    ...treeLines(incident, text),
    "",
    ...changeLines(incident, text),
    ...conclusion(incident, text),
  ];
  return `${lines.join("\n")}\n`;
}

/** What was changed ahead of it, and what of that the failures name. */
function changeLines(
  { changes, moreChanges, from }: Incident,
  { style, say, width }: IncidentStyle,
): readonly string[] {
  if (changes.length === 0) return [];
  const places = changes.map(({ host, script, line }) => `${safe(host)}  ${safe(script)}:${line}`);
  const widest = Math.max(...places.map(displayWidth));
  const lines = changes.flatMap(({ time, what, shared }, at) => {
    const ahead = `  ${clock(from, time)}  ${padded(places[at] ?? "", widest)}  `;
    const [first = "", ...rest] = brokenAt(safe(what), Math.max(24, width - displayWidth(ahead)));
    const named = shared === undefined ? [] : [say(`names what failed: ${safe(shared)}`)];
    const below = [...rest.slice(0, 2), ...named].map((one) => `${" ".repeat(displayWidth(ahead))}${style.dim(one)}`);
    return [`${style.dim(ahead)}${first}`, ...below];
  });
  const more = moreChanges === 0 ? [] : [`  ${say(`and ${moreChanges} more`)}`];
  return [say("Changed ahead of it; nothing shows that it was the reason:"), ...lines, ...more, ""];
}

function conclusion({ isKnown, candidates, tolerances, nodes }: Incident, text: IncidentStyle): readonly string[] {
  const { style, say } = text;
  if (isKnown) {
    const known = nodes.filter(({ kind }) => kind === "fault").map(({ title }) => safe(say(title)));
    return [style.strong(say("The first fault is known.")), ...[...new Set(known)].map((one) => `  ${one}`)];
  }
  const label = (one: Tolerance): string =>
    one.servesAll ? say("all") : one.serves.map((name) => shortClass(name, say)).join(", ");
  const width = Math.max(0, ...tolerances.map((one) => displayWidth(label(one))));
  return [
    `${style.strong(say("The first fault is not known."))} ${say("candidates")}: ${sharesText(candidates, say)}`,
    say("Until it is found, this serves the candidates:"),
    ...tolerances.flatMap((one) =>
      brokenAt(`${say(one.says)} (${say(one.how)})`, Math.max(24, text.width - width - 4)).map(
        (part, row) => `  ${row === 0 ? padded(label(one), width) : " ".repeat(width)}  ${part}`,
      ),
    ),
  ];
}
