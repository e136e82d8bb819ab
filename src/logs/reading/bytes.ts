/** The bytes of a source, unpacked where they are packed. */

import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Bytes read at once. */
const chunk = 1024 * 1024;

/** What other packers' files begin with, and the program that unpacks them to a pipe. */
const packers: readonly (readonly [first: readonly number[], program: string])[] = [
  [[0x28, 0xb5, 0x2f, 0xfd], "zstd"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "xz"],
  [[0x42, 0x5a, 0x68], "bzip2"],
];

/** A file that another program must unpack. */
export class PackedOtherwise extends Error {
  readonly program: string;

  constructor(program: string) {
    super(program);
    this.program = program;
  }
}

/**
 * The bytes of a file, or of standard input ("-"). Whether they are packed by gzip is seen from their first bytes, not from a name.
 * Throws what reading throws; Z_BUF_ERROR where a packed file is torn, and a PackedOtherwise.
 */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  let first = true;
  const parts =
    path === "-" ? partsOf(createReadStream("", { fd: 0, autoClose: false, highWaterMark: chunk })) : partsOfFile(path);
  for await (const part of parts) {
    if (!first) {
      yield part;
      continue;
    }
    first = false;
    const packer = packers.find(([bytes]) => bytes.every((byte, at) => part[at] === byte));
    if (packer !== undefined) throw new PackedOtherwise(packer[1]);
    if (part[0] === 0x1f && part[1] === 0x8b) {
      yield* unpacked(part, parts);
      return;
    }
    yield part;
  }
}

/** Reading by the system call itself takes a quarter of a stream's time; what may block, such as a pipe, is a stream. */
async function* partsOfFile(path: string): AsyncGenerator<Buffer> {
  const fd = openSync(path, "r");
  let isOurs = true;
  try {
    if (!fstatSync(fd).isFile()) {
      isOurs = false;
      yield* partsOf(createReadStream("", { fd, highWaterMark: chunk }));
      return;
    }
    const buffer = Buffer.allocUnsafe(chunk);
    // Each part is a view of its own, so that nobody takes it for the one before.
    for (let got = readSync(fd, buffer); got > 0; got = readSync(fd, buffer)) yield buffer.subarray(0, got);
  } finally {
    if (isOurs) closeSync(fd);
  }
}

async function* partsOf(stream: Readable): AsyncGenerator<Buffer> {
  // Without an encoding, a stream of bytes gives buffers.
  for await (const part of stream) yield part as Buffer;
}

async function* unpacked(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const { pipeline, Readable } = await import("node:stream");
  const packed = Readable.from(
    (async function* () {
      // Packed bytes wait in a queue, and the reader goes on with its own: copies.
      yield Buffer.from(first);
      for await (const part of rest) yield Buffer.from(part);
    })(),
    { objectMode: false },
  );
  const gunzip = createGunzip({ chunkSize: chunk });
  // A failure of either end comes out of the loop below.
  pipeline(packed, gunzip, () => {});
  for await (const part of gunzip) yield part as Buffer;
}
