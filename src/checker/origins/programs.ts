/** What well-known programs print: their words, files that they are given, or the state of this host (faults 1.1). */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Programs whose output is their words, more or less. */
export const passing = words("echo printf basename dirname realpath readlink expr seq");
/** Programs whose operands are files that they print, as a whole or in part. */
export const readers = words(
  "cat tac head tail sort uniq cut nl rev fold paste join column fmt pr base64 zcat xzcat bzcat strings xxd od iconv",
);
/** The same, behind a first operand that is no file. */
export const searchers = words("grep egrep fgrep zgrep sed awk gawk mawk jq yq");
/** Programs that tell something of files in a form of their own. */
export const describers = words("wc stat du file md5sum sha1sum sha256sum sha512sum b2sum cksum ls find tree");
/** Programs that tell the state of this host. */
export const tellers = words(
  "df ps date hostname uname id whoami groups free uptime nproc arch ip ifconfig ss netstat lsblk blkid findmnt mount lscpu lsmod lspci lsusb who w last tty sysctl getconf getent systemctl service timedatectl hostnamectl loginctl journalctl dmesg pgrep pidof lsof fuser vmstat iostat mpstat sar dpkg dpkg-query rpm apt apt-cache snap flatpak locale sensors smartctl lvs vgs pvs mdadm swapon docker podman crontab quota iptables nft which top lsns ethtool nmcli resolvectl route arp update-alternatives",
);
/** Programs that tell the environment. */
export const environmentTellers = words("env printenv pwd");
/** Programs that run a text of theirs as a script. */
export const shells = words("sh bash dash zsh ksh");
