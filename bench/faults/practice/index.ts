// Failures to learn from: written apart from those that the diagnosis is judged by, and never counted among them.
import { type FaultCase, group, row, user } from "../case.ts";
import { everyday } from "./everyday.ts";
import { local1 } from "./local-1.ts";
import { local2 } from "./local-2.ts";
import { local3 } from "./local-3.ts";
import { local4 } from "./local-4.ts";
import { local5 } from "./local-5.ts";
import { net1 } from "./net-1.ts";
import { net2 } from "./net-2.ts";
import { net3 } from "./net-3.ts";
import { net4 } from "./net-4.ts";
import { net5 } from "./net-5.ts";
import { tls1 } from "./tls-1.ts";
import { tls2 } from "./tls-2.ts";
import { usage1 } from "./usage-1.ts";
import { value1 } from "./value-1.ts";
import { value2 } from "./value-2.ts";
import { value3 } from "./value-3.ts";
import { value4 } from "./value-4.ts";
import { value5 } from "./value-5.ts";

const examples = group("practice-examples", [
  row("tac-argv", "tac", "argv-missing-file", user, "tac ${ARGV[0]}", /No such file/, { args: ["readings.txt"] }),
]);

export const practice: readonly FaultCase[] = [
  ...examples,
  ...everyday,
  ...[...local1, ...local2, ...local3, ...local4, ...local5],
  ...[...net1, ...net2, ...net3, ...net4, ...net5],
  ...[...tls1, ...tls2, ...usage1],
  ...[...value1, ...value2, ...value3, ...value4, ...value5],
].map((each) => ({ ...each, practice: true }));
