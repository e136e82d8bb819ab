/** Which other machines a failing call spoke to, as far as its arguments and messages name them. */

import type { FaultArgument } from "../records/index.ts";

export interface Peer {
  readonly host: string;
  /** The argument that names it; absent where only a message does. */
  readonly argument?: FaultArgument;
  /** `host:path`: files lie there. */
  readonly holdsFiles: boolean;
}

const url = /\b(?!file:)[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?(\[[0-9a-f:.%]+\]|[^\s/:?#'"]+)/i;
const account = /^[^\s@/:]+@(\[[0-9a-f:.]+\]|[\w.-]+)(:.*)?$/i;
const remotePath = /^(\[[0-9a-f:.]+\]|[a-z0-9][\w.-]*):(?!\/\/)/i;
const address =
  /^(localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|[0-9a-f]*::[0-9a-f:.]*|(?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(?:\/.*)?$/i;
/** A host's name, short or whole, or an address. */
const hostName = /^(?:\[?[0-9a-f:.%]*:[0-9a-f:.%]*\]?|[a-z0-9_](?:[\w.-]*[a-z0-9])?)(?::\d+)?$/i;
const inMessage =
  /(?:resolve host(?:name)?:?|look up|resolve proxy:?|resolve address|connect(?:ing)? to(?: host| server at)?|connection to(?: server at)?|connect E\w+|getaddrinfo \w+|lookup|dial tcp:?|unknown host|ssh:|host|address)\s+['"‘(]?(\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+|localhost|[0-9a-f]*::[0-9a-f]+)/gi;
/** Clients that say whom they spoke to, a short name too. */
const named =
  /(?:host name|server at|server host|server on|redis at|resolve hostname|unknown host)\s+["'‘]?([a-z0-9_](?:[\w.-]*[a-z0-9])?)(?::\d+)?(?=["'’:,)\s]|$)/gi;

/** Programs whose operands are paths, so that a bare `backup.tar` is no host. */
const copiers: ReadonlySet<string> = new Set(["rsync", "scp", "sftp", "git", "tar"]);
/** Programs whose first operand is a host. */
const hostFirst: ReadonlySet<string> = new Set(
  "ssh ping ping6 nc ncat netcat telnet ftp tftp dig host nslookup traceroute tracepath mtr whois nmap ssh-copy-id fping arping rlogin finger slogin mosh showmount autossh".split(
    " ",
  ),
);
const mailers: ReadonlySet<string> = new Set("msmtp mail mailx s-nail mutt sendmail ssmtp exim".split(" "));
/** Programs that speak to a service of this host unless they are told another. */
export const localClients: ReadonlySet<string> = new Set(
  "psql pg_dump pg_dumpall pg_restore pg_isready createdb dropdb mysql mysqldump mysqladmin mariadb mariadb-dump redis-cli mongosh docker podman systemctl journalctl loginctl crontab lpr lpstat supervisorctl rabbitmqctl apachectl virsh docker-compose nginx".split(
    " ",
  ),
);

/** What a search for peers has to know of a call. */
export interface PeerWords {
  readonly program: string;
  readonly network: boolean;
  readonly words: readonly FaultArgument[];
  readonly isValue: (word: FaultArgument) => boolean;
}

/** The peers that a command's or a call's arguments name. */
export function peersOf({ program, network, words, isValue }: PeerWords): readonly Peer[] {
  const found: Peer[] = [];
  let operands = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    const text = word.text;
    const isOption = /^-./.test(text) || (program === "dig" && text.startsWith("+")) || isValue(word);
    const host = hostIn(text, program, network, isOption ? -1 : operands, words[at - 1]?.text ?? "");
    if (!isOption) operands += 1;
    if (host !== undefined) found.push({ host: host.name, argument: word, holdsFiles: host.files });
  }
  return found;
}

function hostIn(
  text: string,
  program: string,
  network: boolean,
  operand: number,
  before: string,
): { readonly name: string; readonly files: boolean } | undefined {
  const byUrl = url.exec(text)?.[1];
  if (byUrl !== undefined) return { name: byUrl, files: /^(?:rsync|sftp|ssh|scp):/i.test(text) };
  if (!network) return undefined;
  const option = /^--(?:host|hostname|server)=(.+)$/.exec(text)?.[1];
  if (option !== undefined) return { name: option, files: false };
  if (/^(?:-h|--host|--hostname|--server|-connect)$/.test(before) && hostName.test(text))
    return { name: text.replace(/(?<=[^:]):\d+$/, ""), files: false };
  const inSettings = /(?:^|\s)host=([\w.-]+)/.exec(text)?.[1];
  if (inSettings !== undefined && localClients.has(program)) return { name: inSettings, files: false };
  const server = program === "dig" ? /^@(.+)$/.exec(text)?.[1] : undefined;
  if (server !== undefined) return { name: server, files: false };
  const share = /^\/\/([\w.-]+)(?:\/|$)/.exec(text)?.[1];
  if (share !== undefined) return { name: share, files: true };
  // What it is told to do decides whether it speaks to anybody: its options say to whom.
  if (operand < 0 || program === "openssl") return undefined;
  const byAccount = account.exec(text);
  // Mail goes to people: which server takes it is set elsewhere.
  if (byAccount !== null && mailers.has(program)) return undefined;
  if (byAccount?.[1] !== undefined) return { name: byAccount[1], files: byAccount[2] !== undefined };
  if (copiers.has(program)) {
    const name = remotePath.exec(text)?.[1];
    return name === undefined ? undefined : { name, files: true };
  }
  if (operand === 0 && hostFirst.has(program)) return { name: text.replace(/:\d+$/, ""), files: false };
  const name = address.exec(text)?.[1];
  return name === undefined ? undefined : { name, files: false };
}

const withinText =
  /(?<![\w.@-])(localhost|\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9-]+\.)+[a-z]{2,}(?=:\d))(?::\d{1,5})?(?![\w.-]*[\w-])/gi;

/** The hosts that stand within longer texts: programs and statements that the words hold. */
export function peersWithin({ words }: Pick<PeerWords, "words">): readonly Peer[] {
  return words.flatMap((argument) =>
    /\s/.test(argument.text)
      ? [...argument.text.slice(0, 4096).matchAll(withinText)].map(
          ([, host = ""]): Peer => ({ host, argument, holdsFiles: false }),
        )
      : [],
  );
}

/** The name server that the words of a question name: `dig @ns NAME`, `host NAME ns`, `nslookup NAME ns`. */
export function serverAsked({ program, words, isValue }: PeerWords): Peer | undefined {
  if (!/^(?:dig|host|nslookup|drill|kdig|delv)$/.test(program)) return undefined;
  const found =
    words.find(({ text }) => /^@./.test(text)) ??
    (/^(?:host|nslookup)$/.test(program)
      ? words.filter((word) => !word.text.startsWith("-") && !isValue(word))[1]
      : undefined);
  return found === undefined ? undefined : { host: found.text.replace(/^@/, ""), argument: found, holdsFiles: false };
}

/** The hosts that a message names, in the order in which it does. */
export function hostsInMessage(message: string): readonly string[] {
  const tail = message.slice(-4096);
  const clients = [...tail.matchAll(named)].flatMap((match) => match[1] ?? []);
  const others = [...tail.matchAll(inMessage)].flatMap((match) => {
    const host = match[1]?.replace(/\.$/, "");
    // "the log.txt" is no host: a name's last part has letters alone, an address none at all.
    return host === undefined || !(address.test(host) || host.includes("::")) ? [] : [host];
  });
  return [...new Set([...clients, ...others])];
}
