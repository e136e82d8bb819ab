/** `dscript case render`: a case as a picture, pages, or text for pages. */

import {
  caseMarkdown,
  caseMermaid,
  casePages,
  caseSvg,
  codecNamed,
  type DrawingOptions,
  graphOf,
  viewOf as shownOf,
  titleOf,
  writeCase,
} from "../../assurance/index.ts";
import { themes } from "../../charts/index.ts";
import { PictureTrouble, pdfRoom, toPdf } from "../../pictures/index.ts";
import { writeDrawing } from "../diagram/write.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { isTerminal } from "../terminal.ts";
import { type ReadCase, readOrSay } from "./load.ts";
import { statementFiles } from "./statement-file.ts";
import { statusesOf } from "./statuses.ts";
import { tooManyDrawn, viewOf } from "./view-of.ts";

export type RenderKind = "svg" | "png" | "pdf" | "markdown" | "mermaid";

const kinds: Readonly<Record<string, RenderKind>> = {
  svg: "svg",
  png: "png",
  pdf: "pdf",
  md: "markdown",
  mmd: "mermaid",
  mermaid: "mermaid",
};
/** Points for a pixel of a page: letters of 12 pixels are 6.6 points then. */
const leastScale = 0.55;

export async function renderCase(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const output = options.value("output");
  const ending = /\.(\w+)$/.exec(output ?? "")?.[1]?.toLowerCase() ?? "";
  const asked = options.value("format") as RenderKind | undefined;
  const kind = asked ?? (output === undefined ? "svg" : kinds[ending]);
  if (kind === undefined)
    return refuseWords(
      `the name ${output} does not say what is to be written`,
      "name a file that ends in .svg, .png, .pdf, .md or .mmd, or add --format",
    );
  const found = readOrSay(name, options);
  if (typeof found === "number") return found;
  const view = viewOf(found.reading.file.case, options);
  if ("problem" in view) return refuseWords(view.problem, view.next);
  if (kind !== "markdown" && kind !== "mermaid") {
    const { shown } = shownOf(graphOf(found.reading.file.case), view);
    const tooMany = tooManyDrawn(shown.reduce((sum, each) => sum + each, 0));
    if (tooMany !== undefined) return refuseWords(tooMany.problem, tooMany.next);
  }
  const statuses = await statusesOf(found.reading.file.case, name, statementFiles(options.values("evidence"), name));
  if (typeof statuses === "number") return statuses;
  return write(found, kind, { ...view, statuses, legend: options.has("legend") }, options);
}

async function write(found: ReadCase, kind: RenderKind, view: DrawingOptions, options: ParsedOptions): Promise<number> {
  const whole = found.reading.file.case;
  const theme = options.value("theme") as "light" | "dark" | undefined;
  const output = options.value("output");
  const path = output === "-" ? undefined : output;
  switch (kind) {
    case "svg":
      return writeDrawing(path, caseSvg(whole, { ...view, theme: theme ?? "auto", ...sourceOf(found) }));
    case "png":
      return writeDrawing(path, caseSvg(whole, { ...view, theme: theme ?? "light" }), true);
    case "markdown":
      return writeDrawing(path, caseMarkdown(whole, view));
    case "mermaid":
      return writeDrawing(path, caseMermaid(whole, view));
    case "pdf": {
      if (path === undefined && isTerminal(1))
        return refuseWords("a picture is not written to a terminal", "name a file: -o case.pdf");
      const { legend: _, ...pages } = view;
      try {
        const drawn = casePages(whole, { ...pages, room: pdfRoom, leastScale });
        const { bytes, missing } = await toPdf(
          titleOf(whole, view.language),
          drawn,
          themes[theme ?? "light"],
          madeAt(),
        );
        if (missing.length > 0)
          tell(`dscript: the font has no ${missing.slice(0, 20).join(" ")}: a box stands there\n`);
        return writeDrawing(path, bytes);
      } catch (thrown) {
        if (thrown instanceof PictureTrouble) return refuseWords(thrown.message, "--format svg needs no library");
        throw thrown;
      }
    }
  }
}

/** The case within its picture, so that it can be read again. */
function sourceOf({ reading }: ReadCase): { readonly source?: string } {
  const json = codecNamed("json");
  return json === undefined ? {} : { source: writeCase(reading.file, json).text };
}

/** Two makings of the same file are the same where SOURCE_DATE_EPOCH says so (reproducible-builds.org). */
function madeAt(): Date {
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  return epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
}
