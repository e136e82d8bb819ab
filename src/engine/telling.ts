/** What tells somebody of a fault, or turns to the people of a role, as one part of the bundle that is loaded on demand. */

export { notify } from "./notify.ts";
export { tryNotify } from "./notify-test.ts";
export { askRole } from "./roles/ask-role.ts";
export { tellRole } from "./roles/tell-role.ts";
