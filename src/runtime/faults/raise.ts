/** How a fault comes to be: from a site, what the call was given, and what went wrong. */

import type { Diagnosis, FaultArgument, FaultKind, FaultPlace, Site, Symptom } from "../../records/index.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { withoutUnused } from "./default-values.ts";
import { Fault } from "./fault.ts";
import { showArgument } from "./show-argument.ts";
import { withContext } from "./stated.ts";

/** What a caller knows of a failure; `values` are the call's arguments in the order of its site's. */
export interface Failure {
  readonly kind: FaultKind;
  readonly message: string;
  readonly api?: string;
  readonly values?: readonly unknown[];
  readonly arguments?: readonly FaultArgument[];
  readonly about?: string;
  readonly errno?: string;
  readonly status?: number;
  readonly answer?: number;
  readonly trouble?: NonNullable<Symptom["trouble"]>;
  readonly signal?: string;
  readonly stderr?: string;
  readonly notStarted?: boolean;
  readonly stated?: NonNullable<Symptom["stated"]>;
  readonly risky?: boolean;
  readonly waiting?: NonNullable<Symptom["waiting"]>;
  readonly elapsed?: number;
  readonly stage?: number;
  readonly calls?: Symptom["calls"] & {};
  /** The flow's working directory, for relative names among the arguments. */
  readonly cwd?: string;
  readonly redirects?: Symptom["redirects"] & {};
  readonly input?: Symptom["input"] & {};
  readonly variables?: Symptom["variables"] & {};
  readonly given?: Symptom["given"] & {};
  readonly compared?: Symptom["compared"] & {};
  readonly difference?: Symptom["difference"] & {};
}

/** The site with this index; sites are made by the compiler, so that a missing one is a bug of ours. */
export function siteAt(run: Run, site: number): Site {
  const found = run.options.program.sites[site];
  if (found === undefined) throw new Error(`no site ${site}`);
  return found;
}

/** Makes the fault of a failure at a site. */
export function createFault(run: Run, site: number, failure: Failure): Fault {
  const { kind, message, api, values, elapsed, stage, ...rest } = failure;
  const where = siteAt(run, site);
  const symptom: Symptom = {
    kind,
    message,
    api: api ?? where.api,
    elapsed: elapsed ?? 0,
    ...(where.asked === undefined ? {} : { asked: where.asked }),
    ...rest,
    arguments: (failure.arguments ?? argumentsOf(run, where, values ?? [])).map((each) =>
      withContext(run, withoutUnused(run, each)),
    ),
  };
  const place = { file: where.file, line: where.stages?.[stage ?? 0]?.line ?? where.line };
  // The goal is known once the fault has left what serves it: ahead of its diagnosis.
  const diagnose = (): Diagnosis =>
    inNamespace(run, () => run.options.diagnose(symptom, { ...place, ...goalOf(fault) }));
  const fault: Fault = new Fault(diagnose, site, symptom, stage);
  run.underWay.add(fault);
  return fault;
}

function goalOf({ goal }: Fault): Pick<FaultPlace, "goal"> {
  if (goal?.uid === undefined || goal.label === undefined) return {};
  return { goal: { uid: goal.uid, label: goal.label } };
}

/** The arguments of a call as a trace shows them: values beside the names, types and origins of its site. */
function argumentsOf(run: Run, site: Site, values: readonly unknown[]): readonly FaultArgument[] {
  return values.map((value, index) => {
    const known = site.arguments[index];
    return showArgument(known, index, value, run.secrets.mask);
  });
}

/** The fault of a group, capture or job that ended with `exit` and another status than 0. */
export function exitFault(run: Run, site: number, api: string, status: number): Fault {
  return createFault(run, site, { kind: "CommandFault", message: `${api} ended with status ${status}`, api, status });
}
