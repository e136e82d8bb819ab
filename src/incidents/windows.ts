/** How near in time two things must be to have to do with each other. Milliseconds. */

const second = 1000;
const minute = 60 * second;

export const windows = {
  /** Failures of one call with less between them are one error. */
  episode: 15 * minute,
  /** A cause on the same host shows at most so long ahead of its effect. */
  sameHost: 5 * minute,
  /** What one host reports of another happened there at most so long ago. */
  otherHost: 10 * minute,
  /** A change shows its trouble at most so long after it, mostly. */
  change: 30 * minute,
  /** Clocks of two hosts differ by so much. */
  clocks: 5 * second,
  /** Quantities that leave their usual range within this belong together. */
  together: 5 * minute,
} as const;
