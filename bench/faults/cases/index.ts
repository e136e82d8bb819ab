// All cases of the benchmark.
import type { FaultCase } from "../case.ts";
import { practice } from "../practice/index.ts";
import { archives, formats } from "./data.ts";
import { disk } from "./disk.ts";
import { copies, databases, probes, repositories, shells } from "./hosts.ts";
import { language } from "./language.ts";
import { locales } from "./locales.ts";
import { names } from "./names.ts";
import { ends, programs } from "./programs.ts";
import { quiet, within } from "./quiet.ts";
import { rights } from "./rights.ts";
import { services, state } from "./services.ts";
import { time } from "./time.ts";
import { usage } from "./usage.ts";
import { certificates, statuses, way } from "./web.ts";

/** Those that the diagnosis is judged by. */
const judged: readonly FaultCase[] = [
  ...names,
  ...disk,
  ...rights,
  ...statuses,
  ...way,
  ...certificates,
  ...shells,
  ...copies,
  ...repositories,
  ...databases,
  ...probes,
  ...programs,
  ...ends,
  ...archives,
  ...formats,
  ...usage,
  ...language,
  ...services,
  ...state,
  ...time,
  ...locales,
  ...quiet,
  ...within,
];

export const cases: readonly FaultCase[] = [...judged, ...practice];
