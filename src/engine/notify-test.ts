/** A trial of every channel that `on_fault` names: a sample is sent, and each channel says how it went. */

import type { Language } from "../diagnostics/index.ts";
import { type ChannelOutcome, letterOf, type Notice, nameOfChannel, nothingHeld, tell } from "../notices/index.ts";
import { runHelper } from "../runtime/index.ts";
import { configFolder, loadConfig } from "./config.ts";
import { defaultConfig, type Present, showMistakes } from "./config-shape.ts";
import { takeInherited } from "./inherited.ts";
import { rawEnvironment } from "./raw-arguments.ts";
import { createRunState } from "./state.ts";
import { hostName, userName } from "./surroundings.ts";
import { absolutePath, workingDirectory } from "./working-directory.ts";

export interface NotifyTrial {
  /** The configuration's file; undefined where there is none. */
  readonly config: string | undefined;
  readonly warnings: readonly string[];
  /** Why nothing was sent: the mistakes of the configuration. */
  readonly mistakes?: string;
  readonly outcomes: readonly ChannelOutcome[];
}

/** Sends the sample through the channels of the configuration that counts for a script, or for the working directory. Throttles and filters do not apply. */
export async function tryNotify(
  script: string | undefined,
  present: Present,
  started: (channel: string) => void,
): Promise<NotifyTrial> {
  const found = await loadConfig(configFolder(script, workingDirectory()));
  const { warnings } = found;
  const language = await present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return { config: undefined, warnings, mistakes: showMistakes(found.mistakes), outcomes: [] };
  const { path: config, onFault } = found.config;
  if (onFault === undefined) return { config, warnings, outcomes: [] };
  const { runId } = createRunState();
  takeInherited();
  for (const channel of onFault.channels) started(nameOfChannel(channel));
  const outcomes = await tell(onFault.channels, letterOf(sampleOf(script, runId, language), nothingHeld), {
    environment: rawEnvironment(process.env),
    within: onFault.within,
    stop: new AbortController().signal,
    runCommand: (command) => runHelper({ ...command, id: `${runId}-notify` }),
  });
  return { config, warnings, outcomes };
}

function sampleOf(script: string | undefined, runId: string, language: Language): Notice {
  return {
    language,
    script: script === undefined ? inFolder(workingDirectory()) : absolutePath(script),
    host: hostName(),
    user: userName(),
    time: Date.now(),
    runId,
    exitCode: 71,
    kind: "CommandFault",
    message: "this is a sample of what a fault looks like: nothing has failed",
    classes: [
      { class: "SystemFault", p: 0.84, reason: "a sample of a reason" },
      { class: "UserFault", p: 0.16, reason: "" },
    ],
    advice: "nothing: whoever reads this is reached",
    shown: "",
    others: 0,
    sample: true,
  };
}

/** A script's name where there is none. */
function inFolder(folder: string): string {
  return `${folder === "/" ? "" : folder}/sample.dscript`;
}
