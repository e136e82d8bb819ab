/** Who is told of a fault, how, and how often, and how the people of a role are reached: what `on_fault` and `roles` of a configuration say. */

/** Where a secret lies: a variable of the environment, or a file that nobody but its owner may read. */
export type SecretSource = { readonly env: string } | { readonly file: string };

export interface MailSettings {
  readonly to: readonly string[];
  /** The sender's address; dscript@HOST where absent. */
  readonly from?: string;
  readonly host: string;
  readonly port: number;
  /** `smtps:`: TLS from the first byte. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: SecretSource;
  /** No mail without TLS whose certificate holds. */
  readonly requireTls: boolean;
  /** PEM certificates that count beside the shipped ones. */
  readonly caFile?: string;
  readonly subjectPrefix: string;
}

export interface WebhookSettings {
  /** Services put their secret into the address: it may lie apart. */
  readonly url: string | SecretSource;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: SecretSource;
  /** Signs the body: `X-Dscript-Signature: sha256=…`, an HMAC. */
  readonly secret?: SecretSource;
  readonly caFile?: string;
}

export interface CommandSettings {
  /** The program and its arguments, without a shell. */
  readonly argv: readonly string[];
  /** The directory that it starts in, and that a relative program counts from. */
  readonly directory: string;
}

/** Which faults a channel is for; an absent list lets all through. */
export interface ChannelFilter {
  /** The class that is ranked first. */
  readonly classes?: readonly string[];
  readonly kinds?: readonly string[];
  /** Patterns with `*` and `?`: with a slash for the whole path, else for the file's name. */
  readonly scripts?: readonly string[];
}

/** Where a message goes. */
export type Address =
  | { readonly kind: "mail"; readonly mail: MailSettings }
  | { readonly kind: "webhook"; readonly webhook: WebhookSettings }
  | { readonly kind: "command"; readonly command: CommandSettings };

export type Channel = { readonly when: ChannelFilter } & Address;

/** An address with its own limit. */
export type TimedAddress = Address & {
  /** Milliseconds. */
  readonly within: number;
};

/** How the people of a role are reached. */
export interface RoleSettings {
  readonly addresses: readonly TimedAddress[];
  /** The run's own records count as one more: alone, they are enough for the role to count as told. */
  readonly log: boolean;
}

export interface NotifySettings {
  readonly channels: readonly Channel[];
  /** Milliseconds in which the same fault is told once. */
  readonly every: number;
  /** How many messages an hour may have, all faults together. */
  readonly perHour: number;
  /** Milliseconds that all of it may take. */
  readonly within: number;
  /** Also where a person sees the fault on a terminal. */
  readonly onTerminal: boolean;
}

/** What holds where `on_fault` does not say otherwise. */
export const notifyDefaults = { every: 3_600_000, perHour: 20, within: 10_000, onTerminal: false } as const;
