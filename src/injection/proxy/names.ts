/** A name server for a world's made-up hosts (RFC 1035): it knows their IPv4 addresses, and that there is nobody else. */

import { createSocket, type Socket } from "node:dgram";

/** Bytes of a header. */
const header = 12;
const [typeA, classInternet] = [1, 1];
const seconds = 1;

/** Starts answering on a UDP address; throws what bind(2) says. */
export async function serveNames(address: string, hosts: ReadonlyMap<string, string>): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on("message", (question, { address: from, port }) => {
    const reply = answerTo(question, hosts);
    if (reply !== undefined) socket.send(reply, port, from);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(53, address, resolve);
  });
  socket.on("error", () => undefined);
  return socket;
}

/** Undefined for what is no question. */
export function answerTo(question: Buffer, hosts: ReadonlyMap<string, string>): Buffer | undefined {
  const end = endOfName(question);
  if (end === undefined || question.length < end + 4 || question.readUInt16BE(4) !== 1) return undefined;
  const known = hosts.get(nameIn(question).toLowerCase());
  const isAsked = question.readUInt16BE(end) === typeA && question.readUInt16BE(end + 2) === classInternet;
  const reply = Buffer.from(question.subarray(0, end + 4));
  const noSuchName = known === undefined ? 3 : 0;
  // An answer of whoever is responsible, recursion available.
  reply.writeUInt16BE(0x8580 | noSuchName, 2);
  const answers = known !== undefined && isAsked ? [addressRecord(known)] : [];
  reply.writeUInt16BE(answers.length, 6);
  reply.writeUInt32BE(0, 8);
  return Buffer.concat([reply, ...answers]);
}

/** It names the question's name, and is forgotten at once. */
function addressRecord(address: string): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt16BE(0xc000 | header, 0);
  record.writeUInt16BE(typeA, 2);
  record.writeUInt16BE(classInternet, 4);
  record.writeUInt32BE(seconds, 6);
  record.writeUInt16BE(4, 10);
  for (const [at, part] of address.split(".").entries()) record.writeUInt8(Number(part), 12 + at);
  return record;
}

function endOfName(message: Buffer): number | undefined {
  let at = header;
  while (at < message.length && message[at] !== 0) at += (message[at] ?? 0) + 1;
  return at < message.length ? at + 1 : undefined;
}

function nameIn(message: Buffer): string {
  const labels: string[] = [];
  for (let at = header; at < message.length && message[at] !== 0; at += (message[at] ?? 0) + 1)
    labels.push(message.toString("latin1", at + 1, at + 1 + (message[at] ?? 0)));
  return labels.join(".");
}
