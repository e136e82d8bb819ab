/** Signatures of Test and Fake: what a test can set up, hold still, compare and ask for. */

import type { SignatureTable } from "./signature.ts";

export const testSignatures = {
  'Test.fake(String program, int status = 0, String out = "", String err = ""): Fake': {
    says: "Puts a fake ahead of every program of this name, also for what commands start themselves; it answers so until `then` says more.",
    fails: true,
    origin: "literal",
  },
  "Test.onlyFakes(...String allowed): void": {
    says: "From now on only fakes run, the programs named here, and `[ basename cat cut dirname echo expr false grep head ls printf pwd seq sleep sort tail test tr true uniq wc`; any other is a fault.",
    fails: true,
  },
  "Test.setTime(int time): void": {
    says: "Holds the clock of the script at a time, as `Time.now()` gives it; then sleeping and waiting take no time but on it.",
  },
  "Test.advance(Duration time): void": { says: "Moves the clock on, and holds it." },
  "Test.golden(String name, String actual): void": {
    says: "Compares a text with `testdata/NAME.golden` beside the test's file; `dscript test --update` writes it there.",
    fails: true,
  },
  "Test.run(String script, ...String arguments): Result": {
    says: "Runs a whole script, found from the test's file, as `dscript run` does, in the test's folder, with its fakes and its clock.",
    waits: true,
    fails: true,
    origin: "output",
  },
  "Test.watch(String script, Duration time, ...String arguments): Result": {
    says: "Watches a whole script as `Test.run` runs one, until its monitors have looked for so long; on a held clock that takes no time.",
    waits: true,
    fails: true,
    origin: "output",
  },
  "Test.fault(Func<void> action): Fault": {
    says: "The fault that the closure raises; one that raises none is a fault itself.",
    calls: true,
    fails: true,
  },
  "Test.exit(Func<void> action): int": {
    says: "The status with which the closure ends the script; one that does not is a fault.",
    calls: true,
    fails: true,
  },
  "Test.told(String role): String[]": {
    says: "What `notify` has said to a role so far, in this test and in the scripts that it runs; nobody else is told.",
    fails: true,
    origin: "output",
  },
  "Test.asked(String role): String[]": {
    says: "What `approve` has asked of a role so far, in this test and in the scripts that it runs.",
    fails: true,
    origin: "output",
  },
  "Test.approve(String role, boolean yes = true): void": {
    says: "What a role answers to every `approve` from now on; without it a question has no answer, which is an ApprovalFault.",
    fails: true,
  },
  "Test.skip(String why): void": { says: "Ends the test, which counts as skipped.", fails: true },

  'Fake.then(int status, String out = "", String err = ""): Fake': {
    says: "Its answer to the next call behind those that it has answers for; the last one holds for all further calls.",
    fails: true,
  },
  'Fake.when(String[] arguments, int status = 0, String out = "", String err = ""): Fake': {
    says: "A fake for the calls whose arguments begin with these, with answers of its own; of several that fit the last one counts.",
    fails: true,
  },
  "Fake.delay(Duration time): Fake": { says: "Its last answer comes after this time, which is real.", fails: true },
  "Fake.signal(String name): Fake": {
    says: "Its last answer ends with this signal, such as `KILL`, in place of a status.",
    fails: true,
  },
  "Fake.ignoreInput(): Fake": {
    says: "It leaves its standard input unread; else it reads a pipe or a file there to its end.",
    fails: true,
  },
  "Fake.calls(): String[][]": { says: "The arguments of each call so far.", fails: true, origin: "output" },
  "Fake.count(): int": { says: "How often it was called.", fails: true, origin: "output" },
  "Fake.inputs(): String[]": {
    says: "What each call read on standard input, at most 16 MiB; an empty text where it read nothing.",
    fails: true,
    origin: "output",
  },
} as const satisfies SignatureTable;
