/** A trial of every channel that `on_fault` names, or that a role has: a sample is sent, and each channel says how it went. */

import type { Language } from "../diagnostics/index.ts";
import { showMistakes } from "../diagnostics/index.ts";
import {
  type ChannelOutcome,
  type Letter,
  letterOf,
  type Notice,
  nameOfChannel,
  nothingHeld,
  notifyDefaults,
  roleLetter,
} from "../notices/index.ts";
import { configFolder, loadConfig } from "./config.ts";
import { defaultConfig, type Present } from "./config-shape.ts";
import { takeInherited } from "./inherited.ts";
import { sendLetter } from "./send-letter.ts";
import { createRunState } from "./state.ts";
import { hostName, userName } from "./surroundings.ts";
import { absolutePath, workingDirectory } from "./working-directory.ts";

export interface NotifyTrial {
  /** The configuration's file; undefined where there is none. */
  readonly config: string | undefined;
  readonly warnings: readonly string[];
  /** Why nothing was sent: the mistakes of the configuration. */
  readonly mistakes?: string;
  readonly outcomes: readonly Trial[];
  /** Of a role that is asked for and has no address: those that have one. */
  readonly known?: readonly string[];
}

type Trial = Pick<ChannelOutcome, "channel" | "elapsed" | "failure">;

export interface NotifyTrialRequest {
  /** The script whose configuration counts; undefined for that of the working directory. */
  readonly script: string | undefined;
  /** The role whose addresses are tried; undefined for the channels of `on_fault`. */
  readonly role: string | undefined;
  readonly present: Present;
  /** Told of each channel ahead of its trial. */
  readonly started: (channel: string) => void;
}

/** Sends the sample through the channels of the configuration. Throttles and filters do not apply. */
export async function tryNotify({ script, role, present, started }: NotifyTrialRequest): Promise<NotifyTrial> {
  const found = await loadConfig(configFolder(script, workingDirectory()));
  const { warnings } = found;
  const language = await present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return { config: undefined, warnings, mistakes: showMistakes(found.mistakes), outcomes: [] };
  const { path: config, onFault, roles } = found.config;
  takeInherited();
  const source = sourceOf(script, language);
  if (role === undefined) {
    if (onFault === undefined) return { config, warnings, outcomes: [] };
    const { channels, within } = onFault;
    return { config, warnings, outcomes: await send(channels, sampleFault(source), within) };
  }
  const settings = roles.get(role);
  if (settings === undefined) return { config, warnings, outcomes: [], known: [...roles.keys()] };
  const outcomes = await send(settings.addresses, sampleMessage(source, role), notifyDefaults.within);
  return { config, warnings, outcomes: settings.log ? [...outcomes, { channel: "log", elapsed: 0 }] : outcomes };

  function send(
    addresses: Parameters<typeof sendLetter>[0],
    letter: Letter,
    within: number,
  ): Promise<readonly ChannelOutcome[]> {
    for (const address of addresses) started(nameOfChannel(address));
    return sendLetter(addresses, letter, { within, stop: new AbortController().signal });
  }
}

type Source = Pick<Notice, "language" | "script" | "host" | "user" | "time" | "runId" | "sample">;

function sourceOf(script: string | undefined, language: Language): Source {
  return {
    language,
    script: script === undefined ? inFolder(workingDirectory()) : absolutePath(script),
    host: hostName(),
    user: userName(),
    time: Date.now(),
    runId: createRunState().runId,
    sample: true,
  };
}

function sampleMessage(source: Source, role: string): Letter {
  const says = `this is a sample: \`dscript notify test --role ${role}\` sent it, and nothing has happened`;
  return roleLetter({ ...source, role, text: source.language.text(says) });
}

function sampleFault(source: Source): Letter {
  const notice: Notice = {
    ...source,
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
  };
  return letterOf(notice, nothingHeld);
}

/** A script's name where there is none. */
function inFolder(folder: string): string {
  return `${folder === "/" ? "" : folder}/sample.dscript`;
}
