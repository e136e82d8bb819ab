/** What of a case is shown, and in which words, by the options of the command line. */

import {
  type CaseNode,
  type DCase,
  type Detail,
  indexOf,
  interpolated,
  type LayoutOptions,
} from "../../assurance/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { language } from "../language.ts";
import type { WordMistake } from "../logs/filter-options.ts";
import type { ParsedOptions } from "../options.ts";

export function viewOf(whole: DCase, options: ParsedOptions): LayoutOptions | WordMistake {
  const index = indexOf(whole);
  const focus = options.value("focus");
  for (const label of [...options.values("fold"), ...(focus === undefined ? [] : [focus])])
    if (!index.byLabel.has(label)) {
      const near = nearest(label, index.byLabel.keys());
      const next = near === undefined ? "dscript case stats lists what there is" : `did you mean ${near}?`;
      return { problem: `there is no node ${label}`, next };
    }
  const uidOf = (label: string): string => index.byLabel.get(label)?.uid ?? label;
  const depth = options.value("depth");
  if (depth !== undefined && !/^\d{1,6}$/.test(depth))
    return { problem: `--depth takes a number, not ${depth}`, next: "for example --depth 3" };
  const said = options.value("text") ?? language().name;
  const textOf = ({ uid, text, translations }: CaseNode): string =>
    translations !== undefined && Object.hasOwn(translations, said)
      ? interpolated(whole, uid, translations[said] ?? text, said)
      : interpolated(whole, uid, text);
  return {
    detail: Number(options.value("detail") ?? 1) as Detail,
    language: said,
    say: (text) => language().text(text),
    textOf,
    folded: new Set(options.values("fold").map(uidOf)),
    ...(focus === undefined ? {} : { focus: uidOf(focus) }),
    ...(depth === undefined ? {} : { depth: Number(depth) }),
  };
}

/** Nodes of a picture or page: more take gigabytes, and no program shows what is made of them. */
const mostDrawn = 100_000;

export function tooManyDrawn(count: number): WordMistake | undefined {
  if (count <= mostDrawn) return undefined;
  return {
    problem: `${count} nodes are more than the ${mostDrawn} that can be drawn`,
    next: "show a part: dscript case render FILE --focus LABEL --depth 3 -o FILE.svg",
  };
}
