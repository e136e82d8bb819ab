// All cases of the benchmark.
import type { FaultCase } from "../case.ts";
import { disk } from "./disk.ts";
import { names } from "./names.ts";

export const cases: readonly FaultCase[] = [...names, ...disk];
