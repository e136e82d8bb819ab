/** Asks the network what the failing words name: does the name resolve, does the port answer (faults 1.3). Bounded, and it changes nothing. */

import type { FaultArgument, Symptom } from "../records/index.ts";
import { isBadIpv4 } from "./addresses.ts";
import type { Host } from "./host.ts";
import { portInMessage, portOf, usualPorts } from "./probes/ports.ts";
import type { Way } from "./probes/ways.ts";
import type { Fact, Topic } from "./rule.ts";

/** What a question needs of the evidence, and adds to it. */
interface Asking {
  readonly symptom: Symptom;
  readonly host: Host;
  readonly program: string;
  readonly words: readonly FaultArgument[];
  readonly topics: Set<Topic>;
  readonly facts: Set<Fact>;
  readonly values: Map<string, string>;
}

const nameFacts = {
  known: "name-known",
  unknown: "name-unknown",
  failing: "name-failing",
  silent: "name-silent",
  refused: "name-refused",
} as const satisfies Readonly<Record<string, Fact>>;

const portFacts = {
  open: "port-open",
  refused: "port-refused",
  silent: "port-silent",
  unreachable: "port-unreachable",
} as const satisfies Readonly<Record<string, Fact>>;

/** From here on, in milliseconds, a command has taken so long that a longer question is no loss. */
const longEnough = 500;

/** Adds what name servers and ports answer about the peer that was found, and whether this host itself has a way to it; the word with the port, where that is wrong. */
export function addAnswers(asking: Asking, peer: string | undefined, message = ""): FaultArgument | undefined {
  const { facts, topics, host, values, program, words, symptom } = asking;
  // Who got an answer had no trouble to find the machine.
  if (facts.has("no-network") || facts.has("answered")) return undefined;
  if (peer === undefined) {
    if (facts.has("network-command") && !facts.has("local-client")) addOwnSide(asking);
    return undefined;
  }
  const plain = peer.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isBadIpv4(plain)) {
    facts.add("name-unknown");
    topics.add("name-lookup");
    return undefined;
  }
  let address = facts.has("loopback-peer") ? "127.0.0.1" : plain;
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
    const isPatient = symptom.elapsed >= longEnough;
    const answer = host.askName(plain, isPatient);
    if (answer === undefined || (topics.has("page") && answer.state === "unknown")) return undefined;
    const isDead = answer.server !== undefined && addWay(asking, answer.server, "neighbour-silent");
    facts.add(isDead ? "name-refused" : nameFacts[answer.state]);
    if (answer.pinned === "otherwise") facts.add("name-pinned");
    // It never came as far as the machine. A silent server may only be slow today, unless there was time to wait for it.
    const isSilent = answer.state === "silent" && (isDead || isPatient);
    if (answer.state === "unknown" || answer.state === "refused" || isSilent) topics.add("name-lookup");
    if (answer.address === undefined) return undefined;
    address = answer.address;
  }
  if (addWay(asking, address, "none")) return undefined;
  const port = portInMessage(message, peer) ?? portOf(program, words);
  const answer = port === undefined ? undefined : host.askPort(address, port);
  if (port === undefined || answer === undefined) return undefined;
  if (topics.has("page") && answer === "open") return undefined;
  notOfPage(asking);
  values.set("port", String(port));
  const holder = words.find(({ text }) => text.split(/\D+/).includes(String(port)));
  if (answer === "refused" && holder !== undefined && facts.has("remote-peer") && isElsewhere(asking, address, port)) {
    facts.add("port-wrong");
    return holder;
  }
  facts.add(portFacts[answer]);
  return undefined;
}

/** Whether the machine takes connections at a usual port of such a service. */
function isElsewhere({ host, program, words }: Asking, address: string, port: number): boolean {
  return usualPorts(program, words).some((usual) => usual !== port && host.askPort(address, usual) === "open");
}

/** An address that is nobody's (RFC 5737): only this host's routes are asked for it. */
const anywhere = "192.0.2.1";

/** Of a program that knows by itself whom to ask: whether this host can reach anybody, and has name servers that answer. */
function addOwnSide(asking: Asking): void {
  const { facts, topics, host, symptom } = asking;
  const isPatient = symptom.elapsed >= longEnough;
  const answer = host.askName("", isPatient);
  const isDead = answer?.server !== undefined && addWay(asking, answer.server, "neighbour-silent");
  const isMute = answer?.state === "refused" || isDead || (answer?.state === "silent" && isPatient);
  if (isMute) facts.add(answer.state === "silent" && !isDead ? "name-silent" : "name-refused");
  if (isMute) topics.add("name-lookup");
  if (addWay(asking, anywhere, "none") || isMute) notOfPage(asking);
}

/** That a thing is not there was only what a program took the silence for. */
export function notOfPage({ topics }: Pick<Asking, "topics">): void {
  if (topics.delete("page")) topics.add("peer");
}

/** Adds that this host's own way to an address is broken; whether it is broken so. */
function addWay({ host, facts }: Asking, address: string, kind: Way): boolean {
  const way = host.wayTo(address);
  if (way === "none") facts.add("no-way");
  if (way === "gateway-silent") facts.add("gateway-silent");
  return way === kind || way === "none" || way === "gateway-silent";
}
