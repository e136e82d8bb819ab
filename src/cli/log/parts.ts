/** The commands of `dscript log`. */

import { statementKinds } from "../../agreement/index.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { filterOptions } from "../logs/filter-options.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { languageOption } from "../shared-options.ts";

interface Part extends Pick<CliCommand, "operands" | "summary" | "about" | "options" | "examples"> {
  readonly word: string;
  /** How many operands it takes. */
  readonly takes: readonly [least: number, most: number];
  /** Loaded when it is asked for. */
  readonly run: (options: ParsedOptions, operands: readonly string[]) => Promise<number>;
}

function partOf({ word, takes: [least, most], run, ...part }: Part): CliCommand {
  const usage = `dscript log ${word} ${part.operands}`;
  return {
    ...part,
    name: `log ${word}`,
    options: [...part.options, { name: "json", says: "JSON instead of text" }, languageOption],
    stopsAtOperand: false,
    completes: "files",
    run: async (options, operands) => {
      if (operands.length < least) return refuseWords(`log ${word} needs more words`, usage);
      if (operands.length > most) return refuseWords(`log ${word} takes no ${operands[most] ?? ""}`, usage);
      return run(options, operands);
    },
  };
}

const passphrase: OptionRow = {
  name: "passphrase-file",
  value: "FILE",
  says: "the first line of this file is the key's passphrase",
};
const logPassphrase: OptionRow = {
  name: "log-passphrase-file",
  value: "FILE",
  says: "the first line of this file is the passphrase of the log's own key",
};

