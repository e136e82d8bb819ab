/** Programs that speak with other programs' words. */

/** Programs whose error output is that of the programs that they run. */
const carriers = new Set(
  "sh bash dash zsh ksh ash fish busybox ssh sudo su doas make gmake ninja env xargs find parallel timeout nohup docker podman kubectl nsenter chroot unshare flock watch script python python3 perl ruby node php java tclsh expect npm npx yarn tox cron systemd-run ansible ansible-playbook mvn gradle ant cmake cargo go".split(
    " ",
  ),
);

/** Whether a program may speak with other programs' words. */
export function isCarrier(program: string): boolean {
  return carriers.has(program);
}
