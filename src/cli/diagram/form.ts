/** In which form a diagram is written, and where to. */

import type { WordMistake } from "../logs/filter-options.ts";
import type { ParsedOptions } from "../options.ts";

export interface Form {
  readonly kind: "svg" | "png" | "mermaid" | "json" | "text";
  /** Undefined for standard output. */
  readonly path: string | undefined;
  readonly theme: "light" | "dark" | undefined;
}

const kinds: Readonly<Record<string, Form["kind"]>> = {
  svg: "svg",
  png: "png",
  mmd: "mermaid",
  mermaid: "mermaid",
  md: "mermaid",
  json: "json",
  txt: "text",
};

export function formOf(options: ParsedOptions): Form | WordMistake {
  const path = options.value("output");
  const asked = options.value("format") as Form["kind"] | undefined;
  const ending = /\.(\w+)$/.exec(path ?? "")?.[1]?.toLowerCase() ?? "";
  const kind = asked ?? (path === undefined ? "text" : Object.hasOwn(kinds, ending) ? kinds[ending] : undefined);
  if (kind === undefined || path === "")
    return {
      problem: `the name ${path === "" ? '""' : path} does not say what is to be written`,
      next: "name a file that ends in .svg, .png, .mmd, .md, .json or .txt, or add --format",
    };
  const theme = options.value("theme");
  if (theme !== undefined && kind !== "svg" && kind !== "png")
    return { problem: "--theme belongs to a picture", next: "dscript diagram FILE -o picture.svg --theme dark" };
  return {
    kind,
    path: path === "-" ? undefined : path,
    theme: theme === "light" || theme === "dark" ? theme : undefined,
  };
}
