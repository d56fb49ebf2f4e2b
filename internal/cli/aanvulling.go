package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/strict"
)

// The scripts ask weeg itself what fits. They are our own because those that
// cobra makes hold English comments and messages.
const (
	aanvullingBash = `# Aanvulling van weeg voor bash. Zet in ~/.bashrc:
#   source <(weeg aanvulling bash)
_weeg() {
    local regel
    COMPREPLY=()
    while IFS= read -r regel; do
        [[ $regel == :* ]] || COMPREPLY+=("${regel%%$'\t'*}")
    done < <("${COMP_WORDS[0]}" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _weeg weeg
`
	aanvullingZsh = `#compdef weeg
# Aanvulling van weeg voor zsh. Zet in ~/.zshrc, na compinit:
#   source <(weeg aanvulling zsh)
_weeg() {
    local regel
    local -a keuzes
    while IFS= read -r regel; do
        [[ $regel == :* ]] || keuzes+=("${${regel//:/\\:}/$'\t'/:}")
    done < <("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)
    _describe weeg keuzes || _files
}
compdef _weeg weeg
`
	aanvullingFish = `# Aanvulling van weeg voor fish. Zet in ~/.config/fish/config.fish:
#   weeg aanvulling fish | source
function __weeg
    set -l woorden (commandline -opc) (commandline -ct)
    $woorden[1] __complete $woorden[2..-1] 2>/dev/null | string match -v ':*'
end
complete -c weeg -a '(__weeg)'
`
	aanvullingPowershell = `# Aanvulling van weeg voor PowerShell. Zet in uw profiel:
#   weeg aanvulling powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName weeg -ScriptBlock {
    param($woord, $opdracht, $plek)
    $delen = @($opdracht.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($woord -eq '') { $delen += '""' }
    weeg __complete @delen 2>$null | Where-Object { $_ -notlike ':*' } | ForEach-Object {
        $naam, $uitleg = $_ -split "` + "`t" + `", 2
        if (-not $uitleg) { $uitleg = $naam }
        [System.Management.Automation.CompletionResult]::new($naam, $naam, 'ParameterValue', $uitleg)
    }
}
`
)

func newAanvulling(w Wereld) *cobra.Command {
	scripts := map[string]string{"bash": aanvullingBash, "zsh": aanvullingZsh, "fish": aanvullingFish, "powershell": aanvullingPowershell}
	schillen := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "aanvulling SHELL",
		Short: "Aanvulling met de tab-toets, voor bash, zsh, fish of powershell",
		Long: `Schrijft een script waarmee uw shell opdrachten en namen aanvult als u op tab drukt.
Kies bash, zsh, fish of powershell. Bovenaan het script staat waar u het zet.`,
		Args:      argumenten(1, 1, strings.Join(schillen, ", ")),
		ValidArgs: schillen,
		RunE: func(_ *cobra.Command, args []string) error {
			script, ok := scripts[args[0]]
			if !ok {
				return gebruik("voor %s is er geen aanvulling; kies uit %s", strict.Aanhaling(args[0]), strings.Join(schillen, ", "))
			}
			_, err := fmt.Fprint(w.Uit, script)
			return err
		},
	}
}

// vul completes a name with those of a list that begin as what was typed; meer
// says whether a shell adds files to them.
func vul(namen func() []string, meer cobra.ShellCompDirective) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begin string) ([]string, cobra.ShellCompDirective) {
		return slices.DeleteFunc(slices.Clone(namen()), func(naam string) bool { return !strings.HasPrefix(naam, begin) }), meer
	}
}

// vulEerste completes the first argument alone; a shell adds files to it.
func vulEerste(namen func() []string) cobra.CompletionFunc {
	alle := vul(namen, cobra.ShellCompDirectiveDefault)
	return func(cmd *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return alle(cmd, args, begin)
	}
}

// vulVlag completes the value of an option.
func vulVlag(cmd *cobra.Command, vlag string, namen func() []string) {
	if err := cmd.RegisterFlagCompletionFunc(vlag, vul(namen, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic("cli: " + err.Error()) // the option does not exist: a slip in this package
	}
}

// vulConcept completes the id of a concept.
func vulConcept(kast archief.Archief) cobra.CompletionFunc {
	return vul(func() []string { return conceptIDs(kast) }, cobra.ShellCompDirectiveDefault)
}
