/** What the samples of the last minutes say (faults 1.3): what this host was short of, and what changed. */

import { type Rule, type Topic, weigh } from "../rule.ts";

const short: readonly Topic[] = ["exhausted", "no-clue", "unexpected-answer"];
const slow: readonly Topic[] = ["timeout"];
const addMemory = { SystemFault: "the operator of this host must see what takes its memory, or add some" } as const;
const makeRoom = { SystemFault: "the operator of this host must make room on {mount}" } as const;
const setClock = { SystemFault: "the operator of this host must see what sets its clock" } as const;

// biome-ignore format: one row a line reads as the table that it is
export const samplerRules: readonly Rule[] = [
  { id: "sampler.oom-kill", when: { signal: ["SIGKILL"], facts: ["oom-killed"] }, weights: weigh(4, 0, -0.5, -1), says: "memory ran out, and the kernel killed processes: {kills} since the run began", advice: addMemory },
  { id: "sampler.oom-kill-within", when: { status: [137], facts: ["oom-killed"] }, weights: weigh(4, 0, -0.5, -1), says: "memory ran out, and the kernel killed processes: {kills} since the run began", advice: addMemory },
  { id: "sampler.oom-kill-near", when: { topic: [...short, ...slow, "peer"], facts: ["oom-killed"] }, weights: weigh(1.2, 0, 0, 0), says: "the kernel killed processes for want of memory: {kills} since the run began", advice: addMemory },
  { id: "sampler.memory", when: { topic: [...short, ...slow], facts: ["memory-pressure"] }, weights: weigh(1.2, 0, 0, 0), says: "work stood still for want of memory {memoryStall} of the last minute", advice: addMemory },
  { id: "sampler.memory-killed", when: { signal: ["SIGKILL"], facts: ["memory-pressure"] }, weights: weigh(1, 0, 0, 0), says: "work stood still for want of memory {memoryStall} of the last minute", advice: addMemory },
  { id: "sampler.memory-limit", when: { topic: [...short, ...slow], facts: ["memory-limit"] }, weights: weigh(1.2, 0, 0, 0), says: "the control group's memory is used up: {groupMemory}", advice: { SystemFault: "the operator of this host must raise the memory limit of the control group, or run less in it" } },
  { id: "sampler.swap", when: { topic: [...short, ...slow], facts: ["swap-storm"] }, weights: weigh(1, 0, 0, 0), says: "this host swaps {pages} pages a second", advice: addMemory },
  { id: "sampler.inodes", when: { topic: ["exhausted", "no-clue"], facts: ["inodes-gone"] }, weights: weigh(4.2, -0.5, -0.5, 0), says: "no inode is free on {mount}: it holds too many files, however small", advice: { SystemFault: "the operator of this host must remove files from {mount}, however small" } },
  { id: "sampler.space", when: { topic: ["exhausted", "no-clue"], facts: ["space-low"] }, weights: weigh(1.6, -0.3, -0.3, 0), says: "{left} are left on {mount}", advice: makeRoom },
  { id: "sampler.shrinks", when: { topic: ["exhausted", "no-clue"], facts: ["space-low", "space-shrinks"] }, weights: weigh(0.6, 0, 0, 0), says: "{mount} lost {lost} within {during}", advice: makeRoom },
  { id: "sampler.read-only", when: { topic: ["refused", "broken", "no-clue"], facts: ["turned-read-only"] }, weights: weigh(3, 0, -0.5, 0), says: "{mount} became read-only while the script ran", advice: { SystemFault: "the operator of this host must find out why {mount} became read-only (dmesg), and mount it anew" } },
  { id: "sampler.descriptors", when: { topic: short, facts: ["descriptors-gone"] }, weights: weigh(1.8, 0, 0, 0), says: "this host has {descriptors} files open, the most that it can have", advice: { SystemFault: "the operator of this host must see who has them open (lsof), or raise fs.file-max" } },
  { id: "sampler.processes", when: { topic: short, facts: ["processes-gone"] }, weights: weigh(1.8, 0, 0, 0), says: "{processes} processes and threads are there, the most that there may be", advice: { SystemFault: "the operator of this host must see what has made so many processes, or raise the limit" } },
  { id: "sampler.clock-tls", when: { trouble: ["tls-early", "tls-expired"], facts: ["clock-stepped"] }, weights: weigh(5, 0, 0, -1.5), says: "this host's clock was set {step}", advice: setClock },
  { id: "sampler.clock", when: { topic: ["timeout", "no-clue", "bad-data"], facts: ["clock-stepped"] }, weights: weigh(1, 0, 0, 0), says: "this host's clock was set {step}", advice: setClock },
  { id: "sampler.asleep", when: { topic: [...slow, "peer"], facts: ["was-asleep"] }, weights: weigh(2, 0, 0, -0.3), says: "this host slept for {asleep}", advice: { SystemFault: "the operator of this host must keep it from sleeping while scripts run" } },
  { id: "sampler.starved", when: { topic: slow, facts: ["starved"] }, weights: weigh(1.4, 0, 0, 0), says: "the engine itself got no processor for {pause}: this host is starved, or somebody stopped the run", advice: { SystemFault: "the operator of this host must see what takes its processors" } },
  { id: "sampler.cpu", when: { topic: slow, facts: ["cpu-saturated"], without: ["waits-peer", "waits-lock", "waits-input", "waits-reader", "slept", "was-stopped"] }, weights: weigh(1.4, 0, 0, 0), says: "{busy} of the processors were in use in the last minute, and others waited for them", advice: { SystemFault: "the operator of this host must see what takes its processors" } },
  { id: "sampler.io", when: { topic: slow, facts: ["io-saturated"] }, weights: weigh(1.4, 0, 0, 0), says: "everything stood still for want of its disks {ioStall} of the last minute", advice: { SystemFault: "the operator of this host must see what keeps its disks busy, and whether they are well" } },
  { id: "sampler.network", when: { topic: ["peer", "name-lookup", "timeout"], facts: ["net-errors"], without: ["loopback-peer"] }, weights: weigh(4, 0, 0, -0.8), says: "the interface {interface} lost {troubles} packets in the last minute", advice: { SystemFault: "the operator of this host must look at {interface} and its cable" } },
];
