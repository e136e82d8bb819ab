/** Asks the network what the failing words name: does the name resolve, does the port answer (faults 1.3). Bounded, and it changes nothing. */

import type { FaultArgument } from "../records/index.ts";
import type { Host } from "./host.ts";
import { portOf } from "./probes/ports.ts";
import type { Fact, Topic } from "./rule.ts";

/** What a question needs of the evidence, and adds to it. */
interface Asking {
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

/** Adds what name servers and ports answer about the peer that was found. */
export function addAnswers({ facts, topics, host, values, program, words }: Asking, peer: string | undefined): void {
  // Who got an answer had no trouble to find the machine.
  if (peer === undefined || facts.has("no-network") || facts.has("answered") || topics.has("page")) return;
  const plain = peer.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  let address = facts.has("loopback-peer") ? "127.0.0.1" : plain;
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
    const answer = host.askName(plain);
    if (answer === undefined) return;
    facts.add(nameFacts[answer.state]);
    // It never came as far as the machine. A silent server may only be slow today.
    if (answer.state === "unknown" || answer.state === "refused") topics.add("name-lookup");
    if (answer.address === undefined) return;
    address = answer.address;
  }
  const port = portOf(program, words);
  const answer = port === undefined ? undefined : host.askPort(address, port);
  if (port === undefined || answer === undefined) return;
  facts.add(portFacts[answer]);
  values.set("port", String(port));
}
