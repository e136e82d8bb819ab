/** The diagnosis of one failure: every rule that has something to say, added up. */

import type { CommandTable } from "../commands/index.ts";
import type { Diagnose, Diagnosis, FailedCall, FaultPlace, Support, Symptom } from "../records/index.ts";
import { isCarrier } from "./carriers.ts";
import { combine, type Spoken } from "./combine.ts";
import { addCredentials } from "./credentials.ts";
import { addMissingName, type Evidence, openEvidence, setErrno } from "./evidence.ts";
import { hear, hearAll } from "./hear.ts";
import { type FileLooks, type Host, systemHost } from "./host.ts";
import { lookAround } from "./look-around.ts";
import { means } from "./means.ts";
import type { MessageReader } from "./message.ts";
import { inLightOfFile } from "./named-file.ts";
import { readOwn } from "./own-message.ts";
import { addOwnModule } from "./own-module.ts";
import type { MessageRule } from "./rule.ts";
import { firstStage, secondStage } from "./rules/index.ts";
import { statedBy } from "./said-by-script.ts";
import type { Sampler } from "./sampler/create.ts";
import { addSamples } from "./samples.ts";
import { shippedWeights, withLearned } from "./shipped.ts";
import { hearStatus } from "./status.ts";
import { addTrace, readTrace } from "./traced.ts";
import { addWaiting } from "./waiting.ts";
import type { WeightTable } from "./weights.ts";
import { addContents, addHolders, addOrigins, addSupport } from "./whence.ts";

export interface DiagnosisOptions {
  readonly commands: CommandTable;
  /** The host that is looked at; this one unless given. */
  readonly host?: Host;
  /** By which files of this host are looked at; node:fs unless given. */
  readonly files?: FileLooks;
  /** LC_ALL, LC_MESSAGES or LANG, as commands see it: their error texts are recognised in that language too. */
  readonly locale?: string;
  /** Nothing is asked of the network: in tests, whose hosts are made up. */
  readonly offline?: boolean;
  /** What speaks for the script at a place. */
  readonly support?: (place: FaultPlace) => Support | undefined;
  /** A user's own rows, which count ahead of the shipped ones. */
  readonly rules?: readonly MessageRule[];
  /** What this host's own campaigns have taught, asked for with the first failure: it counts ahead of the shipped weights. */
  readonly learned?: () => WeightTable | undefined;
  /** What watches this host while the run lasts; undefined until it does. */
  readonly sampler?: () => Sampler | undefined;
}

const silent = (): undefined => undefined;

/** A diagnosis that reads what commands said by whatever reader there is by then: without one, only what the engine says itself. It never throws. */
export function diagnoseWith(options: DiagnosisOptions, reader: () => MessageReader | undefined): Diagnose {
  const known = options.host ?? systemHost(options.files);
  const host = options.offline === true ? { ...known, askName: silent, askPort: silent, wayTo: silent } : known;
  let weights: WeightTable | undefined;
  return (bare, place) => {
    weights ??= withLearned(options.learned?.());
    const support = place && options.support?.(place);
    const symptom = support === undefined ? bare : { ...bare, support };
    const began = performance.now();
    try {
      const sampler = options.sampler?.();
      const diagnosis = diagnose(symptom, {
        commands: options.commands,
        host,
        read: reader() ?? readOwn,
        sampler,
        weights,
      });
      return { ...diagnosis, milliseconds: performance.now() - began };
    } catch {
      // A fault must not be hidden by a bug in its diagnosis: what is left is what the script stated, or the prior.
      const stated = statedBy(symptom);
      return combine(stated === undefined ? [] : [stated], shippedWeights);
    }
  };
}

/** What a failure lets the rules say. */
interface Hearing {
  readonly spoken: readonly Spoken[];
  /** The name of the failing argument, where one was found. */
  readonly about?: string;
  /** The system call that failed, of a command that was traced. */
  readonly call?: FailedCall;
}

function diagnose(symptom: Symptom, setting: Setting): Diagnosis {
  const { spoken, ...found } = listen(symptom, setting);
  return { ...combine(spoken, setting.weights ?? shippedWeights), ...found };
}

/** What the diagnosis of one failure asks. */
export interface Setting {
  readonly commands: CommandTable;
  readonly host: Host;
  readonly read: MessageReader;
  readonly sampler?: Sampler | undefined;
  /** The shipped ones where none are given. */
  readonly weights?: WeightTable;
}

/** Lets every rule speak that has something to say of a failure. */
export function listen(symptom: Symptom, { commands, host, read, sampler }: Setting): Hearing {
  const evidence = openEvidence(symptom, commands, host);
  const stated = statedBy(symptom);
  const spoken: Spoken[] = stated === undefined ? [] : [stated];
  const { program } = evidence;
  const isOwn = !evidence.isCommand;
  const outer = symptom.api.replace(/^.*\//, "");
  const isOpen = !isOwn && (isCarrier(program) || !commands.has(program));
  const said = wordsSaid(evidence);
  // What the engine says itself has rules of its own, by kind and error number: no sentence of it counts twice.
  const isOurs = isOwn || symptom.notStarted === true;
  const heard = (isOurs ? readOwn : read)(said, { program, outer, isOpen, isOwn, status: symptom.status });
  const reading = inLightOfFile(evidence, heard);
  const traced = readTrace(evidence, reading.told, said);
  const errno = symptom.errno ?? traced?.errno ?? reading.errno;
  if (errno !== undefined) setErrno(evidence, errno);
  if (means(reading.rules, "value", "data")) evidence.facts.add("bad-value");
  for (const rule of reading.rules) hear(spoken, evidence, rule, 1);
  hearAll(spoken, evidence, firstStage, 1);
  hearStatus(spoken, evidence, commands);
  addMissingName(evidence, reading.line, commands);
  if (means(reading.rules, "library")) addOwnModule(evidence, reading.line);
  const found =
    evidence.words.find((word) => word.name === symptom.about) ?? lookAround(spoken, evidence, reading, commands);
  const subject = traced === undefined ? found : addTrace(spoken, evidence, traced, found);
  addCredentials(evidence, reading);
  addSamples(evidence, sampler);
  addWaiting(evidence);
  // What is computed with comes from all that is in it.
  addOrigins(evidence, computing.has(symptom.kind) ? undefined : subject);
  addHolders(evidence);
  addContents(evidence, subject);
  addSupport(evidence);
  hearAll(spoken, evidence, secondStage, 1);
  return {
    spoken,
    ...(subject === undefined || subject.name === "" ? {} : { about: subject.name }),
    ...(traced === undefined ? {} : { call: traced.call }),
  };
}

const computing: ReadonlySet<string> = new Set([
  "AssertionFault",
  "ZeroDivisionFault",
  "OverflowFault",
  "IndexFault",
] satisfies Symptom["kind"][]);

/** What the failing part itself said. Of a command without last words the engine's own sentence, but not what it explains of the status: the rules do that. */
function wordsSaid({ symptom, isCommand }: Evidence): string {
  if (symptom.kind === "AssertionFault") return "";
  if (symptom.stderr !== undefined && symptom.stderr !== "") return symptom.stderr;
  return isCommand
    ? symptom.message.replace(/(?:ended with status \d+|was ended by SIG\w+)(?: \([^)]*\))?/g, "")
    : symptom.message;
}
