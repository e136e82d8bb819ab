/** `dscript notify test`: whether those who are to be told of a fault can be reached. */

import { exitCode, tryNotify } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { language, refuseWords, tell } from "../language.ts";
import { present } from "../present.ts";
import { languageOption } from "../shared-options.ts";
import { show } from "../terminal.ts";

export const notifyCommand: CliCommand = {
  name: "notify",
  operands: "test [FILE]",
  summary: "send a sample to all whom on_fault in dscript.yaml names",
  about: [
    "The configuration is the one that a run of FILE has; without FILE, that of the working directory.\nThe sample goes through every channel, whatever its `when` says; limits on repetition do not count it.",
    "The exit code is 0 when every channel took it, 69 when one did not, and 78 when there is none.",
  ],
  options: [languageOption],
  examples: [
    ["dscript notify test", "whether mail, webhook and command work, and how long each takes"],
    ["dscript notify test /srv/backup.dscript", "with the configuration that this script has"],
  ],
  stopsAtOperand: false,
  completes: () => ["test"],
  async run(_options, operands) {
    const [verb, script] = operands;
    if (verb !== "test" || operands.length > 2) {
      return refuseWords("notify needs to know what to do", "dscript notify test [FILE]");
    }
    const { config, warnings, mistakes, outcomes } = await tryNotify(script, present, (channel) =>
      tell(`dscript: sending a sample by ${channel}\n`),
    );
    for (const warning of warnings) tell(`dscript: ${warning}\n`);
    if (mistakes !== undefined) {
      tell(`dscript: the configuration is wrong\n  ${mistakes.trimEnd()}\n`);
      return exitCode.configuration;
    }
    if (outcomes.length === 0) {
      const where = config === undefined ? "there is no dscript.yaml" : `${config} has no channel in on_fault`;
      const next = "add one: on_fault: { notify: [{ command: [logger, -t, dscript] }] }";
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
