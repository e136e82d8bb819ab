// The engine's own commands, as notices and approvals start them: nothing of theirs stays behind in an engine that goes on.
import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { runHelper } from "../../../src/runtime/index.ts";

/** Children of this process that have ended, and were not waited for. */
function zombies(): readonly string[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ");
  return children.filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z "));
}

it("leaves no process behind, however it ended", async () => {
  const listeners = process.listenerCount("SIGCHLD");
  const helper = { input: "", environment: new Map([["PATH", "/usr/bin:/bin"]]), directory: "/", id: "helper-test" };
  const stop = new AbortController().signal;
  for (const argv of [["true"], ["false"], ["sleep", "100"], ["/no/such/program"]])
    await runHelper({ ...helper, argv, milliseconds: 300, stop });
  await vi.waitFor(() => expect(zombies()).toEqual([]), { timeout: 10_000 });
  await vi.waitFor(() => expect(process.listenerCount("SIGCHLD")).toBe(listeners), { timeout: 10_000 });
});
