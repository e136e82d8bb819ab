/** What rests on nodes that are in doubt, as lines for a person. */

import { type DCase, type DoubtMark, interpolated } from "../../assurance/index.ts";
import { displayWidth } from "../../text/index.ts";
import { columns } from "../inject/words.ts";
import { language } from "../language.ts";

/** A node in doubt, and the one that it is so because of. */
export interface Doubted {
  readonly uid: string;
  readonly label: string;
  readonly because?: Doubted;
}

/** Finds what is in doubt upwards from marks, by uid. */
export type DoubtsOf = (cases: readonly DCase[], marks: readonly DoubtMark[]) => ReadonlyMap<string, Doubted>;

/** A line a node, with the chain of those that it is in doubt because of; nothing where there is none. */
export function doubtLines(cases: readonly DCase[], marks: readonly DoubtMark[], doubtsOf: DoubtsOf): string {
  if (marks.length === 0) return "";
  const marked = new Set(marks.map(({ uid }) => uid));
  const found = new Map(cases.flatMap((whole) => whole.nodes.map((node) => [node.uid, { node, whole }] as const)));
  const above = [...doubtsOf(cases, marks).values()].filter(({ uid }) => !marked.has(uid));
  if (above.length === 0) return "";
  const rows = above.map((doubt) => {
    const { node, whole } = found.get(doubt.uid) ?? {};
    const plain = node?.translations?.[language().name] ?? node?.text ?? "";
    const text = whole === undefined ? plain : interpolated(whole, doubt.uid, plain);
    return [doubt.label, `← ${chainOf(doubt)}`, text.split("\n")[0] ?? ""];
  });
  return `\n${language().text("in doubt, with what rests on it:")}\n${columns(rows, displayWidth)}`;
}

function chainOf(doubt: Doubted): string {
  const labels: string[] = [];
  for (let each = doubt.because; each !== undefined && labels.length < 20; each = each.because) labels.push(each.label);
  return labels.join(" ← ");
}
