/** Tasks, plans, notifications and approvals: what does the work is loaded with the first that runs. */

import { isWithinSchedule, type RuntimeApi, readSchedule } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import { noteSchedule } from "./schedules.ts";

type Dependable = Pick<
  RuntimeApi,
  | "task"
  | "plan"
  | "settlePlan"
  | "acceptPlan"
  | "parallel"
  | "argue"
  | "atomic"
  | "notify"
  | "approve"
  | "context"
  | "capped"
  | "watch"
>;

export function dependable(run: Run): Dependable {
  const load = () => import("../tasks/index.ts");
  return {
    task: async (flow, site, name, parts) => (await load()).runTask(run, flow, site, name, parts),
    plan: async (flow, site, name, parts) => (await load()).runPlan(run, flow, site, name, parts),
    settlePlan: async (_flow, site, outcome) => (await load()).settlePlan(run, site, outcome),
    acceptPlan: async (_flow, outcome) => (await load()).acceptPlan(run, outcome),
    parallel: async (flow, site, branches) => (await load()).runParallel(run, flow, site, branches),
    argue: async (flow, site, goal, strategies) => (await load()).runArgue(run, flow, site, goal, strategies),
    async atomic(flow, site, paths, body, confirm) {
      const { runAtomic } = await import("../tasks/atomic.ts");
      await runAtomic(run, flow, site, { paths, body, confirm });
    },
    notify: async (flow, site, roles, message) => (await load()).tell(run, flow, site, roles, message),
    approve: async (flow, site, role, question, timeout) =>
      (await load()).askApproval(run, flow, site, { role, question, timeout }),
    context(_flow, site, name, schedule) {
      if (schedule === null) return;
      const windows = readSchedule(schedule);
      if (run.options.watching !== undefined && typeof windows !== "string")
        return noteSchedule(run, { name, schedule, windows });
      // The checker has read it.
      if (typeof windows === "string" || isWithinSchedule(windows, new Date(run.clock.now()))) return;
      const message = `this is outside of ${JSON.stringify(name)}: its schedule is ${schedule}`;
      throw createFault(run, site, { kind: "ContextFault", message, values: [name, schedule] });
    },
    async watch(flow, monitors, whens) {
      const { watching } = run.options;
      if (watching === undefined) return;
      const { watchOver } = await import("../watching/index.ts");
      await watchOver(run, flow, watching, { monitors, whens });
    },
    capped(site, values, most) {
      const count = sizeOf(values);
      if (count <= most) return values;
      const message = `the loop would reach ${count} targets, and may reach ${most} at most`;
      throw createFault(run, site, { kind: "ArgumentFault", message, values: [most] });
    },
  };
}

function sizeOf(values: unknown): number {
  if (values instanceof Map) return values.size;
  return Array.isArray(values) ? values.length : 0;
}
