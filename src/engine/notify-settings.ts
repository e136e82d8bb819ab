/** From what a configuration says of `on_fault` and `roles` to the settings of the channels: paths resolved, defaults filled in. */

import { resolve } from "node:path";
import {
  type Address,
  type Channel,
  type NotifySettings,
  notifyDefaults,
  type RoleSettings,
  type SecretSource,
} from "../notices/index.ts";
import { isLoopback, type OnFaultContent } from "./notify-schema.ts";
import type { RolesContent } from "./roles-schema.ts";

type ChannelContent = OnFaultContent["notify"][number];
type AddressContent = Pick<ChannelContent, "mail" | "webhook" | "command">;
type MailContent = NonNullable<ChannelContent["mail"]>;
type WebhookContent = NonNullable<ChannelContent["webhook"]>;

/** The settings; relative paths stand in the configuration's folder. */
export function notifySettings(said: OnFaultContent, folder: string): NotifySettings {
  return {
    channels: said.notify.map((channel) => channelOf(channel, folder)),
    every: said.every ?? notifyDefaults.every,
    perHour: said.per_hour ?? notifyDefaults.perHour,
    within: said.within ?? notifyDefaults.within,
    onTerminal: said.on_terminal ?? notifyDefaults.onTerminal,
  };
}

/** The settings of each role, by its name. */
export function roleSettings(said: RolesContent, folder: string): ReadonlyMap<string, RoleSettings> {
  return new Map(
    Object.entries(said).map(([role, entries]) => [
      role,
      {
        log: entries.some(({ log }) => log === true),
        addresses: entries
          .filter(({ log }) => log !== true)
          .map((entry) => ({ ...addressOf(entry, folder), within: entry.within ?? notifyDefaults.within })),
      },
    ]),
  );
}

function channelOf({ when = {}, ...said }: ChannelContent, folder: string): Channel {
  const filter = {
    ...(when.classes === undefined ? {} : { classes: when.classes }),
    ...(when.kinds === undefined ? {} : { kinds: when.kinds }),
    ...(when.scripts === undefined ? {} : { scripts: when.scripts }),
  };
  return { ...addressOf(said, folder), when: filter };
}

function addressOf({ mail, webhook, command }: AddressContent, folder: string): Address {
  if (mail !== undefined) return { kind: "mail", mail: mailOf(mail, folder) };
  if (webhook !== undefined) return { kind: "webhook", webhook: webhookOf(webhook, folder) };
  // The schema lets exactly one of the three through.
  return { kind: "command", command: { argv: command ?? [], directory: folder } };
}

function mailOf(said: MailContent, folder: string) {
  const { host, port, secure } = said.server;
  const password = secretOf(said.password_file, said.password_env, folder);
  return {
    to: said.to,
    ...(said.from === undefined ? {} : { from: said.from }),
    host,
    port,
    secure,
    ...(said.user === undefined ? {} : { user: said.user }),
    ...(password === undefined ? {} : { password }),
    // A password goes to nobody whose certificate does not hold, unless the configuration says so.
    requireTls: said.require_tls ?? (said.user !== undefined && !isLoopback(host)),
    ...(said.ca_file === undefined ? {} : { caFile: resolve(folder, said.ca_file) }),
    subjectPrefix: said.subject_prefix ?? "[dscript]",
  };
}

function webhookOf(said: WebhookContent, folder: string) {
  const token = secretOf(said.token_file, said.token_env, folder);
  const secret = secretOf(said.secret_file, said.secret_env, folder);
  // The schema lets exactly one of the three through.
  const url = said.url ?? secretOf(said.url_file, said.url_env, folder) ?? "";
  return {
    url,
    headers: said.headers ?? {},
    ...(token === undefined ? {} : { token }),
    ...(secret === undefined ? {} : { secret }),
    ...(said.ca_file === undefined ? {} : { caFile: resolve(folder, said.ca_file) }),
  };
}

function secretOf(file: string | undefined, env: string | undefined, folder: string): SecretSource | undefined {
  if (file !== undefined) return { file: resolve(folder, file) };
  return env === undefined ? undefined : { env };
}
