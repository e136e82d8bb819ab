/** Tells the people of a role what a script says to them, by all addresses that the configuration has for it. */

import {
  type ChannelOutcome,
  type Letter,
  notifyDefaults,
  type RoleSettings,
  roleLetter,
  tell,
} from "../../notices/index.ts";
import { type RoleMessage, runHelper, type Telling } from "../../runtime/index.ts";
import { rawEnvironment } from "../raw-arguments.ts";
import { scriptNameOf } from "../script-name.ts";
import { hostName, userName } from "../surroundings.ts";
import type { RolesAround } from "./around.ts";

/** How it went; nothing where the configuration has no address. Never throws. */
export async function tellRole(around: RolesAround, message: RoleMessage): Promise<readonly Telling[]> {
  const { config, state, language, script } = around;
  const role = config.roles.get(message.role);
  if (role === undefined) return [];
  const records = state.recordsPath();
  const letter = roleLetter({
    language,
    role: message.role,
    text: message.text,
    script: scriptNameOf(script),
    host: hostName(),
    user: userName(),
    time: Date.now(),
    runId: state.runId,
    ...(records === undefined ? {} : { records }),
    ...(message.plan === undefined ? {} : { plan: message.plan }),
    place: { ...message.place, file: scriptNameOf(message.place.file) },
    sample: false,
  });
  const outcomes = await sendToRole(role, letter, message.signal);
  // Records alone are enough where nothing else was asked for: beside another address they take no message for it.
  const isLogged = role.log && (outcomes.length === 0 || outcomes.some(({ failure }) => failure === undefined));
  return isLogged ? [...outcomes, { channel: "log", elapsed: 0 }] : outcomes;
}

let helpers = 0;

/** Sends a letter to all addresses of a role, at once. Never throws. */
export async function sendToRole(
  { addresses }: RoleSettings,
  letter: Letter,
  stop: AbortSignal,
): Promise<readonly ChannelOutcome[]> {
  // What a library throws beside its promise must not end the run: its channel is then late.
  const bear = (): void => {};
  process.on("uncaughtException", bear);
  try {
    return await tell(addresses, letter, {
      environment: rawEnvironment(process.env),
      within: notifyDefaults.within,
      stop,
      runCommand: (command) => {
        helpers += 1;
        return runHelper({ ...command, id: `${letter.runId}-notify-${helpers}` });
      },
    });
  } finally {
    process.off("uncaughtException", bear);
  }
}
