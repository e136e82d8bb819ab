/** Makes operations on a tree, as a command does: `make.ts TREE OPERATIONS` prints what became of each. */

import { make, type Operation } from "../atomic/operations.ts";

const [, , tree = "", operations = "[]"] = process.argv;
// The test that started this wrote them.
const codes = (JSON.parse(operations) as readonly Operation[]).map((each) => make(tree, each));
process.stdout.write(JSON.stringify(codes));
