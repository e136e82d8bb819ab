// Patterns and cases as texts, for the tests of instances.
import { codecNamed, type DCase, readCase, writeCase } from "../../../src/assurance/index.ts";

/** A case from YAML; the test fails where it cannot be read. */
export function caseOf(text: string, name = "pattern.dcase.yaml"): DCase {
  const reading = readCase(text, name);
  if (!reading.ok) throw new Error(reading.errors.map(({ message }) => message).join("\n"));
  return reading.file.case;
}

/** Written to a file, and read again. */
export function roundTrip(whole: DCase): DCase {
  const codec = codecNamed("yaml");
  if (codec === undefined) throw new Error("there is no codec for YAML");
  return caseOf(writeCase({ case: whole, revisions: [] }, codec).text);
}

/** A line a node: its label, its text, and what is below. */
export function linesOf(whole: DCase): readonly string[] {
  const labels = new Map(whole.nodes.map(({ uid, label }) => [uid, label]));
  return whole.nodes.map(({ uid, label, text, uninstantiated, undeveloped }) => {
    const ends = whole.edges
      .filter(({ from }) => from === uid)
      .map(({ to }) =>
        typeof to === "string" ? (labels.get(to) ?? to) : `${labels.get(to.from)}-${labels.get(to.to)}`,
      );
    const marks = `${uninstantiated === true ? " ◇" : ""}${undeveloped === true ? " △" : ""}`;
    return `${label}: ${text}${marks}${ends.length === 0 ? "" : ` → ${ends.join(" ")}`}`;
  });
}
