/** Whose certificates are believed: this host's own store, as other programs of the host have it. */

import { readFileSync } from "node:fs";
import { createSecureContext, type SecureContext } from "node:tls";
import { Refusal } from "../files/refusal.ts";
import type { Environment } from "../flow.ts";

/** Where Debian, Red Hat, SUSE, Alpine and the BSDs keep them. */
const stores = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

// Reading a store of 140 certificates takes some milliseconds.
const known = new Map<string, SecureContext>();

/** The certificates to believe: of `SSL_CERT_FILE` where that is set, of this host, or those that Node.js brings along. */
export function trustOf(environment: Environment): SecureContext {
  for (const name of ["SSL_CERT_FILE", "CURL_CA_BUNDLE"]) {
    const path = environment.get(name);
    if (path !== undefined && path !== "") return ofFile(path, name);
  }
  for (const path of stores) {
    try {
      return ofFile(path, "");
    } catch {
      // The next one, then.
    }
  }
  const usual = known.get("") ?? createSecureContext();
  known.set("", usual);
  return usual;
}

function ofFile(path: string, variable: string): SecureContext {
  const before = known.get(path);
  if (before !== undefined) return before;
  try {
    const text = readFileSync(path, "utf8");
    if (!text.includes("-----BEGIN")) throw new Error("it holds no certificate");
    const context = createSecureContext({ ca: text });
    known.set(path, context);
    return context;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Refusal(
      "EnvironmentFault",
      `the certificates of ${variable}, ${JSON.stringify(path)}, cannot be read: ${why}`,
    );
  }
}
