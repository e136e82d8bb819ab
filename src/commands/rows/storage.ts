/** Disks, file systems, volumes, backups. */

import { type Family, words } from "../family.ts";

const lvmOptions =
  "--alloc --commandprofile --config --devices --devicesfile --driverloaded --journal --lockopt --profile --reportformat";
const lvmStatuses = {
  2: { says: "no such command of LVM", speaksFor: ["Software"] },
  3: { says: "wrong arguments", speaksFor: ["Software", "User"] },
  5: { says: "the command failed", speaksFor: ["System", "User"] },
} as const;
const lvmChange = { effect: "changes", answers: "none", statuses: lvmStatuses } as const;
const lvmShow = {
  effect: "reads",
  answers: "any",
  valueOptions: words(`${lvmOptions} --configreport --separator -o --options -O --sort -S --select`),
  statuses: lvmStatuses,
} as const;

export const lvm = () =>
  ({
    package: "LVM2 2.03.16",
    section: 8,
    rows: [
      { ...lvmChange, name: "lvchange", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "lvconvert", valueOptions: words(lvmOptions) },
      {
        ...lvmChange,
        name: "lvcreate",
        valueOptions: words(`${lvmOptions} -L --size -l --extents -n --name --type --thinpool`),
      },
      { ...lvmShow, name: "lvdisplay" },
      { ...lvmChange, name: "lvextend", valueOptions: words(`${lvmOptions} -L --size -l --extents --type`) },
      { ...lvmChange, name: "lvreduce", valueOptions: words(`${lvmOptions} -L --size -l --extents`) },
      { ...lvmChange, name: "lvremove", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "lvrename", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "lvresize", valueOptions: words(`${lvmOptions} -L --size -l --extents`) },
      { ...lvmShow, name: "lvs" },
      { ...lvmShow, name: "lvscan" },
      {
        ...lvmChange,
        name: "pvcreate",
        valueOptions: words(`${lvmOptions} --dataalignment --labelsector --metadatasize --restorefile`),
      },
      { ...lvmShow, name: "pvdisplay" },
      { ...lvmChange, name: "pvmove", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "pvremove", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "pvresize", valueOptions: words(lvmOptions) },
      { ...lvmShow, name: "pvs" },
      { ...lvmShow, name: "pvscan" },
      { ...lvmChange, name: "vgchange", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "vgcreate", valueOptions: words(lvmOptions) },
      { ...lvmShow, name: "vgdisplay" },
      { ...lvmChange, name: "vgextend", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "vgreduce", valueOptions: words(lvmOptions) },
      { ...lvmChange, name: "vgremove", valueOptions: words(lvmOptions) },
      { ...lvmShow, name: "vgs" },
      { ...lvmShow, name: "vgscan" },
    ],
  }) as const satisfies Family;

const fsckStatuses = {
  1: { says: "errors were corrected", speaksFor: ["System"] },
  2: { says: "errors were corrected; the system should be rebooted", speaksFor: ["System"] },
  4: { says: "errors were left uncorrected", speaksFor: ["System"] },
  8: { says: "an operational error", speaksFor: ["System", "User"] },
  16: { says: "a usage error", speaksFor: ["Software"] },
  32: { says: "cancelled by the user", speaksFor: ["User"] },
} as const;
const fsckRow = { effect: "depends", answers: [0, 7], readsWith: ["-n"], statuses: fsckStatuses } as const;
const mkfsExt = words("-b -C -d -e -E -g -G -i -I -J -L -m -M -N -o -O -r -t -T -U -z");

