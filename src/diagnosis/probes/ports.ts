/** Which port of a peer a failing command spoke to. */

import type { FaultArgument } from "../../records/index.ts";

const byScheme: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ftp: 21,
  ssh: 22,
  sftp: 22,
  git: 9418,
  rsync: 873,
  redis: 6379,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  ldap: 389,
  ldaps: 636,
  amqp: 5672,
  mongodb: 27017,
};

const byProgram: Readonly<Record<string, number>> = {
  ssh: 22,
  scp: 22,
  sftp: 22,
  psql: 5432,
  pg_dump: 5432,
  pg_isready: 5432,
  mysql: 3306,
  mysqldump: 3306,
  mariadb: 3306,
  "redis-cli": 6379,
  kubectl: 6443,
  curl: 80,
  wget: 80,
};

/** The port that the words name by a URL or an option, or else the program's usual one; undefined where that is not known. */
export function portOf(program: string, words: readonly FaultArgument[]): number | undefined {
  for (const [at, { text }] of words.entries()) {
    const url = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@\s]*@)?(?:\[[^\]]*\]|[^/:?#\s]+)(?::(\d+))?/i.exec(text);
    const port = Number(url?.[2] ?? byScheme[url?.[1]?.toLowerCase() ?? ""] ?? 0);
    if (port > 0) return port;
    const option = /^--port=(\d+)$/.exec(text)?.[1];
    if (option !== undefined) return Number(option);
    const before = words[at - 1]?.text ?? "";
    if (/^(?:-p|-P|--port)$/.test(before) && /^\d+$/.test(text)) return Number(text);
    const joined = /^[^/\s]+:(\d{1,5})(?:\/|$)/.exec(text)?.[1];
    if (joined !== undefined && /^(?:curl|wget|nc|telnet|openssl)$/.test(program)) return Number(joined);
  }
  // `nc -w 1 HOST PORT`: of two numbers the last one.
  const last = words.findLast(({ text }) => !text.startsWith("-"))?.text ?? "";
  if (/^(?:nc|ncat|netcat|telnet)$/.test(program) && words.length > 1 && /^\d{1,5}$/.test(last)) return Number(last);
  return byProgram[program];
}

/** The port that a message names right behind a host: "dial tcp 10.0.0.7:2375", `at "db" (10.0.0.7), port 5432`, "to db port 80". */
export function portInMessage(message: string, host: string): number | undefined {
  for (let at = message.indexOf(host); at !== -1; at = message.indexOf(host, at + 1)) {
    const behind = message.slice(at + host.length, at + host.length + 60);
    const port = Number(/^["'\]]?(?: ?\([0-9a-f.:]+\))?(?::|,? port:? )(\d{1,5})\b/i.exec(behind)?.[1] ?? 0);
    if (port > 0 && port < 65_536) return port;
  }
  return undefined;
}

/** The ports at which services of this kind most often are: where one of them answers, the machine runs. */
export function usualPorts(program: string, words: readonly FaultArgument[]): readonly number[] {
  const scheme = words.flatMap(({ text }) => /\b([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? [])[0];
  if (scheme === "http" || scheme === "https") return [80, 443];
  if (/^(?:nc|ncat|netcat|telnet)$/.test(program)) return [22, 80, 443];
  const port = (scheme === undefined ? undefined : byScheme[scheme]) ?? byProgram[program];
  return port === undefined ? [] : [port];
}
