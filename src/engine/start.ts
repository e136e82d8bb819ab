/** Where runs begin: the configuration and the program of a script, or a command that stands for one. */

import { shippedCommands, withRows } from "../commands/index.ts";
import type { OriginSet } from "../records/index.ts";
import { Origin } from "../records/index.ts";
import { sandboxVariable } from "../runtime/index.ts";
import { caseFor } from "./argument/case-name.ts";
import { type Config, defaultConfig } from "./config-shape.ts";
import type { Gate, GateSubject } from "./gate/gate.ts";
import { gateSubject } from "./gate/subject.ts";
import { guardPackages } from "./modules/may-load.ts";
import type { NotifyTrial, NotifyTrialRequest } from "./notify-test.ts";
import { readWords } from "./parameters.ts";
import type { Prepared, PrepareRequest } from "./prepare.ts";
import { cachedProgram, keepProgram } from "./program-cache.ts";
import type { Outcome } from "./run-script.ts";
import type { Runnable } from "./runnable.ts";
import { configFor, misconfigured } from "./script-config.ts";
import type { Reporter, ScriptRequest, StartRequest } from "./start-request.ts";
import { startRunnable } from "./start-runnable.ts";
import type { Sandboxed } from "./testing/sandboxed.ts";
import { isUnprepared, type Unprepared } from "./unprepared.ts";

/** Checks a script against its configuration, without running it. */
export async function checkScript(request: ScriptRequest): Promise<Prepared | Unprepared> {
  const found = await configFor(request.name);
  await request.present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return misconfigured(found);
  const { prepare } = await import("./prepare.ts");
  return prepare(configured(request, found.config));
}

/** Runs a script from its name to its end; the outcome, or why it did not start. */
export async function startScript(request: StartRequest): Promise<Outcome | Unprepared> {
  const { reporter } = request;
  const found = await configFor(request.name);
  const language = await request.present(found.ok ? found.config : defaultConfig);
  for (const warning of found.warnings) reporter.say(`dscript: ${warning}\n`);
  if (!found.ok) return misconfigured(found);
  const { config } = found;
  const gate = await openedGate(request, config);
  if (gate !== undefined && isUnprepared(gate)) return gate;
  const sandboxed = process.env[sandboxVariable] === undefined ? undefined : await sandboxOf();
  // Within a test nobody is told, so that nobody needs an address.
  const asked = { ...request, caseFile: request.caseFile ?? sandboxed?.caseFile };
  const { roles = [], ...rest } = configured(asked, config);
  const known = sandboxed === undefined ? { ...rest, roles } : rest;
  const wanted = { ...known, coverage: sandboxed?.isCovered === true, isRun: true };
  const runnable = await runnableOf(wanted, reporter);
  if (isUnprepared(runnable)) return runnable;
  return startRunnable(request, { config, language, sandboxed, gate, commands: wanted.commands }, runnable);
}

/** What a gate would be asked about a run, and the configuration that would count: nothing is run. */
export async function lookAhead(
  request: ScriptRequest & { readonly arguments: readonly string[] },
): Promise<
  { readonly subject: GateSubject; readonly config: Config; readonly program: Runnable["program"] } | Unprepared
> {
  const found = await configFor(request.name);
  await request.present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return misconfigured(found);
  const { config } = found;
  const { prepare } = await import("./prepare.ts");
  const { roles: _, ...asked } = configured(request, config);
  const prepared = await prepare({ ...asked, isRun: true });
  if (isUnprepared(prepared)) return prepared;
  const runnable = prepared.runnable();
  const words = readWords(runnable.program, request.arguments);
  const subject = gateSubject({ request, config, runnable, words, isRehearsal: false, isApart: false });
  return { subject, config, program: runnable.program };
}

/** Runs a single command as a script would, its words as they were given on a command line; the outcome, or why it did not start. */
export async function startCommand(
  request: StartRequest,
  words: readonly string[],
  origin: OriginSet,
): Promise<Outcome | Unprepared> {
  const found = await configFor("-");
  const language = await request.present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return misconfigured(found);
  const { config } = found;
  const gate = await openedGate(request, config);
  if (gate !== undefined && isUnprepared(gate)) return gate;
  const commands = withRows(shippedCommands, config.commands);
  // That a host lacks a program that hosts usually have is no mistake of who asked for it.
  const isKnown = commands.has(words[0] ?? "");
  const { commandAlone } = await import("./command-alone.ts");
  return startRunnable(
    { ...request, isCommand: true },
    { config, language, commands, gate, seesTerminal: true },
    commandAlone(words, isKnown ? Origin.literal : origin, origin),
  );
}

/** The gate of a run; from here on no package's JavaScript is loaded that it does not let through. */
async function openedGate(request: StartRequest, config: Config): Promise<Gate | Unprepared | undefined> {
  const gate = await request.gate?.(config.policy);
  if (gate !== undefined && !isUnprepared(gate))
    guardPackages((path, bytes) =>
      gate.mayLoad(path, bytes) ? undefined : "nobody has agreed on its JavaScript: the gate does not let it run",
    );
  return gate;
}

/** What a test that runs this script has set up. */
async function sandboxOf(): Promise<Sandboxed | undefined> {
  const { readSandbox } = await import("./testing/sandboxed.ts");
  return readSandbox();
}

/** Sends a sample through every channel of `on_fault`, or of a role. */
export async function tryNotify(request: NotifyTrialRequest): Promise<NotifyTrial> {
  const { tryNotify: attempt } = await import("./telling.ts");
  return attempt(request);
}

/** The program of an earlier run, or a new one; the checker and the compiler are loaded only for the latter. */
async function runnableOf(request: PrepareRequest, reporter: Reporter): Promise<Runnable | Unprepared> {
  const known = cachedProgram(request);
  if (known !== undefined) return known;
  const { prepare } = await import("./prepare.ts");
  const prepared = await prepare(request);
  if (isUnprepared(prepared)) {
    // Advice is for whoever writes the script: `check` gives it.
    for (const diagnostic of prepared.diagnostics) if (diagnostic.severity === "error") reporter.diagnostic(diagnostic);
    for (const line of prepared.leftOut) reporter.say(`${line}\n`);
    return prepared;
  }
  const runnable = prepared.runnable();
  keepProgram(request, runnable);
  return runnable;
}

function configured(request: ScriptRequest, config: Config): PrepareRequest {
  const commands = withRows(shippedCommands, config.commands);
  const strict = request.strict || config.strict;
  const roles = [...config.roles.keys()];
  const found = caseFor(request.caseFile, config);
  return {
    ...{ ...request, strict, commands, packages: config.packages, roles, ownRows: config.commands.length > 0 },
    ...(found === undefined ? {} : { case: found }),
  };
}
