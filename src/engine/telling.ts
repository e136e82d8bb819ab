/** What tells somebody of a fault, as one part of the bundle that is loaded on demand. */

export { notify } from "./notify.ts";
export { tryNotify } from "./notify-test.ts";
