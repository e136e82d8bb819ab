// A soak of the engine: a hundred thousand commands in one run; descriptors, children and memory must stay as they are.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dscript, environment } from "../programs.ts";
import { growthOf, plot } from "./plot.ts";
import { usageOf } from "./processes.ts";
import type { Finding } from "./report.ts";

/** Each turn starts 20 commands in every way that there is. */
const perTurn = 20;
const every = 250;
const mostGrowth = 0.25;

const script = (turns: number): string => `
for (int i = 0; i < ${turns}; i++) {
  /bin/true
  !false
  /bin/true || false
  echo \${i} | cat | cat > /dev/null
  String said = $(echo said)
  Result failed = $(false)
  ( true; echo grouped ) > /dev/null
  try { false } catch (CommandFault f) { /bin/true }
  timeout 10s true
  Job job = $(sleep 0 &)
  cat < /dev/null > /dev/null 2>&1
  cat << END > /dev/null
text \${said}
END
  grep -q x <<< "x"
  job.join()
  sh -c "exit 0" 2> /dev/null
}
`;

export async function soakCommands(count: number, onProgress: (text: string) => void): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-soak-"));
  try {
    writeFileSync(join(folder, "soak.dscript"), script(Math.ceil(count / perTurn)));
    const child = spawn(dscript, ["run", "soak.dscript"], {
      cwd: folder,
      env: environment(folder),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (part: Buffer) => (said += part.toString()));
    child.stderr.on("data", (part: Buffer) => (said += part.toString()));
    const descriptors: number[] = [];
    const memory: number[] = [];
    const started = performance.now();
    const timer = setInterval(() => {
      const usage = usageOf(child.pid ?? 0);
      if (usage === null) return;
      descriptors.push(usage.descriptors);
      memory.push(usage.memory);
      onProgress(`commands: ${Math.round((performance.now() - started) / 1000)} s`);
    }, every);
    const status = await new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
    clearInterval(timer);
    const seconds = Math.round((performance.now() - started) / 1000);
    const problems: string[] = [];
    if (status !== 0) problems.push(`the run ended with ${status}: ${said.slice(-500)}`);
    const more = growthOf(descriptors, "least");
    if (more > 0) problems.push(`descriptors grew by ${Math.round(more * 100)} %`);
    if (growthOf(memory) > mostGrowth) problems.push(`memory grew by ${Math.round(growthOf(memory) * 100)} %`);
    return {
      title: "Commands in one run",
      says: `${Math.ceil(count / perTurn) * perTurn} commands in ${seconds} s; ${problems.length} problems`,
      plots: [plot("descriptors", "", descriptors), plot("memory", "MiB", memory)],
      problems,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
