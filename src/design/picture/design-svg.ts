/** All plans of a design as one SVG picture: each with its heading, below each other, and a legend at the end. */

import {
  darkRules,
  element,
  fittedText,
  paintOf,
  picture,
  type Theme,
  textAt,
  textWidth,
  themes,
} from "../../charts/index.ts";
import type { Design, Plan } from "../model.ts";
import { type RunOverlay, statesOf } from "../overlay.ts";
import { capital, plainText, readable, type Say, startText } from "../words.ts";
import { cardSvg } from "./card-svg.ts";
import { drawPlan } from "./plan-picture.ts";
import { createScene, type Scene, tones, type WireKind } from "./scene.ts";
import { tipDefs, wireSvg, wireTones } from "./wire-svg.ts";

export interface PictureOptions {
  readonly say: Say;
  readonly detail: boolean;
  /** `both`: light on paper, and as the reader's screen is. */
  readonly theme: "light" | "dark" | "both";
  readonly overlay?: RunOverlay;
}

const margin = 32;
const least = 900;
const between = 64;

export function designSvg(design: Design, options: PictureOptions): string {
  const theme = themes[options.theme === "dark" ? "dark" : "light"];
  const scene = createScene();
  const headings: string[] = [];
  let [right, y] = [least, margin];
  for (const plan of design.plans) {
    const { svg, bottom } = heading(plan, design.file, y, options, theme);
    headings.push(svg);
    const drawn = drawPlan(scene, plan, margin, bottom + 22, {
      ...options,
      isHandler: false,
      counter: { last: 0 },
      ...(options.overlay === undefined ? {} : { stateOf: statesOf(plan, options.overlay) }),
    });
    right = Math.max(right, drawn.right);
    y = drawn.bottom + between;
  }
  const legend = legendSvg(y - between + 44, options.say, theme);
  return picture(
    right + margin,
    y - between + 44 + margin,
    theme.ground,
    design.plans.map(({ name }) => name).join(", "),
    options.theme === "both" ? element("style", {}, darkRules(tones)) : "",
    tipDefs(theme),
    ...headings,
    sceneSvg(scene, theme),
    legend,
  );
}

function sceneSvg({ frames, bars, wires, cards, labels, dots }: Scene, theme: Theme): string {
  const ink = paintOf("ink", theme).line;
  const order: readonly WireKind[] = ["goes", "fails", "back"];
  return [
    ...frames.map(({ left, top, width, height }) =>
      element("rect", {
        x: left,
        y: top,
        width,
        height,
        rx: 10,
        fill: "none",
        stroke: paintOf("muted", theme).line,
        "stroke-width": 1.2,
        "stroke-dasharray": "2 4",
      }),
    ),
    ...bars.map(({ left, top, width, height }) =>
      element("rect", { x: left, y: top, width, height, rx: 2, fill: ink }),
    ),
    ...order.flatMap((kind) => wires.filter((wire) => wire.kind === kind)).map((wire) => wireSvg(wire, theme)),
    ...dots.map(({ x, y, kind }) =>
      element("circle", { cx: x, cy: y, r: 4.5, fill: paintOf(wireTones[kind], theme).line }),
    ),
    ...labels.map(({ x, y, text, size, tone, anchor }) =>
      textAt(x, y, size, paintOf(tone, theme).line, text, { "text-anchor": anchor === "start" ? undefined : anchor }),
    ),
    ...cards.map((card) => cardSvg(card, theme)),
  ].join("\n");
}

function heading(plan: Plan, file: string, top: number, { say, detail, overlay }: PictureOptions, theme: Theme) {
  const ink = paintOf("ink", theme).line;
  const muted = paintOf("muted", theme).line;
  const most = least - 2 * margin;
  const notes = [
    ...(plan.goal === undefined ? [] : [plainText(plan.goal, detail)]),
    ...plan.starts.map((start) => startText(start, say)),
    `${file}:${plan.lines.first}${detail && plan.parameters !== "" ? ` · ${plan.name}(${plan.parameters})` : ""}${
      overlay?.run === undefined ? "" : ` · ${say(`the run ${overlay.run}`)}`
    }`,
  ];
  const svg = [
    textAt(margin, top + 18, 21, ink, fittedText(capital(readable(plan.name)), 21, most)),
    ...notes.map((note, row) => textAt(margin, top + 42 + row * 19, 13, muted, fittedText(note, 13, most))),
  ].join("");
  return { svg, bottom: top + 42 + (notes.length - 1) * 19 };
}

function legendSvg(y: number, say: Say, theme: Theme): string {
  const parts: string[] = [];
  let x = margin;
  const words = [
    ["goes", say("if it goes well")],
    ["fails", say("if it fails")],
    ["back", say("taken back, the last first")],
  ] as const;
  for (const [kind, text] of words) {
    parts.push(
      wireSvg(
        {
          kind,
          points: [
            [x, y - 4],
            [x + 44, y - 4],
          ],
          tip: true,
        },
        theme,
      ),
    );
    parts.push(textAt(x + 54, y, 12.5, paintOf("muted", theme).line, text));
    x += 84 + textWidth(text, 12.5);
  }
  return parts.join("");
}
