/** A case as SVG: a group with a title and a description for each node, and the case itself within, so that the picture can be read again. */

import {
  darkRules,
  element,
  escaped,
  partSvg,
  pictureFont,
  rounded,
  type Theme,
  type Tone,
  themes,
} from "../../charts/index.ts";
import type { DCase } from "../model/case.ts";
import type { DrawingOptions } from "./options.ts";
import { type CaseScene, caseScene, type SceneNode } from "./scene/scene.ts";
import { metadataOf } from "./source.ts";

export interface SvgOptions extends DrawingOptions {
  /** `auto`: light on paper, and as the reader's screen is. */
  readonly theme?: "light" | "dark" | "auto";
  /** The case in some text format, to be found again by `sourceInSvg`. */
  readonly source?: string;
}

const tones: readonly Tone[] = ["ink", "muted", "good", "bad", "back", "calm", "deep", "earth"];

export function caseSvg(whole: DCase, options: SvgOptions = {}): string {
  return sceneSvg(caseScene(whole, options), options);
}

function sceneSvg(scene: CaseScene, { theme: name = "light", source }: SvgOptions = {}): string {
  const theme = themes[name === "dark" ? "dark" : "light"];
  const { width, height, title, lines, nodes, more } = scene;
  const content = [
    element("title", { id: "case" }, escaped(title)),
    source === undefined ? "" : metadataOf(source),
    name === "auto" ? element("style", {}, darkRules(tones)) : "",
    element("rect", { width, height, fill: theme.ground }),
    ...lines.map(({ parts }) => element("g", { "aria-hidden": "true" }, ...parts.map((part) => partSvg(part, theme)))),
    ...nodes.map((node) => nodeSvg(node, theme)),
    ...more.map((part) => partSvg(part, theme)),
  ];
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      // Roles of WAI-ARIA Graphics, and what stands for them where they are not known.
      role: "graphics-document document",
      "aria-labelledby": "case",
      "font-family": pictureFont,
    },
    "\n",
    content.filter((part) => part !== "").join("\n"),
    "\n",
  )}\n`;
}

function nodeSvg({ uid, left, top, title, description, url, parts }: SceneNode, theme: Theme): string {
  const group = element(
    "g",
    { id: idOf(uid), role: "graphics-symbol img", transform: `translate(${rounded(left)} ${rounded(top)})` },
    element("title", {}, escaped(title)),
    element("desc", {}, escaped(description)),
    ...parts.map((part) => partSvg(part, theme)),
  );
  return url === undefined ? group : element("a", { href: url }, group);
}

/** An id that XML and CSS take, for every uid another one. */
function idOf(uid: string): string {
  return `node-${uid.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;
}
