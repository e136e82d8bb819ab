/** An incident as the data of a drawing. */

import type { ChainBox, ChainChart } from "../../charts/index.ts";
import type { ChainNode, Incident } from "../../incidents/index.ts";
import { durationText } from "../../records/index.ts";
import { safe, timeText } from "../runs/words.ts";
import { clock, kindWord, linkText, namesOf, sharesText } from "./names.ts";
import { titleOf } from "./tree.ts";

type Say = (text: string) => string;

/** The drawing of an incident, its words in the reader's language. */
export function incidentChart(incident: Incident, say: Say): ChainChart {
  const { nodes, links, from, to, hosts } = incident;
  const lanes = [...new Set(nodes.map(({ host }) => host))];
  const number = new Map(nodes.map((node, at) => [node, at]));
  const failures = nodes.filter(({ kind }) => kind === "failure");
  const last = failures.at(-1) ?? nodes.at(-1);
  const why = links
    .map((link) => ({ link, a: (number.get(link.from) ?? 0) + 1, b: (number.get(link.to) ?? 0) + 1 }))
    .sort((one, other) => one.a - other.a || one.b - other.b);
  return {
    title: last === undefined ? say("Incident") : `${say("Incident")}: ${safe(say(last.title))}`,
    subtitle: `${timeText(from)}${to > from ? ` – ${clock(from, to)} (${durationText(to - from)})` : ""}; ${namesOf(hosts)}`,
    lanes: lanes.map((host) => (host === "" ? "?" : safe(host))),
    boxes: nodes.map((node) => boxOf(node, lanes, say)),
    arrows: links.map((link) => ({
      from: number.get(link.from) ?? 0,
      to: number.get(link.to) ?? 0,
      confirmed: link.confirmed,
      label: link.confirmed ? "" : link.score.toFixed(2),
    })),
    confirmed: say("confirmed: a record or a sample shows it"),
    assumed: say("assumed: from time and class, with a score"),
    notes: [
      {
        title: say("Why the links"),
        lines: why.map(({ link, a, b }) => `[${a}] → [${b}]  ${linkText(link, "", say)}`),
      },
      conclusion(incident, say),
    ],
  };
}

function conclusion({ isKnown, nodes, candidates, tolerances }: Incident, say: Say): ChainChart["notes"][number] {
  if (isKnown) {
    const known = nodes.filter(({ kind }) => kind === "fault").map(({ title }) => safe(say(title)));
    return { title: say("The first fault is known."), lines: [...new Set(known)] };
  }
  const all = tolerances.filter(({ servesAll }) => servesAll);
  return {
    title: `${say("The first fault is not known.")} ${say("candidates")}: ${sharesText(candidates, say)}`,
    lines: [say("What serves all candidates:"), ...all.map(({ says, how }) => `– ${say(says)} (${say(how)})`)],
  };
}

function boxOf(node: ChainNode, lanes: readonly string[], say: Say): ChainBox {
  const isFault = node.kind === "fault";
  const isOpen = isFault && node.details.length > 0;
  const note = isFault ? "" : node.details.map((detail) => safe(say(detail))).join("; ");
  return {
    kind: node.kind,
    word: kindWord(node.kind, say),
    lane: lanes.indexOf(node.host),
    time: isFault ? "" : timeText(node.from).slice(11),
    title: titleOf(node, say),
    note: isOpen ? sharesText(node.shares, say) : note,
    isOpen,
  };
}
