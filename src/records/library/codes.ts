/** Signatures of Hash, Base64, Hex, Random and Url. */

import type { SignatureTable } from "./signature.ts";

export const codeSignatures = {
  "Hash.sha256(String text): String": { says: "The SHA-256 of a text, as 64 hexadecimal digits." },
  "Hash.sha512(String text): String": { says: "The SHA-512 of a text, as 128 hexadecimal digits." },
  "Hash.sha1(String text): String": { says: "The SHA-1 of a text; to compare only, since it can be forged." },
  "Hash.md5(String text): String": { says: "The MD5 of a text; to compare only, since it can be forged." },
  "Hash.hmacSha256(String key, String text): String": {
    says: "The HMAC of a text with SHA-256: what proves that its sender knows the key.",
  },
  "Hash.sha256File(String filename): String": {
    says: "The SHA-256 of a file's content, as sha256sum(1) tells it.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "Hash.sha512File(String filename): String": {
    says: "The SHA-512 of a file's content.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "Hash.md5File(String filename): String": {
    says: "The MD5 of a file's content; to compare only.",
    waits: true,
    fails: true,
    origin: "file",
  },

  "Base64.encode(String text): String": { says: "The bytes of a text in Base64." },
  "Base64.decode(String text): String": {
    says: "The text behind Base64 or its form for URLs, with or without `=`; line ends are passed over. Anything else is a FormatFault with its place.",
    fails: true,
  },
  "Hex.encode(String text): String": { says: "The bytes of a text as hexadecimal digits." },
  "Hex.decode(String text): String": {
    says: "The text behind hexadecimal digits; anything else is a FormatFault with its place.",
    fails: true,
  },

  "Random.uuid(): String": { says: "A new UUID (version 4) from the system's source of chance.", origin: "host" },
  "Random.token(int bytes = 32): String": {
    says: "So many bytes of the system's source of chance, as hexadecimal digits; the value is a secret.",
    fails: true,
    origin: "host",
    secret: true,
  },

  "Url.encode(String text): String": {
    says: "A text as a part of a URL: all but letters, digits and `-._~` becomes `%XX`.",
  },
  "Url.decode(String text): String": {
    says: "The text behind `%XX`; a `%` without two digits is a FormatFault.",
    fails: true,
  },
  "Url.query(Map<String> values): String": { says: "Names and values as the query of a URL, without its `?`." },
  "Url.parse(String text): UrlParts": { says: "The parts of a URL; what is none is a FormatFault.", fails: true },
  "UrlParts.scheme: String": { says: "What stands ahead of `://`, in lower case." },
  "UrlParts.user: String": { says: "The user, or an empty text; a password is not told." },
  "UrlParts.host: String": { says: "The host's name or address, an IPv6 address without brackets." },
  "UrlParts.port: int?": { says: "The port, or null where it is the usual one." },
  "UrlParts.path: String": { says: "The path, as it stands in the URL." },
  "UrlParts.query: Map<String>": { says: "The query's values by their names; of several with one name the last." },
  "UrlParts.fragment: String": { says: "What stands behind `#`, or an empty text." },
} as const satisfies SignatureTable;
