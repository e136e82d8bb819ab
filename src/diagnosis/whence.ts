/** What speaks for and against classes by where values came from: the failing word, what was read, and what stands behind the script (faults 1.1, 1.6). */

import { type FaultArgument, isOutside, Origin, type OriginSet, type Symptom } from "../records/index.ts";
import { type Evidence, shown } from "./evidence.ts";
import { isInterpreter } from "./infer.ts";
import { namesRead, originsRead } from "./read.ts";
import type { Fact } from "./rule.ts";
import { isSecret } from "./subject.ts";

/** What the origins of the failing argument say; without one, those of all arguments together. */
export function addOrigins(evidence: Evidence, named: FaultArgument | undefined): void {
  // A server that cannot make sense of a request does not mean its URL alone.
  const isRequest = evidence.topics.has("bad-data") && evidence.symptom.answer !== undefined;
  const subject = isRequest ? undefined : named;
  // Which words a program would have got says nothing of why it is not there.
  if (subject === undefined && evidence.facts.has("not-started")) return;
  if (subject === undefined && evidence.facts.has("unsaid")) return;
  if (evidence.facts.has("own-path") || evidence.facts.has("own-home") || evidence.facts.has("from-elsewhere")) return;
  // That the script asks for its first argument says nothing of why it was not given.
  if (evidence.symptom.kind === "ArgumentFault" && evidence.symptom.api === "[]") return;
  // What is read of an answer is another host's, whatever the script asked it by.
  if (evidence.symptom.kind === "FormatFault" && evidence.symptom.api.startsWith("HttpResponse.")) {
    evidence.facts.add("from-network");
    return;
  }
  // Where a secret came from is no secret.
  const all = withoutFiles(evidence, [...evidence.words, ...evidence.symptom.arguments.filter(isSecret)]);
  // A key that is one slip away from one that is there was written wrong by whoever wrote the key.
  const isSlip = /has no key ".*"; (?:it has|the nearest is) "/.test(evidence.symptom.message);
  const asked = asking.has(evidence.symptom.kind) && !isSlip ? (evidence.symptom.asked ?? 0) : 0;
  // Of all words together it is the one from outside that counts; where none is, what no word names may stand on the input.
  const outside = all.find(({ origins: each }) => isOutside(each)) ?? all.find(({ origins: each }) => isAgreed(each));
  const read = subject === undefined && outside === undefined ? namesRead(evidence) : undefined;
  const told =
    subject ?? read ?? outside ?? evidence.words.find(({ text }) => !text.startsWith("-")) ?? evidence.words[0];
  const given = (subject ?? read)?.origins ?? all.reduce((sum, word) => sum | word.origins, 0);
  // What a file or an answer holds is at fault, not the name by which the script found it.
  const origins = asked === 0 || (evidence.symptom.kind !== "FormatFault" && isOutside(given)) ? given | asked : asked;
  if (told !== undefined && !evidence.values.has("subject"))
    evidence.values.set("subject", told.name === "input" ? told.text : shown(told.text));
  for (const fact of originFacts(origins, evidence.symptom)) evidence.facts.add(fact);
  if (evidence.facts.has("from-agreed")) addContext(evidence, told?.context ?? all.find(isStated)?.context);
}

/** Which context of the D-Case it is, and who answers for that. */
function addContext({ values }: Evidence, context: FaultArgument["context"]): void {
  const { key, by, owner } = context ?? {};
  values.set("agreed", key === undefined ? "one of its contexts states it" : `its context ${by} states ${key}`);
  values.set("keeper", owner === undefined ? "the stakeholders of the D-Case" : `the ${owner} of the D-Case`);
}

function isStated({ context }: FaultArgument): boolean {
  return context !== undefined;
}

function isAgreed(origins: OriginSet): boolean {
  return (origins & Origin.agreed) !== 0;
}

/** Where a command was called in a wrong way, the words that may be wrong: a file that is there is none, unless there is nothing else. */
function withoutFiles(evidence: Evidence, words: readonly FaultArgument[]): readonly FaultArgument[] {
  const { isCommand, topics, look, isValue } = evidence;
  if (!isCommand || !aboutForm.some((topic) => topics.has(topic))) return words;
  const left = words.filter((word) => isValue(word) || word.text.startsWith("-") || look(word.text)?.exists !== true);
  return topics.has("bad-data") && left.every(({ text }) => /^-(?:\w|-[\w-]+)$/.test(text)) ? words : left;
}

const aboutForm = ["usage", "ill-formed", "bad-data"] as const;

/** Kinds that are about what was asked, as much as about what was given. */
const asking: ReadonlySet<string> = new Set([
  "AssertionFault",
  "IndexFault",
  "KeyFault",
  "FormatFault",
] satisfies Symptom["kind"][]);

