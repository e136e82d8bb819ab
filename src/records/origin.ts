/** Where a value came from: a set of origins, joined as values meet (faults 1.1). */

/** One bit an origin; a set is their sum. */
export const Origin = {
  literal: 1,
  constant: 2,
  argv: 4,
  parameter: 8,
  environment: 16,
  file: 32,
  output: 64,
  prompt: 128,
  host: 256,
  network: 512,
  /** Held by a file that belongs to this host: `/etc/app.conf`. */
  machine: 1024,
  /** Held by a file that lies beside the script: `${SCRIPT_DIR}/limits.txt`. */
  shipped: 2048,
  /** Stated by a context of the D-Case, on which its stakeholders have agreed. */
  agreed: 4096,
} as const;

export type OriginName = keyof typeof Origin;
export type OriginSet = number;

/** Values of these origins came from outside of the script: they may hold anything (language 3). */
const outsideOrigins: OriginSet =
  Origin.argv | Origin.parameter | Origin.environment | Origin.file | Origin.output | Origin.prompt | Origin.network;

/** Whether a value of these origins may have come from outside. */
export function isOutside(origins: OriginSet): boolean {
  return (origins & outsideOrigins) !== 0;
}

/** The names in a set, in the order of their bits. */
export function originNames(origins: OriginSet): readonly OriginName[] {
  // Object.keys of a const object gives exactly its keys.
  return (Object.keys(Origin) as OriginName[]).filter((name) => (origins & Origin[name]) !== 0);
}
