/** The words of an incident: lists of names, kinds, shares, links. */

import type { FrameStyle } from "../../diagnostics/index.ts";
import type { ChainLink, ChainNode, Share } from "../../incidents/index.ts";
import { shortClass } from "../logs/class-word.ts";
import { safe, timeText } from "../runs/words.ts";

type Say = (text: string) => string;

/** What an incident is drawn with in a terminal. */
export interface IncidentStyle {
  readonly style: FrameStyle;
  readonly say: Say;
  /** Columns. */
  readonly width: number;
}

const most = 6;

/** "web1, ops1", with "…" where there are more than six; "–" for none. */
export function namesOf(names: readonly string[]): string {
  if (names.length === 0) return "–";
  return `${names.slice(0, most).map(safe).join(", ")}${names.length > most ? ", …" : ""}`;
}

const words: Readonly<Record<ChainNode["kind"], string>> = { fault: "FAULT", error: "ERROR", failure: "FAILURE" };

/** "FAULT", in the reader's language. */
export function kindWord(kind: ChainNode["kind"], say: Say): string {
  return say(words[kind]);
}

/** "System 0.71, Software 0.24" */
export function sharesText(shares: readonly Share[], say: Say): string {
  return shares.map(({ class: name, p }) => `${shortClass(safe(name), say)} ${p.toFixed(2)}`).join(", ");
}

/** "confirmed: …", "assumed 0.40: …"; `of` stands behind the first word. */
export function linkText({ confirmed, score, says }: ChainLink, of: string, say: Say): string {
  return `${confirmed ? say("confirmed") : `${say("assumed")} ${score.toFixed(2)}`}${of}: ${safe(say(says))}`;
}

/** The end of a stretch: without its day, where that is the same. */
export function clock(from: number, to: number): string {
  const [a, b] = [timeText(from), timeText(to)];
  return a.slice(0, 10) === b.slice(0, 10) ? b.slice(11) : b;
}
