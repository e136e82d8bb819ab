/** `notify`: each role is told once, also where the run is resumed (language 6). */

import type { FaultKind, Flow } from "../../records/index.ts";
import type { Telling } from "../asked-of-engine.ts";
import { createFault } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { pointAt } from "../point.ts";
import { processesOf } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import { frameOf, nextKey } from "./frame.ts";
import { standingOf } from "./standing.ts";
import { noteAnyway, recall } from "./write.ts";

interface Told {
  readonly role: string;
  readonly tellings: readonly Telling[];
}

/** Tells all roles at once. A role is told where one channel took it; what the others say is recorded. */
export async function tell(
  run: Run,
  flow: Flow,
  site: number,
  roles: readonly string[],
  message: string,
): Promise<void> {
  const own = flowOf(flow);
  flushOutputs(run, own);
  const key = nextKey(run, frameOf(own), own);
  if (recall(run, key).some((each) => each.do === "told")) return;
  const text = run.secrets.mask(message);
  const told = await tellAll(run, own, site, [...new Set(roles)], text);
  noteAnyway(run, { do: "told", key });
  for (const { role, tellings } of told) if (tellings.some(isTaken)) noteFailures(run, site, role, tellings);
  const untold = told.filter(({ tellings }) => !tellings.some(isTaken));
  if (untold.length === 0) return;
  const problems = untold.map(({ role, tellings }) => `${role}: ${whyUntold(run, tellings)}`).join("; ");
  const first = untold.flatMap(({ tellings }) => tellings)[0];
  throw createFault(run, site, {
    kind: kindOf(first),
    message: `not everybody was told: ${problems}`,
    values: [text],
    ...(first?.errno === undefined ? {} : { errno: first.errno }),
  });
}

async function tellAll(
  run: Run,
  flow: ScriptFlow,
  site: number,
  roles: readonly string[],
  text: string,
): Promise<readonly Told[]> {
  const stop = new AbortController();
  const standing = standingOf(run, flow, site);
  const work = Promise.all(
    roles.map(async (role): Promise<Told> => {
      record(run, site, "before", [
        ["role", role],
        ["message", text],
      ]);
      const tellings = (await run.options.notifyRole?.({ role, text, signal: stop.signal, ...standing })) ?? [];
      for (const { channel, elapsed, failure } of tellings)
        record(
          run,
          site,
          "after",
          [
            ["role", role],
            ["channel", channel],
            ["outcome", failure ?? "told"],
          ],
          elapsed,
        );
      return { role, tellings };
    }),
  );
  try {
    return await waitIn(processesOf(run), flow, work);
  } finally {
    // Where a signal or a limit ended the wait, nothing of it is left running.
    stop.abort();
    await work;
  }
}

function isTaken({ failure }: Telling): boolean {
  return failure === undefined;
}

function whyUntold(run: Run, tellings: readonly Telling[]): string {
  if (run.options.notifyRole === undefined) return "no addresses are known here";
  if (tellings.length === 0) return "the configuration has no address for it";
  return tellings.map(({ channel, failure }) => `${channel}: ${failure ?? ""}`).join(", ");
}

/** The role was told all the same: a monitor that reads the records must know what did not work. */
function noteFailures(run: Run, site: number, role: string, tellings: readonly Telling[]): void {
  for (const telling of tellings) {
    const { channel, failure, errno, elapsed } = telling;
    if (failure === undefined) continue;
    const message = `the message to ${role} by ${channel} failed: ${failure}`;
    run.options.tell?.(`${message}; another channel took it`);
    const fault = createFault(run, site, {
      kind: kindOf(telling),
      message,
      values: [],
      elapsed,
      ...(errno === undefined ? {} : { errno }),
    });
    settle(run, fault, true);
  }
}

function kindOf(telling: Telling | undefined): FaultKind {
  if (telling?.isLate === true) return "TimeoutFault";
  return telling?.channel.startsWith("command ") === true ? "CommandFault" : "NetworkFault";
}

/** A message that went out cannot be taken back: it is a change, announced and told of. */
function record(
  run: Run,
  site: number,
  phase: "before" | "after",
  values: readonly (readonly [string, string])[],
  elapsed?: number,
): void {
  run.options.emit({
    logPoint: "SystemChangePoint",
    ...pointAt(run, site),
    api: "notify",
    arguments: values,
    ...(elapsed === undefined ? {} : { elapsed }),
    phase,
  });
}
