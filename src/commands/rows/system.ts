/** Processes, users' sessions, devices and mounts: util-linux, procps, psmisc and the kernel's own tools. */

import { type Family, words } from "../family.ts";

const mountStatuses = {
  1: { says: "wrong invocation, or no permission", speaksFor: ["User", "Software"] },
  2: { says: "a system error: out of memory, no more loop devices", speaksFor: ["System"] },
  4: { says: "an internal bug of mount", speaksFor: ["System"] },
  8: { says: "the user interrupted it", speaksFor: ["User"] },
  16: { says: "the table of mounts cannot be written or locked", speaksFor: ["System"] },
  32: { says: "the mount failed", speaksFor: ["System", "External", "User"] },
  64: { says: "some of the mounts succeeded", speaksFor: ["System", "External"] },
} as const;

const lsStatuses = { 32: { says: "none of the devices was found", speaksFor: ["User", "System"] }, 64: { says: "some of the devices were not found", speaksFor: ["User", "System"] } } as const;

export const utilLinux = {
  package: "util-linux 2.38.1",
  section: 8,
  rows: [
    { name: "agetty", effect: "changes", answers: "any" },
    { name: "blkdiscard", effect: "changes", answers: "none", valueOptions: words("-l --length -o --offset -p --step") },
    {
      name: "blkid", effect: "reads", answers: [0, 2], valueOptions: words("-c --cache-file -H --hint -L --label -n --match-types -o --output -O --offset -s --match-tag -S --size -t --match-token -u --usages -U --uuid"),
      statuses: { 2: { says: "no such device or tag was found" }, 4: { says: "a usage or other error", speaksFor: ["Software", "User"] }, 8: { says: "the content of the device is ambivalent" } },
    },
    { name: "blockdev", effect: "depends", answers: "any", changesWith: words("--setro --setrw --setbsz --setra --setfra --flushbufs --rereadpt"), valueOptions: words("--setbsz --setra --setfra") },
    { name: "cal", effect: "reads", answers: "any", page: "cal(1)" },
    { name: "chrt", effect: "changes", answers: "any", wraps: { words: 1 }, valueOptions: words("-T --sched-runtime -P --sched-period -D --sched-deadline"), page: "chrt(1)" },
    { name: "dmesg", effect: "depends", answers: "any", changesWith: words("-C --clear -c --read-clear -D --console-off -E --console-on -n --console-level"), valueOptions: words("-F --file -f --facility -l --level -n --console-level -s --buffer-size --since --until --time-format"), page: "dmesg(1)" },
    { name: "eject", effect: "changes", answers: "none", page: "eject(1)" },
    { name: "fallocate", effect: "changes", answers: "none", valueOptions: words("-l --length -o --offset"), page: "fallocate(1)" },
    { name: "fdisk", effect: "depends", answers: "any", readsWith: words("-l --list -x --list-details"), valueOptions: words("-b --sector-size -o --output -t --type -C --cylinders -H --heads -S --sectors") },
    { name: "findfs", effect: "reads", answers: [0, 1], statuses: { 1: { says: "no such label or UUID" }, 2: { says: "a usage error", speaksFor: ["Software"] } } },
    { name: "findmnt", effect: "reads", answers: [0, 1], valueOptions: words("-d --direction -F --tab-file -M --mountpoint -N --task -o --output -O --options -S --source -T --target -t --types -w --timeout"), statuses: { 1: { says: "there is nothing that fits" } } },
    {
      name: "flock", effect: "changes", answers: "any", wraps: { words: 1 }, valueOptions: words("-c --command -E --conflict-exit-code -w --wait --timeout"), page: "flock(1)",
      statuses: { 1: { says: "the lock is held by another process (-n, -w)", speaksFor: ["System"] }, 66: { says: "the lock file cannot be opened", speaksFor: ["User", "Software"] }, 69: { says: "the command cannot be started", speaksFor: ["Software", "System"] } },
    },
    {
      name: "fsck", effect: "depends", answers: [0, 7], readsWith: ["-N"], valueOptions: ["-t"],
      statuses: { 1: { says: "errors were corrected", speaksFor: ["System"] }, 2: { says: "the system should be rebooted", speaksFor: ["System"] }, 4: { says: "errors were left uncorrected", speaksFor: ["System"] }, 8: { says: "an operational error", speaksFor: ["System", "User"] }, 16: { says: "a usage error", speaksFor: ["Software"] }, 32: { says: "cancelled by the user", speaksFor: ["User"] }, 128: { says: "a shared library error", speaksFor: ["System"] } },
    },
    { name: "fsfreeze", effect: "changes", answers: "none" },
    { name: "fstrim", effect: "depends", answers: "none", readsWith: words("-n --dry-run"), valueOptions: words("-l --length -m --minimum -o --offset") },
    { name: "getopt", effect: "reads", answers: "any", valueOptions: words("-l --longoptions -n --name -o --options -s --shell"), page: "getopt(1)" },
    { name: "hwclock", effect: "depends", answers: "any", changesWith: words("-w --systohc -s --hctosys --systz -a --adjust --set --setepoch"), valueOptions: words("--adjfile --date --delay --epoch -f --rtc") },
    { name: "ionice", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("-c --class -n --classdata -p --pid -P --pgid -u --uid"), page: "ionice(1)" },
    { name: "ipcrm", effect: "changes", answers: "none", valueOptions: words("-M --shmem-key -m --shmem-id -Q --queue-key -q --queue-id -S --semaphore-key -s --semaphore-id"), page: "ipcrm(1)" },
    { name: "ipcs", effect: "reads", answers: "any", valueOptions: words("-i --id"), page: "ipcs(1)" },
    { name: "last", effect: "reads", answers: "any", page: "last(1)" },
    { name: "logger", effect: "changes", answers: "none", valueOptions: words("-f --file --msgid -n --server -P --port -p --priority --sd-id --sd-param -S --size -t --tag -u --socket"), page: "logger(1)" },
    { name: "losetup", effect: "depends", answers: "any", changesWith: ["-d", "--detach", "-D", "--detach-all", "-f *", "--find *", "-c", "--set-capacity", "* *"], valueOptions: words("-b --sector-size -j --associated -o --offset --sizelimit -O --output") },
    { name: "lsblk", effect: "reads", answers: "any", valueOptions: words("-e --exclude -E --dedup -I --include -o --output -w --width -x --sort --sysroot"), statuses: lsStatuses },
    { name: "lscpu", effect: "reads", answers: "any", valueOptions: words("-s --sysroot"), page: "lscpu(1)" },
    { name: "lsipc", effect: "reads", answers: "any", valueOptions: words("-i --id -o --output --time-format"), page: "lsipc(1)" },
    { name: "lslocks", effect: "reads", answers: "any", valueOptions: words("-o --output -p --pid") },
    { name: "lsmem", effect: "reads", answers: "any", page: "lsmem(1)" },
    { name: "lsns", effect: "reads", answers: "any", valueOptions: words("-o --output -p --task -t --type") },
    { name: "mcookie", effect: "reads", answers: "any", valueOptions: words("-f --file -m --max-size"), page: "mcookie(1)" },
    { name: "mkfs", effect: "changes", answers: "none", valueOptions: words("-t --type") },
    { name: "mkswap", effect: "changes", answers: "none", valueOptions: words("-L --label -p --pagesize -U --uuid") },
    {
      name: "mount", effect: "depends", answers: "none", changesWith: ["*", "-a", "--all", "-o", "--options", "--source", "--target", "-L", "-U"],
      valueOptions: words("-L --label -N --namespace -o --options -O --test-opts --options-mode --options-source -t --types -T --fstab -U --uuid --source --target --target-prefix"), statuses: mountStatuses,
    },
    // Before util-linux 2.37 the status of "no mount point" was 1, as that of an error: any status has to pass for the answer.
    { name: "mountpoint", effect: "reads", answers: "any", page: "mountpoint(1)", statuses: { 1: { says: "no mount point (before 2.37), or an error" }, 32: { says: "no mount point" } } },
    { name: "namei", effect: "reads", answers: "any", page: "namei(1)" },
    { name: "nsenter", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("-t --target -S --setuid -G --setgid"), page: "nsenter(1)" },
    { name: "pivot_root", effect: "changes", answers: "none" },
    { name: "prlimit", effect: "changes", answers: "any", valueOptions: words("-o --output -p --pid"), page: "prlimit(1)" },
    { name: "renice", effect: "changes", answers: "none", valueOptions: words("-n --priority"), page: "renice(1)" },
    { name: "runuser", effect: "changes", answers: "any", valueOptions: words("-c --command -g --group -G --supp-group -s --shell --session-command -w --whitelist-environment"), page: "runuser(1)" },
    { name: "script", effect: "changes", answers: "any", valueOptions: words("-B --log-io -c --command -E --echo -I --log-in -m --logging-format -o --output-limit -O --log-out -T --log-timing"), page: "script(1)" },
    { name: "setpriv", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("--groups --inh-caps --ambient-caps --bounding-set --rgid --egid --regid --ruid --euid --reuid --securebits --pdeathsig --selinux-label --apparmor-profile"), page: "setpriv(1)" },
    { name: "setsid", effect: "changes", answers: "any", wraps: { words: 0 }, page: "setsid(1)" },
    { name: "sfdisk", effect: "depends", answers: "any", readsWith: words("-d --dump -J --json -l --list -F --list-free -s --show-size -V --verify -T --list-types"), valueOptions: words("-o --output -O --backup-file -u --unit -w --wipe -W --wipe-partitions -X --label -Y --label-nested") },
    { name: "su", effect: "changes", answers: "any", valueOptions: words("-c --command -g --group -G --supp-group -s --shell --session-command -w --whitelist-environment"), page: "su(1)", statuses: { 126: { says: "the command cannot be executed" }, 127: { says: "the command was not found" } } },
    {
      name: "swapoff", effect: "changes", answers: "none", valueOptions: words("-L -U"),
      statuses: { 2: { says: "too little memory to stop swapping", speaksFor: ["System"] }, 4: { says: "swapoff(2) failed", speaksFor: ["System", "User"] }, 32: { says: "all of them failed", speaksFor: ["System"] }, 64: { says: "some of them failed", speaksFor: ["System"] } },
    },
    { name: "swapon", effect: "depends", answers: "none", changesWith: ["*", "-a", "--all", "-L", "-U"], valueOptions: words("-L -o --options -p --priority -U") },
    { name: "switch_root", effect: "changes", answers: "none" },
    { name: "taskset", effect: "changes", answers: "any", wraps: { words: 1 }, page: "taskset(1)" },
    { name: "umount", effect: "changes", answers: "none", valueOptions: words("-N --namespace -O --test-opts -t --types"), statuses: mountStatuses },
    { name: "unshare", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("-S --setuid -G --setgid -R --root -w --wd --propagation --setgroups --map-user --map-group --monotonic --boottime"), page: "unshare(1)" },
    { name: "uuidgen", effect: "reads", answers: "any", valueOptions: words("-n --namespace -N --name"), page: "uuidgen(1)" },
    { name: "wall", effect: "changes", answers: "none", valueOptions: words("-g --group -t --timeout"), page: "wall(1)" },
    { name: "whereis", effect: "reads", answers: "any", page: "whereis(1)" },
    { name: "wipefs", effect: "depends", answers: "none", changesWith: words("-a --all -o --offset"), valueOptions: words("-o --offset -O --output -t --types") },
    { name: "zramctl", effect: "depends", answers: "any", changesWith: words("-f --find -r --reset -s --size *"), valueOptions: words("-a --algorithm -o --output -s --size -t --streams") },
  ],
} as const satisfies Family;

