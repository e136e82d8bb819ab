/** What the fault of a failing stage shows of it: its words, its redirections, its failed system calls, secrets hidden. */

import type { FailedCall, FaultArgument, Site, StageRun } from "../../records/index.ts";
import { showArgument } from "../faults/show-argument.ts";
import type { Run } from "../run.ts";
import { argumentsOfStage, maskSecrets, shownArguments } from "./describe.ts";
import type { Outcome } from "./outcome.ts";

/** A path may hold a secret, as every word of a command may. */
export function maskedCalls(
  run: Run,
  where: Site,
  stages: readonly StageRun[],
  calls: readonly FailedCall[],
): readonly FailedCall[] {
  return calls.map((call) =>
    call.subject === undefined ? call : { ...call, subject: maskSecrets(run, where, stages, call.subject) },
  );
}

export function faultArguments(
  run: Run,
  site: Site,
  index: number,
  stage: StageRun,
  outcome: Outcome,
): readonly FaultArgument[] {
  const { mask } = run.secrets;
  const redirect = outcome.trouble?.redirect;
  if (redirect === undefined) {
    const notStarted = outcome.trouble?.notStarted === true;
    return shownArguments(site, index, argumentsOfStage(stage), mask, notStarted);
  }
  const word = site.stages?.[index]?.redirects?.[redirect.index];
  const known = {
    name: "path",
    type: { kind: "String" } as const,
    origins: word?.origins ?? 0,
    ...(word?.secret === true ? { secret: true } : {}),
  };
  return [showArgument(known, 0, redirect.path, mask)];
}

/** The files that a stage was redirected to or from: a full disk shows in the command's status alone. */
export function redirectArguments(run: Run, site: Site, index: number, stage: StageRun): readonly FaultArgument[] {
  const words = site.stages?.[index]?.redirects ?? [];
  return (stage.redirects ?? []).flatMap(({ op, target }, at) => {
    if (typeof target !== "string" || op === "text") return [];
    const { origins = 0, secret, holds } = words[at] ?? {};
    const base = { name: op, type: { kind: "String" } as const, origins, ...(holds === undefined ? {} : { holds }) };
    const known = secret === true ? { ...base, secret } : base;
    return [showArgument(known, 0, target, run.secrets.mask)];
  });
}

/** What the script has set for a stage alone, `NAME=value`: it may stand in what the command says. */
export function variableArguments(run: Run, site: Site, index: number, stage: StageRun): readonly FaultArgument[] {
  const words = site.stages?.[index]?.variables ?? [];
  return (stage.env ?? []).map(([name, value], at) => {
    const { origins = 0, secret } = words[at] ?? {};
    const known = { name, type: { kind: "String" } as const, origins, ...(secret === true ? { secret } : {}) };
    return showArgument(known, 0, value, run.secrets.mask);
  });
}

/** What was given to the script on its own command line, without secrets. */
export function givenWords({ options, secrets }: Run): readonly string[] {
  const given = [...options.arguments, ...[...options.parameters.values()].map(String)];
  return given.filter((each) => secrets.mask(each) === each);
}
