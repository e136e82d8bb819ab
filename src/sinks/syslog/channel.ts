/** One way to a syslog receiver: messages go in, and it is known how many of them surely arrived. */

export interface Channel {
  /** Hands a message over, behind those before; a promise where that has to wait. Fails with a ChannelError where the way is broken. */
  send(message: Buffer): Promise<void> | undefined;
  /** How many of the messages that were handed over need not be sent again, counted from the first. */
  readonly confirmed: number;
  /** Why the way is broken; undefined while it is not. */
  readonly broken: Error | undefined;
  /** Ends the way in good order: when it resolves, `confirmed` is final. Never rejects. */
  finish(): Promise<void>;
  /** Ends the way at once; whatever waits fails. */
  destroy(): void;
}

/** Why a way cannot be opened or broke, with the next step where one is known. */
export class ChannelError extends Error {
  /** The name of the error number, or of Node's own error. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Waits; at once over where the signal says so. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });
}
