// Failures to learn from: written apart from those that the diagnosis is judged by, and never counted among them.
import { type FaultCase, group, row, user } from "../case.ts";
import { value1 } from "./value-1.ts";
import { value2 } from "./value-2.ts";
import { value3 } from "./value-3.ts";
import { value4 } from "./value-4.ts";
import { value5 } from "./value-5.ts";

const examples = group("practice-examples", [
  row("tac-argv", "tac", "argv-missing-file", user, "tac ${ARGV[0]}", /No such file/, { args: ["readings.txt"] }),
]);

export const practice: readonly FaultCase[] = [...examples, ...value1, ...value2, ...value3, ...value4, ...value5].map((each) => ({
  ...each,
  practice: true,
}));
