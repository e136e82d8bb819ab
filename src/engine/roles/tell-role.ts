/** Tells the people of a role what a script says to them, by all addresses that the configuration has for it. */

import { notifyDefaults, roleLetter } from "../../notices/index.ts";
import type { RoleMessage, Telling } from "../../runtime/index.ts";
import { scriptNameOf } from "../script-name.ts";
import { sendLetter } from "../send-letter.ts";
import { recordsIn } from "../state.ts";
import { hostName, userName } from "../surroundings.ts";
import type { RolesAround } from "./around.ts";

/** How it went; nothing where the configuration has no address. Never throws. */
export async function tellRole(around: RolesAround, message: RoleMessage): Promise<readonly Telling[]> {
  const { config, state, language, script } = around;
  const role = config.roles.get(message.role);
  if (role === undefined) return [];
  const letter = roleLetter({
    language,
    role: message.role,
    text: message.text,
    script: scriptNameOf(script),
    host: hostName(),
    user: userName(),
    time: Date.now(),
    runId: state.runId,
    ...recordsIn(state),
    ...(message.plan === undefined ? {} : { plan: message.plan }),
    place: { ...message.place, file: scriptNameOf(message.place.file) },
    sample: false,
  });
  const outcomes = await sendLetter(role.addresses, letter, { within: notifyDefaults.within, stop: message.signal });
  // Records alone are enough where nothing else was asked for: beside another address they take no message for it.
  const isLogged = role.log && (outcomes.length === 0 || outcomes.some(({ failure }) => failure === undefined));
  return isLogged ? [...outcomes, { channel: "log", elapsed: 0 }] : outcomes;
}
