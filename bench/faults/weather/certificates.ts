// Makes the certificates of the other hosts: good ones, and one of each kind that is refused.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hosts } from "./names.ts";

const config = `[ca]
default_ca = a
[a]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = p
unique_subject = no
copy_extensions = copy
[p]
commonName = supplied
[req]
distinguished_name = d
[d]
[v3_ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[v3]
authorityKeyIdentifier = keyid
`;

/** The folder with `ca.pem` and, for each host, `NAME.pem` and `NAME.key`; made once, and again when a month has gone. */
export function certificates(folder: string): void {
  const month = new Date().toISOString().slice(0, 7);
  if (existsSync(join(folder, month))) return;
  rmSync(folder, { recursive: true, force: true });
  const work = `${folder}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const openssl = (...words: readonly string[]): void => {
    execFileSync("openssl", words, { cwd: work, stdio: ["ignore", "ignore", "pipe"] });
  };
  writeFileSync(join(work, "c.cnf"), config);
  const key = (name: string): void =>
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", `${name}.key`);
  const root = (name: string, subject: string): void => {
    key(name);
    openssl(
      ...["req", "-x509", "-new", "-config", "c.cnf", "-extensions", "v3_ca", "-key", `${name}.key`, "-days", "3650"],
      ...["-subj", subject, "-out", `${name}.pem`],
    );
  };
  root("ca", "/CN=Corp Root CA");
  root("other-ca", "/CN=Another Root CA");
  for (const { name, behaves } of [...hosts, { name: "localhost", behaves: "expired" } as const]) {
    key(name);
    const named = behaves === "wrong-name" ? "www.hoster.example" : name;
    const extension = `subjectAltName=DNS:${named}`;
    openssl(
      ...["req", "-new", "-config", "c.cnf", "-key", `${name}.key`, "-subj", `/CN=${named}`],
      ...["-addext", extension, "-out", `${name}.csr`],
    );
    if (behaves === "self-signed") {
      openssl(
        ...["req", "-x509", "-config", "c.cnf", "-key", `${name}.key`, "-subj", `/CN=${named}`, "-addext", extension],
        ...["-days", "3650", "-out", `${name}.pem`],
      );
      continue;
    }
    const year = new Date().getUTCFullYear();
    const [from, to] =
      behaves === "expired"
        ? [year - 3, year - 1]
        : behaves === "not-yet"
          ? [year + 2, year + 4]
          : [year - 1, year + 2];
    const ca = behaves === "unknown-ca" ? "other-ca" : "ca";
    writeFileSync(join(work, "index.txt"), "");
    openssl(
      ...["ca", "-batch", "-config", "c.cnf", "-extensions", "v3", "-cert", `${ca}.pem`, "-keyfile", `${ca}.key`],
      ...["-startdate", `${from}0101000000Z`, "-enddate", `${to}0101000000Z`, "-notext"],
      ...["-in", `${name}.csr`, "-out", `${name}.pem`],
    );
  }
  writeFileSync(join(work, month), "");
  renameSync(work, folder);
}
