/** Every phrase of the book. */

import type { Phrase } from "../phrase-book.ts";
import { caseFindingPhrases } from "./case-findings.ts";
import { caseRestPhrases } from "./case-rest.ts";
import { caseRulePhrases } from "./case-rules.ts";
import { checkerPhrases } from "./checker.ts";
import { classPhrases } from "./classes.ts";
import { commandLinePhrases } from "./command-line.ts";
import { designPhrases } from "./design.ts";
import { diagnosePhrases } from "./diagnose.ts";
import { diagnosisPhrases } from "./diagnosis.ts";
import { enginePhrases } from "./engine.ts";
import { errnoPhrases } from "./errnos.ts";
import { extensionPhrases } from "./extensions.ts";
import { incidentPhrases } from "./incidents.ts";
import { injectionPhrases } from "./injection.ts";
import { journalPhrases } from "./journal.ts";
import { jsonPhrases } from "./json.ts";
import { libraryPhrases } from "./library.ts";
import { logsPhrases } from "./logs.ts";
import { meaningPhrases } from "./meanings.ts";
import { noticePhrases } from "./notices.ts";
import { processPhrases } from "./processes.ts";
import { rehearsalPhrases } from "./rehearsal.ts";
import { rolePhrases } from "./roles.ts";
import { runsPhrases } from "./runs.ts";
import { runtimePhrases } from "./runtime.ts";
import { samplerPhrases } from "./sampler.ts";
import { sandboxPhrases } from "./sandbox.ts";
import { sinkPhrases } from "./sinks.ts";
import { statusPhrases } from "./statuses.ts";
import { syntaxPhrases } from "./syntax.ts";
import { taskPhrases } from "./tasks.ts";
import { testingPhrases } from "./testing.ts";
import { watchingPhrases } from "./watching.ts";
import { wgsnPhrases } from "./wgsn.ts";

export const phrases = (): readonly Phrase[] => [
  ...syntaxPhrases,
  ...checkerPhrases,
  ...classPhrases,
  ...extensionPhrases,
  ...runtimePhrases,
  ...taskPhrases,
  ...processPhrases,
  ...diagnosisPhrases,
  ...meaningPhrases,
  ...diagnosePhrases,
  ...samplerPhrases,
  ...enginePhrases,
  ...sinkPhrases,
  ...jsonPhrases,
  ...libraryPhrases,
  ...noticePhrases,
  ...rolePhrases,
  ...commandLinePhrases,
  ...rehearsalPhrases,
  ...runsPhrases,
  ...journalPhrases,
  ...logsPhrases,
  ...incidentPhrases,
  ...designPhrases,
  ...caseRulePhrases,
  ...caseFindingPhrases,
  ...caseRestPhrases,
  ...testingPhrases,
  ...watchingPhrases,
  ...injectionPhrases,
  ...sandboxPhrases,
  ...statusPhrases,
  ...wgsnPhrases,
  ...errnoPhrases,
];