export const fileSystems = () =>
  ({
    package:
      "Debian 12 (e2fsprogs 1.47, xfsprogs 6.1, btrfs-progs 6.2, mdadm 4.2, cryptsetup 2.6, parted 3.5, quota 4.06, acl 2.3, attr 2.5, nfs-utils 2.6)",
    section: 8,
    rows: [
      {
        name: "badblocks",
        effect: "depends",
        answers: "any",
        changesWith: words("-w -n -o"),
        valueOptions: words("-b -c -d -e -i -o -p -t"),
      },
      {
        name: "btrfs",
        effect: "depends",
        answers: "none",
        answersWith: [["device stats", "any"]],
        readsWith: [
          "subvolume list",
          "subvolume show",
          "subvolume get-default",
          "filesystem show",
          "filesystem df",
          "filesystem usage",
          "filesystem du",
          "device stats",
          "device usage",
          "scrub status",
          "balance status",
          "qgroup show",
          "property get",
          "property list",
          "inspect-internal",
          "version",
        ],
        changesWith: ["device stats -z"],
      },
      { name: "chattr", effect: "changes", answers: "none", valueOptions: words("-p -v"), page: "chattr(1)" },
      {
        name: "cryptsetup",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["isLuks", [0, 1]],
          ["status", "any"],
        ],
        readsWith: words("status isLuks luksDump luksUUID benchmark"),
        statuses: {
          1: { says: "wrong parameters; for isLuks: it is none", speaksFor: ["Software", "User"] },
          2: { says: "no permission: a wrong passphrase", speaksFor: ["User"] },
          3: { says: "out of memory", speaksFor: ["System"] },
          4: { says: "a wrong device, or none", speaksFor: ["User", "System"] },
          5: { says: "the device exists already, or is busy", speaksFor: ["System"] },
        },
      },
      { name: "debugfs", effect: "depends", answers: "any", changesWith: ["-w"] },
      {
        name: "dmsetup",
        effect: "depends",
        answers: "any",
        readsWith: words("ls info status table deps targets version stats help"),
      },
      { name: "dumpe2fs", effect: "reads", answers: "any" },
      { ...fsckRow, name: "e2fsck", valueOptions: words("-b -B -C -E -j -l -L -z") },
      { name: "e2label", effect: "depends", answers: "none", changesWith: ["* *"] },
      {
        name: "edquota",
        effect: "changes",
        answers: "none",
        valueOptions: words("-f --filesystem -F --format -p --prototype"),
      },
      { name: "exportfs", effect: "depends", answers: "none", changesWith: words("-a -r -u -o -f *") },
      { ...fsckRow, name: "fsck.ext4", valueOptions: words("-b -B -C -E -j -l -L -z") },
      { name: "fsck.xfs", effect: "reads", answers: "any" },
      { name: "fusermount", effect: "changes", answers: "none", valueOptions: ["-o"], page: "fusermount(1)" },
      { name: "getfacl", effect: "reads", answers: "any", page: "getfacl(1)" },
      {
        name: "getfattr",
        effect: "reads",
        answers: "any",
        valueOptions: words("-e --encoding -m --match -n --name"),
        page: "getfattr(1)",
      },
      { name: "hdparm", effect: "changes", answers: "any" },
      { name: "kpartx", effect: "depends", answers: "none", readsWith: ["-l"] },
      { name: "lsattr", effect: "reads", answers: "any", page: "lsattr(1)" },
      {
        name: "mdadm",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["-D", "any"],
          ["--detail", "any"],
          ["-E", "any"],
          ["--examine", "any"],
          ["-Q", "any"],
          ["--query", "any"],
        ],
        readsWith: words("-D --detail -E --examine -Q --query --detail-platform --examine-bitmap -X"),
        statuses: {
          1: { says: "an error; for --detail --test: the array is degraded", speaksFor: ["System", "User"] },
          2: { says: "for --detail --test: the array is unusable", speaksFor: ["System"] },
          4: { says: "an error in getting information about the device", speaksFor: ["User", "System"] },
        },
      },
      { name: "mke2fs", effect: "depends", answers: "none", readsWith: ["-n"], valueOptions: mkfsExt },
      {
        name: "mkfs.btrfs",
        effect: "changes",
        answers: "none",
        valueOptions: words(
          "-d --data -m --metadata -L --label -n --nodesize -s --sectorsize -O --features -r --rootdir -U --uuid -b --byte-count --csum --checksum",
        ),
      },
      { name: "mkfs.ext3", effect: "depends", answers: "none", readsWith: ["-n"], valueOptions: mkfsExt },
      { name: "mkfs.ext4", effect: "depends", answers: "none", readsWith: ["-n"], valueOptions: mkfsExt },
      {
        name: "mkfs.vfat",
        effect: "changes",
        answers: "none",
        valueOptions: words("-b -f -F -h -i -m -n -r -R -s -S"),
      },
      {
        name: "mkfs.xfs",
        effect: "depends",
        answers: "none",
        readsWith: ["-N"],
        valueOptions: words("-b -d -i -l -L -m -n -p -r -s"),
      },
      { name: "mount.cifs", effect: "changes", answers: "none", network: true, valueOptions: ["-o"] },
      { name: "mount.nfs", effect: "changes", answers: "none", network: true, valueOptions: ["-o"] },
      { name: "multipath", effect: "depends", answers: "any", readsWith: words("-l -ll -c -C -d -t -T") },
      { name: "nfsstat", effect: "depends", answers: "any", changesWith: words("-z --zero") },
      {
        name: "parted",
        effect: "depends",
        answers: "none",
        readsWith: ["-l", "--list", "* print", "* unit * print", "* align-check"],
        valueOptions: words("-a --align"),
      },
      { name: "partprobe", effect: "depends", answers: "none", readsWith: words("-d --dry-run") },
      { name: "quota", effect: "reads", answers: "any", valueOptions: words("-F --format"), page: "quota(1)" },
      { name: "quotaoff", effect: "changes", answers: "none" },
      { name: "quotaon", effect: "depends", answers: "none", readsWith: words("-p --print-state") },
      { name: "repquota", effect: "reads", answers: "any", valueOptions: words("-F --format -O --output") },
      { name: "resize2fs", effect: "depends", answers: "none", readsWith: ["-P"], valueOptions: words("-d -S -z") },
      {
        name: "setfacl",
        effect: "depends",
        answers: "none",
        readsWith: ["--test"],
        valueOptions: words("-m --modify -M --modify-file -x --remove -X --remove-file --set --set-file --restore"),
        page: "setfacl(1)",
      },
      {
        name: "setfattr",
        effect: "changes",
        answers: "none",
        valueOptions: words("-n --name -v --value -x --remove"),
        page: "setfattr(1)",
      },
      { name: "setquota", effect: "changes", answers: "none", valueOptions: words("-F --format -p --prototype") },
      {
        name: "sgdisk",
        effect: "depends",
        answers: "none",
        readsWith: words("-p --print -i --info -v --verify -F --first-in-largest -E --end-of-largest -L --list-types"),
      },
      { name: "showmount", effect: "reads", answers: "any", network: true },
      {
        name: "smartctl",
        effect: "depends",
        answers: "any",
        changesWith: words("-s --smart -o --offlineauto -S --saveauto --set -t --test -X --abort"),
        valueOptions: words(
          "-B --drivedb -b --badsum -d --device -f --format -F --firmwarebug -g --get -l --log -n --nocheck -o --offlineauto -P --presets -q --quietmode -r --report -s --smart -S --saveauto -t --test -T --tolerance -v --vendorattribute --set",
        ),
        statuses: {
          1: { says: "the command line is wrong", speaksFor: ["Software"] },
          2: { says: "the device cannot be opened", speaksFor: ["User", "System"] },
          4: { says: "a command to the disk failed", speaksFor: ["System"] },
          8: { says: "the disk is failing", speaksFor: ["System"] },
        },
      },
      {
        name: "sshfs",
        effect: "changes",
        answers: "none",
        network: true,
        valueOptions: words("-F -o -p"),
        page: "sshfs(1)",
      },
      {
        name: "tune2fs",
        effect: "depends",
        answers: "none",
        changesWith: words("-c -C -e -E -g -i -I -J -j -L -m -M -o -O -Q -r -T -u -U"),
        valueOptions: words("-c -C -e -E -g -i -I -J -L -m -M -o -O -Q -r -T -u -U -z"),
      },
      { name: "xfs_admin", effect: "depends", answers: "none", readsWith: words("-l -u") },
      { name: "xfs_growfs", effect: "depends", answers: "none", readsWith: ["-n"] },
      { name: "xfs_info", effect: "reads", answers: "any" },
      {
        name: "xfs_repair",
        effect: "depends",
        answers: "none",
        answersWith: [["-n", [0, 1]]],
        readsWith: ["-n"],
        valueOptions: words("-l -m -o -c -r -t"),
      },
      {
        name: "zfs",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["list", "any"],
          ["get", "any"],
        ],
        readsWith: words("list get send diff holds userspace groupspace projectspace version"),
        changesWith: ["mount *"],
      },
      {
        name: "zpool",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["list", "any"],
          ["status", "any"],
        ],
        readsWith: words("list status get iostat history events version"),
      },
    ],
  }) as const satisfies Family;

