/** The schema of `on_fault`: who is told of a fault, and how often. */

import { z } from "zod";
import { duration, needs, read, yesOrNo } from "../documents/index.ts";
import { faultClasses, faultKinds } from "../records/index.ts";

const channelExample = "notify: [{ mail: { to: [ops@example.com], server: smtp://localhost:25 } }]";
const hour = 3_600_000;

/** What `kinds` names: a run that TERM or HUP ended is told, too. */
const toldKinds = [...faultKinds, "Interruption"] as const;

const address = (example: string) =>
  z
    .string(needs("a mail address", example))
    .regex(/^[^\s<>,;"@]+@[^\s<>,;"@]+$/, needs("a mail address, NAME@HOST, without a name beside it", example));
const path = (example: string) =>
  z.string(needs("a file's path", example)).regex(/^[^\0\n]+$/, needs("a file's path", example));
const variable = (example: string) =>
  z
    .string(needs("the name of an environment variable", example))
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, needs("the name of an environment variable", example));
const oneLine = (expected: string, example: string) =>
  z.string(needs(expected, example)).regex(/^[^\u0000-\u001f\u007f]*$/, needs(`${expected} on one line`, example));

const server = read(
  (value) => (typeof value === "string" ? readServer(value) : undefined),
  "smtp://HOST:PORT or smtps://HOST:PORT, without a user or a path",
  "server: smtp://mail.example.com:25",
);

export const mail = z
  .strictObject(
    {
      to: z
        .array(address("to: [ops@example.com]"), needs("a list of mail addresses", "to: [ops@example.com]"))
        .min(1, needs("at least one mail address", "to: [ops@example.com]")),
      from: address("from: dscript@example.com").optional(),
      server,
      user: oneLine("a user's name", "user: dscript").min(1, needs("a user's name", "user: dscript")).optional(),
      password_file: path("password_file: /etc/dscript/mail-password").optional(),
      password_env: variable("password_env: MAIL_PASSWORD").optional(),
      require_tls: yesOrNo("require_tls").optional(),
      ca_file: path("ca_file: /etc/ssl/certs/own-ca.pem").optional(),
      subject_prefix: oneLine("a text", 'subject_prefix: "[ops]"').optional(),
    },
    needs("a mail's addressees and server", "mail: { to: [ops@example.com], server: smtp://localhost:25 }"),
  )
  .refine(
    ({ user, password_file, password_env }) => count(password_file, password_env) === (user === undefined ? 0 : 1),
    needs(
      "`user` with either `password_file` or `password_env`, or none of them",
      "mail: { to: [ops@example.com], server: smtps://mail.example.com, user: dscript, password_file: /etc/dscript/mail-password }",
    ),
  );

const webhookExample = "webhook: { url: https://hooks.example.com/services/ops }";

export const webhook = z
  .strictObject(
    {
      url: z
        .string(needs("an http:// or https:// address", "url: https://hooks.example.com/services/ops"))
        .refine(
          isWebAddress,
          needs("an http:// or https:// address, without a user", "url: https://hooks.example.com/services/ops"),
        )
        .optional(),
      url_file: path("url_file: /etc/dscript/hook-url").optional(),
      url_env: variable("url_env: HOOK_URL").optional(),
      headers: z
        .record(
          z
            .string()
            .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, needs("a header's name", "headers: { X-Team: ops }"))
            .refine(
              (name) => !["content-length", "transfer-encoding", "host", "connection"].includes(name.toLowerCase()),
              needs("a header that the connection itself does not need", "headers: { X-Team: ops }"),
            ),
          z
            .string(needs("a header's value as a text", "headers: { X-Team: ops }"))
            .regex(
              /^[\t\u0020-\u007e\u0080-\u00ff]*$/,
              needs("a header's value on one line", "headers: { X-Team: ops }"),
            ),
          needs("headers with their values", "headers: { X-Team: ops }"),
        )
        .optional(),
      token_file: path("token_file: /etc/dscript/hook-token").optional(),
      token_env: variable("token_env: HOOK_TOKEN").optional(),
      secret_file: path("secret_file: /etc/dscript/hook-secret").optional(),
      secret_env: variable("secret_env: HOOK_SECRET").optional(),
      ca_file: path("ca_file: /etc/ssl/certs/own-ca.pem").optional(),
    },
    needs("an address, and what is sent with it", webhookExample),
  )
  .refine(
    ({ url, url_file, url_env }) => count(url, url_file, url_env) === 1,
    needs("one of `url`, `url_file` and `url_env`", webhookExample),
  )
  .refine(
    ({ token_file, token_env, secret_file, secret_env }) =>
      count(token_file, token_env) < 2 && count(secret_file, secret_env) < 2,
    needs(
      "one place for each secret: `…_file` or `…_env`",
      "webhook: { url: https://h.example.com/ops, token_env: T }",
    ),
  )
  .refine(
    ({ url, token_file, token_env }) =>
      count(token_file, token_env) === 0 ||
      url === undefined ||
      url.startsWith("https:") ||
      isLoopback(new URL(url).hostname),
    needs("an https:// address where a token is sent", "webhook: { url: https://h.example.com/ops, token_env: T }"),
  );

