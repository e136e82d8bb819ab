/** What the parts of the page have in common. */

import type { Detail, Say } from "../../assurance/index.ts";
import type { Folds } from "../argument/folding.ts";
import type { PageCase } from "../argument/page-case.ts";
import type { Shown } from "../argument/shown.ts";
import type { Stage } from "../picture/stage.ts";
import type { State } from "./state.ts";
import type { Store } from "./store.ts";

export interface App {
  readonly page: PageCase;
  readonly folds: Folds;
  readonly store: Store<State>;
  readonly stage: Stage;
  readonly shown: () => Shown;
  /** The same in another detail. */
  readonly shownAt: (level: Detail) => Shown;
  /** In the language that is chosen now. */
  readonly say: Say;
  /** Says to whoever does not see it what has happened; in English, and said in the chosen language. */
  readonly announce: (text: string) => void;
  /** The nodes that the query finds, in the order of the file. */
  readonly found: () => readonly string[];
}
