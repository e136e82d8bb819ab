/** What `Test.skip` throws: through finally and defer, past every catch, to the end of the test. */

import { ScriptExit } from "../faults/fault.ts";

export class TestSkip extends ScriptExit {
  readonly why: string;

  constructor(why: string) {
    super(0, false);
    this.why = why;
  }
}
