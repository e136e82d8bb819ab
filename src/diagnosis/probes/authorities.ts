/** Whether this host can check certificates at all. */

import { statSync } from "node:fs";

/** Where systems keep the certificates of authorities: Debian, Red Hat, SUSE, Alpine. */
const bundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** Whether one of the lists is there, and holds something. */
export function hasAuthorities(): boolean {
  return bundles.some((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0);
}
