/** How many descriptors commands may have: Node.js raises the limit for itself, and a run takes that back once. */

let wanted: number | undefined;

/** Says what the limit was when the engine was started. */
export function startDescriptorLimit(most: number | undefined): void {
  wanted = most;
}

/** Takes the raise back, the first time that somebody starts a command or asks for limits. */
export function restoreDescriptorLimit(lower: (most: number) => void): void {
  const most = wanted;
  wanted = undefined;
  if (most !== undefined) lower(most);
}