/** Where that comes from what it read. */
export function addContents(evidence: Evidence, subject: FaultArgument | undefined): void {
  // A file or an input whose holder is known needs no second look.
  if (holders.some(([, held]) => evidence.facts.has(held))) return;
  const words = evidence.words.filter((word) => word !== ownProgram(evidence));
  const [fact] = originFacts(originsRead({ ...evidence, words }, subject), evidence.symptom);
  if (fact !== undefined && fact in heldFacts) evidence.facts.add(heldFacts[fact as keyof typeof heldFacts]);
}

const heldFacts = {
  "from-literal": "holds-literal",
  "from-input": "holds-given",
  "from-environment": "holds-given",
  "from-output": "holds-output",
  "from-network": "holds-network",
  "from-shipped": "holds-literal",
  "from-agreed": "holds-given",
  "from-machine": "holds-machine",
} as const satisfies Partial<Record<Fact, Fact>>;

/** What an interpreter is given first: it is the program, and no data of it. */
function ownProgram({ words, program }: Evidence): FaultArgument | undefined {
  return isInterpreter(program) ? words.find(({ text }) => !text.startsWith("-")) : undefined;
}

/** Where that came from which a command read: the files that it was given, else its input. */
export function addHolders(evidence: Evidence): void {
  const { words, symptom, facts, values } = evidence;
  const own = ownProgram(evidence);
  const given = [
    ...words.filter((word) => word !== own),
    ...(symptom.redirects ?? []).filter(({ name }) => name === "<"),
  ];
  const found = holders.flatMap(([origin, fact]) => {
    const word = given.find(({ holds = 0 }) => (holds & origin) !== 0);
    return word === undefined ? [] : [{ fact, holder: shown(word.text) }];
  })[0];
  const { input = 0 } = symptom;
  if (found !== undefined) {
    facts.add(found.fact);
    values.set("holder", found.holder);
    return;
  }
  values.set("holder", "what it reads on its input");
  const fact = holders.find(([origin]) => (input & origin) !== 0)?.[1];
  if (isOutside(input) || fact !== undefined) {
    if ((input & ofPeople) === 0 && fact !== undefined) facts.add(fact);
  } else if (input !== 0) facts.add("holds-literal");
}

const ofPeople: OriginSet = Origin.argv | Origin.parameter | Origin.prompt | Origin.environment;

const holders = [
  [Origin.network, "holds-network"],
  [Origin.shipped, "holds-shipped"],
  [Origin.machine, "holds-machine"],
  [Origin.host, "holds-host"],
] as const satisfies readonly (readonly [OriginSet, Fact])[];

/** What speaks for the script where it failed. */
export function addSupport({ symptom: { support }, facts, values }: Evidence): void {
  if (support?.tests !== undefined && support.tests > 0) {
    facts.add("tested");
    values.set("tests", support.tests === 1 ? "a test" : `${support.tests} tests`);
  }
  if (support?.runs !== undefined && support.runs > 0) {
    facts.add("worked");
    values.set("runs", support.runs === 1 ? "once" : `${support.runs} times`);
    values.set("last", localMinute(support.lastRun ?? 0));
  }
  if (support?.evidence === undefined || support.evidence.length === 0) return;
  values.set("evidence", labelsIn(support.evidence));
  facts.add(support.goal === undefined ? "argued-script" : "argued");
  values.set("goal", bare(support.goal ?? ""));
}

/** "Sn1, Sn2, Sn3, …" */
function labelsIn(labels: readonly string[]): string {
  const first = labels.slice(0, mostLabels).map(bare);
  return (labels.length > mostLabels ? [...first, "…"] : first).join(", ");
}

const mostLabels = 3;

function bare(label: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(label) ? label : shown(label);
}

/** "2026-11-26 09:30", as the clock of this host shows it. */
function localMinute(time: number): string {
  const at = new Date(time);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The origin that counts: whoever is closest to a person's hand first. */
export function originFacts(origins: OriginSet, { kind }: Symptom): readonly Fact[] {
  const has = (one: OriginSet): boolean => (origins & one) !== 0;
  if (has(Origin.argv | Origin.parameter | Origin.prompt)) return ["from-input"];
  if (has(Origin.environment)) return ["from-environment"];
  if (has(Origin.agreed)) return ["from-agreed"];
  // How a program of this host words what it tells of a file is no matter of that file.
  if (has(Origin.host) && kind === "FormatFault") return ["from-host"];
  if (has(Origin.network)) return ["from-network"];
  if (has(Origin.shipped)) return ["from-shipped"];
  if (has(Origin.machine)) return ["from-machine"];
  if (has(Origin.file)) return ["from-file"];
  if (has(Origin.host)) return ["from-host"];
  if (has(Origin.output)) return ["from-output"];
  return has(Origin.literal | Origin.constant) ? ["from-literal"] : [];
}
