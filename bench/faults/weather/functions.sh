# What the set-up of a case may call, beside the system's own programs.

# tiny DIR [SIZE]: a small file system.
tiny() { mkdir -p "$1"; mount -t tmpfs -o size="${2:-256k}",mode=1777 "tiny" "$1"; }

# full DIR [SIZE]: a file system without a byte left.
full() { tiny "$1" "${2:-64k}"; dd if=/dev/zero of="$1/old-data" bs=4k 2>/dev/null || true; }

# noinodes DIR: space, but no inode.
noinodes() {
  mkdir -p "$1"
  mount -t tmpfs -o size=4m,nr_inodes=8,mode=1777 noinodes "$1"
  for n in 1 2 3 4 5 6 7 8 9; do touch "$1/old-$n" || break; done 2>/dev/null || true
}

# readonly DIR: a mount that became read-only.
readonly_mount() { mkdir -p "$1"; [ -n "$(ls -A "$1" 2>/dev/null)" ] && mount --bind "$1" "$1" || mount -t tmpfs -o mode=1777 data "$1"; mount -o remount,ro,bind "$1"; }

# ours PATH…: gives files to whoever runs the script.
ours() { chown -R "$OWNER" "$@"; }

# shim NAME WORD…: puts a program of this name ahead, which runs the real one behind the words.
shim() {
  name=$1; shift
  real=$(command -v "$name")
  { echo '#!/bin/sh'; echo "exec $* $real \"\$@\""; } >"/usr/local/bin/$name"
  chmod 755 "/usr/local/bin/$name"
}

# fails CALL ERROR NAME [WHEN]: the program's system calls of this name fail, as a broken device or kernel makes them.
fails() { shim "$3" strace -qqq -f -o /dev/null -e trace="$1" -e inject="$1:error=$2${4:+:when=$4}"; }

# held FILE: somebody holds a lock on the file.
held() { : >>"$1"; chmod 666 "$1"; setsid flock "$1" sleep 300 & sleep 0.1; }

# posix_held FILE: the same with a lock of fcntl(2), as dpkg and apt take it.
posix_held() {
  setsid python3 -c 'import fcntl,sys,time
f = open(sys.argv[1], "a"); fcntl.lockf(f, fcntl.LOCK_EX); print("held", flush=True); time.sleep(300)' "$1" >/run/held &
  for n in 1 2 3 4 5 6 7 8 9; do grep -q held /run/held && break; sleep 0.1; done
}

# listens PORT [TEXT]: a local service that answers every connection with the text and closes.
listens() {
  setsid python3 -c 'import socket,sys
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(sys.argv[1]))); s.listen(9)
print("up", flush=True)
while True:
    c, _ = s.accept(); c.sendall(sys.argv[2].encode()); c.close()' "$1" "${2:-}" >/run/listens &
  for n in 1 2 3 4 5 6 7 8 9; do grep -q up /run/listens && break; sleep 0.1; done
}

# gone PROGRAM: takes a program away, as a package that was removed.
gone() { rm -f "$(command -v "$1")" /usr/local/bin/"$1" /usr/bin/"$1" /bin/"$1" /usr/sbin/"$1"; }

# ssh_ready: the script's user knows the file server and has the key for it.
ssh_ready() {
  for home in /root /home/ops; do
    mkdir -p "$home/.ssh"; echo "files.corp.example,10.77.0.10 $(cat /etc/weather/host_key.pub)" >"$home/.ssh/known_hosts"
  done
  ours "$(getent passwd "${OWNER%%:*}" | cut -d: -f6)/.ssh"
}

# fails_at FILE CALL ERROR NAME: the program's system calls of this name fail on this file alone.
fails_at() { shim "$4" strace -qqq -f -o /dev/null -P "$1" -e trace="$2" -e inject="$2:error=$3"; }
