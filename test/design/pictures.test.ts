// Plans as pictures: well-formed whatever their texts hold, the same every time, readable for all.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { darkRules, paintOf, themes } from "../../src/charts/index.ts";
import { designSvg, type PictureOptions, type Plan } from "../../src/design/index.ts";
import { tones as designTones, type Tone } from "../../src/design/picture/scene.ts";
import { branching, handler, japanesePlan, notify, plan, switchOver, task } from "./plans.ts";
import { designFrom } from "./reading.ts";

const say = (text: string): string => text;
const drawn = (drawnPlan: Plan, more: Partial<PictureOptions> = {}): string =>
  designSvg({ file: "plan.dscript", plans: [drawnPlan] }, { say, detail: false, theme: "light", ...more });

test("the picture of a small plan", async () => {
  await expect(drawn(switchOver)).toMatchFileSnapshot("golden/switch_over.svg");
});

test("the picture of the guide is that of its script", async () => {
  const page = readFileSync(new URL("../../docs/guide/diagrams.md", import.meta.url), "utf8");
  const script = /```dscript switch_over\.dscript\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const svg = designSvg({ ...designFrom(script), file: "switch_over.dscript" }, { say, detail: false, theme: "both" });
  await expect(svg).toMatchFileSnapshot("../../docs/guide/switch_over.svg");
});

test("the picture of a Japanese plan, on a dark ground, for engineers", async () => {
  await expect(drawn(japanesePlan, { theme: "dark", detail: true })).toMatchFileSnapshot("golden/japanese.svg");
});

test("a picture is well-formed whatever its texts hold", () => {
  const hostile = 'a<b>&"c" \u0000\u001b\ud800\u202e 日本語 &amp; ]]>';
  const svg = drawn(
    plan(hostile, [task(hostile, "undo", { goal: hostile, code: [hostile], arguments: [{ text: hostile }] })], {
      onFailure: handler(notify(hostile, hostile)),
    }),
    { detail: true, theme: "both" },
  );
  const open: string[] = [];
  for (const [, close, name = "", self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === "/") expect(open.pop()).toBe(name);
    else if (self !== "/") open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg).not.toMatch(/[\u0000-\u0008\u001b\ud800\u202e]|NaN|undefined|Infinity/u);
});

test("a picture is the same every time", () => {
  expect(drawn(branching)).toBe(drawn(branching));
});

describe("on a dark screen", () => {
  test("every colour of the light picture has a dark one, and paper stays light", () => {
    const svg = drawn(branching, { theme: "both" });
    const rules = darkRules(designTones);
    expect(svg).toContain("@media screen and (prefers-color-scheme:dark)");
    const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(#[\da-f]{6})"/g)].map(([, colour]) => colour));
    expect(colours.size).toBeGreaterThan(6);
    for (const colour of colours) expect(rules).toContain(`[fill="${colour}"]`);
  });

  test("it is the dark picture", () => {
    const overlay = { tasks: [{ name: "drain", occurrence: 1, state: "running", milliseconds: 1 }] } as const;
    const dark = new Map(
      [...darkRules(designTones).matchAll(/\[fill="(#\w+)"\]\{fill:(#\w+)\}/g)].map(([, a, b]) => [a, b]),
    );
    const shown = drawn(branching, { theme: "both", overlay })
      .replace(/<style>.*<\/style>\n/, "")
      .replace(/(fill|stroke)="(#\w+)"/g, (_, name: string, colour: string) => `${name}="${dark.get(colour)}"`);
    expect(shown).toBe(drawn(branching, { theme: "dark", overlay }));
  });

  test("no two colours of the light picture become mixed up", () => {
    const lights = [...darkRules(designTones).matchAll(/\[fill="(#[\da-f]{6})"\]/g)].map(([, light]) => light);
    expect(new Set(lights).size).toBe(lights.length);
  });
});

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test("every word can be read on its ground, in both themes", () => {
  const tones: readonly Tone[] = designTones;
  for (const theme of Object.values(themes))
    for (const words of tones)
      for (const ground of tones)
        if (words === "ink" || words === "muted" || words === ground) {
          const [a, b] = [paintOf(words, theme).line, paintOf(ground, theme).ground];
          expect(contrast(a, b), `${theme.name} ${words} on ${ground}`).toBeGreaterThan(4.5);
          expect(contrast(a, theme.ground), `${theme.name} ${words}`).toBeGreaterThan(4.5);
        }
});

test("nothing is said by colour alone: each kind of line and each state has a look of its own", () => {
  const svg = drawn(switchOver, {
    overlay: {
      tasks: [
        { name: "copy_to_ram", occurrence: 1, state: "undone", milliseconds: 1 },
        { name: "switch_balancer", occurrence: 1, state: "failed", milliseconds: 1 },
      ],
    },
  });
  for (const dash of ["6 4", "1.5 3.5", "5 4"]) expect(svg).toContain(`stroke-dasharray="${dash}"`);
  for (const word of ["taken back", "failed", "not reached", "fails"]) expect(svg).toContain(word);
});
