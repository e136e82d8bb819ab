/** `dscript notify test`: whether those who are to be told of a fault, or the people of a role, can be reached. */

import { nearest } from "../../diagnostics/index.ts";
import { exitCode, type NotifyTrial, tryNotify } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { language, refuseWords, tell } from "../language.ts";
import { present } from "../present.ts";
import { languageOption } from "../shared-options.ts";
import { show } from "../terminal.ts";

export const notifyCommand: CliCommand = {
  name: "notify",
  operands: "test [FILE]",
  summary: "send a sample to all whom on_fault, or a role, in dscript.yaml names",
  about: [
    "The configuration is the one that a run of FILE has; without FILE, that of the working directory.\nThe sample goes through every channel, whatever its `when` says; limits on repetition do not count it.",
    "With --role NAME the sample goes to the addresses of that role, to whom `notify NAME` of a script speaks.",
    "The exit code is 0 when every channel took it, 69 when one did not, and 78 when there is none.",
  ],
  options: [
    { name: "role", value: "NAME", says: "try the addresses of this role, not those of on_fault" },
    languageOption,
  ],
  examples: [
    ["dscript notify test", "whether mail, webhook and command work, and how long each takes"],
    ["dscript notify test /srv/backup.dscript", "with the configuration that this script has"],
    ["dscript notify test --role operator", "whether those are reached to whom `notify operator` speaks"],
  ],
  stopsAtOperand: false,
  completes: () => ["test"],
  async run(options, operands) {
    const [verb, script] = operands;
    if (verb !== "test" || operands.length > 2) {
      return refuseWords("notify needs to know what to do", "dscript notify test [FILE]");
    }
    const role = options.value("role");
    const started = (channel: string): void => tell(`dscript: sending a sample by ${channel}\n`);
    const trial = await tryNotify({ script, role, present, started });
    const { warnings, mistakes, outcomes } = trial;
    for (const warning of warnings) tell(`dscript: ${warning}\n`);
    if (mistakes !== undefined) {
      tell(`dscript: the configuration is wrong\n  ${mistakes.trimEnd()}\n`);
      return exitCode.configuration;
    }
    if (outcomes.length === 0) {
      const { where, next } = role === undefined ? noChannel(trial) : noRole(trial, role);
      tell(`dscript: nobody would be told: ${where}\n  ${next}\n`);
      return exitCode.configuration;
    }
    for (const { channel, elapsed, failure } of outcomes)
      show(
        1,
        language().text(
          `${channel}: ${failure === undefined ? `told in ${Math.round(elapsed)} ms` : `failed: ${failure}`}\n`,
        ),
      );
    return outcomes.every((outcome) => outcome.failure === undefined) ? exitCode.ok : exitCode.unreachable;
  },
};

interface Nobody {
  readonly where: string;
  readonly next: string;
}

const noFile = "there is no dscript.yaml";

function noChannel({ config }: NotifyTrial): Nobody {
  return {
    where: config === undefined ? noFile : `${config} has no channel in on_fault`,
    next: "add one: on_fault: { notify: [{ command: [logger, -t, dscript] }] }",
  };
}

function noRole({ config, known = [] }: NotifyTrial, role: string): Nobody {
  const near = nearest(role, known);
  const add = `add one: roles: { ${/^[A-Za-z_]\w*$/.test(role) ? role : "operator"}: [{ command: [logger, -t, dscript] }] }`;
  return {
    where: config === undefined ? noFile : `${config} has no address for the role \`${role}\``,
    next: near === undefined ? add : `did you mean \`${near}\`?`,
  };
}
