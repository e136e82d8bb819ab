/** `dscript case render`: a case as a picture, pages, or text for pages. */

import {
  type CaseNode,
  caseSvg,
  codecNamed,
  type DCase,
  type Detail,
  indexOf,
  interpolated,
  type LayoutOptions,
  writeCase,
} from "../../assurance/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { writeDrawing } from "../diagram/write.ts";
import { language, refuseWords } from "../language.ts";
import type { WordMistake } from "../logs/filter-options.ts";
import type { ParsedOptions } from "../options.ts";
import { readOrSay } from "./load.ts";

const kinds: Readonly<Record<string, string>> = { svg: "svg", png: "png" };

export async function renderCase(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const output = options.value("output");
  const ending = /\.(\w+)$/.exec(output ?? "")?.[1]?.toLowerCase() ?? "";
  const kind = options.value("format") ?? (output === undefined ? "svg" : kinds[ending]);
  if (kind === undefined)
    return refuseWords(
      `the name ${output} does not say what is to be written`,
      "name a file that ends in .svg or .png, or add --format",
    );
  const found = readOrSay(name, options);
  if (typeof found === "number") return found;
  const whole = found.reading.file.case;
  const view = viewOf(whole, options);
  if ("problem" in view) return refuseWords(view.problem, view.next);
  const theme = options.value("theme") as "light" | "dark" | undefined;
  const json = codecNamed("json");
  const source = json === undefined ? undefined : writeCase(found.reading.file, json).text;
  const path = output === "-" ? undefined : output;
  const legend = options.has("legend");
  if (kind === "png") return writeDrawing(path, caseSvg(whole, { ...view, legend, theme: theme ?? "light" }), true);
  return writeDrawing(
    path,
    caseSvg(whole, { ...view, legend, theme: theme ?? "auto", ...(source === undefined ? {} : { source }) }),
  );
}

/** What of a case is shown, and in which words. */
export function viewOf(whole: DCase, options: ParsedOptions): LayoutOptions | WordMistake {
  const index = indexOf(whole);
  const wanted = [...options.values("fold"), ...[options.value("focus")].filter((each) => each !== undefined)];
  for (const label of wanted)
    if (index.byLabel.get(label) === undefined) {
      const near = nearest(label, index.byLabel.keys());
      return {
        problem: `there is no node ${label}`,
        next: near === undefined ? "dscript case stats lists what there is" : `did you mean ${near}?`,
      };
    }
  const uidOf = (label: string): string => index.byLabel.get(label)?.uid ?? label;
  const focus = options.value("focus");
  const depth = options.value("depth");
  if (depth !== undefined && !/^\d{1,6}$/.test(depth))
    return { problem: `--depth takes a number, not ${depth}`, next: "for example --depth 3" };
  const said = options.value("text") ?? language().name;
  const say = (text: string): string => language().text(text);
  const textOf = (node: CaseNode): string => interpolated(whole, node.uid, node.translations?.[said] ?? node.text);
  return {
    detail: Number(options.value("detail") ?? 1) as Detail,
    language: said,
    say,
    textOf,
    folded: new Set(options.values("fold").map(uidOf)),
    ...(focus === undefined ? {} : { focus: uidOf(focus) }),
    ...(depth === undefined ? {} : { depth: Number(depth) }),
  };
}
