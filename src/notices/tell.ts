/** Sends a letter to its addresses: to all at once, each within its limit and with its outcome. */

import type { Letter } from "./letter.ts";
import { sendMail } from "./mail.ts";
import { ChannelTrouble } from "./secret.ts";
import type { Address, CommandSettings } from "./settings.ts";
import { placeOfWebhook, sendWebhook } from "./webhook.ts";

/** What a command is started with; the outcome is undefined where it ended well, else a sentence. */
export interface CommandRequest {
  readonly argv: readonly string[];
  readonly directory: string;
  /** What it reads on standard input. */
  readonly input: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly milliseconds: number;
  readonly stop: AbortSignal;
}

export interface Surroundings {
  readonly environment: ReadonlyMap<string, string>;
  /** Milliseconds that a channel may take that has no limit of its own. */
  readonly within: number;
  /** Gives up at once. */
  readonly stop: AbortSignal;
  readonly runCommand: (request: CommandRequest) => Promise<string | undefined>;
}

export interface ChannelOutcome {
  /** "mail to ops@example.com": no secret. */
  readonly channel: string;
  readonly kind: Address["kind"];
  /** Milliseconds. */
  readonly elapsed: number;
  /** Why nobody was told; absent where it went well. */
  readonly failure?: string;
  /** The name of the error number, where one is known. */
  readonly errno?: string;
  /** The limit ran out. */
  readonly isLate?: boolean;
}

/** Tells all of them at once; never throws. */
export async function tell(
  channels: readonly (Address & { readonly within?: number })[],
  letter: Letter,
  surroundings: Surroundings,
): Promise<readonly ChannelOutcome[]> {
  // What a library throws beside its promise must not end the process: its channel is then late.
  const bear = (): void => {};
  process.on("uncaughtException", bear);
  try {
    return await Promise.all(
      channels.map((channel) =>
        tellOne(channel, letter, { ...surroundings, within: channel.within ?? surroundings.within }),
      ),
    );
  } finally {
    process.off("uncaughtException", bear);
  }
}

/** How a channel is named: where its message goes, without what may be secret. */
export function nameOfChannel(channel: Address): string {
  switch (channel.kind) {
    case "mail":
      return `mail to ${channel.mail.to.join(", ")} through ${channel.mail.host}:${channel.mail.port}`;
    case "webhook":
      return `webhook at ${placeOfWebhook(channel.webhook)}`;
    case "command":
      return `command ${channel.command.argv[0] ?? ""}`;
  }
}

async function tellOne(channel: Address, letter: Letter, around: Surroundings): Promise<ChannelOutcome> {
  const started = performance.now();
  const outcome = (more: Pick<ChannelOutcome, "failure" | "errno" | "isLate">): ChannelOutcome => ({
    channel: nameOfChannel(channel),
    kind: channel.kind,
    elapsed: performance.now() - started,
    ...more,
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(around.within)), around.within);
    around.stop.addEventListener("abort", () => reject(new ChannelTrouble("a signal ended the attempt")), {
      once: true,
    });
  });
  // It may strike when nobody waits for it any more.
  limit.catch(() => {});
  try {
    const sending = send(channel, letter, around);
    // A command keeps the limit itself, so that nothing of it is left.
    await (channel.kind === "command" ? sending : Promise.race([sending, limit]));
    return outcome({});
  } catch (thrown) {
    const { message, code } = thrown as NodeJS.ErrnoException;
    const errno = thrown instanceof ChannelTrouble ? thrown.errno : code;
    return outcome({
      failure: oneLine(message === "" ? (code ?? "it failed") : message),
      ...(errno === undefined ? {} : { errno }),
      ...(thrown instanceof Late ? { isLate: true } : {}),
    });
  } finally {
    clearTimeout(timer);
  }
}

async function send(channel: Address, letter: Letter, around: Surroundings): Promise<void> {
  switch (channel.kind) {
    case "mail":
      return sendMail(channel.mail, letter, around.environment, around.within);
    case "webhook":
      return sendWebhook(channel.webhook, letter, around.environment, around.within);
    case "command":
      return runCommand(channel.command, letter, around);
  }
}

async function runCommand(settings: CommandSettings, letter: Letter, around: Surroundings): Promise<void> {
  const failure = await around.runCommand({
    argv: settings.argv,
    directory: settings.directory,
    input: `${letter.subject}\n\n${letter.text}`,
    environment: new Map([...around.environment, ...letter.variables]),
    milliseconds: around.within,
    stop: around.stop,
  });
  if (failure !== undefined) throw new ChannelTrouble(failure);
}

class Late extends ChannelTrouble {
  constructor(milliseconds: number) {
    super(`it was not done within ${milliseconds / 1000} s`, "ETIMEDOUT");
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 500);
}
