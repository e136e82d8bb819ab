/** Adds to the evidence what the samples say of this host, and of the file systems that the failure is about. */

import { resolve } from "node:path";
import type { Evidence } from "./evidence.ts";
import type { Sampler } from "./sampler/create.ts";
import type { Finding } from "./sampler/finding.ts";
import { pathsAmong } from "./subject.ts";

/** Of a command with many words only the first ones are looked at. */
const mostPaths = 8;

/** Takes a sample, and adds facts with their figures. Without a sampler, as in a run's first moments, only inodes are asked for. */
export function addSamples(evidence: Evidence, sampler: Sampler | undefined): void {
  const places = placesOf(evidence);
  if (sampler === undefined) {
    const full = evidence.topics.has("exhausted") && places.some((place) => evidence.look(place)?.freeInodes === 0);
    if (full) add(evidence, [{ fact: "inodes-gone", values: { mount: "this file system" } }]);
    return;
  }
  for (const place of places) sampler.use(place);
  const view = sampler.look();
  add(evidence, view.findings);
  for (const place of places) add(evidence, view.place(place));
  if (evidence.errno === "EAGAIN" || evidence.topics.has("exhausted")) add(evidence, view.userProcesses());
}

function add({ facts, values }: Evidence, findings: readonly Finding[]): void {
  for (const finding of findings) {
    // The first place that says something is the one that the sentence names.
    if (facts.has(finding.fact)) continue;
    facts.add(finding.fact);
    for (const [name, value] of Object.entries(finding.values)) values.set(name, value);
  }
}

/** The absolute paths that the failure may be about; where it names none, those where programs write of their own accord. */
function placesOf(evidence: Evidence): readonly string[] {
  const { symptom } = evidence;
  const folder = symptom.cwd ?? process.cwd();
  const named = [
    ...(symptom.redirects ?? []).map((target) => target.text),
    ...pathsAmong(evidence).map(({ path }) => path),
  ].filter((path) => path !== "" && !path.includes("\0") && !path.includes("://"));
  const absolute = named.slice(0, mostPaths).map((path) => resolve(folder, path));
  return absolute.length > 0 && !evidence.topics.has("no-clue")
    ? absolute
    : [...absolute, folder, process.env["TMPDIR"] ?? "/tmp"];
}