const argument = z
  .string(needs("a word of the command as a text", "command: [/usr/local/bin/page, --team, ops]"))
  .regex(/^[^\0]*$/, needs("a word without a NUL character", "command: [/usr/local/bin/page, --team, ops]"));

export const command = z
  .array(argument, needs("a program and its arguments as a list", "command: [/usr/local/bin/page, --team, ops]"))
  .min(1, needs("a program", "command: [/usr/local/bin/page, --team, ops]"))
  .refine(
    (words) => words.length === 0 || words[0] !== "",
    needs("a program ahead of its arguments", "command: [/usr/local/bin/page, --team, ops]"),
  );

const when = z.strictObject(
  {
    classes: z
      .array(
        z.enum(faultClasses, needs(`one of ${faultClasses.join(", ")}`, "classes: [SystemFault]")),
        needs("a list of fault classes", "classes: [SystemFault, SoftwareFault]"),
      )
      .optional(),
    kinds: z
      .array(
        z.enum(toldKinds, needs("a kind of fault, or Interruption", "kinds: [TimeoutFault, CommandFault]")),
        needs("a list of kinds", "kinds: [TimeoutFault, CommandFault]"),
      )
      .optional(),
    scripts: z
      .array(
        z
          .string(needs("a pattern for scripts", 'scripts: ["backup*.dscript"]'))
          .min(1, needs("a pattern for scripts", 'scripts: ["backup*.dscript"]')),
        needs("a list of patterns for scripts", 'scripts: ["backup*.dscript"]'),
      )
      .optional(),
  },
  needs("what a channel is for", "when: { classes: [SystemFault] }"),
);

const channel = z
  .strictObject(
    { mail: mail.optional(), webhook: webhook.optional(), command: command.optional(), when: when.optional() },
    needs("a channel", channelExample),
  )
  .refine(
    (said) => count(said.mail, said.webhook, said.command) === 1,
    needs("one of mail, webhook and command (several channels are several entries)", channelExample),
  );

/** The key `on_fault`. */
export const onFault = z.strictObject(
  {
    notify: z.array(channel, needs("a list of channels", channelExample)),
    every: duration("a duration from 0s to 30d", 0, 30 * 24 * hour, "every: 1h").optional(),
    per_hour: z
      .int(needs("a number from 1 to 1000", "per_hour: 20"))
      .min(1, needs("a number from 1 to 1000", "per_hour: 20"))
      .max(1000, needs("a number from 1 to 1000", "per_hour: 20"))
      .optional(),
    within: duration("a duration from 100ms to 5m", 100, 300_000, "within: 10s").optional(),
    on_terminal: yesOrNo("on_terminal").optional(),
  },
  needs("who is told, and how often", `on_fault: { ${channelExample} }`),
);

/** What the parts of a channel may hold, by their names. */
export const channelParts: Readonly<Record<string, object>> = { mail: mail.shape, webhook: webhook.shape };

export type OnFaultContent = z.output<typeof onFault>;

/** The names that a mapping at this path below `on_fault` may hold. */
export function notifyKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(onFault.shape);
  if (path[0] !== "notify") return [];
  if (path.length === 2) return Object.keys(channel.shape);
  const shapes: Readonly<Record<string, object>> = { ...channelParts, when: when.shape };
  return path.length === 3 ? Object.keys(shapes[String(path[2])] ?? {}) : [];
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

function readServer(text: string): MailServer | undefined {
  const [, scheme, bracketed, name, port] =
    /^(smtps?):\/\/(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?\/?$/.exec(text) ?? [];
  const host = bracketed ?? name;
  if (scheme === undefined || host === undefined) return undefined;
  const secure = scheme === "smtps";
  const number = port === undefined ? (secure ? 465 : 25) : Number(port);
  return number >= 1 && number <= 65_535 ? { host, port: number, secure } : undefined;
}

/** Whether a host is this one for sure, so that nothing leaves it. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "http:" || protocol === "https:") && username === "" && password === "";
}

export function count(...values: readonly unknown[]): number {
  return values.filter((value) => value !== undefined).length;
}
