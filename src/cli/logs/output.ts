/** Standard output in large pieces: a million short lines are not a million writes. */

import { write } from "../terminal.ts";

/** UTF-16 units that wait at most. */
const piece = 64 * 1024;

export interface Output {
  /** Takes a text; false where nobody reads any more. */
  readonly put: (text: string) => boolean;
  readonly flush: () => boolean;
}

export function openOutput(): Output {
  let waiting: string[] = [];
  let length = 0;
  let isOpen = true;
  const flush = (): boolean => {
    if (length > 0 && isOpen) isOpen = write(1, waiting.join(""));
    waiting = [];
    length = 0;
    return isOpen;
  };
  return {
    put: (text) => {
      waiting.push(text);
      length += text.length;
      return length < piece ? isOpen : flush();
    },
    flush,
  };
}
