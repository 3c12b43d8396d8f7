/** What a shell has to run so that it asks us what may come next. Each asks `kilo completion --words` and takes files where we know nothing. */

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

const BASH = `# kilo completion for bash. Put this into ~/.bashrc:  eval "$(kilo completion bash)"
_kilo_complete() {
  local IFS=$'\\n' line
  COMPREPLY=()
  for line in $(kilo completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null); do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done
}
complete -o bashdefault -o default -F _kilo_complete kilo`

const ZSH = `#compdef kilo
# kilo completion for zsh. Put this into ~/.zshrc, behind compinit:  eval "$(kilo completion zsh)"
_kilo() {
  local -a lines described
  local line
  lines=("\${(@f)$(kilo completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}"); done
  if (( $#described )); then _describe kilo described; else _files; fi
}
compdef _kilo kilo`

const FISH = `# kilo completion for fish. Once:  kilo completion fish > ~/.config/fish/completions/kilo.fish
function __kilo_complete
  set -l words (commandline -opc)
  set -l found (kilo completion --words -- $words[2..] (commandline -ct) 2>/dev/null)
  if set -q found[1]
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c kilo -f -a '(__kilo_complete)'`

const SCRIPTS: Record<Shell, string> = { bash: BASH, zsh: ZSH, fish: FISH }

export function scriptOf(shell: Shell): string {
  return SCRIPTS[shell]
}

/** The shell that runs us as far as the environment tells; bash where it names another. */
export function shellOf(env: NodeJS.ProcessEnv): Shell {
  const name = (env['SHELL'] ?? '').split('/').at(-1)
  return SHELLS.find((shell) => shell === name) ?? 'bash'
}
