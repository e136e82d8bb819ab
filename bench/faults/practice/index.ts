// Failures to learn from: written apart from those that the diagnosis is judged by, and never counted among them.
import { type FaultCase, group, row, user } from "../case.ts";
import { net1 } from "./net-1.ts";
import { net2 } from "./net-2.ts";
import { net3 } from "./net-3.ts";
import { net4 } from "./net-4.ts";
import { net5 } from "./net-5.ts";

const examples = group("practice-examples", [
  row("tac-argv", "tac", "argv-missing-file", user, "tac ${ARGV[0]}", /No such file/, { args: ["readings.txt"] }),
]);

export const practice: readonly FaultCase[] = [...examples, ...net1, ...net2, ...net3, ...net4, ...net5].map(
  (each) => ({
    ...each,
    practice: true,
  }),
);
