/** The diagnosis: a symptom in, classes ranked with probabilities and reasons out (faults 1). */

import type { CommandTable } from "../commands/index.ts";
import type { Diagnose, Diagnosis, Symptom } from "../records/index.ts";
import { combine, type Spoken } from "./combine.ts";
import { addOrigins, type Evidence, openEvidence, setErrno } from "./evidence.ts";
import { hear, hearAll, statedBy } from "./hear.ts";
import { type Host, systemHost } from "./host.ts";
import { createTranslator } from "./locale.ts";
import { lookAround } from "./look-around.ts";
import { readMessage } from "./message.ts";
import { firstStage, secondStage } from "./rules/index.ts";
import type { Sampler } from "./sampler/create.ts";
import { addSamples } from "./samples.ts";
import { hearStatus } from "./status.ts";
import { addWaiting } from "./waiting.ts";

export interface DiagnosisOptions {
  readonly commands: CommandTable;
  /** The host that is looked at; this one unless given. */
  readonly host?: Host;
  /** LC_ALL, LC_MESSAGES or LANG, as commands see it: their error texts are recognised in that language too. */
  readonly locale?: string;
  /** What watches this host while the run lasts; undefined until it does. */
  readonly sampler?: () => Sampler | undefined;
}

/** Makes the diagnosis. It never throws; its looks at the surroundings change nothing and take 2 ms at most. */
export function createDiagnosis(options: DiagnosisOptions): Diagnose {
  const host = options.host ?? systemHost();
  const environment = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"];
  const translated = createTranslator(options.locale ?? environment ?? "C");
  return (symptom) => {
    try {
      return diagnose(symptom, options, host, translated);
    } catch {
      // A fault must not be hidden by a bug in its diagnosis: what is left is what the script stated, or the prior.
      const stated = statedBy(symptom);
      return combine(stated === undefined ? [] : [stated]);
    }
  };
}

function diagnose(
  symptom: Symptom,
  { commands, sampler }: DiagnosisOptions,
  host: Host,
  translated: (text: string) => string | undefined,
): Diagnosis {
  const evidence = openEvidence(symptom, commands, host);
  const stated = statedBy(symptom);
  const spoken: Spoken[] = stated === undefined ? [] : [stated];
  const reading = readMessage(wordsSaid(evidence), translated);
  const errno = symptom.errno ?? reading.errno;
  if (errno !== undefined) setErrno(evidence, errno);
  for (const rule of reading.rules) hear(spoken, evidence, rule, 1);
  hearAll(spoken, evidence, firstStage, 1);
  hearStatus(spoken, evidence, commands);
  const subject = evidence.words.find((word) => word.name === symptom.about) ?? lookAround(spoken, evidence, reading);
  addSamples(evidence, sampler?.());
  addWaiting(evidence);
  addOrigins(evidence, subject);
  hearAll(spoken, evidence, secondStage, 1);
  const diagnosis = combine(spoken);
  return subject === undefined ? diagnosis : { ...diagnosis, about: subject.name };
}

/** What the failing part itself said. Of a command without last words the engine's own sentence, but not what it explains of the status: the rules do that. */
function wordsSaid({ symptom, isCommand }: Evidence): string {
  if (symptom.kind === "AssertionFault") return "";
  if (symptom.stderr !== undefined && symptom.stderr !== "") return symptom.stderr;
  return isCommand
    ? symptom.message.replace(/(?:ended with status \d+|was ended by SIG\w+)(?: \([^)]*\))?/g, "")
    : symptom.message;
}
