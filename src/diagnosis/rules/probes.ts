/** What name servers and ports answer when they are asked about a failing call's peer (faults 1.3). */

import { type Rule, type Topic, weigh } from "../rule.ts";

const names: readonly Topic[] = ["name-lookup", "peer", "no-clue", "timeout"];
const ports: readonly Topic[] = ["peer", "no-clue", "timeout"];
const servers = "the operator of this host must see to its name servers (/etc/resolv.conf)";
const theirs = { ExternalFault: "whoever runs {host} must act; wait and try again, or take another host" } as const;

// biome-ignore format: one row a line reads as the table that it is
export const probeRules: readonly Rule[] = [
  { id: "probe.name-unknown", when: { topic: names, facts: ["name-unknown"] }, weights: weigh(-0.4, 0.5, 0.8, -0.8), says: "asked now, the name servers know no {host}" },
  { id: "probe.name-of-literal", when: { facts: ["name-unknown", "from-literal"] }, weights: weigh(0, 0.9, -0.4, 0), says: "and {host} is written in the script", advice: { SoftwareFault: "the script's developer must correct the name, if it was ever right" } },
  { id: "probe.name-of-environment", when: { facts: ["name-unknown", "from-environment"] }, weights: weigh(0, -0.2, 1.6, -0.6), says: "and {host} comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "probe.name-of-input", when: { facts: ["name-unknown", "from-input"] }, weights: weigh(0, -0.4, 1.4, 0.6), says: "and {host} was given to the script", advice: { UserFault: "whoever ran this must give another value" } },
  { id: "probe.name-of-setting", when: { facts: ["name-unknown", "set-peer"], without: ["from-environment"] }, weights: weigh(0.4, -0.4, 1.6, -0.8), says: "and {host} stands in a file that {command} reads by itself", advice: { UserFault: "whoever set {command} up must correct it there" } },
  { id: "probe.name-of-machine", when: { facts: ["name-unknown", "from-machine"] }, weights: weigh(1.8, -0.2, -0.6, -0.6), says: "and {host} was read from a file of this host's own", advice: { SystemFault: "the operator of this host must correct that file" } },
  { id: "probe.name-of-network", when: { facts: ["name-unknown", "from-network"] }, weights: weigh(0, -0.4, -0.8, 2), says: "and {host} comes from another host's answer", advice: { ExternalFault: "whoever runs the other machine must correct what it answers" } },
  { id: "probe.name-known", when: { topic: ["name-lookup"], facts: ["name-known"] }, weights: weigh(2.4, -0.8, -0.8, 0), says: "asked now, the name servers know {host}: they failed for a while", advice: { SystemFault: servers } },
  { id: "probe.name-failing", when: { topic: names, facts: ["name-failing"] }, weights: weigh(0.4, -0.8, -0.6, 1.8), says: "the name servers cannot tell: those of {host}'s own domain do not answer them", advice: { ExternalFault: "whoever runs the name servers of {host} must act" } },
  { id: "probe.name-silent", when: { topic: ["name-lookup"], facts: ["name-silent"] }, weights: weigh(4, -0.6, -0.6, -0.4), says: "asked now, no name server of this host answers", advice: { SystemFault: servers } },
  { id: "probe.name-refused", when: { topic: names, facts: ["name-refused"] }, weights: weigh(4, -0.8, -0.8, -0.4), says: "no name server runs where this host asks for names", advice: { SystemFault: servers } },
  { id: "probe.port-wrong-literal", when: { topic: ports, facts: ["port-wrong", "from-literal"] }, weights: weigh(-0.2, 3.4, -0.4, -0.6), says: "asked now, {host} refuses connections to port {port}, and takes them at the usual one; the port is written in the script", advice: { SoftwareFault: "the script's developer must correct the port" } },
  { id: "probe.port-wrong-given", when: { topic: ports, facts: ["port-wrong"], without: ["from-literal", "from-output", "from-network"] }, weights: weigh(-0.2, -0.4, 3.4, -0.6), says: "asked now, {host} refuses connections to port {port}, and takes them at the usual one; the port was given to the script", advice: { UserFault: "whoever ran this must give another port" } },
  { id: "probe.port-open", when: { topic: ports, facts: ["port-open"] }, weights: weigh(0, 0.2, 0.3, -0.2), says: "asked now, port {port} of {host} takes connections" },
  { id: "probe.port-refused-there", when: { topic: ports, facts: ["port-refused", "remote-peer"] }, weights: weigh(-0.4, 0, 0, 1.2), says: "asked now, {host} refuses connections to port {port}", advice: theirs },
  { id: "probe.port-refused-here", when: { topic: ports, facts: ["port-refused", "loopback-peer"] }, weights: weigh(1.4, 0, 0, -1), says: "asked now, nothing listens on port {port} of this host", advice: { SystemFault: "the operator of this host must start the service" } },
  { id: "probe.port-silent", when: { topic: ports, facts: ["port-silent", "remote-peer"] }, weights: weigh(-0.2, -0.2, -0.2, 0.8), says: "asked now, port {port} of {host} does not answer", advice: theirs },
  { id: "probe.port-unreachable", when: { topic: ports, facts: ["port-unreachable", "remote-peer"] }, weights: weigh(0.6, -0.4, -0.4, 0.6), says: "asked now, there is no way to {host}" },
  { id: "probe.no-way", when: { topic: [...names, "page"], facts: ["no-way"] }, weights: weigh(4.2, -0.4, -0.4, -0.4), says: "no route of this host leads there, or one forbids it", advice: { SystemFault: "the operator of this host must correct its routes (ip route)" } },
  { id: "probe.gateway-silent", when: { topic: [...names, "page"], facts: ["gateway-silent"] }, weights: weigh(3.8, -0.4, -0.4, -0.2), says: "the gateway of this host, on the way there, does not answer", advice: { SystemFault: "the operator of this host must see to its gateway (ip route, ip neigh)" } },
  { id: "probe.no-authorities", when: { facts: ["no-authorities"] }, weights: weigh(4.2, -0.4, -0.4, -0.6), says: "this host has no list of authorities to check certificates by", advice: { SystemFault: "the operator of this host must install the certificates of authorities (ca-certificates)" } },
  { id: "probe.name-pinned", when: { topic: ports, facts: ["name-pinned"] }, weights: weigh(3.2, -0.2, -0.2, -0.6), says: "/etc/hosts of this host has another address for {host} than the name servers", advice: { SystemFault: "the operator of this host must correct /etc/hosts" } },
];
