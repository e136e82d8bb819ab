# What is loaded of packages on a host whose /etc is this namespace's own: $1 dscript, $2 a folder.
set -e
dscript=$1
folder=$2
mount -t tmpfs none "$folder"
mkdir -p "$folder/over" "$folder/work" "$folder/own"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$folder/over,workdir=$folder/work" /etc
rm -rf /etc/dscript
cd "$folder/own"
export XDG_STATE_HOME="$folder/state" HOME="$folder/own" LC_ALL=C
cat >shout.js <<'JS'
import { appendFileSync } from "node:fs";
import { definePackage, statement } from "dscript/package";
appendFileSync("loaded", "x");
export default definePackage({
  says: "Shouts.",
  statements: [
    statement("shout $name", { says: "Shouts.", lower: ({ name }, make) => make.statement`println("HO", ${name})` }),
  ],
});
JS
printf 'import shout\nshout "Ada"\n' >say.dscript
"$dscript" log init agreement --origin example.org/p >/dev/null
for name in root ann ben; do "$dscript" log key $name.pem | sed -n 's/^its public half: //p' >$name.pub; done
"$dscript" gate policy team-of-two --root "$(cat root.pub)" | sed "s|folder: agreement|folder: $folder/own/agreement|; s|^readers:.*||" >policy.yaml
echo "memory: $folder/memory" >>policy.yaml
"$dscript" gate sign policy.yaml --key root.pem >/dev/null
for name in ann ben; do "$dscript" people add $name --name $name --role operator --public-key "$(cat $name.pub)" --key root.pem --policy policy.yaml >/dev/null; done
host() { mkdir /etc/dscript && chmod 755 /etc/dscript && cp policy.yaml /etc/dscript/policy.yaml && chmod 644 /etc/dscript/policy.yaml; }
attempt() { rm -f loaded; "$dscript" "$@" >out 2>&1 && code=0 || code=$?; echo "$*: $code, $([ -e loaded ] && echo loaded || echo not loaded)" | sed 's/ --key.*yes//'; }
echo "== a policy of the project"
attempt check say.dscript
attempt run --policy policy.yaml say.dscript
echo "== a policy of the host"
host
for words in "check say.dscript" "fmt --check say.dscript" "bundle say.dscript" "diagram say.dscript" "propose say.dscript --key ben.pem" "status say.dscript" "test say.dscript" "run say.dscript"; do attempt $words; done
"$dscript" check say.dscript 2>&1 || true
echo "== proposed and agreed on where the host has none"
rm -r /etc/dscript
"$dscript" propose say.dscript --key ben.pem --policy policy.yaml >/dev/null
"$dscript" agree say.dscript --key ann.pem --policy policy.yaml --yes | tail -n 1
host
attempt check say.dscript
attempt run say.dscript
cat out
echo '// another word' >>shout.js
attempt check say.dscript
attempt status say.dscript
