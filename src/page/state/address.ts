/** What a reader has chosen as the end of the page's address: `#G12&focus=G3&detail=2`. Whoever is sent it sees the same. */

import { type Folding, startFolding } from "../argument/folding.ts";
import type { PageCase } from "../argument/page-case.ts";
import type { DetailChoice, ThemeChoice } from "../data.ts";
import type { State } from "./state.ts";

/** Where somebody looks: a point of the picture in the middle of the screen, and the zoom. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Address {
  readonly state: Partial<State>;
  readonly view: View | undefined;
}

/** Longer ones are cut off by mail programs. */
const longest = 1800;

const details: Readonly<Record<string, DetailChoice>> = { "0": 0, "1": 1, "2": 2, auto: "auto" };
const themes: readonly string[] = ["auto", "light", "dark"] satisfies readonly ThemeChoice[];

export function addressOf(state: State, first: State, view: View, isFirstView: boolean, page: PageCase): string {
  const parts: string[] = [];
  const put = (name: string, value: string): void => {
    parts.push(`${name}=${encodeURIComponent(value)}`);
  };
  const { chosen, panel, focus, folding, detail, language, theme, query, map } = state;
  if (chosen !== undefined) parts.push(encodeURIComponent(page.nameOf(chosen)));
  if (chosen !== undefined && !panel) put("panel", "0");
  if (focus !== undefined) put("focus", page.nameOf(focus));
  if (detail !== first.detail) put("detail", String(detail));
  if (language !== first.language) put("lang", language);
  if (theme !== first.theme) put("theme", theme);
  if (!map) put("map", "0");
  if (query !== "") put("find", query.slice(0, 200));
  if (folding.base !== "start") put("fold", folding.base);
  if (folding.turned.size > 0) {
    const turned = [...folding.turned].map((uid) => encodeURIComponent(page.nameOf(uid))).join(",");
    if (turned.length + parts.join("&").length < longest) parts.push(`turn=${turned}`);
  }
  // As long as nobody has chosen or moved anything, the address stays as short as it was.
  if (!isFirstView || parts.length > 0)
    parts.push(`at=${Math.round(view.x)},${Math.round(view.y)},${Number(view.zoom.toPrecision(3))}`);
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** What an address says; what it does not say, or says wrongly, is left as it is. */
export function readAddress(hash: string, page: PageCase): Address {
  const state: { -readonly [K in keyof State]?: State[K] } = {};
  let view: View | undefined;
  let folding: Folding | undefined;
  const parts = hash.replace(/^#/, "").split("&");
  for (const [at, part] of parts.entries()) {
    const [, name = "", raw = ""] = /^([a-z]+)=(.*)$/s.exec(part) ?? [];
    const value = decoded(raw);
    if (name === "" && at === 0 && part !== "") {
      const uid = page.named(decoded(part));
      if (uid !== undefined) [state.chosen, state.panel] = [uid, state.panel ?? true];
    } else if (name === "panel") state.panel = value !== "0";
    else if (name === "focus") {
      const uid = page.named(value);
      if (uid !== undefined) state.focus = uid;
    } else if (name === "detail") {
      const detail = Object.hasOwn(details, value) ? details[value] : undefined;
      if (detail !== undefined) [state.detail, state.level] = [detail, detail === "auto" ? 1 : detail];
    } else if (name === "lang") {
      if (page.languages.includes(value)) state.language = value;
    } else if (name === "theme") {
      if (themes.includes(value)) state.theme = value as ThemeChoice;
    } else if (name === "map") state.map = value !== "0";
    else if (name === "find") state.query = value;
    else if (name === "at") view = viewIn(value);
    else if (name === "fold" && (value === "none" || value === "all"))
      folding = { base: value, turned: folding?.turned ?? new Set() };
    else if (name === "turn")
      folding = {
        base: folding?.base ?? startFolding.base,
        turned: new Set(raw.split(",").flatMap((label) => page.named(decoded(label)) ?? [])),
      };
  }
  if (folding !== undefined) state.folding = folding;
  return { state, view };
}

function viewIn(text: string): View | undefined {
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = text.split(",").map(Number);
  return Number.isFinite(x) && Number.isFinite(y) && zoom > 0 && zoom < 100 ? { x, y, zoom } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
