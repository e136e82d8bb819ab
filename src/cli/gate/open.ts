/** What a run needs of the gate, and no more: it is loaded ahead of each run that is asked about. */

export { openGate } from "../../gate/index.ts";
