/** The colours of the picture as variables of the page, so that one picture serves light and dark. */

import { colourOf, type Ink, type Theme, type ThemeName, type Tone, themes } from "../../charts/index.ts";
import type { ThemeChoice } from "../data.ts";

const tones: readonly Tone[] = ["ink", "muted", "good", "bad", "back", "calm", "deep", "earth"];
const inks: readonly Ink[] = ["ground", ...tones, ...tones.map((tone): Ink => `${tone} ground`)];

/** A colour as an attribute of SVG has it. */
export function variable(ink: Ink): string {
  return `var(--${ink.replace(" ", "-")})`;
}

export function themeNow(choice: ThemeChoice): Theme {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const name: ThemeName = choice === "auto" ? (dark ? "dark" : "light") : choice;
  return themes[name];
}

/** Gives an element, and all within it, the colours of a theme. */
export function colour(element: HTMLElement, theme: Theme): void {
  const { style } = element;
  for (const ink of inks) style.setProperty(`--${ink.replace(" ", "-")}`, colourOf(ink, theme));
  style.setProperty("--grid", theme.grid);
  style.setProperty("--raised", theme.raised);
  style.setProperty("color-scheme", theme.name);
  element.dataset["theme"] = theme.name;
}
