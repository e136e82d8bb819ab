/** Telling somebody of a fault: the message, the channels, and how often. */

export { channelsFor } from "./filter.ts";
export { keyOf, type Notice, type NoticeClass, nothingHeld } from "./notice.ts";
export {
  type Channel,
  type ChannelFilter,
  type NotifySettings,
  notifyDefaults,
  type SecretSource,
} from "./settings.ts";
export { type ChannelOutcome, type CommandRequest, nameOfChannel, tell } from "./tell.ts";
export { claim } from "./throttle.ts";
