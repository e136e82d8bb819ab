/** Opens the gate of a run: undefined where nothing says that there is one. */

import type { Mode, Tier } from "../consent/index.ts";
import { reason, stepOf, tierOf } from "../consent/index.ts";
import { type Gate, type GateAnswer, type GateSubject, hostName, type LoadProblem } from "../engine/index.ts";
import { type Decided, decide } from "./decide.ts";
import { writeDecision } from "./decision/log.ts";
import { type Laid, layFoundations } from "./foundation.ts";
import { isAgreedCode } from "./packages.ts";
import { askedMode, findPolicy, type GateWishes } from "./policy/find.ts";
import { shownOf } from "./shown.ts";
import { endOfEmergency } from "./steps/emergency.ts";
import { environmentUnder } from "./steps/environment.ts";
import { type Launch, ownLaunch } from "./steps/launch.ts";
import { createWatchOnConsent } from "./under-way.ts";

export interface OpenRequest extends GateWishes {
  /** "0.1.0" */
  readonly engine: string;
  /** The folder of modules that come with dscript: their JavaScript is ours. */
  readonly shipped: string;
  readonly host?: string;
  readonly launch?: Launch;
  readonly clock?: () => number;
}

export interface OpenGate extends Gate {
  /** Each step's result, without deciding anything. */
  readonly explain: (subject: GateSubject) => Promise<Decided>;
  readonly laid: Laid;
}

export async function openGate(request: OpenRequest): Promise<OpenGate | LoadProblem | undefined> {
  const asked = askedMode(request);
  if (typeof asked !== "string") return asked;
  const found = findPolicy(request);
  if (found === undefined && asked === "off") return undefined;
  const clock = request.clock ?? Date.now;
  const host = request.host ?? hostName();
  const laid = await layFoundations({
    found: found ?? reason("DS6041", "no policy says what may run here"),
    ...{ asked, engine: request.engine, now: clock() },
    launch: request.launch ?? ownLaunch(),
  });
  // Without a policy, what was asked for is all that counts.
  const mode = found === undefined ? asked : laid.mode;
  if (mode === "off") return undefined;
  const { policy } = laid;
  const isStrict = mode === "enforce";
  if (isStrict && policy?.environment.path !== undefined) process.env["PATH"] = policy.environment.path;
  const decideOn = (subject: GateSubject): Promise<Decided> =>
    decide(subject, { foundations: { ...laid, mode }, memory: laid.memory, now: clock(), host });
  let isRehearsal = false;
  return {
    laid,
    explain: decideOn,
    environment: (all) => (isStrict && policy !== undefined && !isRehearsal ? environmentUnder(policy, all) : all),
    mayLoad: (path, bytes) => !isStrict || path.startsWith(`${request.shipped}/`) || isAgreedCode(bytes, laid, clock()),
    mayNot(what) {
      if (!isStrict || (what === "rehearse" && policy?.rehearsals === "free")) return undefined;
      return reason("DS6013", withoutAgreement[what].message, { help: withoutAgreement[what].help });
    },
    async ask(subject) {
      isRehearsal =
        subject.isRehearsal && subject.isApart && policy?.rehearsals === "free" && laid.reasons.length === 0;
      const free: GateAnswer = { allowed: true, mode, reasons: [], shown: "", outlived: "undo" };
      if (isRehearsal) return free;
      return answer(await decideOn(subject), { laid, mode, host, clock });
    },
  };
}

const withoutAgreement = {
  rehearse: {
    message: "the policy lets no tests and campaigns run here: what they run, nobody has agreed on",
    help: "run them where rehearsals are free",
  },
  apply: {
    message: "what a dry run has kept is no script that somebody has agreed on",
    help: "let the script be agreed on, then run it: `dscript propose`",
  },
} as const;

interface Answering {
  readonly laid: Laid;
  readonly mode: Exclude<Mode, "off">;
  readonly host: string;
  readonly clock: () => number;
}

