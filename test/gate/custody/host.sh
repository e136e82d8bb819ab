# What `dscript gate install` and `audit-host` do to a host, on one whose /etc and /var/lib are this namespace's own: $1 dscript, $2 a folder.
set -e
dscript=$1
folder=$2
mount -t tmpfs none "$folder"
for name in etc var/lib; do
  mkdir -p "$folder/over/$name" "$folder/work/$name"
  mount -t overlay overlay -o "lowerdir=/$name,upperdir=$folder/over/$name,workdir=$folder/work/$name" "/$name"
done
# What of this machine would be a finding, or is there already.
rm -rf /etc/dscript /etc/sudoers.d/* /var/lib/dscript-gate
printf 'Defaults env_reset\nroot ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n' >/etc/sudoers
mkdir "$folder/own"
cd "$folder/own"
export XDG_STATE_HOME="$folder/state" HOME="$folder/own" LC_ALL=C
log=/var/lib/dscript-gate/agreement
"$dscript" log init $log --origin example.org/custody >/dev/null
"$dscript" log key root.pem >root.txt
key=$("$dscript" log show $log --key | sed -n 's/^key: //p')
"$dscript" gate policy team-of-two --root "$(sed -n 's/its public half: //p' root.txt)" |
  awk -v key="$key" '/^  folder:/ { print "  folder: /var/lib/dscript-gate/agreement"; print "  keys: [\"" key "\"]"; next } { print }' >policy.yaml
echo 'memory: /var/lib/dscript-gate/memory' >>policy.yaml
"$dscript" gate sign policy.yaml --key root.pem
install() { "$dscript" gate install --policy policy.yaml --group operators "$@"; }
look() { "$dscript" gate audit-host --group operators --json | grep -v '"area":"clock"\|"area":"program"' | sed 's/,"repair.*//' || true; }
echo "== dry run"
install --dry-run | grep -c '^to do'
[ -e /etc/dscript ] || echo "nothing is made"
echo "== install"
install --yes | grep -c '^done: '
stat -c '%a %U:%G %n' /etc/dscript /etc/dscript/policy.yaml /etc/sudoers.d/dscript $log $log/key.pem /var/lib/dscript-gate/memory
echo "== again"
install --yes | grep -v '^done \|^  '
useradd --no-create-home --groups operators ann
echo "== as it should be"
look
echo "== what sudo lets ann do"
for words in "run x.dscript --log y" "run --log file:/etc/x x.dscript" "run -" "resume" "resume 01AB" "resume 01AB --log x" "undo last" "watch x.dscript" "gate install"; do
  if sudo -l -U ann -u dscript "$dscript" $words >/dev/null 2>&1; then echo "yes: $words"; else echo "no: $words"; fi
done
echo "== wrong"
printf '%%operators ALL=(ALL) NOPASSWD: ALL\nDefaults env_keep += "NODE_OPTIONS"\nUser_Alias OPS = ann\nCmnd_Alias EDIT = /usr/bin/vi\nOPS ALL = EDIT\n' >/etc/sudoers.d/other
chmod 644 $log/key.pem
chmod 777 /etc/dscript
ln $log/entries.jsonl /var/lib/dscript-gate/again
usermod --shell /bin/sh dscript
echo '# a word' >>/etc/sudoers.d/dscript
look
install --yes 2>&1 | tail -n 2
echo "== the way back"
rm /var/lib/dscript-gate/again
remove() { "$dscript" gate install --remove --policy policy.yaml "$@"; }
remove --yes 2>&1 | tail -n 2
usermod --shell /usr/sbin/nologin dscript
remove --dry-run | grep '^to do\|^done\|^[0-9]'
stat -c '%U:%G %n' $log
remove --yes 2>&1 | grep '^done: \|^the group\|^dscript'
echo "== what is left"
for each in /etc/sudoers.d/dscript /etc/dscript /etc/sudoers.d/other; do [ -e $each ] && echo "there: $each" || echo "gone: $each"; done
getent passwd dscript || echo "gone: the user"
getent group operators | sed 's/:.*//'
stat -c '%a %U:%G %n' $log $log/key.pem /var/lib/dscript-gate/memory
find /var/lib/dscript-gate \! -user root | wc -l
"$dscript" log verify $log | sed 's/, root .*//'
echo "== again, and with all"
remove --yes | tail -n 1
remove --purge --yes | grep '^done: '
[ -e /var/lib/dscript-gate ] || echo "gone: /var/lib/dscript-gate"
echo "== a rule of somebody's own"
mkdir /etc/dscript
cp policy.yaml /etc/dscript/policy.yaml
echo 'Defaults insults' >/etc/sudoers.d/dscript
"$dscript" gate install --remove --yes 2>&1 | tail -n 2
[ -e /etc/dscript/policy.yaml ] && echo "there: /etc/dscript/policy.yaml"
echo "== a group that nobody is in"
rm -r /etc/dscript /etc/sudoers.d/dscript
"$dscript" log init $log --origin example.org/custody >/dev/null
start() { "$dscript" gate install --policy policy.yaml --yes "$@" | grep -c '^done: '; }
groups() { getent group "$@" | sed 's/:.*//'; }
start --group starters
cat /etc/dscript/groups-made | sed 's/:[0-9]*$/:GID/'
remove --dry-run | grep 'group'
remove --yes | grep '^done: .*group\|^the group'
groups starters || echo "gone: starters"
echo "== a group that is another one by now, one that was there, and one that a rule names"
groupadd theirs
start --group theirs
[ -e /etc/dscript/groups-made ] || echo "nothing is noted"
remove --dry-run | grep '^the group'
start --group starters
groupdel starters
groupadd --gid 54321 starters
remove --dry-run | grep 'group'
groupdel starters
start --group starters
printf 'STARTERS, %%starters ALL = /bin/true\n' >/etc/sudoers.d/own
remove --dry-run | grep '^the group'
rm /etc/sudoers.d/own
chown ann /etc/dscript/groups-made
remove --dry-run | grep '^the group'
chown root /etc/dscript/groups-made
remove --yes | grep '^done: .*group\|^the group'
groups theirs starters
[ -e /etc/dscript ] || echo "gone: /etc/dscript"
