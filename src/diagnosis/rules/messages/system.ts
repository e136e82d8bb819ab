/** What tools say that look after a host: services, storage, the network's settings, accounts, processes. */

import type { MessageRule } from "../../rule.ts";
import { messagesOf } from "./family.ts";

// biome-ignore format: one row a line reads as the table that it is
const services = (): readonly MessageRule[] => [
  ...messagesOf({ source: "systemd 252, sysvinit, OpenRC; seen and read in their sources", for: "systemctl journalctl loginctl hostnamectl timedatectl localectl busctl machinectl networkctl resolvectl systemd-run systemd-analyze service invoke-rc.d update-rc.d rc-service chkconfig initctl supervisorctl monit" }, {
    "systemd-absent": ["serviceDown", "System has not been booted with systemd as init system (PID 1). Can't operate.", "not been booted with systemd", "failed to connect to bus", "failed to create bus connection", "failed to get d-bus connection", "running in chroot"],
    "systemd-unit": ["noUnit", "Failed to start x.service: Unit x.service not found.", /\bunit \S{1,200} (?:not found|could not be found|not loaded|does not exist)/, "unrecognized service", "no such service", "unknown job", "no such program", "no such process)", "no files found for", "service … not found", "unit file … does not exist", "service … does not exist"],
    "systemd-job": ["serviceDown", "Job for web.service failed because the control process exited with error code.", "job for …", "control process exited", "start request repeated too quickly", "a dependency job for", "timeout was exceeded", "unit entered failed state", "main process exited", "failed with result", "spawn error", "abnormal termination", "failed!"],
    "systemd-start": ["serviceDown", "Failed to restart web.service: Connection timed out", /failed to (?:re)?(?:start|load|stop)(?! transient)[^\n]{0,200}(?:timed out|refused|reset|transport|activat)/, "transaction is destructive", "transport endpoint is not connected"],
    "systemd-masked": ["noSuchHere", "Failed to start x.service: Unit x.service is masked.", "is masked", "is not loaded properly", "bad-setting", "has bad-setting", "exec format error … unit", "bad unit file setting", "unit … is not-found", "invalid unit file", "missing '='", "has no installation config"],
    "systemd-rights": ["root", "Failed to start web.service: Interactive authentication required.", "interactive authentication required", "access denied", "must be superuser", "polkit", "no new privileges", "authentication is required"],
    "systemd-verb": ["usage", "Unknown command verb frob.", "unknown command verb", "unknown operation", "too few arguments", "too many arguments", "invalid unit name", "failed to parse", "usage: service"],
    "journal-none": ["noSuchHere", "No journal files were found.", "no journal files were found", "no journal files were opened", "no persistent journal was found", "specifying boot id"],
    "journal-rights": ["root", "No journal files were opened due to insufficient permissions.", "due to insufficient permissions", "you are currently not seeing messages"],
    "systemd-time": ["value", "Failed to parse time specification 'x': Invalid argument", "failed to parse time", "invalid time zone", "failed to set time"],
  }),
  ...messagesOf({ source: "nginx 1.22, Apache 2.4, HAProxy 2.6, Caddy, Squid; read in their sources", for: "nginx apachectl apache2ctl apache2 httpd haproxy caddy squid lighttpd traefik varnishd envoy php-fpm uwsgi gunicorn" }, {
    "nginx-port": ["inUse", "nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)", "address already in use", "cannot bind socket", "could not bind to address", "no listening sockets available", "still could not bind"],
    "nginx-port-rights": ["root", "nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)", "bind() to … permission denied", "could not bind … permission denied", "cannot bind socket (permission denied)", "make_sock: could not bind to address … permission denied"],
    "nginx-config": ["configuration", "nginx: [emerg] unknown directive \"frob\" in /etc/nginx/nginx.conf:3", "unknown directive", "invalid number of arguments in", "unexpected \"}\" in", "unexpected end of file, expecting", "directive is not allowed here", "directive is not terminated", "is duplicate in", "invalid parameter", "host not found in upstream", "no \"ssl_certificate\" is defined", "configuration file … test failed", "syntax error on line", "invalid command '", "perhaps misspelled", "error(s) found in configuration file", "parsing [", "fatal errors found in configuration", "fatal error(s) found", "unknown keyword", "unable to find required", "adapting config using", "bungled", "configuration error in", "conflicting server name", "no configuration file provided", "unterminated", "documentroot … does not exist", "must be a directory", "'… is missing in configuration"],
    "nginx-certificate": ["configuration", "nginx: [emerg] cannot load certificate \"/etc/ssl/x.pem\": BIO_new_file() failed", "cannot load certificate", "sslcertificatefile: file", "unable to load ssl certificate", "unable to load certificate", "key values mismatch", "no ssl certificate specified", "pem_read_bio"],
    "nginx-file": ["configuration", "nginx: [emerg] open() \"/etc/nginx/nope.conf\" failed (2: No such file or directory)", "[emerg] open() \"… no such file", "[emerg] mkdir() \"… no such file", "cannot open configuration file", "could not open configuration file", "could not open document config file"],
    "nginx-pid": ["serviceDown", "nginx: [error] open() \"/run/nginx.pid\" failed (2: No such file or directory)", "[error] open() \"… .pid", "invalid pid number", "httpd (no pid file) not running", "not running, trying to start", "kill(… no such process"],
    "nginx-log": ["=EACCES", "nginx: [alert] could not open error log file: open() \"/var/log/nginx/error.log\" failed (13: Permission denied)", "could not open error log file … permission denied", "open log … permission denied"],
    "nginx-user": ["noSuchHere", "nginx: [emerg] getpwnam(\"nginx\") failed in /etc/nginx/nginx.conf:1", "getpwnam(\"", "bad user name", "cannot find user id", "could not determine the server's fully qualified"],
  }),
  ...messagesOf({ source: "certbot 2, acme.sh; RFC 8555", for: "certbot acme.sh lego dehydrated" }, {
    "acme-limit": ["tooOften", "Error creating new order :: too many certificates already issued for: example.org", "too many certificates", "too many failed authorizations", "ratelimited", "rate limited"],
    "acme-challenge": ["network", "Certbot failed to authenticate some domains (authenticator: nginx). The Certificate Authority reported these problems:", "failed to authenticate some domains", "some challenges have failed", "dns problem:", "urn:ietf:params:acme:error:unauthorized", "urn:ietf:params:acme:error:dns", "urn:ietf:params:acme:error:connection", "challenge failed for domain", "timeout during connect"],
    "acme-server": ["serverFails", "urn:ietf:params:acme:error:serverInternal :: The server experienced an internal error", "error:serverinternal", "service busy"],
    "acme-lock": ["lock", "Another instance of Certbot is already running.", "another instance of certbot"],
    "acme-rights": ["root", "The following error was encountered: [Errno 13] Permission denied: '/etc/letsencrypt/.certbot.lock'", "either run as root, or set", "[errno 13] permission denied: '/etc/letsencrypt", "[errno 13] permission denied: '/var/log/letsencrypt"],
  }),
  ...messagesOf({ source: "cron 3.0, at 3.2, logrotate 3.21, rsyslog 8; read in their sources", for: "crontab cron at batch atq atrm logrotate logger rsyslogd anacron fcron" }, {
    "cron-content": ["content", "\"x\":1: bad minute", "bad minute", "bad hour", "bad day-of-month", "bad month", "bad day-of-week", "errors in crontab file", "bad command", "bad username", "premature eof", "missing newline before eof"],
    "cron-none": ["absentHere", "no crontab for ann", "no crontab for"],
    "cron-refused": ["rights", "You (ann) are not allowed to use this program (crontab)", "are not allowed to use this program", "do not have permission to use at", "must be privileged to use -u"],
    "at-time": ["value", "Garbled time", "garbled time", "refusing to create job destined in the past", "cannot find jobid", "syntax error. last token seen"],
    "at-daemon": ["serviceDown", "Can't open /run/atd.pid to signal atd. No atd running?", "no atd running", "daemon may not be running"],
    "logrotate-config": ["configuration", "error: /etc/logrotate.d/x:3 unknown option 'frob' -- ignoring line", "unknown option '", "lines must begin with", "missing end of line", "error: skipping", "insecure permissions", "unexpected text after", "bad rotation count", "error: stat of … failed", "duplicate log entry", "parent directory has insecure permissions"],
    "logger-connect": ["serviceDown", "logger: socket /dev/log: No such file or directory", "socket /dev/log", "imuxsock"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const storage = (): readonly MessageRule[] => [
  ...messagesOf({ source: "util-linux 2.38, seen; mount(8)", for: "mount umount losetup swapon swapoff mkswap blkid lsblk findmnt fsfreeze fstrim mountpoint mount.nfs mount.cifs mount.fuse fusermount fusermount3 sshfs" }, {
    "mount-absent": ["mount", "mount: /mnt: special device /nodev does not exist.", "special device", "mount point does not exist", "mount point not found", "no mount point specified", "can't find in /etc/fstab", "can't find in /proc/mounts", "failed to setup loop device", "failed to set up loop device", "can't find uuid", "can't find label", "is not a block device", "not a block device", "not mounted", "is not mounted", "not a mountpoint", "is not a mountpoint", "not mount point or bad option"],
    "mount-type": ["fileSystem", "mount: /mnt: wrong fs type, bad option, bad superblock on /dev/sdb1, missing codepage or helper program, or other error.", "wrong fs type", "bad superblock", "can't read superblock", "mount(2) system call failed: structure needs cleaning", "read swap header failed", "swap format pagesize does not match"],
    "mount-unknown": ["kernel", "mount: /mnt: unknown filesystem type 'frob'.", "unknown filesystem type", "no such filesystem type", "fuse: device not found", "try 'modprobe"],
    "mount-busy": ["inUse", "umount: /mnt: target is busy.", "target is busy", "already mounted", "device or resource busy", "is already used", "has already mounted", "overlapping loop device"],
    "mount-rights": ["root", "mount: /mnt: must be superuser to use mount.", "must be superuser", "only root can", "only root may", "operation permitted for root only", "not permitted: you must be root", "is not in the fstab (and you are not root)", "user has no write access to mountpoint", "permission denied: /mnt"],
    "mount-read-only": ["=EROFS", "mount: /mnt: cannot remount /dev/sdb1 read-write, is write-protected.", "is write-protected", "write-protected"],
    "mount-server": ["peer", "mount.nfs: Connection timed out", "mount.nfs: connection", "mount.nfs: no route", "mount error(113)", "mount error(110)", "mount error(111)", "mount error(112)", "mount error(101)", "mount error(115)", "rpc prog. not avail", "rpc: port mapper failure", "requested nfs version or transport protocol is not supported", "portmap query failed", "unable to receive", "host is down", "server not responding", "stale file handle"],
    "mount-server-login": ["login", "mount error(13): Permission denied", "mount error(13)", "mount error(126)", "status_logon_failure", "access denied by server while mounting"],
    "mount-server-absent": ["absentThere", "mount error(2): No such file or directory", "mount error(2)", "reason given by server: no such file", "bad_network_name", "mount error(6)"],
    "mount-name": ["nameLookup", "mount.nfs: Failed to resolve server nothing: Name or service not known", "failed to resolve server", "could not resolve address for"],
    "mount-name-servers": ["nameServers", "mount.nfs: Failed to resolve server x: Temporary failure in name resolution", "failed to resolve server … temporary failure"],
    "mount-helper": ["noSuchHere", "mount: /mnt: bad option; for several filesystems (e.g. nfs, cifs) you might need a /sbin/mount.<type> helper program.", "you might need a /sbin/mount", "rpc.statd is not running", "bad usage of helper", "user_allow_other"],
    "swap-none": ["absent", "swapon: cannot open nofile: No such file or directory", "cannot open … no such file"],
  }),
  ...messagesOf({ source: "e2fsprogs 1.47, xfsprogs 6.1, btrfs-progs 6.2, dosfstools, parted 3.5; seen and read", for: "fsck e2fsck fsck.ext4 mkfs mkfs.ext4 mke2fs tune2fs resize2fs xfs_repair mkfs.xfs xfs_growfs btrfs mkfs.btrfs mkfs.vfat fsck.vfat parted fdisk sfdisk gdisk sgdisk wipefs partprobe debugfs dumpe2fs chattr lsattr badblocks hdparm smartctl quota quotacheck quotaon setquota" }, {
    "fs-damaged": ["fileSystem", "/dev/sdb1: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.", "unexpected inconsistency", "run fsck manually", "bad magic number in super-block", "superblock invalid", "filesystem still has errors", "fatal error -- couldn't find valid filesystem superblock", "couldn't find valid filesystem superblock", "resulted in short read", "contains a file system with errors", "metadata corruption detected", "bad primary superblock", "log needs to be replayed", "valuable metadata changes in a log", "sorry, could not find valid secondary superblock", "parent transid verify failed", "checksum verify failed", "ext2fs library", "please run 'e2fsck -f", "group descriptors look bad", "the primary gpt table is corrupt", "unrecognised disk label", "invalid partition table"],
    "fs-busy": ["inUse", "/dev/sdb1 is mounted; will not make a filesystem here!", "is mounted", "is in use", "is apparently in use by the system", "device or resource busy", "being used by the system", "cannot continue", "failed to tell kernel", "we have been unable to inform the kernel", "partition(s) … are being used"],
    "fs-device": ["noDevice", "mke2fs: The file /dev/sdx does not exist and no size was specified.", "does not exist and no size was specified", "could not stat", "couldn't open", "open: no such file", "the device apparently does not exist", "did you specify it correctly", "no such file or directory while trying to", "cannot open /dev/", "smartctl open device", "unable to detect device type"],
    "fs-exists": ["inTheWay", "mkfs.xfs: /dev/sdb1 appears to contain an existing filesystem (ext4).", "appears to contain an existing", "contains a … file system", "use the -f option to force", "already contains", "already has a"],
    "fs-size": ["value", "mkfs.ext4: Device size reported to be zero.  Invalid partition specified", "device size reported to be zero", "invalid blocks", "too small", "the containing partition (or device) is only", "new size smaller than minimum", "size of … is too small", "filesystem size … exceeds", "nothing to do", "invalid filesystem option", "the location … is outside of the device", "not enough space to build proposed filesystem", "unable to satisfy all constraints"],
    "fs-rights": ["root", "Permission denied while trying to open /dev/sdb1", "permission denied while trying to", "you must have r/w access to the filesystem or be root", "operation not permitted while setting flags", "must be root to"],
    "fs-failing": ["hardware", "SMART overall-health self-assessment test result: FAILED!", "self-assessment test result: failed", "smart error", "read failure", "attempt to read block … i/o error", "input/output error while", "badblocks found"],
    "quota-none": ["noSuchHere", "quotacheck: Cannot find filesystem to check or filesystem not mounted with quota option.", "not mounted with quota option", "quota file not found", "no filesystems with quota"],
  }),
  ...messagesOf({ source: "LVM 2.03, mdadm 4.2, cryptsetup 2.6, ZFS 2.1; read in their sources", for: "lvcreate lvremove lvextend lvreduce lvresize lvs lvdisplay lvchange lvconvert vgcreate vgextend vgreduce vgs vgdisplay vgchange vgremove pvcreate pvs pvdisplay pvremove pvmove lvm mdadm cryptsetup dmsetup zfs zpool multipath iscsiadm" }, {
    "lvm-space": ["full", "Volume group \"vg0\" has insufficient free space (10 extents): 20 required.", "insufficient free space", "insufficient suitable allocatable extents", "out of space", "cannot create … out of space", "not enough free extents", "data space is full", "insufficient free extents", "pool … is full"],
    "lvm-absent": ["noDevice", "  Volume group \"novg\" not found", "volume group … not found", "cannot process volume group", "failed to find logical volume", "failed to find physical volume", "no device found for", "device … not found", "not found (or ignored by filtering)", "failed to find device", "cannot open '… no such pool", "cannot open '… dataset does not exist", "cannot open /dev/", "does not appear to be an md device", "device … does not exist or access denied", "no records found", "couldn't find device with uuid", "dataset does not exist", "no such pool", "no pools available", "device /dev/… doesn't exist"],
    "lvm-exists": ["inTheWay", "  Logical Volume \"x\" already exists in volume group \"vg0\"", "already exists in volume group", "a volume group called … already exists", "pool already exists", "dataset already exists", "device … already exists", "is already in volume group"],
    "lvm-use": ["inUse", "  Logical volume vg0/x contains a filesystem in use.", "contains a filesystem in use", "is used by another device", "in use: not deactivating", "is in use", "still in use", "can't open … exclusively", "mounted filesystem?", "dataset is busy", "pool is busy", "device or resource busy", "cannot get exclusive access"],
    "lvm-content": ["content", "Device /dev/sdb1 is not a valid LUKS device.", "is not a valid luks device", "no valid superblock", "no md superblock", "unknown raid level", "signature detected", "is not a valid"],
    "lvm-key": ["login", "No key available with this passphrase.", "no key available with this passphrase", "nothing to read on input", "incorrect key", "key load error"],
    "lvm-degraded": ["hardware", "mdadm: /dev/md0 assembled from 1 drive - not enough to start the array.", "not enough to start the array", "is missing pv", "missing pvs", "degraded", "one or more devices could not be used", "faulted", "failed to run_array", "is degraded", "missing devices", "insufficient replicas", "cannot import"],
    "lvm-rights": ["root", "  WARNING: Running as a non-root user. Functionality may be unavailable.", "running as a non-root user", "must be super-user to perform this action", "cannot … permission denied", "/dev/mapper/control: open failed", "cannot initialize device-mapper"],
    "lvm-kernel": ["kernel", "modprobe: FATAL: Module dm-crypt not found", "module dm", "the zfs modules are not loaded", "module md", "device-mapper target type", "is dm_mod module loaded", "kernel crypto", "is device-mapper driver missing", "incompatible libdevmapper", "target type … not"],
  }),
  ...messagesOf({ source: "restic 0.14, BorgBackup 1.2, rclone 1.60, s3cmd, duplicity; read in their sources", for: "restic borg rclone s3cmd duplicity rdiff-backup bacula bconsole amanda proxmox-backup-client mc gsutil" }, {
    "backup-lock": ["lock", "unable to create lock in backend: repository is already locked by PID 12 on web1", "already locked", "failed to create/acquire the lock", "unable to create lock", "lock … is stale"],
    "backup-password": ["login", "Fatal: wrong password or no key found", "wrong password or no key found", "passphrase supplied in", "passphrase … is incorrect", "an empty password is not", "bad decrypt", "invalidaccesskeyid", "access denied", "failed to authenticate"],
    "backup-repository": ["absentThere", "Fatal: unable to open config file: stat /srv/repo/config: no such file or directory", "unable to open config file", "is there a repository at the following location", "repository … does not exist", "is not a valid repository", "directory not found", "archive … does not exist", "no matching id", "no snapshot found", "bucket … does not exist", "object not found", "error 404 (nosuchkey)"],
    "backup-remote": ["usage", "Failed to create file system for \"x:\": didn't find section in config file", "didn't find section in config file", "please specify repository", "config file … not found", "not a valid remote", "parameter problem"],
    "backup-damaged": ["fileSystem", "Fatal: repository contains errors", "repository contains errors", "integrity error", "data integrity error", "pack … damaged", "the repository index is damaged", "ciphertext verification failed", "segment entry checksum mismatch", "hash does not match", "corrupted on transfer", "index corruption"],
    "backup-partial": ["state", "Warning: at least one source file could not be read", "at least one source file could not be read", "file changed while we backed it up", "errors while"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const settings = (): readonly MessageRule[] => [
  ...messagesOf({ source: "iproute2 6.1, net-tools, ethtool, NetworkManager; seen", for: "ip ss tc bridge ifconfig route ifup ifdown ethtool iw iwconfig brctl nmcli netplan dhclient dhcpcd arp wg wg-quick vconfig" }, {
    "ip-device": ["noDevice", "Cannot find device \"eth9\"", "cannot find device", "device … does not exist", "device not found", "unknown interface", "no such device", "unknown connection", "error fetching interface information", "interface … does not exist"],
    "ip-usage": ["usage", "Object \"frob\" is unknown, try \"ip help\".", "is unknown, try", "command … is unknown", "either … is required", "duplicate \"", "wrong \"", "what is \"", "garbage instead of arguments", "not enough information", "invalid 'connection'"],
    "ip-value": ["value", "Error: any valid prefix is expected rather than \"x\".", "any valid prefix is expected", "any valid address is expected", "inet prefix is expected", "inet address is expected", "invalid gateway", "invalid prefix", "host bits", "argument … is wrong", "invalid address", "invalid mtu", "invalid ip"],
    "ip-exists": ["inTheWay", "RTNETLINK answers: File exists", "rtnetlink answers: file exists", "address already assigned", "already a member of a bridge", "already configured"],
    "ip-route": ["network", "Error: Nexthop has invalid gateway.", "nexthop has invalid gateway", "rtnetlink answers: network is unreachable", "nexthop … unreachable", "rtnetlink answers: no such process", "rtnetlink answers: network is down", "device for nexthop is not up"],
    "ip-absent": ["absent", "Cannot open network namespace \"nons\": No such file or directory", "cannot open network namespace", "rtnetlink answers: cannot assign requested address", "address not found", "no such connection profile"],
    "ip-rights": ["root", "RTNETLINK answers: Operation not permitted", "rtnetlink answers: operation not permitted", "siocsif", "siocaddrt: operation not permitted", "not authorized to control networking"],
    "ip-kernel": ["kernel", "RTNETLINK answers: Operation not supported", "rtnetlink answers: operation not supported", "unknown device type", "specified qdisc not found", "specified qdisc kind is unknown", "qdisc kind is unknown", "rtnetlink answers: invalid argument", "rtnetlink answers: no buffer space"],
    "dhcp-none": ["network", "No DHCPOFFERS received.", "no dhcpoffers received", "no lease", "no working leases", "ip configuration could not be reserved", "failed to bring up", "carrier", "activation failed", "networkmanager is not running"],
  }),
  ...messagesOf({ source: "iptables 1.8.9, nftables 1.0.6, seen; ufw, firewalld, ipset", for: "iptables ip6tables iptables-restore ip6tables-restore nft ufw firewall-cmd ipset ebtables arptables fail2ban-client" }, {
    "iptables-absent": ["absent", "iptables: No chain/target/match by that name.", "no chain/target/match by that name", "chain … does not exist", "does a matching rule exist in that chain", "bad rule", "set … doesn't exist", "invalid_zone", "could not find a profile", "could not delete non-existent rule", "no such jail", "index of … is out"],
    "iptables-exists": ["inTheWay", "iptables: Chain already exists.", "chain already exists", "already_enabled", "element … already added", "set with the same name already exists", "zone_already_set", "chain is not empty", "directory not empty"],
    "iptables-rights": ["root", "iptables v1.8.9 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be root)", "you must be root", "operation not permitted", "authorization failed", "need to be root"],
    "iptables-lock": ["lock", "Another app is currently holding the xtables lock. Perhaps you want to use the -w option?", "holding the xtables lock"],
    "iptables-kernel": ["kernel", "iptables: can't initialize iptables table `nat': Table does not exist (do you need to insmod?)", "can't initialize iptables table", "do you need to insmod", "perhaps iptables or your kernel needs to be upgraded", "kernel error received", "unable to initialize netlink socket", "cache initialization failed", "couldn't load match", "couldn't load target", "extension … revision … not supported", "firewalld is not running", "unable to access socket", "could not process rule: operation not supported"],
    "nft-syntax": ["statement", "Error: syntax error, unexpected newline, expecting string", "error: syntax error", "invalid ruleset", "iptables-restore: line … failed", "line … seems to have a -t table option", "could not parse", "conflicting protocols", "datatype mismatch"],
    "iptables-value": ["value", "iptables v1.8.9 (nf_tables): invalid port/service `x' specified", "invalid port/service", "bad port", "host/network … not found", "invalid mask", "bad ip address", "invalid_port", "invalid_protocol", "unknown protocol", "bad argument", "bad destination address", "bad source address"],
  }),
  ...messagesOf({ source: "procps 4.0, kmod 30, sysctl(8), systemd; seen", for: "sysctl modprobe insmod rmmod lsmod depmod dmesg chronyc ntpdate ntpq hwclock reboot shutdown update-grub grub-install efibootmgr dkms" }, {
    "sysctl-key": ["absent", "sysctl: cannot stat /proc/sys/foo/bar: No such file or directory", "cannot stat /proc/sys", "is an unknown key"],
    "sysctl-rights": ["root", "sysctl: permission denied on key \"kernel.x\"", "permission denied on key", "read kernel buffer failed: operation not permitted", "could not remove module … not permitted", "could not insert module … not permitted"],
    "sysctl-value": ["value", "sysctl: setting key \"vm.x\": Invalid argument", "setting key … invalid argument"],
    "sysctl-read-only": ["forbidden", "sysctl: setting key \"vm.x\": Read-only file system", "setting key … read-only"],
    "module-absent": ["kernel", "modprobe: FATAL: Module nomod not found in directory /lib/modules/6.1.0", "module … not found in directory", "could not find module by name", "unknown symbol in module", "invalid module format", "could not open moddep file", "exec format error"],
    "module-use": ["inUse", "rmmod: ERROR: Module ext4 is in use", "is in use", "is builtin", "is not currently loaded"],
    "time-server": ["peer", "ntpdate[12]: no server suitable for synchronization found", "no server suitable for synchronization", "timed out, nothing received", "not synchronised"],
    "time-daemon": ["serviceDown", "506 Cannot talk to daemon", "506 cannot talk to daemon", "ntpq: read: connection refused", "the ntp socket is in use"],
    "hwclock-none": ["noDevice", "hwclock: Cannot access the Hardware Clock via any known method.", "cannot access the hardware clock"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const accounts = (): readonly MessageRule[] => [
  ...messagesOf({ source: "shadow 4.13, sudo 1.9.13, util-linux 2.38 (su), adduser, acl 2.3; seen", for: "useradd usermod userdel groupadd groupdel groupmod adduser addgroup deluser passwd chpasswd chage gpasswd newgrp sudo su runuser doas visudo vipw login chsh chfn setfacl getfacl setcap getent setpriv pwck" }, {
    "account-exists": ["inTheWay", "useradd: user 'root' already exists", "already exists", "uid … is not unique", "gid … already exists", "is already a member of"],
    "account-absent": ["noAccount", "userdel: user 'nouser' does not exist", "does not exist", "unknown user", "no passwd entry", "unknown group", "invalid user", "unknown login", "cannot find name", "not found in", "option -m: invalid argument near character", "is not a member of", "user unknown"],
    "account-use": ["inUse", "userdel: user ann is currently used by process 812", "is currently used by process", "is currently logged in", "cannot remove the primary group"],
    "account-lock": ["lock", "useradd: cannot lock /etc/passwd; try again later.", "cannot lock /etc/", "is busy (presumably another"],
    "account-rights": ["root", "useradd: Permission denied.", "permission denied.", "only root may", "you may not view or modify password information", "cannot lock … permission denied", "permission denied (you must be root)", "only root can", "may not be used by non-root users", "you may not change"],
    "sudo-refused": ["root", "ann is not in the sudoers file.", "is not in the sudoers file", "is not allowed to run sudo", "is not allowed to execute", "a password is required", "a terminal is required", "no tty present and no askpass", "incorrect password attempt", "may not run sudo", "no password was provided", "operation not permitted", "you must have a tty"],
    "sudo-broken": ["configuration", "sudo: /etc/sudoers is world writable", "is world writable", "should be owned by uid 0", "syntax error near line", "must be owned by uid 0 and have the setuid bit", "effective uid is not 0", "unable to initialize policy plugin", "no valid sudoers sources found", "sudoers: syntax error", "/etc/sudoers:… syntax error", "no new privileges", "fatal error, unable to load plugins", "parse error in /etc"],
    "sudo-host": ["noSuchHere", "sudo: unable to resolve host web1: Name or service not known", "unable to resolve host"],
    "sudo-command": ["commandMissing", "sudo: nofile: command not found", "command not found"],
    "su-login": ["login", "su: Authentication failure", "authentication failure", "authentication token manipulation error", "incorrect password", "password unchanged", "account has expired", "account is currently not available", "password: sorry", "conversation error", "bad login"],
    "su-shell": ["commandMissing", "su: failed to execute /nofile: No such file or directory", "failed to execute … no such file"],
    "password-weak": ["data", "BAD PASSWORD: The password is shorter than 8 characters", "bad password:", "password is too", "password has been already used", "is too similar", "it is based on a dictionary word"],
    "account-name": ["value", "useradd: invalid user name 'X Y': use --badname to ignore", "invalid user name", "invalid group name", "not a valid user name", "invalid shell", "invalid home directory", "is an invalid shell", "please enter a username matching", "invalid date", "invalid field"],
    "account-home": ["=ENOENT", "useradd: cannot create directory /nodir/ann", "cannot create directory", "cannot rename directory"],
    "acl-unsupported": ["kernel", "setfacl: x: Operation not supported", "operation not supported"],
  }),
  ...messagesOf({ source: "procps 4.0, psmisc 23, lsof 4.95, tmux 3.3, screen 4.9, strace 6.1, util-linux 2.38; seen", for: "kill pkill pgrep killall ps top lsof fuser tmux screen strace ltrace gdb renice nice ionice chrt taskset prlimit ulimit unshare nsenter flock watch script setsid pidof wait" }, {
    "kill-absent": ["=ESRCH", "kill: (99999999): No such process", "no such process", "no process found", "arguments must be process or job ids"],
    "kill-value": ["value", "kill: failed to parse argument: 'x'", "failed to parse argument"],
    "kill-usage": ["usage", "kill: (1): Invalid argument", "invalid argument", "unknown signal", "invalid signal", "no matching criteria", "not enough arguments", "pattern that searches for process name longer than"],
    "trace-refused": ["root", "strace: attach: ptrace(PTRACE_SEIZE, 12): Operation not permitted", "ptrace(… not permitted", "ptrace: operation not permitted", "could not attach to process", "failed to set … permission denied", "failed to set"],
    "tmux-none": ["absentHere", "no server running on /tmp/tmux-0/default", "no server running on", "no sessions", "can't find session", "can't find window", "can't find pane", "no screen session found", "there is no screen to be", "no sockets found", "session not found", "no current session", "no current client"],
    "tmux-exists": ["inTheWay", "duplicate session: x", "duplicate session"],
    "tmux-terminal": ["nobodyAnswers", "open terminal failed: not a terminal", "open terminal failed", "must be connected to a terminal", "missing or unsuitable terminal", "not a terminal", "terminal is not"],
    "flock-held": ["lock", "flock: failed to get lock", "failed to get lock", "timeout while waiting to get lock"],
    "namespace-refused": ["forbidden", "unshare: unshare failed: Operation not permitted", "unshare failed: operation not permitted", "reassociate to namespace", "write failed /proc/self/uid_map"],
    "namespace-full": ["limit", "unshare: unshare failed: No space left on device", "unshare failed: no space left"],
  }),
  ...messagesOf({ source: "OpenSSL 3.0, GnuPG 2.2, seen; age, keytool", for: "openssl gpg gpg2 gpgv gpg-agent gpgconf age keytool ssh-keygen pass kinit klist certtool" }, {
    "gpg-no-key": ["noSuchHere", "gpg: ann: skipped: No public key", "no public key", "no secret key", "skipped: unusable", "no valid recipients", "no default secret key", "not found: no public key", "no identities matched", "can't check signature: no public key"],
    "gpg-content": ["content", "gpg: no valid OpenPGP data found.", "no valid openpgp data found", "bad signature", "crc error", "packet … invalid", "invalid packet", "the signature could not be verified", "not a detached signature", "unknown packet", "mangled", "malformed user id", "unexpected armor"],
    "gpg-passphrase": ["login", "gpg: decryption failed: Bad session key", "bad passphrase", "bad session key", "no pinentry", "invalid passphrase", "preauthentication failed", "keystore was tampered with, or password was incorrect", "operation cancelled", "maybe wrong password", "bad decrypt", "mac verify error", "password incorrect while getting initial credentials"],
    "gpg-agent": ["serviceDown", "gpg: can't connect to the agent: IPC connect call failed", "can't connect to the agent", "no agent running", "agent_genkey failed", "can't connect to the dirmngr", "no dirmngr"],
    "gpg-home": ["loosePermissions", "gpg: WARNING: unsafe permissions on homedir '/home/ann/.gnupg'", "unsafe ownership", "unsafe permissions", "failed to create … homedir", "gpg: fatal: can't create directory"],
    "gpg-server": ["peer", "gpg: keyserver receive failed: No keyserver available", "keyserver receive failed", "keyserver send failed", "keyserver search failed", "no keyserver available", "cannot contact any kdc"],
    "gpg-expired": ["data", "gpg: Note: signature key 1234 has expired", "key … expired", "key has expired", "key revoked", "keyexpired", "client not found in kerberos"],
    "gpg-absent": ["absent", "gpg: can't open 'nofile': No such file or directory", "can't open '… no such file"],
    "openssl-read": ["content", "Could not read certificate from f", "could not read certificate", "could not read private key", "unable to load private key", "unable to load key", "no start line", "bad end line", "wrong tag", "asn1 encoding", "header too long", "not enough data", "bad magic number", "error reading input file", "wrong final block length", "input not an x.509", "failed to import", "expecting: certificate", "could not find private key", "unable to load public key", "bad base64 decode", "error loading"],
    "openssl-open": ["absent", "Can't open nofile for reading, No such file or directory", "can't open … for reading, no such file", "calling stat( … no such file", "no such file or directory:calling", "can't open input file", "can't open config file", "bio_new_file:no such file"],
    "openssl-connect": ["peer", "40078AF6087F0000:error:8000006F:system library:BIO_connect:Connection refused:../crypto/bio/bio_sock2.c:117:calling connect()", "bio_connect:", "connect:errno=111", "connect:errno=110", "connect:errno=113"],
    "openssl-name": ["nameLookup", "40571F365F7F0000:error:10080002:BIO routines:BIO_lookup_ex:system lib:../crypto/bio/bio_addr.c:746:Name or service not known", "bio_lookup_ex", "gethostbyname failure"],
    "openssl-usage": ["usage", "Invalid command 'frob'; type \"help\" for a list.", "invalid command", "unknown option:", "unknown cipher", "unsupported … cipher", "use -help for summary", "unknown message digest", "invalid digest", "unsupported:crypto", "missing cipher"],
    "openssl-verify": ["content", "error f: verification failed", "verification failed", "verification failure", "certificate will expire", "signature did not verify"],
    "openssl-random": ["state", "Can't load /root/.rnd into RNG", "into rng", "unable to write 'random state'", "insufficient entropy"],
  }),
];

/** What OpenSSL says last of a file that it could not use, whether that is there or not. */
// biome-ignore format: one row a line reads as the table that it is
const lastWords = (): readonly MessageRule[] =>
  messagesOf({ source: "OpenSSL 3.0, seen", for: "openssl", strength: "weak" }, {
    "openssl-uri": ["absent", "Could not open file or uri for loading key from nofile", "could not open file or uri for loading"],
    "openssl-unable": ["content", "Unable to load certificate", "unable to load certificate", "unable to load x509", "could not read", "unable to load"],
  });

export const system = (): readonly MessageRule[] => [
  ...services(),
  ...storage(),
  ...settings(),
  ...accounts(),
  ...lastWords(),
];