async function answer(decided: Decided, { laid, mode, host, clock }: Answering): Promise<GateAnswer> {
  const { asked, bundle, consent, emergency } = decided;
  // Whoever may not run it any more may take back what it began, as long as it is that script and this engine that do so.
  const isUndo =
    asked.isUndo &&
    bundle !== undefined &&
    laid.memory.kept("allowed", bundle.digest) !== undefined &&
    !decided.reasons.some((each) => stepOf(each) <= 3);
  const isAgreed = decided.reasons.length === 0 || emergency !== undefined || isUndo;
  const written = await writeDecision(laid.memory.folder, {
    ...{ allowed: isAgreed, mode, host, now: clock() },
    reasons: [
      ...(emergency === undefined ? [] : [`emergency ${emergency.digest}`]),
      ...(isUndo ? ["undo"] : []),
      ...decided.reasons.map(({ code }) => code),
    ],
    script: asked.path === "" ? asked.name : asked.path,
    bundle: bundle?.digest ?? "0".repeat(64),
    proposal: consent?.proposal.digest,
    runs: isAgreed && !isUndo ? runsIn(consent) : undefined,
  });
  const all =
    written === undefined ? decided : { ...decided, reasons: [...decided.reasons, written], emergency: undefined };
  const allowed = mode !== "enforce" || (isAgreed && written === undefined);
  remember(laid, allowed && isAgreed ? bundle?.digest : undefined, clock());
  const still = mode === "enforce" && allowed && !isUndo ? watchOf(decided, { laid, mode, host, clock }) : undefined;
  return {
    allowed,
    mode,
    reasons: isUndo && written === undefined ? [] : all.reasons,
    ...(bundle === undefined ? {} : { bundle: bundle.digest }),
    ...(emergency === undefined || !allowed || written !== undefined
      ? {}
      : {
          emergency: {
            digest: emergency.digest,
            notify: laid.policy?.breakGlass?.notify ?? [],
            text: `${asked.path} runs on ${host} as an emergency until ${emergency.until}: ${emergency.reason}`,
          },
        }),
    shown: isUndo && written === undefined ? "" : shownOf(all, allowed),
    ...(still === undefined ? {} : { still }),
    outlived: laid.policy?.outlived ?? "undo",
  };
}

function runsIn(consent: Decided["consent"]): number | undefined {
  if (consent === undefined) return undefined;
  const all = [consent.proposal.scope?.runs, ...consent.counted.map(({ scope }) => scope?.runs)];
  const found = all.filter((runs) => runs !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** What was seen now binds from now on. */
function remember({ memory, sees, seen, known }: Laid, bundle: string | undefined, now: number): void {
  try {
    if (known !== undefined && isNew(sees, seen, now)) memory.see({ ...sees, time: Math.max(now, seen.time) });
    if (bundle !== undefined && memory.kept("allowed", bundle) === undefined)
      memory.keepOther("allowed", bundle, { time: now });
  } catch {
    // The decision itself was written, or is refused for that.
  }
}

/** That time has gone on is worth a write now and then. */
const timeIsNew = 60_000;

function isNew({ policyVersion, log }: Laid["sees"], seen: Laid["seen"], now: number): boolean {
  const isSame =
    policyVersion === seen.policyVersion &&
    log?.size === seen.log?.size &&
    log?.root === seen.log?.root &&
    log?.key === seen.log?.key;
  return !isSame || now > seen.time + timeIsNew;
}

function watchOf(decided: Decided, { laid, host, clock }: Answering): GateAnswer["still"] {
  const { asked, consent, core, emergency, tierName = "", facts } = decided;
  const { policy, log, mark, memory, sees } = laid;
  if (emergency !== undefined) {
    const end = endOfEmergency(emergency, policy?.breakGlass ?? { lasts: 0 });
    const at = new Date(end).toISOString();
    return () => (clock() < end ? undefined : reason("DS6121", `the emergency has ended at ${at}`));
  }
  if (policy === undefined || log === undefined) return undefined;
  // As a script that changes something it would be of another class of risk.
  if (tierOf(policy, asked.path, true) !== tierName)
    return () => reason("DS6122", "it changes something, and was let run as one that only reads");
  if (consent === undefined || core === undefined) return undefined;
  const tier = policy.tiers[tierName] as Tier;
  const asks = facts?.asks ?? {};
  return createWatchOnConsent({
    subject: asked,
    proposal: consent.proposal,
    policy,
    tier,
    asks,
    memory,
    log,
    mark,
    core,
    sees,
    host,
    clock,
  });
}
