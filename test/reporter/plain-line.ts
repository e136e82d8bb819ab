// A vitest reporter that closes each run with one plain line that any tool can read.
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Prints `tests: N passed, N failed, N skipped`; a file that does not load, or a throw outside a test, is one failure. */
export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") count.passed += 1;
        else if (state === "skipped") count.skipped += 1;
        else failedHere += 1;
      }
      if (failedHere === 0 && !module.ok()) failedHere = 1;
      count.failed += failedHere;
    }
    // The default reporter writes its summary in the same tick; the plain line must come after it.
    setImmediate(() => console.log(`tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
  }
}
