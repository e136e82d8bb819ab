// What a fault costs that is raised, classified, logged and caught.
import type { Case } from "../case.ts";
import { dscript } from "../programs.ts";

const TIMES = 1000;

/** A script that does something again and again and counts the faults. */
function again(body: string): string {
  return `int caught = 0
for (int i = 0; i < ${TIMES}; i++) {
  try { ${body} } catch (Fault f) { caught += 1 }
}
println("\${caught}")
`;
}

const all = String(TIMES);

export const faults: Case = {
  name: "faults",
  title: "A fault raised, classified and caught",
  rounds: 5,
  files: {
    "none.dscript": again(`int n = "\${i}".length`),
    "thrown.dscript": again('throw UserFault("no such day: ${i}")'),
    "file.dscript": again('System.fopen("/nonexistent/file", "r")'),
    "true.dscript": again("/bin/true"),
    "false.dscript": again("/bin/false"),
  },
  contenders: [
    { name: `${TIMES} × no fault`, argv: [dscript, "run", "none.dscript"], prints: "0" },
    { name: `${TIMES} × throw`, argv: [dscript, "run", "thrown.dscript"], prints: all },
    { name: `${TIMES} × a file call that fails`, argv: [dscript, "run", "file.dscript"], prints: all },
    { name: `${TIMES} × /bin/true`, argv: [dscript, "run", "true.dscript"], prints: "0" },
    { name: `${TIMES} × /bin/false`, argv: [dscript, "run", "false.dscript"], prints: all },
  ],
  differences: [
    { name: "one throw", of: `${TIMES} × throw`, less: `${TIMES} × no fault`, per: TIMES },
    { name: "one failing file call", of: `${TIMES} × a file call that fails`, less: `${TIMES} × no fault`, per: TIMES },
    {
      name: "one failing command, less the command",
      of: `${TIMES} × /bin/false`,
      less: `${TIMES} × /bin/true`,
      per: TIMES,
    },
  ],
  base: `${TIMES} × no fault`,
  aims: [
    { of: "one throw", atMostMs: 1 },
    { of: "one failing file call", atMostMs: 1 },
    { of: "one failing command, less the command", atMostMs: 1 },
  ],
};
