/** What a look at the named paths, the peers and this host says (faults 1.3). */

import { type Fact, type Rule, type Topic, weigh } from "../rule.ts";

/** What it waited for was found out: how busy this host is says nothing then. */
const waited = ["waits-peer", "waits-lock", "waits-input", "waits-reader", "slept", "was-stopped"] as const;
const reach: readonly Topic[] = ["peer", "name-lookup"];
/** This host itself cannot reach others, or reaches another one, or another port, than is meant. */
const noWay: readonly Fact[] = [
  "no-network",
  "no-way",
  "gateway-silent",
  "name-pinned",
  "port-wrong",
  "plain-port",
  "tls-port",
];
const startService = { SystemFault: "the operator of this host must start the service" } as const;
const theirs = { ExternalFault: "whoever runs {host} must act; wait and try again, or take another host" } as const;

// biome-ignore format: one row a line reads as the table that it is
export const surroundingRules: readonly Rule[] = [
  { id: "path.machine-place", when: { topic: ["absent", "missing-command"], facts: ["machine-place", "path-missing"], without: ["from-input"] }, weights: weigh(1.9, -0.2, 0, 0), says: "{subject} is something that this host itself should provide", advice: { SystemFault: "the operator of this host must mount it, plug it in, or start what provides it" } },
  { id: "path.absolute", when: { topic: ["absent"], facts: ["absolute-path", "from-literal"] }, weights: weigh(0.6, 0, 0, 0), says: "it is a place of the whole host, which other hosts may have" },
  { id: "path.own-place", when: { topic: ["absent", "refused", "broken"], facts: ["own-path"] }, weights: weigh(1.8, -0.2, -0.4, -0.4), says: "nothing that it was given names {path}: {command} looks for it by itself", advice: { SystemFault: "the operator of this host must see what became of it" } },
  { id: "path.own-settings", when: { topic: ["configuration", "bad-content"], facts: ["own-path"] }, weights: weigh(1.8, -0.2, -0.8, -0.4), says: "nothing that it was given names {path}: {command} reads it by itself", advice: { SystemFault: "the operator of this host must correct {path}" } },
  { id: "path.own-home", when: { topic: ["absent", "refused", "broken", "configuration", "bad-content"], facts: ["own-home"] }, weights: weigh(-0.6, -0.2, 2.6, -0.4), says: "{path} is a file of the user's own, which {command} reads by itself", advice: { UserFault: "whoever ran this must correct {path}" } },
  { id: "path.owner", when: { topic: ["refused"], facts: ["owner-other", "not-root"] }, weights: weigh(0.2, 0, 1, 0), says: "runs as {runner}, {place} is {owner}, mode {mode}" },
  { id: "path.own", when: { topic: ["refused"], facts: ["owner-self", "not-root"] }, weights: weigh(0, 0.2, 1, 0), says: "{place} is of the same user, who can change its mode {mode}" },
  { id: "path.even-root", when: { topic: ["refused"], facts: ["is-root"] }, weights: weigh(1.9, 0, -0.2, 0), says: "even root may not: an attribute, a mount, a container or a security module forbids it", advice: { SystemFault: "the operator of this host must look at what forbids it (lsattr, mount, the container's rights)" } },
  { id: "host.wants-root", when: { topic: ["no-clue"], facts: ["wants-root", "not-root"] }, weights: weigh(0.3, 0, 2.2, -0.5), says: "runs as {runner}, and {command} seldom works for anybody but root", advice: { UserFault: "whoever ran this needs other rights" } },
  { id: "path.no-execute-bit", when: { topic: ["not-executable"], facts: ["no-execute-bit"], without: ["installed-place"] }, weights: weigh(0, 1.6, 0, 0), says: "{place} has mode {mode}, which lets nobody run it", advice: { SoftwareFault: "the script's developer must make it executable (chmod +x)" } },
  { id: "path.read-only", when: { topic: ["refused", "broken", "no-clue"], facts: ["mount-read-only"] }, weights: weigh(2.4, 0, -0.4, 0), says: "{place} lies on a file system that is mounted read-only", advice: { SystemFault: "the operator of this host must find out why it is read-only, and mount it anew" } },
  { id: "path.full", when: { topic: ["exhausted", "no-clue"], facts: ["space-gone"] }, weights: weigh(2.6, -0.5, -0.5, 0), says: "{free} are free where {place} lies", advice: { SystemFault: "the operator of this host must make room" } },
  { id: "path.content", when: { topic: ["no-clue", "unexpected-answer"], facts: ["reads-content"] }, weights: weigh(0.2, 0, 1.9, -0.5), says: "the files that {command} reads are there: what they hold may be wrong", advice: { UserFault: "whoever gave the files must check what they hold" } },
  { id: "path.remote-mount", when: { topic: ["broken", "exhausted", "timeout"], facts: ["remote-mount"] }, weights: weigh(-2, 0, 0, 5), says: "{place} lies on a file server", advice: { ExternalFault: "whoever runs the file server must act" } },
  { id: "path.remote-operand", when: { topic: ["exhausted", "broken"], facts: ["remote-operand"], without: ["space-gone"] }, weights: weigh(-2.2, 0, 0, 4.2), says: "the files are on {host}", advice: theirs },
  { id: "path.remote-absent", when: { topic: ["absent"], facts: ["remote-operand"] }, weights: weigh(-0.5, -0.8, 0, 3.8), says: "the path lies on {host}" },

  { id: "peer.remote-name", when: { topic: ["name-lookup"], facts: ["remote-peer"], without: noWay }, weights: weigh(-0.2, -0.2, -0.2, 1), says: "{host} is no name of this host" },
  { id: "peer.remote", when: { topic: ["peer"], otherTopic: ["name-lookup"], facts: ["remote-peer"], without: noWay }, weights: weigh(-0.8, -1, -1, 2), says: "{host} is another machine", advice: theirs },
  { id: "host.clock-behind", when: { facts: ["clock-behind"] }, weights: weigh(3, 0, 0, -0.5), says: "files of this host were written later than its clock says it is", advice: { SystemFault: "the operator of this host must set its clock" } },
  { id: "host.clock-plausible", when: { facts: ["clock-plausible"] }, weights: weigh(-3.4, 0, 0, 1.8), says: "the clock of this host is not behind its own files", advice: { ExternalFault: "whoever runs the server must give it a certificate that is valid already" } },
  { id: "peer.by-address", when: { facts: ["by-address", "from-literal"] }, weights: weigh(0, 3.6, -0.6, -1), says: "the script names the server by its address, and certificates are for names", advice: { SoftwareFault: "the script's developer must name the server as its certificate does" } },
  { id: "peer.by-given-address", when: { facts: ["by-address", "from-input"] }, weights: weigh(0, -0.4, 3, -1), says: "the server was named by its address, and certificates are for names", advice: { UserFault: "whoever ran this must name the server as its certificate does" } },
  { id: "peer.plain-port", when: { facts: ["plain-port", "from-literal"] }, weights: weigh(0, 3.8, -0.6, -1), says: "the script asks for TLS at a port where none is spoken", advice: { SoftwareFault: "the script's developer must correct the URL's scheme or port" } },
  { id: "peer.given-plain-port", when: { facts: ["plain-port"], without: ["from-literal", "from-shipped", "from-machine", "from-network"] }, weights: weigh(0, -0.4, 3.4, -1), says: "TLS was asked for at a port where none is spoken", advice: { UserFault: "whoever ran this must correct the URL's scheme or port" } },
  { id: "peer.tls-port", when: { facts: ["tls-port", "from-literal"] }, weights: weigh(0, 4.4, -0.6, -2), says: "the script speaks HTTP without TLS to a port of TLS", advice: { SoftwareFault: "the script's developer must correct the URL's scheme or port" } },
  { id: "peer.given-tls-port", when: { facts: ["tls-port"], without: ["from-literal", "from-shipped", "from-machine", "from-network"] }, weights: weigh(0, -0.4, 4, -2), says: "HTTP without TLS was asked for at a port of TLS", advice: { UserFault: "whoever ran this must correct the URL's scheme or port" } },
  { id: "peer.authorities-literal", when: { facts: ["authorities-literal"] }, weights: weigh(-1, 3.6, -0.6, -1.2), says: "the script holds the certificate against the authorities in {list}, and not against those of this host", advice: { SoftwareFault: "the script's developer must name a list that has the server's authority" } },
  { id: "peer.authorities-given", when: { facts: ["authorities-given"] }, weights: weigh(-1, -0.6, 4, -1.2), says: "the authorities in {list} were given to the script, in the place of those of this host", advice: { UserFault: "whoever ran this must give a list that has the server's authority" } },
  { id: "peer.loopback", when: { topic: reach, facts: ["loopback-peer"], without: ["plain-port", "tls-port"] }, weights: weigh(3.8, -0.2, 0, -3), says: "{host} is this host itself: its service does not answer", advice: startService },
  { id: "peer.local-client", when: { topic: reach, facts: ["no-peer", "local-client"] }, weights: weigh(3, 0, 0, -1.5), says: "{command} speaks to a service of this host unless it is told another", advice: startService },
  { id: "peer.named-server", when: { topic: reach, facts: ["named-server", "remote-peer"], without: noWay }, weights: weigh(-3.4, 0, 0, 3.4), says: "the name server {host} was asked, because it was told so, and did not answer", advice: theirs },
  { id: "peer.unknown", when: { topic: reach, facts: ["no-peer"], without: ["local-client", "no-network"] }, weights: weigh(0.4, 0, 0, 0.9), says: "which machine it spoke to is not known" },
  { id: "peer.no-network", when: { topic: reach, facts: ["no-network"], without: ["loopback-peer", "local-client"] }, weights: weigh(4.6, 0, 0, -0.5), says: "this host has no network at all: nothing but loopback is up, or there is no route", advice: { SystemFault: "the operator of this host must bring its network up" } },
  { id: "peer.no-network-quiet", when: { topic: ["no-clue"], facts: ["no-network", "network-command"], without: ["loopback-peer", "local-client"] }, weights: weigh(3.6, -0.2, -0.2, -0.5), says: "this host has no network at all: nothing but loopback is up, or there is no route", advice: { SystemFault: "the operator of this host must bring its network up" } },
  { id: "peer.network-command", when: { topic: ["no-clue"], facts: ["network-command", "remote-peer"], without: noWay }, weights: weigh(0, 0, 0, 2.2), says: "{command} speaks to {host}, another machine" },
  { id: "peer.network-loopback", when: { topic: ["no-clue"], facts: ["network-command", "loopback-peer"] }, weights: weigh(1.2, 0, 0, -1), says: "{command} speaks to a service of this host" },
  { id: "peer.command-missing-there", when: { topic: ["missing-command"], facts: ["network-command", "remote-peer"], without: ["not-started", "misspelt-command", "unsaid", "runs-here"] }, weights: weigh(-1.5, 0, 0, 5), says: "the program is run on {host}" },

  { id: "timeout.remote", when: { topic: ["timeout"], facts: ["remote-peer"], without: noWay }, weights: weigh(0, -0.5, 0, 2.8), says: "{command} waited for {host}, another machine", advice: theirs },
  { id: "timeout.loopback", when: { topic: ["timeout"], facts: ["loopback-peer"] }, weights: weigh(2.4, 0, 0, -2), says: "{command} waited for a service of this host", advice: startService },
  { id: "timeout.network", when: { topic: ["timeout"], facts: ["network-command", "no-peer"] }, weights: weigh(0.3, 0, 0, 1.8), says: "{command} waits for other machines" },
  { id: "timeout.no-network", when: { topic: ["timeout"], facts: ["no-network", "remote-peer"] }, weights: weigh(3.4, 0, 0, 0), says: "this host has no network at all" },
  { id: "timeout.here", when: { topic: ["timeout"], without: ["network-command", "remote-peer", "loopback-peer", "only-waits", "waits-input", "waits-reader", "slept"] }, weights: weigh(0.9, 0.4, 0, -1.2), says: "it works on this host alone, which is slower than expected, or the limit is too short", advice: { SystemFault: "the operator of this host must see what slows it down" } },
  { id: "http.this-host", when: { answer: [500, 599], facts: ["loopback-peer"] }, weights: weigh(3, 0, 0, -1.2), says: "{host} is this host itself", advice: { SystemFault: "the operator of this host must look at the service and its log" } },
  { id: "http.another-host", when: { answer: [500, 599], facts: ["remote-peer"] }, weights: weigh(-0.8, 0, 0, 0.8), says: "{host} is another machine", advice: { ExternalFault: "whoever runs {host} must act; wait and try again, or take another host" } },
  { id: "timeout.searches", when: { topic: ["timeout"], facts: ["searches"] }, weights: weigh(-1, 3, 0, -2), says: "the pattern goes over the same part of the text again and again", advice: { SoftwareFault: "the script's developer must write the pattern without repetitions that overlap or nest" } },
  { id: "timeout.only-waits", when: { topic: ["timeout"], facts: ["only-waits"] }, weights: weigh(0, 2.6, 0, -1.5), says: "{command} only waits: the script itself asks for more time than it grants", advice: { SoftwareFault: "the script's developer must make both times fit" } },
  { id: "timeout.busy", when: { topic: ["timeout"], facts: ["busy-host"], without: waited }, weights: weigh(1.2, 0, 0, 0), says: "this host is very busy: {load} processes want each processor" },
  { id: "host.memory", when: { topic: ["exhausted", "timeout", "no-clue"], facts: ["short-of-memory"] }, weights: weigh(0.8, 0, 0, 0), says: "{memory} of this host's memory are left" },
];
