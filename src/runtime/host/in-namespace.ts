/** Calls of the system that a flow makes: within the trees that it writes apart, where it does. */

/** A mount namespace in which a flow's commands and files are. */
export interface FlowNamespace {
  /** Does something within it: all that is to be seen there happens ahead of the first wait. */
  readonly within: <T>(work: () => T) => T;
  /** The same for work that makes no thread, in which Node does no call of files but synchronous ones: it need not wait until threads are made. */
  readonly briefly: <T>(work: () => T) => T;
  /** Where the engine cannot enter it: the words of a program that does, and becomes the command behind them, in this directory. */
  readonly words?: (directory: string) => readonly string[];
}

/** Does something where the flow's files are; without a namespace that costs the look whether there is one. */
export function inNamespace<T>(flow: { readonly namespace: FlowNamespace | null }, work: () => T): T {
  const { namespace } = flow;
  return namespace === null ? work() : namespace.within(work);
}

/** The same for work that makes no thread, as the way of each command does. */
export function brieflyInNamespace<T>(flow: { readonly namespace: FlowNamespace | null }, work: () => T): T {
  const { namespace } = flow;
  return namespace === null ? work() : namespace.briefly(work);
}
