/** At the end of a run that a fault or a signal ended: tells whoever `on_fault` names, and says and records what failed of that. */

import { dirname } from "node:path";
import { type Language, plainStyle, renderFault } from "../diagnostics/index.ts";
import {
  type ChannelOutcome,
  channelsFor,
  claim,
  keyOf,
  letterOf,
  type Notice,
  type NotifySettings,
} from "../notices/index.ts";
import { diagnosisFields, type FaultKind, type RecordBody, type Symptom } from "../records/index.ts";
import { type RunOptions, tryLockFile } from "../runtime/index.ts";
import type { Outcome } from "./run-script.ts";
import { scriptNameOf } from "./script-name.ts";
import { sendLetter } from "./send-letter.ts";
import { type RunState, recordsIn } from "./state.ts";
import { hostName, userName } from "./surroundings.ts";
import type { Unhandled } from "./unhandled.ts";

export interface NotifyRequest {
  readonly settings: NotifySettings;
  readonly language: Language;
  readonly outcome: Outcome;
  readonly options: RunOptions;
  readonly unhandled: Unhandled;
  readonly state: RunState;
  readonly say: (text: string) => void;
}

/** Tells it. Never throws, never changes the run's outcome, and takes no longer than the settings allow. */
export async function notify(request: NotifyRequest): Promise<void> {
  const { settings, options, say } = request;
  const notice = noticeOf(request);
  const channels = channelsFor(settings.channels, notice);
  if (channels.length === 0) return;
  const { every, perHour, within } = settings;
  const now = Date.now();
  const claimed = await claim({
    folder: sharedFolder(request.state),
    key: keyOf(notice),
    every,
    perHour,
    now,
    tryLock: tryLockFile,
  });
  if (claimed.warning !== undefined) say(`dscript: notifications: ${claimed.warning}\n`);
  if (!claimed.tell) return;
  const stop = new AbortController();
  const unwatch = watch(options.ignoredSignals, () => stop.abort());
  try {
    const { environment } = options;
    const letter = letterOf(notice, claimed.held);
    const outcomes = await sendLetter(channels, letter, { within, stop: stop.signal, environment });
    for (const outcome of outcomes) if (outcome.failure !== undefined) complain(request, notice, outcome);
    if (outcomes.every((outcome) => outcome.failure !== undefined)) await claimed.undo();
  } finally {
    unwatch();
  }
}

function noticeOf({ outcome, options, unhandled, state, language }: NotifyRequest): Notice {
  const [fault] = outcome.faults;
  const { view, place } = (fault === undefined ? undefined : unhandled.find(fault)) ?? {};
  const base = {
    language,
    script: scriptNameOf(options.paths[0] ?? ""),
    host: hostName(),
    user: userName(),
    runId: options.runId,
    ...recordsIn(state),
    exitCode: outcome.code,
    others: unhandled.count() - (view === undefined ? 0 : 1),
    sample: false,
  };
  if (fault === undefined || view === undefined)
    return {
      ...base,
      time: Date.now(),
      kind: "Interruption",
      message: `${outcome.signal ?? "a signal"} ended the run; its finally and defer ran`,
      classes: [],
      advice: "",
      shown: "",
    };
  return {
    ...base,
    time: fault.time,
    kind: view.kind,
    message: view.message,
    classes: view.ranked
      .filter((share) => view.plausible.includes(share.class))
      .map(({ class: name, p, reason = "" }) => ({ class: name, p, reason })),
    advice: view.advice,
    ...(place === undefined ? {} : { place: { ...place, file: scriptNameOf(place.file) } }),
    shown: renderFault(view, plainStyle, language),
  };
}

/** Nobody was told on this way: a monitor that reads the records must know. */
function complain({ options, say }: NotifyRequest, notice: Notice, outcome: ChannelOutcome): void {
  const message = `the notification by ${outcome.channel} failed: ${outcome.failure ?? ""}`;
  say(`dscript: ${message}; the run's outcome stays as it is\n`);
  const symptom: Symptom = {
    kind: kindOf(outcome),
    message,
    api: `notify ${outcome.kind}`,
    arguments: [],
    ...(outcome.errno === undefined ? {} : { errno: outcome.errno }),
    elapsed: outcome.elapsed,
  };
  const diagnosis = options.diagnose(symptom);
  const body: RecordBody = {
    logPoint: "ErrorPoint",
    ...diagnosisFields(diagnosis),
    scriptName: options.program.files[0]?.name ?? "",
    scriptLine: notice.place?.line ?? 0,
    api: symptom.api,
    arguments: [["channel", outcome.channel]],
    elapsed: outcome.elapsed,
    ...(outcome.errno === undefined ? {} : { errno: outcome.errno }),
    message,
    kind: symptom.kind,
    handled: false,
    time: Date.now(),
  };
  options.emit(body);
}

function kindOf({ kind, isLate }: ChannelOutcome): FaultKind {
  if (isLate === true) return "TimeoutFault";
  return kind === "command" ? "CommandFault" : "NetworkFault";
}

/** The state folder that all runs share; undefined where none can be written. */
function sharedFolder(state: RunState): string | undefined {
  const folder = state.folder();
  // The run's own is runs/RUNID in it.
  return folder === undefined ? undefined : dirname(dirname(folder));
}

/** A further signal means: leave now. */
function watch(ignored: ReadonlySet<string>, stop: () => void): () => void {
  const names = (["SIGINT", "SIGTERM", "SIGHUP"] as const).filter((name) => !ignored.has(name));
  for (const name of names) process.on(name, stop);
  return () => {
    for (const name of names) process.off(name, stop);
  };
}
