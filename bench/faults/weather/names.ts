// The other hosts of the network: what they are called, where they are, and how each of them behaves.

export interface Host {
  /** Its name below `.example`. */
  readonly name: string;
  readonly address: string;
  readonly behaves:
    | "well"
    | "refuses"
    | "silent"
    | "resets"
    | "closes"
    | "garbage"
    | "swallowed"
    | "absent"
    | "drips"
    | "unreachable"
    | "prohibited"
    | "busy"
    | Certificate;
}

/** What is wrong with what it shows on port 443. */
export type Certificate = "expired" | "self-signed" | "wrong-name" | "not-yet" | "old-tls" | "plain" | "unknown-ca";

export const gateway = "10.77.0.2";
export const here = "10.77.0.1";

/** Names are told by our own name server at the gateway; nothing of them says what is wrong with the host. */
export const hosts: readonly Host[] = [
  { name: "gw.corp.example", address: gateway, behaves: "well" },
  { name: "files.corp.example", address: "10.77.0.10", behaves: "well" },
  { name: "api.partner.example", address: "10.77.0.11", behaves: "well" },
  { name: "db.corp.example", address: "10.77.0.12", behaves: "well" },
  { name: "db2.corp.example", address: "10.77.0.13", behaves: "busy" },
  { name: "mirror.partner.example", address: "10.77.0.20", behaves: "refuses" },
  { name: "backup.partner.example", address: "10.77.0.21", behaves: "silent" },
  { name: "metrics.partner.example", address: "10.77.0.22", behaves: "resets" },
  { name: "feed.partner.example", address: "10.77.0.23", behaves: "closes" },
  { name: "legacy.partner.example", address: "10.77.0.24", behaves: "garbage" },
  { name: "archive.partner.example", address: "10.77.0.25", behaves: "swallowed" },
  { name: "old.partner.example", address: "10.77.0.26", behaves: "absent" },
  { name: "media.partner.example", address: "10.77.0.27", behaves: "drips" },
  { name: "billing.partner.example", address: "10.77.0.31", behaves: "expired" },
  { name: "wiki.partner.example", address: "10.77.0.32", behaves: "self-signed" },
  { name: "shop.partner.example", address: "10.77.0.33", behaves: "wrong-name" },
  { name: "next.partner.example", address: "10.77.0.34", behaves: "not-yet" },
  { name: "hr.partner.example", address: "10.77.0.35", behaves: "old-tls" },
  { name: "static.partner.example", address: "10.77.0.36", behaves: "plain" },
  { name: "vault.partner.example", address: "10.77.0.37", behaves: "unknown-ca" },
  { name: "dr.partner.example", address: "203.0.113.5", behaves: "unreachable" },
  { name: "intranet.partner.example", address: "203.0.113.200", behaves: "prohibited" },
];

/** The addresses that the machine "there" has itself. */
export const served = hosts.filter(
  ({ behaves }) => !["swallowed", "absent", "unreachable", "prohibited"].includes(behaves),
);

/** The ports at which the silent, resetting, closing, babbling and dripping hosts listen. */
export const ports = [21, 22, 25, 53, 80, 443, 873, 2049, 3306, 5432, 6379, 6443, 8080, 9418] as const;

export const dead = ["broken.example"] as const;
