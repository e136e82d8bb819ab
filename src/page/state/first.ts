/** What is shown at first: as the page's address says, else as whoever wrote the page wants it, else as the reader's browser is. */

import { startFolding } from "../argument/folding.ts";
import type { PageCase } from "../argument/page-case.ts";
import type { PageData } from "../data.ts";
import { chosenLanguage } from "../words/languages.ts";
import type { State } from "./state.ts";

export function firstState({ start }: PageData, page: PageCase): State {
  const { detail = 1 } = start;
  return {
    chosen: undefined,
    focus: start.focus === undefined ? undefined : page.named(start.focus),
    panel: false,
    folding: startFolding,
    detail,
    level: detail === "auto" ? 1 : detail,
    language: chosenLanguage(start.language === undefined ? navigator.languages : [start.language], page.languages),
    theme: start.theme ?? "auto",
    query: "",
    map: true,
  };
}
