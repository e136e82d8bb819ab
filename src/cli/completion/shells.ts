/** The scripts that bash, zsh and fish load: each only asks `dscript __complete`, and adds the files that it names. */

const bash = `# Completion of dscript for bash: put "source <(dscript completion bash)" into ~/.bashrc.
# A script that runs by itself: complete -F _dscript -o nosort ./backup.dscript (or its name, where it lies in PATH).
_dscript() {
  local IFS=$'\\n' head files glue line typed part cut
  local -a answer=() found=()
  COMPREPLY=()
  mapfile -t answer < <(dscript __complete line "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
  [[ \${#answer[@]} -gt 0 ]] || return 0
  head=\${answer[0]} files=\${head%% *} glue=\${head#* }
  for line in "\${answer[@]:1}"; do found+=("$(printf %q "\${line%%$'\\t'*}")"); done
  # What bash takes for the word: it also cuts at ":" and "=", so that only the rest is to be replaced.
  part=\${COMP_WORDS[COMP_CWORD]}
  [[ $part == [:=] ]] && part=
  typed=\${COMP_LINE:0:COMP_POINT} typed=\${typed##*[[:space:]]}
  cut=\${typed%"$part"}
  if [[ -n $cut && \${#found[@]} -gt 0 ]]; then found=("\${found[@]#"$cut"}"); fi
  if [[ $files != none ]]; then
    [[ $part == "$glue"* && -n $glue ]] && cut=$glue part=\${part#"$glue"} || cut=
    compopt -o filenames 2>/dev/null
    local -a paths=()
    if [[ $files == scripts ]]; then
      mapfile -t paths < <(compgen -f -X '!*.dscript' -- "$part"; compgen -d -- "$part")
    fi
    [[ \${#paths[@]} -gt 0 ]] || mapfile -t paths < <(compgen -f -- "$part")
    if [[ \${#paths[@]} -gt 0 ]]; then found+=("\${paths[@]/#/$cut}"); fi
  fi
  COMPREPLY=("\${found[@]}")
  [[ \${#found[@]} -ne 1 || \${found[0]} != *[:=] ]] || compopt -o nospace 2>/dev/null
}
complete -F _dscript dscript
`;

const zsh = `#compdef dscript
# Completion of dscript for zsh: put "source <(dscript completion zsh)" behind compinit in ~/.zshrc,
# or write it to a file _dscript in a folder of $fpath.
# A script that runs by itself: compdef _dscript backup.dscript
_dscript() {
  local -a answer values shown
  local head files glue line word says
  answer=("\${(@f)$(dscript __complete words "\${(@Q)words[1,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)}")
  (( \${#answer} )) || return 1
  head=\${answer[1]} files=\${head%% *} glue=\${head#* }
  for line in "\${(@)answer[2,-1]}"; do
    word=\${line%%$'\\t'*} says=\${line#*$'\\t'}
    [[ -n $word ]] || continue
    values+=("$word")
    shown+=("$word\${says:+  -- $says}")
  done
  local answered=1
  local -a ending=()
  [[ \${#values} -eq 1 && \${values[1]} == *[:=] ]] && ending=(-S '')
  (( \${#values} )) && compadd -l -d shown "\${ending[@]}" -a values && answered=0
  if [[ $files != none ]]; then
    [[ -z $glue ]] || compset -P "\${(b)glue}"
    if [[ $files == scripts ]]; then _files -g '*.dscript(-.)' && answered=0
    else _files && answered=0
    fi
  fi
  return answered
}
compdef _dscript dscript
`;

const fish = `# Completion of dscript for fish: dscript completion fish > ~/.config/fish/completions/dscript.fish
# A script that runs by itself: complete -c backup.dscript -f -a '(__dscript_complete)'
function __dscript_complete
  set -l current (commandline -ct)
  set -l plain (string unescape -- $current); or set plain $current
  set -l answer (dscript __complete words (commandline -opc) "$plain" 2>/dev/null </dev/null)
  test (count $answer) -gt 0; or return
  set -l head (string split -m 1 ' ' -- $answer[1])
  for line in $answer[2..-1]
    test -n "$line"; and printf '%s\\n' $line
  end
  test "$head[1]" = none; and return
  set -l glue "$head[2]"
  set -l part (string sub -s (math (string length -- "$glue") + 1) -- $current)
  set -l paths (complete -C "'' $part" | string replace -r '\\t.*' '')
  if test "$head[1]" = scripts
    set -l scripts (string match -r '^.*(?:/|\\.dscript)$' -- $paths)
    test (count $scripts) -gt 0; and set paths $scripts
  end
  test (count $paths) -gt 0; and printf '%s\\n' $glue$paths
end
complete -c dscript -f -a '(__dscript_complete)'
`;

/** By the shell's name. */
export const completionScripts: Readonly<Record<string, string>> = { bash, zsh, fish };
