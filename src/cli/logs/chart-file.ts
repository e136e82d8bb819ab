/** Charts in files: SVG, or PNG drawn from it. */

import { writeFileSync } from "node:fs";
import { type ThemeName, themes } from "../../charts/index.ts";
import { exitCode } from "../../engine/index.ts";
import { codeOf } from "../../logs/index.ts";
import { errnoByName } from "../../records/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import type { WordMistake } from "./filter-options.ts";

export const chartOptions: readonly OptionRow[] = [
  { name: "chart", value: "FILE", says: "write the picture to FILE, whose name ends in .svg or .png" },
  { name: "theme", value: "THEME", choices: ["light", "dark"], says: "the picture's colours" },
];

export interface ChartFile {
  readonly path: string;
  readonly theme: ThemeName;
  readonly kind: "svg" | "png";
}

/** The file that `--NAME` names; undefined where it is not given. */
export function chartFileOf(options: ParsedOptions, name = "chart"): ChartFile | undefined | WordMistake {
  const path = options.value(name);
  if (path === undefined)
    return options.has("theme") && name === "chart"
      ? { problem: "--theme belongs to a picture", next: `dscript logs --${name} picture.svg --theme dark` }
      : undefined;
  if (!/\.(?:svg|png)$/i.test(path))
    return {
      problem: `--${name} takes a file that ends in .svg or .png, not ${path === "" ? '""' : path}`,
      next: `dscript logs --${name} picture.svg`,
    };
  return {
    path,
    theme: options.value("theme") === "dark" ? "dark" : "light",
    kind: /\.png$/i.test(path) ? "png" : "svg",
  };
}

/** Writes a picture; the value is the exit code. */
export async function writeChart(
  { path, theme, kind }: ChartFile,
  draw: (theme: (typeof themes)[ThemeName]) => string,
): Promise<number> {
  const svg = draw(themes[theme]);
  try {
    writeFileSync(path, kind === "png" ? await png(svg) : svg);
    return exitCode.ok;
  } catch (thrown) {
    return unwritten(safe(path), thrown);
  }
}

/** Says why a picture is not written; the value is the exit code. */
export function unwritten(where: string, thrown: unknown): number {
  const known = errnoByName(codeOf(thrown))?.text;
  if (known !== undefined)
    return refuseWords(`${where} cannot be written: ${known}`, "name a file in a folder that you may write to");
  tell(`dscript: ${thrown instanceof Error ? thrown.message : String(thrown)}\n  name a file that ends in .svg\n`);
  return exitCode.internal;
}

/** A picture's text as PNG; what draws it is loaded with the first one. */
export async function png(svg: string): Promise<Uint8Array> {
  const { toPng } = await import("../../pictures/index.ts");
  return toPng(svg);
}
