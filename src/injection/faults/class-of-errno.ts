/** Whose fault an error number tells of, where it can be but one party's; of the others only the campaign knows. */

import { errnoByName, type FaultClass } from "../../records/index.ts";

const known: Readonly<Record<FaultClass, readonly string[]>> = {
  SystemFault: "ENOSPC EDQUOT EROFS EMFILE ENFILE ENOMEM EIO EAGAIN ENODEV ENXIO EBUSY ENETUNREACH ENETDOWN".split(" "),
  ExternalFault: "ETIMEDOUT EHOSTUNREACH EHOSTDOWN ECONNRESET ECONNABORTED ESTALE EREMOTEIO".split(" "),
  SoftwareFault: ["EINVAL", "EBADF", "EFAULT"],
  UserFault: [],
};

export function classOfErrno(errno: string): FaultClass | undefined {
  // Object.keys gives the keys of this very record.
  return (Object.keys(known) as FaultClass[]).find((name) => known[name].includes(errno));
}

export function isErrno(name: string): boolean {
  return errnoByName(name) !== undefined;
}
