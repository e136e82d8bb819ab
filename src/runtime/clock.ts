/** The time of a record. */

/** Milliseconds since the epoch, with a fraction; steps of the wall clock during the run do not show. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now();
}