const pgrepOptions = words("-d --delimiter -F --pidfile -g --pgroup -G --group -O --older -P --parent -r --runstates -s --session -t --terminal -u --euid -U --uid --cgroup --ns --nslist --signal");
const pgrepStatuses = { 1: { says: "no process fits, or none could be signalled" }, 2: { says: "a wrong command line", speaksFor: ["Software"] }, 3: { says: "a fatal error, such as out of memory", speaksFor: ["System"] } } as const;

export const procps = {
  package: "procps 4.0.2",
  section: 1,
  rows: [
    { name: "free", effect: "reads", answers: "any", valueOptions: words("-c --count -s --seconds") },
    // `kill -0 PID` is a question.
    { name: "kill", effect: "depends", answers: [0, 1], readsWith: ["-0", "-l", "--list", "-L", "--table", "-s=0"], valueOptions: words("-s --signal -q --queue"), statuses: { 1: { says: "no such process, or no permission" }, 64: { says: "only some of the processes were signalled" } } },
    { name: "pgrep", effect: "reads", answers: [0, 1], valueOptions: pgrepOptions, statuses: pgrepStatuses },
    { name: "pidof", effect: "reads", answers: [0, 1], valueOptions: words("-o --omit-pid -S --separator"), statuses: { 1: { says: "no such process" } } },
    { name: "pidwait", effect: "reads", answers: [0, 1], valueOptions: pgrepOptions, statuses: pgrepStatuses },
    { name: "pkill", effect: "changes", answers: [0, 1], valueOptions: pgrepOptions, statuses: pgrepStatuses },
    { name: "pmap", effect: "reads", answers: "any", valueOptions: words("-A --range -C --read-rc-from") },
    { name: "ps", effect: "reads", answers: "any", valueOptions: words("-C -G --Group --group -p --pid --ppid -q --quick-pid -s --sid -t --tty -u --user -U --User -o --format -O --cols --columns --lines --rows --width --sort") },
    { name: "pwdx", effect: "reads", answers: "any" },
    { name: "skill", effect: "changes", answers: "any" },
    { name: "slabtop", effect: "reads", answers: "any" },
    { name: "sysctl", effect: "depends", answers: "none", answersWith: [["-n", "any"], ["-a", "any"]], changesWith: words("-w --write -p --load --system"), valueOptions: words("-r --pattern"), page: "sysctl(8)" },
    { name: "tload", effect: "reads", answers: "any", valueOptions: words("-d --delay -s --scale") },
    { name: "top", effect: "reads", answers: "any" },
    { name: "uptime", effect: "reads", answers: "any" },
    { name: "vmstat", effect: "reads", answers: "any", valueOptions: words("-p --partition -S --unit"), page: "vmstat(8)" },
    { name: "w", effect: "reads", answers: "any" },
    { name: "watch", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("-n --interval -q --equexit") },
  ],
} as const satisfies Family;

