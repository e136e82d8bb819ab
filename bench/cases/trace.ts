// What following the system calls of commands costs: the same script with and without --trace.
import { existsSync } from "node:fs";
import type { Case } from "../case.ts";
import { dscript } from "../programs.ts";

const TIMES = 200;

const starts = `for (int i = 0; i < ${TIMES}; i++) { /bin/true }
println("done")
`;
// A hundred thousand reads and writes, which are not followed.
const data = `dd if=/dev/zero of=/dev/null bs=512 count=100000 status=none
println("done")
`;
// A call a file, all of which are followed.
const files = `find /usr/share -size +1G
println("done")
`;

const prints = "done";
const isThere = ["/usr/bin/strace", "/usr/local/bin/strace"].some((path) => existsSync(path));

function both(name: string, file: string): Case["contenders"] {
  const plain = { name, argv: [dscript, "run", file], prints };
  return isThere ? [plain, { name: `${name}, traced`, argv: [dscript, "run", "--trace", file], prints }] : [plain];
}

const names = [`${TIMES} × /bin/true`, "100,000 reads and writes", "find in /usr/share"] as const;

export const trace: Case = {
  name: "trace",
  title: "Commands whose system calls are followed (`--trace`)",
  rounds: 5,
  files: { "starts.dscript": starts, "data.dscript": data, "files.dscript": files },
  contenders: [
    ...both(names[0], "starts.dscript"),
    ...both(names[1], "data.dscript"),
    ...both(names[2], "files.dscript"),
  ],
  differences: isThere
    ? [{ name: "one traced command, less the command", of: `${names[0]}, traced`, less: names[0], per: TIMES }]
    : [],
  base: names[0],
  aims: isThere ? [{ of: `${names[1]}, traced`, atMost: 1.5, times: names[1] }] : [],
};
