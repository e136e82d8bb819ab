/** What a function of the library looks like to its table. */

import type { RuntimeApi } from "../../records/index.ts";

/** A function of (flow, site, receiver?, ...arguments); an argument that a script leaves out is undefined. */
export type LibraryFunction = RuntimeApi["library"][string];

/** Functions by the keys of the signature table. */
export type Functions = Readonly<Record<string, LibraryFunction>>;
