/** Which commands end or restart what may have gone wrong, and which keep its state: a table, by what the programs' manuals say. */

/** The subcommands that end something, by program; null where each call does. */
const ending: Readonly<Record<string, readonly string[] | null>> = {
  systemctl: ["restart", "try-restart", "reload-or-restart", "stop", "kill", "isolate", "reboot", "poweroff", "halt"],
  service: ["restart", "stop", "force-reload", "condrestart"],
  "rc-service": ["restart", "stop", "zap"],
  "invoke-rc.d": ["restart", "stop", "force-reload"],
  sv: ["restart", "stop", "down", "kill", "force-restart", "force-stop"],
  supervisorctl: ["restart", "stop", "shutdown", "reload"],
  pm2: ["restart", "stop", "delete", "kill", "reload"],
  monit: ["restart", "stop", "quit"],
  docker: ["restart", "stop", "kill", "rm", "down"],
  podman: ["restart", "stop", "kill", "rm", "down"],
  "docker-compose": ["restart", "stop", "kill", "rm", "down"],
  kubectl: ["delete", "restart", "drain"],
  virsh: ["destroy", "reboot", "reset", "shutdown"],
  xl: ["destroy", "reboot", "shutdown"],
  lxc: ["restart", "stop", "delete"],
  incus: ["restart", "stop", "delete"],
  machinectl: ["reboot", "poweroff", "terminate", "kill"],
  apachectl: ["restart", "stop", "graceful-stop"],
  apache2ctl: ["restart", "stop", "graceful-stop"],
  pg_ctl: ["restart", "stop", "kill"],
  pg_ctlcluster: ["restart", "stop"],
  rabbitmqctl: ["stop", "stop_app", "shutdown", "reset"],
  pkill: null,
  killall: null,
  kill: null,
  skill: null,
  fuser: ["-k", "--kill"],
  reboot: null,
  shutdown: null,
  poweroff: null,
  halt: null,
  init: ["0", "6"],
  telinit: ["0", "6"],
};

/** Signals that end nothing: a question, a reload, a dump of the state. */
const harmless = /^-(?:s$|l$|L$|0$|(?:SIG)?(?:HUP|USR1|USR2|QUIT|WINCH|CONT|STOP|ABRT)$|1$|3$|6$|10$|12$|18$|19$)/;

/** Whether a command, given by its words, ends or restarts something. */
export function endsSomething(argv: readonly string[]): boolean {
  const [path = "", ...words] = argv;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^\/etc\/(?:init|rc)\.d\//.test(path)) return words.some((word) => word === "restart" || word === "stop");
  if (name === "nginx" || name === "haproxy") return /(?:^| )-s (?:stop|quit)\b|(?:^| )-st\b/.test(words.join(" "));
  if (!Object.hasOwn(ending, name)) return false;
  const subcommands = ending[name];
  if (subcommands === null)
    return !words.some((word) => harmless.test(word) || /^--(?:list|help|version)$/.test(word)) || isNamedEnd(words);
  return words.some((word) => subcommands?.includes(word) === true);
}

/** `kill -s TERM 1`: the signal is the next word. */
function isNamedEnd(words: readonly string[]): boolean {
  const at = words.indexOf("-s");
  const signal = at === -1 ? undefined : words[at + 1];
  return signal !== undefined && !harmless.test(`-${signal}`);
}

const keepers: ReadonlySet<string> = new Set([
  "cp",
  "rsync",
  "scp",
  "tar",
  "zip",
  "tee",
  "dd",
  "gcore",
  "jmap",
  "tcpdump",
  "sosreport",
  "sos",
  "perf",
  "script",
  "logger",
]);

/** Whether the program keeps state by itself, wherever its output goes. */
export function keepsState([path = ""]: readonly string[]): boolean {
  return keepers.has(path.slice(path.lastIndexOf("/") + 1));
}

const talkers: ReadonlySet<string> = new Set(["echo", "printf", "date", "true", "yes", "touch"]);

/** Whether a program writes nothing that tells of the host: its words, the time. */
export function writesNoState([path = ""]: readonly string[]): boolean {
  return path === "" || talkers.has(path.slice(path.lastIndexOf("/") + 1));
}
