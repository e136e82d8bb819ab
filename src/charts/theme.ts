/** The colours of a picture, for light and for dark surroundings. */

export type ThemeName = "light" | "dark";

export interface Theme {
  readonly name: ThemeName;
  readonly ground: string;
  readonly ink: string;
  /** Words that matter less. */
  readonly muted: string;
  readonly grid: string;
  /** Of things that lie on the ground, such as a box. */
  readonly raised: string;
  /** Colours for things without one of their own, one after the other. */
  readonly series: readonly string[];
  /** Colours of fault classes, which people with any kind of colour vision can tell apart (Okabe and Ito). */
  readonly classes: Readonly<Record<string, string>>;
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    name: "light",
    ground: "#ffffff",
    ink: "#1f2328",
    muted: "#59636e",
    grid: "#dfe3e8",
    raised: "#f6f8fa",
    series: ["#0072b2", "#b35900", "#00795c", "#9a4c86", "#6b5b00", "#1f7aa8", "#8c3b2e", "#4d5a66"],
    classes: { SystemFault: "#0068a8", SoftwareFault: "#c44601", UserFault: "#a86e00", ExternalFault: "#00795c" },
  },
  dark: {
    name: "dark",
    ground: "#0d1117",
    ink: "#e6edf3",
    muted: "#9198a1",
    grid: "#2b3138",
    raised: "#161b22",
    series: ["#56b4e9", "#f0a35e", "#3fc79a", "#d79ac6", "#d6c654", "#7cc3e6", "#e58a7b", "#a8b3bf"],
    classes: { SystemFault: "#5cb3f0", SoftwareFault: "#ff8552", UserFault: "#e8b84a", ExternalFault: "#45c8a0" },
  },
};
