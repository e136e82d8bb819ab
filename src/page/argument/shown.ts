/** What is shown now, laid out: kept for a while, so that going back costs nothing. */

import {
  type CaseLayout,
  choiceParts,
  type Detail,
  type LayoutOptions,
  layoutOf,
  type Say,
} from "../../assurance/index.ts";
import type { Part } from "../../charts/index.ts";
import type { Area } from "../camera/camera.ts";
import { sayIn } from "../words/say.ts";
import type { Folding, Folds } from "./folding.ts";
import type { PageCase } from "./page-case.ts";
import { type Walk, walkOf } from "./walk.ts";

export interface Shown {
  readonly layout: CaseLayout;
  readonly walk: Walk;
  readonly options: LayoutOptions;
  readonly whole: Area;
  /** Signs of choices, from the layout's left upper corner. */
  readonly signs: readonly Part[];
}

export interface Choice {
  readonly folding: Folding;
  readonly focus: string | undefined;
  readonly level: Detail;
  readonly language: string;
}

/** Layouts that are kept. */
const mostKept = 6;

export function createShowing(page: PageCase, folds: Folds): (choice: Choice) => Shown {
  const kept: { readonly choice: Choice; readonly shown: Shown }[] = [];
  return (choice) => {
    const at = kept.findIndex(
      ({ choice: { folding, focus, level, language } }) =>
        folding === choice.folding && focus === choice.focus && level === choice.level && language === choice.language,
    );
    const found = kept[at] ?? { choice, shown: laidOut(page, folds, choice) };
    if (at !== -1) kept.splice(at, 1);
    kept.unshift(found);
    kept.splice(mostKept);
    return found.shown;
  };
}

function laidOut(page: PageCase, folds: Folds, { folding, focus, level, language }: Choice): Shown {
  const say: Say = sayIn(language);
  const options: LayoutOptions = {
    folded: folds.of(folding),
    detail: level,
    say,
    textOf: (node) => page.textOf(node, language),
    statuses: page.statusesIn(language),
    ...(focus === undefined ? {} : { focus }),
  };
  const layout = layoutOf(page.case, options);
  let walk: Walk | undefined;
  return {
    layout,
    options,
    whole: { left: 0, top: 0, width: layout.width, height: layout.height },
    signs: choiceParts(layout, 0, 0),
    get walk() {
      walk ??= walkOf(page.graph, options, (uid) => layout.byUid.get(uid)?.left ?? 0);
      return walk;
    },
  };
}
