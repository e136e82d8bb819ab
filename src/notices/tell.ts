/** Tells a notice through the channels that are for it: all at once, within one limit, each with its outcome. */

import { variablesOf } from "./fields.ts";
import { sendMail } from "./mail.ts";
import { subjectOf, textOf } from "./message.ts";
import type { Held, Notice } from "./notice.ts";
import { ChannelTrouble } from "./secret.ts";
import type { Channel, CommandSettings } from "./settings.ts";
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
  /** Milliseconds that all channels together may take. */
  readonly within: number;
  /** Gives up at once. */
  readonly stop: AbortSignal;
  readonly runCommand: (request: CommandRequest) => Promise<string | undefined>;
}

export interface ChannelOutcome {
  /** "mail to ops@example.com": no secret. */
  readonly channel: string;
  readonly kind: Channel["kind"];
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
export function tell(
  channels: readonly Channel[],
  notice: Notice,
  held: Held,
  surroundings: Surroundings,
): Promise<readonly ChannelOutcome[]> {
  return Promise.all(channels.map((channel) => tellOne(channel, notice, held, surroundings)));
}

/** How a channel is named: where its message goes, without what may be secret. */
export function nameOfChannel(channel: Channel): string {
  switch (channel.kind) {
    case "mail":
      return `mail to ${channel.mail.to.join(", ")} through ${channel.mail.host}:${channel.mail.port}`;
    case "webhook":
      return `webhook at ${placeOfWebhook(channel.webhook)}`;
    case "command":
      return `command ${channel.command.argv[0] ?? ""}`;
  }
}

async function tellOne(channel: Channel, notice: Notice, held: Held, around: Surroundings): Promise<ChannelOutcome> {
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
    const sending = send(channel, notice, held, around);
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

async function send(channel: Channel, notice: Notice, held: Held, around: Surroundings): Promise<void> {
  switch (channel.kind) {
    case "mail":
      return sendMail(channel.mail, notice, held, around.environment, around.within);
    case "webhook":
      return sendWebhook(channel.webhook, notice, held, around.environment, around.within);
    case "command":
      return runCommand(channel.command, notice, held, around);
  }
}

async function runCommand(settings: CommandSettings, notice: Notice, held: Held, around: Surroundings): Promise<void> {
  const failure = await around.runCommand({
    argv: settings.argv,
    directory: settings.directory,
    input: `${subjectOf(notice)}\n\n${textOf(notice, held)}`,
    environment: new Map([...around.environment, ...variablesOf(notice, held)]),
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
