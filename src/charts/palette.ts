/** The tones of a picture as colours; each colour of one theme has one of the other, so that a picture can bear both. */

import { type Theme, themes } from "./theme.ts";

/** Whose colour it has: the theme says which that is. */
export type Tone = "ink" | "muted" | "good" | "bad" | "back" | "calm" | "deep" | "earth";

/** Of a tone: its lines and words, and the ground of its cards. */
export interface Paint {
  readonly line: string;
  readonly ground: string;
}

const paints: Readonly<Record<Theme["name"], Readonly<Record<Tone, Paint>>>> = {
  light: {
    ink: { line: themes.light.ink, ground: "#fffffe" },
    muted: { line: themes.light.muted, ground: themes.light.raised },
    good: { line: "#006b52", ground: "#e9f7f1" },
    bad: { line: "#b3261e", ground: "#fdf0ee" },
    back: { line: "#7d5200", ground: "#fdf5e3" },
    calm: { line: "#005a94", ground: "#ecf5fc" },
    deep: { line: "#6b3fa0", ground: "#f5f0fb" },
    earth: { line: "#5a5a1f", ground: "#f6f6e8" },
  },
  dark: {
    ink: { line: themes.dark.ink, ground: "#11161d" },
    muted: { line: themes.dark.muted, ground: themes.dark.raised },
    good: { line: "#45c8a0", ground: "#0d211b" },
    bad: { line: "#ff7b72", ground: "#2a1413" },
    back: { line: "#e3b341", ground: "#251d0b" },
    calm: { line: "#6cb9f5", ground: "#0f1e2c" },
    deep: { line: "#c3a0f0", ground: "#1d1629" },
    earth: { line: "#c9c86a", ground: "#1d1d0f" },
  },
};

export function paintOf(tone: Tone, theme: Theme): Paint {
  return paints[theme.name][tone];
}

/** Rules that turn a picture drawn for light surroundings dark on a dark screen; paper stays light. Only of the tones that it has. */
export function darkRules(tones: readonly Tone[]): string {
  const pairs = [
    ...tones.flatMap((tone) => [
      [paints.light[tone].line, paints.dark[tone].line] as const,
      [paints.light[tone].ground, paints.dark[tone].ground] as const,
    ]),
    [themes.light.ground, themes.dark.ground] as const,
    [themes.light.grid, themes.dark.grid] as const,
  ];
  const rules = [...new Map(pairs)].map(
    ([light, dark]) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`,
  );
  return `@media screen and (prefers-color-scheme:dark){${rules.join("")}}`;
}
