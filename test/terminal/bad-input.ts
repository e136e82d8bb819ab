// Bad input of every kind, to be tried where scripts are really started: a shell script that runs each, and the codes that must come.

/** Makes its files in the folder it starts in, runs every bad input, and writes "NAME CODE" lines to the file `codes`. */
export const tryAll = `
printf '' > empty.dscript
printf '\\177ELF\\001\\000\\377\\376' > binary.dscript
printf 'println("crlf")\\r\\necho done\\r\\n' > crlf.dscript
printf '\\357\\273\\277println("bom")\\n' > bom.dscript
mkdir -p folder.dscript
printf 'println("huge")\\n' > huge.dscript; yes '# a comment of some length that says nothing at all' | head -c 12000000 >> huge.dscript
printf 'if (false) { no_such_program x }\\nprintln("not reached")\\n' > unknown.dscript
printf 'rm -f ./tool\\n./tool\\n' > removed.dscript
printf 'println("ARGV \${ARGV.length}")\\n' > argv.dscript
printf 'param String[] part "parts"\\nprintln("parts \${part.length}")\\n' > parts.dscript
printf 'echo "\${ARGV[0]}" | od -An -tx1\\n' > bytes.dscript
printf 'int f(int n) { return f(n + 1) + 1 }\\nprintln("\${f(0)}")\\n' > deep.dscript
printf 'while (true) { }\\n' > loop.dscript
printf 'println(System.ask("? "))\\n' > asks.dscript
printf 'println("to a full disk")\\n' > full.dscript
printf 'echo named\\n' > "$(printf 'a\\nb "c'"'"'.dscript')"
printf 'echo dashed\\n' > ./-d.dscript
printf 'for (int i in [1, 2, 3]) { echo a | cat | cat }\\n' > few.dscript
: > codes
try() { name=$1; shift; "$@"; echo "$name $?" >> codes; }
try missing dscript run missing.dscript
try empty dscript run empty.dscript
try binary dscript run binary.dscript
try unreadable dscript run /proc/self/mem
try crlf dscript run crlf.dscript
try bom dscript run bom.dscript
try folder dscript run folder.dscript
try huge dscript run huge.dscript
try option dscript run --nonsense empty.dscript
try subcommand dscript rnu empty.dscript
try unknown dscript run unknown.dscript
printf '#!/bin/sh\\n' > tool; chmod +x tool
try removed dscript run removed.dscript
try full sh -c 'dscript run full.dscript > /dev/full'
try state env XDG_STATE_HOME=/proc/none dscript run crlf.dscript
try stdin sh -c 'dscript run asks.dscript <&-'
try reader bash -c 'dscript run full.dscript | true; exit \${PIPESTATUS[0]}'
try arguments sh -c 'dscript run argv.dscript $(seq 100000)'
try parameters sh -c 'dscript run parts.dscript $(seq 10000 | sed "s/^/--part=/")'
try unexpected sh -c 'dscript run parts.dscript $(seq 10000 | sed "s/^/--wrong/")'
try named dscript run "$(printf 'a\\nb "c'"'"'.dscript')"
try dashed dscript run ./-d.dscript
try bytes dscript run bytes.dscript "$(printf '\\377\\n')"
# Whether so few are enough depends on what the outputs are.
try descriptors sh -c 'ulimit -n 20; dscript run few.dscript; code=$?; test $code = 0 || test $code = 71'
try deep dscript run deep.dscript
try TERM timeout --preserve-status -s TERM 2 dscript run loop.dscript
try INT timeout --preserve-status -s INT 2 dscript run loop.dscript
`;

/** The same everywhere: who starts a script changes nothing about what its input is. */
export const expectedCodes = `
missing 64
empty 0
binary 76
unreadable 64
crlf 0
bom 0
folder 64
huge 0
option 64
subcommand 64
unknown 76
removed 70
full 71
state 0
stdin 65
reader 141
arguments 0
parameters 0
unexpected 65
named 0
dashed 0
bytes 0
descriptors 0
deep 70
TERM 143
INT 130
`.trimStart();
