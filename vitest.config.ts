// Tells vitest where the tests live and how their run is reported.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./test/reporter/plain-line.ts"],
    pool: "forks",
    // Most of a test is waiting for what it started.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
