/** The goals of the D-Case that a flow serves: what it starts says so in its records, and its faults do (language 10). */

import type { RuntimeApi } from "../../records/index.ts";
import { Fault } from "../faults/fault.ts";
import { flowOf } from "../flow.ts";

export function serving(): Pick<RuntimeApi, "enterGoal" | "leaveGoal" | "goalFailed"> {
  return {
    enterGoal(flow, goal) {
      const own = flowOf(flow);
      const outer = own.goal;
      own.goal = goal ?? outer;
      return outer;
    },
    leaveGoal(flow, outer) {
      flowOf(flow).goal = outer;
    },
    goalFailed(flow, thrown) {
      if (thrown instanceof Fault) thrown.goal ??= flowOf(flow).goal;
      return thrown;
    },
  };
}
