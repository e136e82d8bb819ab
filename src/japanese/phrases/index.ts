/** Every phrase of the book. */

import type { Phrase } from "../phrase-book.ts";
import { agreementPhrases } from "./agreement.ts";
import { caseChangePhrases } from "./case-changes.ts";
import { caseCommandPhrases } from "./case-commands.ts";
import { caseFilePhrases } from "./case-files.ts";
import { caseFindingPhrases } from "./case-findings.ts";
import { casePagePhrases, casePageWords, caseViewPhrases } from "./case-page.ts";
import { casePicturePhrases } from "./case-picture.ts";
import { caseRestPhrases } from "./case-rest.ts";
import { caseRulePhrases } from "./case-rules.ts";
import { caseXmlPhrases } from "./case-xml.ts";
import { checkerPhrases } from "./checker.ts";
import { classPhrases } from "./classes.ts";
import { commandLinePhrases } from "./command-line.ts";
import { consentPhrases } from "./consent.ts";
import { custodyPhrases } from "./custody.ts";
import { designPhrases } from "./design.ts";
import { diagnosePhrases } from "./diagnose.ts";
import { diagnosisPhrases } from "./diagnosis.ts";
import { draftPhrases } from "./drafts.ts";
import { enginePhrases } from "./engine.ts";
import { errnoPhrases } from "./errnos.ts";
import { evidencePhrases } from "./evidence.ts";
import { extensionPhrases } from "./extensions.ts";
import { gatePhrases } from "./gate.ts";
import { gateWayPhrases } from "./gate-ways.ts";
import { goalPhrases } from "./goals.ts";
import { incidentPhrases } from "./incidents.ts";
import { injectionPhrases } from "./injection.ts";
import { journalPhrases } from "./journal.ts";
import { jsonPhrases } from "./json.ts";
import { ledgerPhrases } from "./ledger.ts";
import { libraryPhrases } from "./library.ts";
import { logsPhrases } from "./logs.ts";
import { meaningPhrases } from "./meanings.ts";
import { noticePhrases } from "./notices.ts";
import { patternPhrases } from "./patterns.ts";
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
  ...agreementPhrases,
  ...ledgerPhrases,
  ...consentPhrases,
  ...gatePhrases,
  ...custodyPhrases,
  ...syntaxPhrases,
  ...checkerPhrases,
  ...caseRestPhrases,
  ...caseXmlPhrases,
  ...caseFilePhrases,
  ...caseCommandPhrases,
  ...caseViewPhrases,
  ...casePagePhrases,
  ...casePageWords,
  ...patternPhrases,
  ...evidencePhrases,
  ...draftPhrases,
  ...caseChangePhrases,
  ...casePicturePhrases,
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
  ...gateWayPhrases,
  ...goalPhrases,
  ...designPhrases,
  ...caseRulePhrases,
  ...caseFindingPhrases,
  ...testingPhrases,
  ...watchingPhrases,
  ...injectionPhrases,
  ...sandboxPhrases,
  ...statusPhrases,
  ...wgsnPhrases,
  ...errnoPhrases,
];
