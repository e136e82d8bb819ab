/** Which environment variables hold secrets, told by their names, and the passwords in URLs (language 6.7). */

/** One word of a name that speaks of a secret, wherever it stands: `GITHUB_TOKEN`, `TOKEN_OF_CI`, `PGPASSWORD`. */
const speaking = /(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET)$|^(?:SECRETS|PASSWORDS|CREDENTIALS?)$/;
/** Words that speak of one at a name's end only: `SORT_KEY_ORDER` and `PASS_COUNT` are harmless. */
const closing = /^(?:PASS|SSHPASS|(?:API|ACCESS|PRIVATE|SECRET)?KEY)$/;
/** Last words of names that tell of a secret without holding it: `PASSWORD_FILE`, `TOKEN_URL`. */
const harmless = new Set(
  "FILE FILES PATH DIR DIRECTORY FOLDER STORE ID NAME USER URL URI HOST PORT ENDPOINT TYPE ALGORITHM POLICY PROMPT COMMAND HELPER LENGTH SIZE COUNT LIMIT AGE TTL TIME TIMEOUT EXPIRY EXPIRES".split(
    " ",
  ),
);

/** Whether a variable of this name holds a secret; numbers behind it (`API_KEY_2`) and its case do not matter. */
export function isSecretName(name: string): boolean {
  const upper = name.toUpperCase();
  // PWD itself, and what scripts derive from it, are directories.
  if (upper === "MYSQL_PWD") return true;
  const words = upper.replace(/[_\d]+$/, "").split("_");
  const last = words.at(-1) ?? "";
  if (harmless.has(last)) return false;
  if (closing.test(last)) return words.at(-2) !== "PUBLIC";
  return words.some((word) => speaking.test(word));
}

/** The password in a URL, as it stands there and decoded; empty where a text is no URL with one. */
export function passwordsIn(url: string): readonly string[] {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*?:([^/?#]*)@/i.exec(url)?.[1];
  return password === undefined ? [] : [password, decodedPart(password)];
}

/** A part of a URL without its `%XX`; as it is where those are none. */
export function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
