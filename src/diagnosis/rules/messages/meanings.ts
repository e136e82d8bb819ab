/** What messages mean: many programs say the same in other words, and rows with one meaning share sentence and weights. */

import type { Rule } from "../../rule.ts";
import { weigh } from "../../rule.ts";

export type Meaning = Pick<Rule, "weights" | "says" | "topic" | "advice">;

const otherRights = { UserFault: "whoever ran this needs other rights" } as const;
const otherLogin = { UserFault: "whoever ran this needs other credentials" } as const;
const startService = { SystemFault: "the operator of this host must start the service" } as const;
const install = { SystemFault: "the operator of this host must install it" } as const;
const laterThere = { ExternalFault: "whoever runs that service must act; try again later" } as const;
const certificate = "whoever runs {host} must give it another certificate";
const clock = "the operator of this host must set its clock";
const otherContent = { UserFault: "whoever gave the input must correct it" } as const;
const correctCall = { SoftwareFault: "the script's developer must correct the call" } as const;

/** Where a meaning is neutral between classes, its topic lets the origin of the argument decide. */
// biome-ignore format: one row a line reads as the table that it is
export const meanings = {
  // Names, values and contents: the origin decides.
  absent: { weights: weigh(0.2, 0.2, 0.2, -1.5), says: "what was named is not there", topic: "absent" },
  absentHere: { weights: weigh(0, 0.2, 0.4, -0.5), says: "no repository, or no such thing in it, stands there", topic: "absent" },
  absentThere: { weights: weigh(-1, 0.7, 0.7, 0.6), says: "the server has nothing of that name", topic: "page" },
  inTheWay: { weights: weigh(0.2, 0.6, 0.2, -1.5), says: "something else stands there already", topic: "in-the-way" },
  usage: { weights: weigh(-1.2, 1.6, 0, -1.8), says: "it was called in a wrong way", topic: "usage", advice: correctCall },
  value: { weights: weigh(-0.2, 0.4, 0.6, -1), says: "a value is not of the form that it wants", topic: "bad-data" },
  statement: { weights: weigh(-1, 1.2, 0.2, -1.5), says: "a text that it was given is not well formed", topic: "bad-data" },
  request: { weights: weigh(-1, 1.4, 0.8, -0.8), says: "the server could not make sense of the request", topic: "bad-data" },
  data: { weights: weigh(-0.5, 0.6, 1.2, -0.5), says: "what is to be stored does not fit what is there or allowed", topic: "bad-data" },
  content: { weights: weigh(0.3, 0.1, 2, -0.8), says: "what its input holds is not of the form that it wants", topic: "bad-content", advice: otherContent },
  noAccount: { weights: weigh(0.6, 0.4, 0.8, -1), says: "an account that was named is not known on this host", topic: "absent" },
  noUnit: { weights: weigh(1.8, 0.8, 0.2, -1.5), says: "this host has no such service", topic: "absent", advice: { UserFault: "whoever ran this must give another service" } },
  noPackage: { weights: weigh(1.2, 0.4, -0.2, -0.5), says: "the packages that this host knows have no such one", topic: "absent", advice: { SystemFault: "the operator of this host must fetch the lists of packages anew, or add where it comes from" } },
  noDevice: { weights: weigh(1.6, 0.2, 0, -1.5), says: "a device of this host is not there or not ready", topic: "absent" },
  mount: { weights: weigh(1.9, 0.2, 0, -0.8), says: "a file system of this host is not where it should be", topic: "absent" },
  commandMissing: { weights: weigh(1.4, 0, -0.3, -1.5), says: "a program that it runs is not there", topic: "missing-command" },
  notExecutable: { weights: weigh(0.4, 0.6, 0.4, -1.5), says: "a program that it runs is there, but cannot be run", topic: "not-executable" },
  interpreter: { weights: weigh(1.6, 0.8, -0.5, -1.5), says: "the program's interpreter is not there", topic: "not-executable" },

  // Rights and logins.
  login: { weights: weigh(0.2, -0.5, 2.8, 0), says: "the login was refused", advice: otherLogin },
  noLogin: { weights: weigh(0.3, 0, 2.6, -0.5), says: "it has no credentials to log in with", advice: otherLogin },
  rights: { weights: weigh(-0.2, -0.2, 2.6, 0.2), says: "the server does not let this user do it", advice: { UserFault: "whoever ran this needs other rights on that server" } },
  root: { weights: weigh(0.2, 0, 3.8, -1.5), says: "it needs rights that this user does not have", topic: "refused", advice: otherRights },
  forbidden: { weights: weigh(2.6, 0, 0.4, -1.5), says: "something on this host forbids it", advice: { SystemFault: "the operator of this host must look at what forbids it (lsattr, mount, the container's rights)" } },
  foreignRepository: { weights: weigh(0.4, 0, 3, -1.5), says: "the repository belongs to another user", advice: { UserFault: "whoever ran this must run it as the repository's owner, or declare it safe (git config safe.directory)" } },
  loosePermissions: { weights: weigh(0.6, 0.2, 2.3, -1), says: "others may read or change the file, so it is not used", advice: { UserFault: "whoever owns the file must take the rights of others away (chmod go=)" } },

  // This host.
  serviceDown: { weights: weigh(3.6, -0.8, -0.6, -1), says: "a service of this host is down", advice: startService },
  lock: { weights: weigh(2.6, 0, 0, -1.5), says: "another run on this host holds it", advice: { SystemFault: "the operator of this host must see what holds the lock" } },
  inUse: { weights: weigh(2.6, 0.2, 0, -1.2), says: "something on this host is using it", advice: { SystemFault: "the operator of this host must end what uses it, or wait" } },
  full: { weights: weigh(4, -1, -0.6, -0.8), says: "no space is left", topic: "exhausted", advice: { SystemFault: "the operator of this host must make room" } },
  limit: { weights: weigh(2.8, 0.4, -0.6, -1.2), says: "a limit of this host is reached", topic: "exhausted", advice: { SystemFault: "the operator of this host must end what uses them up, or raise the limit" } },
  killed: { weights: weigh(3, 0, -0.5, -1.5), says: "the kernel ended it, for want of memory" },
  heap: { weights: weigh(2.6, 0.6, 0.2, -1.5), says: "it used up the memory that it may take", topic: "exhausted" },
  hardware: { weights: weigh(3.6, -0.8, -0.8, -0.8), says: "a device of this host is broken", topic: "broken", advice: { SystemFault: "the operator of this host must check the device (dmesg, smartctl)" } },
  fileSystem: { weights: weigh(3.2, -0.4, 0.2, -1), says: "a file system of this host is damaged", topic: "broken", advice: { SystemFault: "the operator of this host must check the file system (fsck)" } },
  library: { weights: weigh(3.4, 0.6, -1.2, -1.5), says: "a library that the program needs is not there", advice: install },
  dependency: { weights: weigh(2.2, 0.8, 0.2, 0), says: "packages that this host has, or can get, do not fit together", advice: install },
  packageState: { weights: weigh(3.2, -0.2, -0.2, -0.8), says: "the packages of this host are in a broken state", advice: { SystemFault: "the operator of this host must repair the packages" } },
  configuration: { weights: weigh(2.2, 0.2, 1, -1.2), says: "a configuration file of this host has a mistake", topic: "configuration", advice: { SystemFault: "the operator of this host must correct the configuration" } },
  kernel: { weights: weigh(2.8, 0.6, -0.3, -1.5), says: "the kernel of this host, or its settings, cannot do it" },
  clock: { weights: weigh(4, -0.8, -0.8, 0.4), says: "the clock of this host seems wrong", advice: { SystemFault: clock } },
  network: { weights: weigh(3, 0.2, 0.1, 0.4), says: "the network of this host is not set up for it" },
  nameServers: { weights: weigh(4, -1, -0.8, 0.3), says: "the name servers of this host do not answer", topic: "name-lookup", advice: { SystemFault: "the operator of this host must see to its name servers (/etc/resolv.conf)" } },
  noSuchHere: { weights: weigh(1.8, 0.4, 0.4, -1), says: "what should be set up on this host is not" },
  hostKey: { weights: weigh(1.6, -0.5, 0.4, 1), says: "the other machine's key is unknown, or has changed", advice: { SystemFault: "the operator of this host must check the key and put it into known_hosts" } },

  // Other machines: whether it is one is found out by the peer.
  nameLookup: { weights: weigh(0.6, -0.6, -0.4, 2), says: "the name of another machine does not resolve", topic: "name-lookup" },
  peer: { weights: weigh(0.3, -1.2, -1, 0.8), says: "the other machine does not answer as it should", topic: "peer" },
  serverFails: { weights: weigh(-0.5, -1, -1, 3), says: "the server answers that it cannot serve now", topic: "peer", advice: laterThere },
  serverFull: { weights: weigh(0.6, -0.6, -0.4, 1.2), says: "the server has no room for one more", topic: "peer", advice: laterThere },
  tooOften: { weights: weigh(-0.5, 0.4, 0.2, 2.6), says: "the server was asked too often", advice: { ExternalFault: "wait, and ask the server less often" } },
  theirDisk: { weights: weigh(1, -0.6, -0.4, 1), says: "the server's storage is full or broken", topic: "peer" },
  conflict: { weights: weigh(0.8, 0.6, 0, 0.9), says: "somebody else changed the same at the same time", topic: "peer" },
  certificate: { weights: weigh(0.9, -0.5, -0.3, 2), says: "the other machine's certificate is not accepted", topic: "peer" },
  expired: { weights: weigh(0.3, -1, -1, 2.6), says: "the server's certificate is out of date", topic: "peer", advice: { ExternalFault: certificate, SystemFault: clock } },
  early: { weights: weigh(4, -1, -1, 0.6), says: "the server's certificate is not valid yet by this host's clock", advice: { ExternalFault: certificate, SystemFault: clock } },
  untrusted: { weights: weigh(1.6, -0.4, -0.2, 1.6), says: "nobody whom this host knows vouches for the server's certificate", topic: "peer", advice: { SystemFault: "the operator of this host must add the authority's certificate, if it is to be believed", ExternalFault: certificate } },
  otherName: { weights: weigh(0, 0.8, 0.6, 1.6), says: "the server's certificate is for other names", topic: "peer", advice: { ExternalFault: certificate } },
  tls: { weights: weigh(0, 0.2, 0, 1.2), says: "both sides could not agree on TLS", topic: "peer" },
  page: { weights: weigh(-1, 0.6, 0.6, 1.4), says: "the server knows no such page", topic: "page" },
  remoteRefuses: { weights: weigh(-0.5, 0.2, 2, 0.8), says: "the other side's rules refuse the change", advice: { UserFault: "whoever ran this must follow the rules of that repository, or have them changed" } },

  // Programs and scripts.
  crash: { weights: weigh(-0.3, 2, -0.4, -1), says: "the program broke inside" },
  bug: { weights: weigh(-0.8, 2.6, 0, -1), says: "the program has a bug: it does what its language forbids" },
  build: { weights: weigh(-0.6, 2.6, 0.2, -1), says: "the source text that it builds has a mistake", advice: { SoftwareFault: "whoever wrote that source text must correct it" } },
  noRule: { weights: weigh(-0.4, 1.8, 0.4, -1), says: "what it should build, and how, is not described", topic: "absent" },
  unset: { weights: weigh(0.6, 0.8, 2, -1.5), says: "a setting or variable that it needs is not there", advice: { UserFault: "whoever ran this must set it" } },
  unsupported: { weights: weigh(1.2, 1.6, 0.2, -0.6), says: "this version of the program cannot do that" },
  nobodyAnswers: { weights: weigh(0, 0.6, 2.6, -1), says: "nobody answers: the input ends ahead of the answer", advice: { UserFault: "whoever runs this must answer, at a terminal or on standard input" } },
  unmerged: { weights: weigh(0, 0.3, 2.2, -0.5), says: "the repository is not in the state that this step wants", advice: { UserFault: "whoever works on the repository must put it in order" } },
  state: { weights: weigh(0.8, 0.8, 0.8, -0.2), says: "things are not in the state that this step wants" },
  stopped: { weights: weigh(0.6, 0, 2.2, -1), says: "somebody stopped it" },
  nothing: { weights: {}, says: "something that it did or ran failed" },
} as const satisfies Readonly<Record<string, Meaning>>;

export type MeaningName = keyof typeof meanings;

/** The key of all rows with a meaning. */
export function keyOf(name: MeaningName): string {
  return `means.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
