# Makes a machine of its own out of this one (run in new mount, PID and UTS namespaces), then runs the text FOLDER/inside.sh on it.
# Wants: FOLDER (the case's folder), REPOSITORY, MODULES (the real node_modules), NODE (its prefix), ETC (files of /etc), NETWORK, NAME.
set -e
hostname "$NAME"
if [ "$NETWORK" != joined ]; then ip link set lo up; fi
if [ "$NETWORK" = own ]; then
  ip link add eth0 type veth peer name far0
  ip link set eth0 up
  ip link set far0 up
  ip addr add 10.88.0.1/24 dev eth0
  ip route add default via 10.88.0.2
fi
mkdir -p "$FOLDER/disk"
mount -t tmpfs -o size=3g,mode=755 disk "$FOLDER/disk"
cd "$FOLDER/disk"
mkdir up work root
mount -t overlay overlay -o lowerdir=/,upperdir="$PWD/up",workdir="$PWD/work" root
root=$PWD/root
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
for each in tmp run root home srv mnt media opt var/tmp; do mkdir -p "$root/$each"; mount -t tmpfs -o mode=755 "$each" "$root/$each"; done
chmod 1777 "$root/tmp" "$root/var/tmp"
mkdir -p "$root/opt/dscript" "$root/run/case" "$root/run/lock" "$root/$MODULES"
mount --bind "$REPOSITORY" "$root/opt/dscript"
mount --bind "$MODULES" "$root/$MODULES"
if [ "$NODE" != /usr ] && [ "$NODE" != /usr/local ]; then
  mkdir -p "$root/opt/node"
  mount --bind "$NODE" "$root/opt/node"
fi
mount --bind "$FOLDER" "$root/run/case"
for each in "$root/etc/hosts" "$root/etc/resolv.conf" "$root/etc/hostname"; do rm -f "$each"; done
cp -r "$ETC/." "$root/etc/"
mkdir -p "$root/.before" "$root/srv/job" "$root/home/ops" "$root/home/ann"
cd "$root"
pivot_root . .before
cd /
umount -l /.before
rmdir /.before 2>/dev/null || true
chown 2001:2001 /home/ops
chown 2002:2002 /home/ann
chmod 700 /home/ops /home/ann /root
chmod 1777 /run/lock
exec sh /run/case/inside.sh
