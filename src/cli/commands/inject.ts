/** `dscript inject`: runs a script in bad weather, and says what became of it. */

import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { languageOption } from "../shared-options.ts";

const words = ["list", "plan", "stop", "proxy", "learn"] as const;

export const injectCommand: CliCommand = {
  name: "inject",
  operands: "CAMPAIGN | SCRIPT [ARG…]",
  summary: "run a script in bad weather: faults that are made on purpose",
  about: [
    "CAMPAIGN is a file NAME.campaign.yaml (docs/language/bad-weather.md): which script, which faults, what is expected.\nA SCRIPT with --fault is tried without a file. Each run has a world of its own: what it writes is in memory and gone afterwards.\nWhat this machine does not allow is said in the table, with the reason.",
    "`list` shows all faults, what they need, and whether they are possible here; `plan` shows the runs and makes none;\n`stop` ends a campaign that runs elsewhere; `proxy` is a TCP proxy that behaves badly, by itself;\n`learn` fits the diagnosis' weights on what campaigns have seen, and judges them on tools and mechanisms that were kept back.",
    "Exit codes: 0 all as expected; 1 something is not; 64 usage; 74 results cannot be written; 76 the script does not check;\n78 the campaign file is wrong; 130, 143 interrupted.",
  ],
  options: [
    { name: "fault", value: "FAULT", repeats: true, says: "a fault, for a script without a campaign file" },
    {
      name: "expect",
      value: "WHAT",
      repeats: true,
      says: "a class, an end (done, rolled back, failed, refused) or exit=N",
    },
    { name: "unchanged", value: "PATH", repeats: true, says: "what a run that is not done must leave as it was" },
    { name: "seed", value: "N", says: "what all that is drawn by lot comes from" },
    { name: "runs", value: "N", says: "make only so many of the planned runs, drawn by lot" },
    { name: "parallel", value: "N", says: "so many runs at a time" },
    { name: "timeout", value: "DURATION", says: "end a run, and all that it started, after this time (60s)" },
    { name: "copies", says: "run on copies of the script's folder, without a world of its own" },
    { name: "resume", says: "go on where a campaign stopped that was ended" },
    { name: "results", value: "DIR", says: "where results are kept; NAME.results beside the campaign otherwise" },
    { name: "junit", value: "FILE", says: "also write JUnit XML to a file" },
    { name: "chart", value: "FILE", says: "also write the chart as SVG to a file" },
    { name: "png", value: "FILE", says: "also write the chart as PNG to a file" },
    { name: "evidence", value: "FILE", says: "also add evidence (in-toto) to a file, as a line" },
    { name: "output", short: "o", value: "FILE", says: "learn: where the weights go" },
    { name: "no-experience", says: "leave nothing in the state folder for `dscript inject learn`" },
    { name: "json", says: "JSON instead of a table" },
    { name: "listen", value: "HOST:PORT", says: "proxy: where it listens (127.0.0.1:0, a free port)" },
    { name: "to", value: "HOST:PORT", says: "proxy: where connections go" },
    { name: "latency", value: "DURATION", says: "proxy: how late each part of the answer comes" },
    { name: "refuse", says: "proxy: end each connection at once" },
    { name: "reset", value: "SIZE", says: "proxy: cut the connection after so much of the answer" },
    { name: "silent", says: "proxy: take what is sent, and say nothing" },
    { name: "bandwidth", value: "SIZE", says: "proxy: so much of the answer a second" },
    { name: "status", value: "N", says: "proxy: answer with this HTTP status" },
    { name: "fail-first", value: "N", says: "proxy: only the first N connections are treated badly" },
    languageOption,
  ],
  examples: [
    ["dscript inject list", "what can be made to fail here"],
    ["dscript inject backup.dscript --fault disk-full:/var/backup --expect SystemFault", "one fault"],
    ["dscript inject backup.campaign.yaml", "all faults of a campaign"],
    ["dscript inject backup.campaign.yaml --resume", "the rest of it, after it was ended"],
    ["dscript inject proxy --to 127.0.0.1:8080 --latency 300ms --fail-first 2", "a slow way to a server"],
  ],
  stopsAtOperand: false,
  completes: "files",
  async run(options, operands) {
    const { enter, enterRequest } = await import("../../injection/index.ts");
    const request = enterRequest();
    if (request !== undefined) {
      await enter(request);
      return 0;
    }
    const [first, ...rest] = operands;
    const word = words.find((each) => each === first);
    if (word !== undefined && word !== "plan" && word !== "learn" && rest.length > (word === "stop" ? 1 : 0))
      return refuseWords(`${word} takes no ${rest.at(-1)}`, "dscript inject --help shows what it takes");
    if (word === undefined) {
      const refused = await (await import("../gate/opening.ts")).refuseUnagreed("rehearse", "-");
      if (refused !== undefined) return refused;
    }
    return dispatch(word, options, word === undefined ? operands : rest);
  },
};

async function dispatch(
  word: (typeof words)[number] | undefined,
  options: ParsedOptions,
  operands: readonly string[],
): Promise<number> {
  switch (word) {
    case "list":
      return (await import("../inject/list.ts")).listFaults(options.has("json"));
    case "stop":
      return (await import("../inject/stop.ts")).stopCampaign(operands[0]);
    case "proxy":
      return (await import("../inject/proxy.ts")).runProxy(options);
    case "learn":
      return (await import("../inject/learn.ts")).learnFrom(operands, options);
    case "plan":
    case undefined: {
      const { choose } = await import("../inject/chosen.ts");
      const chosen = await choose(options, operands);
      if (typeof chosen === "number") return chosen;
      if (word === "plan") return (await import("../inject/plan.ts")).showPlan(chosen, options.has("json"));
      return (await import("../inject/run.ts")).runChosen(chosen, options);
    }
  }
}
