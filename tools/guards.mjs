// Runs every guard of the house, one after the other, and fails when one does.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const guards = [
  ["types and layers", ["tsc", "-b"]],
  ["lint, format, cycles, doors", ["biome", "check", "--error-on-warnings"]],
  ["unused code", ["knip"]],
  ["house rules", ["tsx", "tools/house.ts"]],
];

const failed = guards.filter(([name, [program, ...args]]) => {
  const started = performance.now();
  const { status } = spawnSync(`${root}node_modules/.bin/${program}`, args, { cwd: root, stdio: "inherit" });
  console.log(`guard: ${name}: ${status === 0 ? "holds" : "BROKEN"} (${Math.round(performance.now() - started)} ms)`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