export const backups = () =>
  ({
    package: "Debian 12 (restic 0.14, borg 1.2.4, rclone 1.60)",
    section: 1,
    rows: [
      {
        name: "borg",
        effect: "depends",
        answers: [0, 1],
        network: true,
        readsWith: words("list info diff check version -n --dry-run"),
        changesWith: ["check --repair"],
        statuses: {
          1: { says: "a warning: the work was done, with something to look at" },
          2: { says: "an error", speaksFor: ["User", "System", "External"] },
        },
      },
      {
        name: "duplicity",
        effect: "depends",
        answers: "none",
        network: true,
        readsWith: words("list-current-files collection-status verify --dry-run"),
      },
      {
        name: "rclone",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["check", "any"],
          ["lsf", "any"],
          ["ls", "any"],
        ],
        network: true,
        readsWith: words(
          "ls lsd lsl lsf lsjson check cat size about version tree md5sum sha1sum listremotes -n --dry-run",
        ),
        valueOptions: words(
          "--config --bwlimit --transfers --checkers --log-file --log-level --max-age --min-age --max-size --min-size --cache-dir",
        ),
        statuses: {
          1: { says: "a usage error", speaksFor: ["Software"] },
          3: { says: "the directory was not found", speaksFor: ["User"] },
          4: { says: "the file was not found", speaksFor: ["User"] },
          5: { says: "a temporary error: retrying may help", speaksFor: ["External"] },
          6: { says: "less serious errors", speaksFor: ["External"] },
          7: { says: "a fatal error", speaksFor: ["External", "User"] },
          8: { says: "the transfer limit was reached", speaksFor: ["User"] },
        },
      },
      {
        name: "restic",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["check", "any"],
          ["snapshots", "any"],
          ["cat", "any"],
        ],
        network: true,
        readsWith: words("snapshots ls find diff stats check dump cat version list -n --dry-run"),
        valueOptions: words(
          "--cacert --cache-dir --compression --key-hint --limit-download --limit-upload -o --option --pack-size --password-command -p --password-file -r --repo --repository-file --tls-client-cert",
        ),
        statuses: {
          1: { says: "a fatal error", speaksFor: ["User", "External", "System"] },
          3: { says: "some source files could not be read", speaksFor: ["User", "System"] },
        },
      },
    ],
  }) as const satisfies Family;
