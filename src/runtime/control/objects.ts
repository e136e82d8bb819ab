/** Objects of a script's classes, and casts (language 5). */

import type { RuntimeApi } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { ScriptObject } from "../script-object.ts";

type Objects = Pick<RuntimeApi, "ScriptObject" | "castObject" | "castInt" | "enterRisk" | "leaveRisk">;

export function objects(run: Run): Objects {
  return {
    ScriptObject,
    castObject(value, type, name, site) {
      if (value instanceof type) return value;
      // Only objects are cast to classes: the checker has seen to that.
      const found = value instanceof ScriptObject ? value.$class : "null";
      throw createFault(run, site, {
        kind: "CastFault",
        message: `this object is of class ${found}, not of class ${name}`,
        values: [value],
      });
    },
    enterRisk(flow) {
      flowOf(flow).risks += 1;
    },
    leaveRisk(flow) {
      flowOf(flow).risks -= 1;
    },
    castInt(value, site) {
      const whole = Math.trunc(value) + 0;
      if (whole >= -9007199254740991 && whole <= 9007199254740991) return whole;
      const message = Number.isNaN(value)
        ? "what is no number cannot become an int"
        : `${value} leaves the range of int, -9007199254740991 to 9007199254740991`;
      throw createFault(run, site, { kind: "OverflowFault", message, values: [value] });
    },
  };
}
