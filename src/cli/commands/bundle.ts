/** `dscript bundle`: what a run of a script consists of, with digests. */

import { type Bundle, bundleOf, exitCode, isUnprepared } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { language, refuseWords } from "../language.ts";
import { consoleReporter } from "../reporter.ts";
import { languageOption } from "../shared-options.ts";
import { show, write } from "../terminal.ts";

export const bundleCommand: CliCommand = {
  name: "bundle",
  operands: "FILE",
  summary: "list every file of a run, with digests",
  about: [
    "The script, what it imports, and its dscript.yaml. The canonical digest is taken over what a file says: comments,\nblanks and line breaks change nothing, one word of a command does. The digest of the bytes stands beside it.",
    "Exit codes: 0; 64 a file cannot be read; 76 one has errors; 78 the configuration is wrong.",
  ],
  options: [
    { name: "json", says: "one JSON object instead of text" },
    { name: "print", says: "the canonical text itself, of every file" },
    { name: "expand", says: "the same, with every use of own syntax replaced by what it stands for" },
    languageOption,
  ],
  examples: [
    ["dscript bundle backup.dscript", "what would be agreed on"],
    ["dscript bundle --print backup.dscript | diff before.txt -", "what has changed in what it says"],
  ],
  stopsAtOperand: false,
  completes: "scripts",
  async run(options, operands) {
    const [file] = operands;
    if (file === undefined || operands.length > 1) return refuseWords("bundle needs one file", "dscript bundle FILE");
    const bundle = await bundleOf(file);
    if (isUnprepared(bundle)) {
      const reporter = consoleReporter({ json: false, color: undefined });
      for (const diagnostic of bundle.diagnostics) reporter.diagnostic(diagnostic);
      if (bundle.problem !== undefined) reporter.problem(file, bundle.problem);
      return bundle.code;
    }
    if (options.has("json")) write(1, `${jsonOf(bundle)}\n`);
    else if (options.has("print") || options.has("expand")) write(1, printed(bundle, options.has("expand")));
    else show(1, listed(bundle));
    return exitCode.ok;
  },
};

function listed({ digest, files }: Bundle): string {
  const { text } = language();
  const blocks = files.map(
    ({ role, path, canonical, bytes }) =>
      `${text(role)}  ${path}\n  ${text("canonical")}  ${canonical}\n  ${text("bytes")}  ${bytes}\n`,
  );
  return `${text("bundle")}  ${digest}\n\n${blocks.join("\n")}`;
}

function printed({ files }: Bundle, isExpanded: boolean): string {
  const texts = files.map(({ role, path, text, expanded }) => {
    const shown = isExpanded ? (expanded ?? text) : text;
    return `==> ${role} ${path}\n${shown}`;
  });
  return texts.join("\n");
}

function jsonOf({ digest, language: version, files }: Bundle): string {
  const shown = files.map(({ role, path, canonical, bytes, uses }) => ({
    ...{ role, path, canonical, bytes },
    ...(uses.length > 0 && { uses }),
  }));
  return JSON.stringify({ bundle: digest, language: version, files: shown });
}
