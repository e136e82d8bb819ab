/** Reads what must not stand in a configuration: passwords and tokens, certificates beside them. */

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { SecretSource } from "./settings.ts";

/** Why a channel cannot be used: a sentence with its next step. */
export class ChannelTrouble extends Error {
  /** The name of the error number, where one is known. */
  readonly errno: string | undefined;

  constructor(message: string, errno?: string) {
    super(message);
    this.errno = errno;
  }
}

/** Bytes. */
const longestSecret = 64 * 1024;
const longestCertificates = 4 * 1024 * 1024;

/** The secret without the newline at its end. Throws a ChannelTrouble where it is missing, empty, or open to others. */
export function readSecret(source: SecretSource, what: string, environment: ReadonlyMap<string, string>): string {
  if ("env" in source) {
    const value = environment.get(source.env);
    if (value === undefined || value === "")
      throw new ChannelTrouble(`${what}: the environment has no ${source.env} (set it where the run is started)`);
    return checked(value, `the variable ${source.env}`);
  }
  const text = readWhole(source.file, what, longestSecret, (mode, owner) => {
    const own = process.geteuid?.() ?? 0;
    if ((mode & 0o077) !== 0) return "others may read it (chmod 600 it)";
    return owner === own || owner === 0 ? undefined : `it belongs to uid ${owner}, neither to this user nor to root`;
  });
  const value = text.toString("utf8").replace(/\r?\n$/, "");
  if (value === "") throw new ChannelTrouble(`${what}: ${source.file} is empty`);
  return checked(value, source.file);
}

/** PEM certificates. Throws a ChannelTrouble where the file has none. */
export function readCertificates(path: string): string {
  const text = readWhole(path, "the certificates", longestCertificates, () => undefined).toString("utf8");
  if (!text.includes("-----BEGIN CERTIFICATE-----"))
    throw new ChannelTrouble(`the certificates: ${path} holds no PEM certificate`);
  return text;
}

function checked(value: string, where: string): string {
  if (/[\u0000-\u001f\u007f]/.test(value))
    throw new ChannelTrouble(`${where} holds a control character: a secret is one line`);
  return value;
}

function readWhole(
  path: string,
  what: string,
  most: number,
  distrust: (mode: number, owner: number) => string | undefined,
): Buffer {
  let fd: number | undefined;
  try {
    // O_NONBLOCK: a FIFO of that name must not hang the end of a run.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new ChannelTrouble(`${what}: ${path} is no regular file`);
    const reason = distrust(stat.mode, stat.uid);
    if (reason !== undefined) throw new ChannelTrouble(`${what}: ${path} is not used: ${reason}`);
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = readSync(fd, bytes, length, bytes.length - length, null);
    if (length > most) throw new ChannelTrouble(`${what}: ${path} is larger than ${most} bytes`);
    return bytes.subarray(0, length);
  } catch (thrown) {
    if (thrown instanceof ChannelTrouble) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    throw new ChannelTrouble(`${what}: ${path} cannot be read: ${code ?? String(thrown)}`, code);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