export const processTools = {
  package: "Debian 12 (psmisc 23.6, lsof 4.95, strace 6.1, sysstat 12.6, time 1.9, kmod 30)",
  section: 1,
  rows: [
    { name: "depmod", effect: "changes", answers: "none", valueOptions: words("-b --basedir -C --config -F --filesyms"), page: "depmod(8)" },
    { name: "fuser", effect: "depends", answers: "any", changesWith: words("-k --kill"), valueOptions: words("-n --namespace") },
    { name: "insmod", effect: "changes", answers: "none", page: "insmod(8)" },
    { name: "iostat", effect: "reads", answers: "any" },
    { name: "iotop", effect: "reads", answers: "any", page: "iotop(8)" },
    { name: "killall", effect: "depends", answers: [0, 1], readsWith: words("-l --list -0"), valueOptions: words("-s --signal -u --user -o --older-than -y --younger-than -n --ns -Z --context"), statuses: { 1: { says: "no such process, or none could be signalled" } } },
    { name: "lsmod", effect: "reads", answers: "any", page: "lsmod(8)" },
    { name: "lsof", effect: "reads", answers: [0, 1], page: "lsof(8)", statuses: { 1: { says: "something that was asked for was not found, or an error" } } },
    { name: "lspci", effect: "reads", answers: "any", page: "lspci(8)" },
    { name: "lsusb", effect: "reads", answers: "any", page: "lsusb(8)" },
    { name: "modinfo", effect: "reads", answers: "any", valueOptions: words("-b --basedir -k -F --field"), page: "modinfo(8)" },
    { name: "modprobe", effect: "depends", answers: "none", readsWith: words("-n --dry-run --show -D --show-depends -c --showconfig"), valueOptions: words("-C --config -d --dirname -S --set-version"), page: "modprobe(8)" },
    { name: "mpstat", effect: "reads", answers: "any" },
    { name: "pidstat", effect: "reads", answers: "any" },
    { name: "pstree", effect: "reads", answers: "any" },
    { name: "rmmod", effect: "changes", answers: "none", page: "rmmod(8)" },
    { name: "sar", effect: "depends", answers: "any", changesWith: ["-o"] },
    { name: "strace", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("-a --columns -b --detach-on -e -E --env -I --interruptible -o --output -O -p --attach -P --trace-path -s --string-limit -S --summary-sort-by -u --user -U --summary-columns -X --const-print-style") },
    { name: "time", effect: "changes", answers: "any", wraps: { words: 0 }, valueOptions: words("-f --format -o --output") },
    { name: "udevadm", effect: "depends", answers: "any", readsWith: words("info settle monitor test"), page: "udevadm(8)" },
  ],
} as const satisfies Family;
