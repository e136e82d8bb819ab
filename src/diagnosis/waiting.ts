/** Adds to the evidence what a command was held up by when its time ran out. */

import type { Evidence } from "./evidence.ts";
import type { Fact } from "./rule.ts";

/** The share of one processor from which a command counts as one that computes: an endless loop gets that much of a busy host, too. Below, others kept it from that. */
const computes = 0.25;

/** Of this host: what holds up those that compute, read and write. */
const busy = ["busy-host", "cpu-saturated", "io-saturated"] as const;

export function addWaiting(evidence: Evidence): void {
  const { symptom, facts, values } = evidence;
  const { waiting } = symptom;
  if (waiting === undefined) return;
  const { subject, holder, share = 1 } = waiting;
  values.set("waited", subject ?? "it");
  values.set("holder", holder ?? "another process");
  values.set("share", share.toFixed(2));
  facts.add(factOf());
  // What was seen to wait for something else wanted no processor and no disk, however busy they were.
  if (waiting.on !== "processor" && waiting.on !== "disk") for (const fact of busy) facts.delete(fact);

  function factOf(): Fact {
    switch (waiting?.on) {
      case "peer":
        return isHere(evidence, subject) ? "waits-service" : "waits-peer";
      case "lock":
        return "waits-lock";
      case "disk":
        return isRemote(evidence, subject) ? "waits-file-server" : "waits-disk";
      case "processor":
        return share >= computes ? "computed" : "wanted-processor";
      case "input":
        // A pipe among the places of this host's services is one that a service should write to.
        return /^\/(?:var\/)?run\//.test(subject ?? "") ? "waits-service" : "waits-input";
      case "reader":
        return "waits-reader";
      case "timer":
        return "slept";
      case "stopped":
      case undefined:
        return "was-stopped";
    }
  }
}

/** A socket of this host has no address, or one of this host's. */
function isHere({ host }: Evidence, subject: string | undefined): boolean {
  const address = /^\[?(.*?)\]?:\d+$/.exec(subject ?? "")?.[1];
  return address === undefined || host.isSelf(address);
}

function isRemote({ look }: Evidence, subject: string | undefined): boolean {
  return subject !== undefined && look(subject)?.remote === true;
}
