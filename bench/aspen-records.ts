// Makes the records of a bad class at ASPEN (booklet, figure 4): a monitor counts processes, scripts fail beside it, the server falls over.
import { seeded } from "./log-records.ts";

/** Minutes of the story; the class begins at the 30th. */
const minutes = 120;
const start = Date.UTC(2026, 0, 14, 0, 30);

/** Lines of two logs: of the web server with its monitor, and of the operator's host that talks to it. */
export function aspenRecords(seed = 4): { readonly web: readonly string[]; readonly operator: readonly string[] } {
  const random = seeded(seed);
  const web: string[] = [];
  const operator: string[] = [];
  let seq = 0;
  const record = (
    host: string,
    at: number,
    run: string,
    fields: Record<string, unknown>,
    rest: Record<string, unknown> = {},
  ) =>
    JSON.stringify({
      ...fields,
      Time: `${new Date(start + at * 60_000).toISOString().slice(0, 23)}000Z`,
      RunId: run,
      Seq: ++seq,
      Host: host,
      User: "aspen",
      ScriptHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      ...rest,
    });
  const monitor = { ScriptName: "monitor.dscript", ScriptLine: 12, Api: "monitor" };
  for (let at = 0; at < minutes; at += 0.5) {
    // Down from the crash to the operator's restart.
    if (at >= 52 && at < 75) continue;
    const load = at < 30 ? 0 : at < 52 ? ((at - 30) / 22) ** 2 : 0.1 * Math.max(0, 1 - (at - 75) / 20);
    const processes = Math.round(120 + 15 * random() + 2900 * load);
    web.push(
      record("web1", at, "01KEWEB0000000000000MONITR", {
        LogPoint: "PeriodicPoint",
        ...monitor,
        processes: String(processes),
        Load: (0.3 + 0.4 * random() + 38 * load).toFixed(2),
        Memory: String(Math.min(99, Math.round(22 + 4 * random() + 74 * load))),
      }),
    );
  }
  const diagnosis = (name: string, p: number, also: string, reason: string) => ({
    Diagnosis: [
      { class: name, p, reasons: [reason] },
      { class: also, p: Math.round((0.95 - p) * 100) / 100, reasons: [] },
    ],
  });
  for (const at of [46, 48.2, 50.1, 51.3, 51.8])
    web.push(
      record(
        "web1",
        at,
        `01KEWEB000000000000000C${String(Math.round(at * 10)).padStart(3, "0")}`,
        {
          LogPoint: "ErrorPoint",
          FaultType: "SystemFault,SoftwareFault",
          ScriptName: "compile.dscript",
          ScriptLine: 8,
          Api: "gcc",
          argv: "gcc -o main main.c",
          ElapsedTime: 812.5,
          Errno: 11,
          Message: `"gcc" cannot start: Resource temporarily unavailable`,
        },
        {
          ...diagnosis("SystemFault", 0.71, "SoftwareFault", "errno.again +1.8: EAGAIN: no process can be made"),
          Kind: "CommandFault",
          ErrnoName: "EAGAIN",
          Handled: at < 51,
          Owner: "operator",
        },
      ),
    );
  for (const at of [52.5, 57.5, 62.5, 67.5, 72.5])
    operator.push(
      record(
        "ops1",
        at,
        `01KEOPS000000000000000H${String(Math.round(at * 10)).padStart(3, "0")}`,
        {
          LogPoint: "ErrorPoint",
          FaultType: "ExternalFault",
          ScriptName: "check-web.dscript",
          ScriptLine: 3,
          Api: "Http.get",
          url: "http://web1/aspen/login",
          ElapsedTime: 3000.2,
          Message: "GET http://web1/aspen/login did not answer within 3s",
        },
        {
          ...diagnosis("ExternalFault", 0.86, "SystemFault", "network.timeout +2.1: web1 does not answer"),
          Kind: "NetworkFault",
          Handled: false,
          Owner: "other domain",
        },
      ),
    );
  return { web, operator };
}
