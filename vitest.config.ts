// Tells vitest where the tests live and how their run is reported.
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes minutes begins first, so that at the end no file runs alone while other processors wait. */
const longest = [
  "/house/guards.",
  "/cli/pages-",
  "/examples/",
  "/packages/packages.",
  "/injection/world.",
  "/corpus/run.",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => longest.some((part) => moduleId.includes(part));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Rooms whose tests leave nothing behind in their process: what they import is read once for many of them. */
const shared = [
  "agreement",
  "assurance",
  "charts",
  "checker",
  "commands",
  "compiler",
  "consent",
  "design",
  "diagnostics",
  "docs",
  "incidents",
  "japanese",
  "logs",
  "records",
  "syntax",
  "text",
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "shared", include: shared, isolate: false } },
      { extends: true, test: { name: "alone", include: ["test/**/*.test.ts"], exclude: shared } },
    ],
    reporters: ["default", "./test/reporter/plain-line.ts"],
    pool: "forks",
    sequence: { sequencer: LongestFirst },
    // Most of a test is waiting for what it started.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
