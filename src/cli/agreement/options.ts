/** Options that the commands of agreement share. */

import type { OptionRow } from "../options.ts";
import { languageOption } from "../shared-options.ts";

export const placeOptions: readonly OptionRow[] = [
  { name: "policy", value: "FILE", says: "the policy, where neither the host nor dscript.yaml names one" },
  { name: "json", says: "JSON instead of text" },
  languageOption,
];

export const signOptions: readonly OptionRow[] = [
  {
    name: "key",
    value: "FILE",
    says: "your key, or `agent` or agent:COMMENT for one of the ssh-agent; DSCRIPT_KEY names it otherwise, else ~/.config/dscript/key.pem",
  },
  { name: "passphrase-file", value: "FILE", says: "the first line of this file is your key's passphrase" },
  {
    name: "log-passphrase-file",
    value: "FILE",
    says: "the first line of this file is the passphrase of the log's key",
  },
  ...placeOptions,
];

export const yesOption: OptionRow = { name: "yes", short: "y", says: "do not ask: it has been read before" };
