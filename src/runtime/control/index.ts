/** Numbers, containers, texts, time, control and surroundings, as compiled code calls them. */

import type { RuntimeApi } from "../../records/index.ts";
import { compareTexts } from "../files/bytes.ts";
import { flowOf } from "../flow.ts";
import { loadedRare } from "../library/load.ts";
import type { Run } from "../run.ts";
import { arithmetic } from "./arithmetic.ts";
import { breathing } from "./breathing.ts";
import { containers } from "./containers.ts";
import { dependable } from "./dependable.ts";
import { serving } from "./goals.ts";
import { locking } from "./lock.ts";
import { objects } from "./objects.ts";
import { retrying } from "./retry.ts";
import { surroundings } from "./surroundings.ts";
import { show, showDuration, showFloat, showSize } from "./texts.ts";

export type ControlApi = ReturnType<typeof arithmetic> &
  ReturnType<typeof containers> &
  ReturnType<typeof objects> &
  Pick<RuntimeApi, "showFloat" | "showDuration" | "showSize" | "show" | "compareTexts" | "regexTest"> &
  ReturnType<typeof breathing> &
  ReturnType<typeof retrying> &
  ReturnType<typeof locking> &
  ReturnType<typeof dependable> &
  ReturnType<typeof serving> &
  ReturnType<typeof surroundings>;

/** The part of the runtime that starts no process. */
export function controlApi(run: Run): ControlApi {
  return {
    ...arithmetic(run),
    ...containers(run),
    ...objects(run),
    showFloat,
    showDuration,
    showSize,
    show,
    compareTexts,
    regexTest(flow, text, regex, site) {
      // A pattern with a sticky or global flag would go on where its last match ended.
      regex.lastIndex = 0;
      // A program that searches has had it loaded.
      const test = (): boolean => regex.test(text);
      return loadedRare()?.withinBounds(run, flowOf(flow), site, regex, text, test) ?? test();
    },
    ...breathing(run),
    ...retrying(run),
    ...locking(run),
    ...dependable(run),
    ...serving(),
    ...surroundings(run),
  };
}
