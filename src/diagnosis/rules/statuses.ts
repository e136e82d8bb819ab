/** What exit statuses and signals say where a command has no row that says more (sysexits.h, POSIX 2.8.2, signal(7)). */

import { type Rule, weigh } from "../rule.ts";

// biome-ignore format: one row a line reads as the table that it is
export const statusRules: readonly Rule[] = [
  { id: "status.missing", when: { status: [127], without: ["not-started"] }, weights: weigh(0.8, 0, 0, -1.5), says: "status 127: a program that it runs is not there", topic: "missing-command" },
  { id: "status.not-executable", when: { status: [126], without: ["not-started"] }, weights: weigh(0.3, 0.5, 0.4, -1.5), says: "status 126: a program is there, but cannot be run", topic: "not-executable" },
  { id: "status.usage", when: { status: [64] }, weights: weigh(-0.5, 0.8, 0.3, -1), says: "status 64: it was called in a wrong way", topic: "usage" },
  { id: "status.data", when: { status: [65] }, weights: weigh(-0.5, 0, 1.6, -0.5), says: "status 65: its input is wrong", topic: "bad-data" },
  { id: "status.no-input", when: { status: [66] }, weights: weigh(0.2, 0.2, 0.8, -1), says: "status 66: an input file is not there or not readable", topic: "absent" },
  { id: "status.no-user", when: { status: [67] }, weights: weigh(0.2, 0.2, 1.6, -0.5), says: "status 67: a user is not known", topic: "absent" },
  { id: "status.no-host", when: { status: [68] }, weights: weigh(0, -0.5, 0, 2), says: "status 68: a host is not known", topic: "name-lookup" },
  { id: "status.unavailable", when: { status: [69] }, weights: weigh(1.2, -0.5, -0.5, 1.4), says: "status 69: a service is not available" },
  { id: "status.software", when: { status: [70] }, weights: weigh(-0.5, 2.2, -0.5, -0.5), says: "status 70: it met a bug of its own" },
  { id: "status.system", when: { status: [71, 72] }, weights: weigh(2.4, -0.5, -0.5, -1), says: "an error of the operating system" },
  { id: "status.cannot-create", when: { status: [73] }, weights: weigh(0.8, 0, 1, -1), says: "status 73: an output file cannot be made", topic: "refused" },
  { id: "status.io", when: { status: [74] }, weights: weigh(2, -0.5, -0.3, 0), says: "status 74: reading or writing failed", topic: "broken" },
  { id: "status.try-later", when: { status: [75] }, weights: weigh(1.2, -0.8, -0.5, 1), says: "status 75: it failed for now, and may work later" },
  { id: "status.protocol", when: { status: [76] }, weights: weigh(-0.3, 0, -0.5, 2), says: "status 76: the other side did not keep to the protocol", topic: "peer" },
  { id: "status.rights", when: { status: [77] }, weights: weigh(0.4, -0.8, 2, -0.5), says: "status 77: the rights do not allow it", topic: "refused", advice: { UserFault: "whoever ran this needs other rights" } },
  { id: "status.configuration", when: { status: [78] }, weights: weigh(1.4, 0.2, 0.6, -1), says: "status 78: something is configured wrongly" },
  { id: "status.timeout", when: { status: [124] }, weights: weigh(0, 0, -1, 0), says: "status 124: it took longer than its limit", topic: "timeout" },
];

// biome-ignore format: one row a line reads as the table that it is
export const signalRules: readonly Rule[] = [
  { id: "signal.crash", when: { signal: ["SIGSEGV", "SIGILL", "SIGFPE", "SIGABRT", "SIGTRAP", "SIGSTKFLT"] }, weights: weigh(-0.3, 3, -0.5, -1), says: "{signal}: {command} crashed, which a bug in it does", advice: { SoftwareFault: "the developer of {command} must look at it" } },
  { id: "signal.bus", when: { signal: ["SIGBUS"] }, weights: weigh(1.6, 1.2, -0.8, -1.5), says: "SIGBUS: a file under a memory map was cut, a disk failed or was full, or {command} has a bug" },
  { id: "signal.killed", when: { signal: ["SIGKILL"] }, weights: weigh(2.4, 0, 0.1, -1), says: "SIGKILL: killed from outside; the kernel does so when memory runs out", advice: { SystemFault: "the operator of this host must see whether memory ran out (dmesg) or who ended it" } },
  { id: "signal.ended", when: { signal: ["SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGSTOP"] }, weights: weigh(1.8, 0.2, 0.6, -1), says: "{signal}: somebody on this host ended it", advice: { SystemFault: "the operator of this host must see who ended it" } },
  { id: "signal.keyboard", when: { signal: ["SIGINT", "SIGQUIT"] }, weights: weigh(0.2, -0.5, 2.4, -1), says: "{signal}: ended from the keyboard", advice: { UserFault: "whoever ran this ended it: run it again if that was not meant" } },
  { id: "signal.terminal", when: { signal: ["SIGTTIN", "SIGTTOU"] }, weights: weigh(-0.5, 2.4, 0.6, -1), says: "{signal}: a job beside the script asked for the terminal", advice: { SoftwareFault: "whoever wrote the script must run {command} in the foreground" } },
  { id: "signal.limit", when: { signal: ["SIGXCPU", "SIGXFSZ"] }, weights: weigh(2.6, 0.8, 0, -2), says: "{signal}: a limit of this host on computing time or file size is reached", topic: "exhausted" },
  { id: "signal.forbidden", when: { signal: ["SIGSYS"] }, weights: weigh(1.6, 1.2, -0.5, -1.5), says: "SIGSYS: a system call is forbidden here, or unknown to this kernel" },
  { id: "signal.pipe", when: { signal: ["SIGPIPE"] }, weights: weigh(0.3, 1.2, 0, 0), says: "SIGPIPE: who read its output went away ahead of the end" },
  { id: "signal.alarm", when: { signal: ["SIGALRM", "SIGVTALRM", "SIGPROF"] }, weights: weigh(0.4, 0.8, -0.5, 0), says: "{signal}: a time limit of its own ran out", topic: "timeout" },
  { id: "signal.power", when: { signal: ["SIGPWR"] }, weights: weigh(3, -1, -1, -0.5), says: "SIGPWR: the power fails" },
];

/** Asks what the message was about: it stands behind the rows that state that. */
export const givenUpRules: readonly Rule[] = [
  {
    id: "signal.gave-up",
    when: { signal: ["SIGABRT", "SIGSEGV", "SIGTRAP", "SIGBUS", "SIGILL"], topic: ["exhausted"] },
    weights: weigh(1.4, -2.2, 0, 0),
    says: "{command} gave up because something is used up",
  },
];
