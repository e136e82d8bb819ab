/** What ends tasks and plans without being a fault: compiled code lets it pass. */

import { Interruption, ScriptExit } from "../faults/fault.ts";

/** Another branch has failed: this one begins no further task. */
export class BranchEnd extends ScriptExit {
  constructor() {
    super(0, false);
  }
}

/** The run was resumed to take back what an earlier engine did: it has come to where that one ended. */
export class TakeBackOrder extends Interruption {
  constructor() {
    super("dscript undo");
  }
}
