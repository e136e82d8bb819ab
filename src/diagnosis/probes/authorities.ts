/** Whether this host can check certificates at all. */

import { accessSync, constants, statSync } from "node:fs";

/** Where systems keep the certificates of authorities: Debian, Red Hat, SUSE, Alpine. */
const bundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** Whether one of the lists is there, holds something, and may be read. */
export function hasAuthorities(): boolean {
  return bundles.some((path) => {
    try {
      accessSync(path, constants.R_OK);
      return statSync(path).size > 0;
    } catch {
      return false;
    }
  });
}
