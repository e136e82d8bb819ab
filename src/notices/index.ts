/** Telling somebody of a fault, or what a script says to a role: the message, the channels, and how often. */

export { variables } from "./fields.ts";
export { channelsFor } from "./filter.ts";
export { type Letter, letterOf } from "./letter.ts";
export { fileName, timeText } from "./message.ts";
export { keyOf, type Notice, type NoticeClass, nothingHeld } from "./notice.ts";
export { type RoleNotice, roleLetter } from "./role-letter.ts";
export {
  type Address,
  type Channel,
  type ChannelFilter,
  type CommandSettings,
  type NotifySettings,
  notifyDefaults,
  type RoleSettings,
  type SecretSource,
  type TimedAddress,
} from "./settings.ts";
export { type ChannelOutcome, type CommandRequest, nameOfChannel, tell } from "./tell.ts";
export { claim } from "./throttle.ts";