export const logParts: readonly CliCommand[] = [
  partOf({
    word: "init",
    operands: "FOLDER",
    summary: "begin a log",
    about: [
      "The folder is made, with a key that signs the log; copies of a log elsewhere have its name, and keys of their own.",
    ],
    options: [
      { name: "origin", value: "NAME", says: "what the log is called wherever it is: example.org/agreements" },
      logPassphrase,
    ],
    examples: [["dscript log init agreements --origin example.org/agreements", "begin a log"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./init.ts")).initLog(options, operands),
  }),
  partOf({
    word: "key",
    operands: "FILE | agent[:COMMENT]",
    summary: "make a key to sign statements with",
    about: [
      "The key is written to FILE, which only its owner may read; what is shown may be known to all.\nFor `agent`, nothing is made: the public halves of the Ed25519 keys are shown that the ssh-agent at SSH_AUTH_SOCK holds; `agent:COMMENT` names one.",
    ],
    options: [passphrase],
    examples: [["dscript log key ~/.dscript-key.pem", "make a key"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./init.ts")).makeKey(options, operands),
  }),
  partOf({
    word: "append",
    operands: "FOLDER FILE…",
    summary: "append signed statements",
    about: [
      "FILE holds a DSSE envelope, or one a line. With --key it holds statements, which are signed first.\nAll of them are appended, or none; once their numbers are shown, they are on disk.",
      "- is standard input, a line each: every line is appended as it comes, and shown once it is on disk.",
    ],
    options: [{ name: "key", value: "FILE", says: "sign statements with this key" }, passphrase, logPassphrase],
    examples: [
      ["dscript log append agreements statement.json --key ~/.dscript-key.pem", "sign a statement, and append it"],
    ],
    takes: [2, 1000],
    run: async (options, operands) => (await import("./append.ts")).appendFiles(options, operands),
  }),
  partOf({
    word: "show",
    operands: "FOLDER [ENTRY]",
    summary: "what a log holds",
    about: [
      "Without ENTRY, the newest 20 entries: the number, when, who, what. ENTRY is a number, and shows a statement whole.",
      "With --kind, --who, --subject, --since or --until, the newest of those; an index beside the log finds them, and each is checked against the log.",
    ],
    options: [
      { name: "kind", value: "KIND", choices: statementKinds, says: `of this kind: ${statementKinds.join(", ")}` },
      { name: "who", value: "WHO", says: "what this person says" },
      { name: "subject", value: "DIGEST", says: "about what has this SHA-256, or one that begins so" },
      ...filterOptions.filter(({ name }) => name === "since" || name === "until"),
      { name: "no-index", says: "read every entry: who can write the folder can hide some from an index" },
      { name: "number", short: "n", value: "N", says: "show so many entries; 0 for all" },
      { name: "key", says: "show the log's name, size and key instead, as others need them" },
    ],
    examples: [
      ["dscript log show agreements", "the newest entries"],
      [
        "dscript log show agreements --kind agreement --who alice --since 2027-03-01",
        "what alice agreed to since then",
      ],
      ["dscript log show agreements --key", "the key that proofs and exports are checked with"],
    ],
    takes: [1, 2],
    run: async (options, operands) => (await import("./show.ts")).showLog(options, operands),
  }),
  partOf({
    word: "verify",
    operands: "FOLDER | --proof FILE --key KEY",
    summary: "whether a log, or a proof, is what was signed",
    about: [
      "All entries are read, hashed, and compared with the signed root; signatures are checked with the keys of the log's people and of its policy's roots.\nA proof is checked without the log: KEY is what `dscript log show FOLDER --key` says there.",
      "With --since, a log that was put back to an older state, or changed since the checkpoint was made, is found out.",
    ],
    options: [
      { name: "since", value: "CHECKPOINT", says: "check that the log only grew since this checkpoint was made" },
      { name: "proof", value: "FILE", says: "check this proof of an entry; with --since, of growth" },
      { name: "key", value: "KEY", says: "the key of the log that a proof is of: NAME+HASH+KEY" },
    ],
    examples: [
      ["dscript log verify agreements", "find a changed bit, and where it is"],
      ["dscript log verify agreements --since monday.checkpoint", "find entries that were taken back, too"],
    ],
    takes: [0, 1],
    run: async (options, operands) => (await import("./verify.ts")).verify(options, operands),
  }),
  partOf({
    word: "prove",
    operands: "ENTRY FOLDER | FOLDER --since CHECKPOINT",
    summary: "write a proof that the log holds an entry, or that it only grew",
    about: [
      "The proof goes to standard output (c2sp.org/tlog-proof). It holds the entry, and is checked without the log.",
      "With --since it proves that the log begins with all that it held when the checkpoint was made (c2sp.org/tlog-witness).",
    ],
    options: [
      { name: "since", value: "CHECKPOINT", says: "prove that the log only grew since this checkpoint was made" },
    ],
    examples: [
      ["dscript log prove 17 agreements > 17.proof", "a proof to hand on"],
      ["dscript log prove agreements --since monday.checkpoint > growth.proof", "for whoever has the checkpoint"],
    ],
    takes: [1, 2],
    run: async (options, operands) => {
      const since = options.value("since");
      const { proveEntry, proveGrowth } = await import("./prove.ts");
      return since === undefined ? proveEntry(options, operands) : proveGrowth(options, operands, since);
    },
  }),
  partOf({
    word: "checkpoint",
    operands: "FOLDER",
    summary: "write a log's newest checkpoint",
    about: [
      "It goes to standard output: the name, the size, the root, and the signature (c2sp.org/tlog-checkpoint). Kept elsewhere, it shows later whether entries were taken back: `dscript log verify FOLDER --since CHECKPOINT`.",
    ],
    options: [],
    examples: [["dscript log checkpoint agreements > monday.checkpoint", "keep what the log is today"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./prove.ts")).showCheckpoint(options, operands),
  }),
  partOf({
    word: "index",
    operands: "FOLDER",
    summary: "make the index of a log anew",
    about: [
      "The index (SQLite) finds entries for `dscript log show --kind …`. It is made and brought up to date when it is needed, and made anew where it is not what it was: nothing is lost with it.",
    ],
    options: [],
    examples: [["dscript log index agreements", "make it now, before somebody waits for it"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./search.ts")).indexLog(options, operands),
  }),
  partOf({
    word: "export",
    operands: "FOLDER",
    summary: "write a log, or its end, as one file",
    about: ["It goes to standard output: a line that says whose it is, then an entry a line."],
    options: [{ name: "from", value: "ENTRY", says: "begin with this entry" }],
    examples: [["dscript log export agreements > agreements.log", "the whole log"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./export.ts")).exportLog(options, operands),
  }),
  partOf({
    word: "import",
    operands: "FILE FOLDER",
    summary: "take up what another copy of the log has beyond this one",
    about: [
      "A continuation is appended. Where the two differ, the first entry that does is shown as both have it, and nothing is changed.",
    ],
    options: [
      { name: "trust", value: "KEY", says: "let exports that this key signs count from now on: NAME+HASH+KEY" },
      logPassphrase,
    ],
    examples: [["dscript log import agreements.log agreements", "bring a copy up to date"]],
    takes: [2, 2],
    run: async (options, operands) => (await import("./import.ts")).importLog(options, operands),
  }),
];
