# Makes a machine of its own out of this one (run in new mount, PID and UTS namespaces), then runs the text FOLDER/inside.sh on it.
# Wants: FOLDER (the case's folder, with an fstab for the machine), NETWORK, NAME.
set -e
hostname "$NAME"
case $NETWORK in
  none) ip link set lo up ;;
  own)
    ip -batch - <<END
link set lo up
link add name eth0 type veth peer name far0
link set eth0 up
link set far0 up
addr add 10.88.0.1/24 dev eth0
route add default via 10.88.0.2
END
    ;;
esac
mount -t tmpfs -o size=3g,mode=755 disk "$FOLDER/disk"
mkdir "$FOLDER/disk/up" "$FOLDER/disk/work" "$FOLDER/disk/root"
mount -a -T "$FOLDER/fstab"
cd "$FOLDER/disk/root"
pivot_root . .before
cd /
umount -l /.before
exec sh /run/case/inside.sh
