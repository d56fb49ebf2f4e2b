package cli

import (
	"embed"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/zetwerk"
)

// The scripts ask weeg itself what fits; each is called as its shell is. They
// are our own because those that cobra makes hold English comments and messages.
//
//go:embed aanvulling
var aanvulling embed.FS

func newAanvulling(w Wereld) *cobra.Command {
	schillen := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "aanvulling SHELL",
		Short: "Aanvulling met de tab-toets, voor bash, zsh, fish of powershell",
		Long: `Schrijft een script waarmee uw shell opdrachten en namen aanvult als u op tab drukt.
Kies bash, zsh, fish of powershell. Bovenaan het script staat waar u het zet.`,
		Args:      argumenten(1, 1, strings.Join(schillen, ", ")),
		ValidArgs: schillen,
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(schillen, args[0]) {
				return gebruik("voor %s is er geen aanvulling; kies uit %s", strict.Aanhaling(args[0]), strings.Join(schillen, ", "))
			}
			script, err := aanvulling.ReadFile("aanvulling/" + args[0])
			if err != nil {
				return err
			}
			return w.schrijf(script)
		},
	}
}

// vul completes a name with those of a list that begin as what was typed; meer
// says whether a shell adds files to them. A file can have a name that a terminal would
// obey, or that is more than one line: no shell can offer that.
func vul(namen func() []string, meer cobra.ShellCompDirective) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begin string) ([]string, cobra.ShellCompDirective) {
		return slices.DeleteFunc(slices.Clone(namen()), func(naam string) bool {
			kaal, _, _ := strings.Cut(naam, "\t") // after it comes what is told of it
			return !strings.HasPrefix(naam, begin) || zetwerk.VeiligRegel(kaal) != kaal
		}), meer
	}
}

// vulEerste completes the first argument alone, which may be a file too.
func vulEerste(namen func() []string) cobra.CompletionFunc {
	alle := vul(namen, cobra.ShellCompDirectiveDefault)
	return func(cmd *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return alle(cmd, args, begin)
	}
}

// vulVlag completes the value of an option.
func vulVlag(cmd *cobra.Command, vlag string, namen func() []string) {
	zetAanvulling(cmd, vlag, vul(namen, cobra.ShellCompDirectiveNoFileComp))
}

// vulVlagOfBestand is vulVlag for an option that may name a file too.
func vulVlagOfBestand(cmd *cobra.Command, vlag string, namen func() []string) {
	zetAanvulling(cmd, vlag, vul(namen, cobra.ShellCompDirectiveDefault))
}

func zetAanvulling(cmd *cobra.Command, vlag string, vult cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(vlag, vult); err != nil {
		panic("cli: " + err.Error()) // the option does not exist: a slip in this package
	}
}

// vulConcept completes the id of a concept, and tells what each is about; meer as in vul.
func vulConcept(kast archief.Archief, meer cobra.ShellCompDirective) cobra.CompletionFunc {
	return vul(func() []string {
		ids, _ := kast.ConceptIDs() // none, where they cannot be listed
		return casus.Elk(ids, func(id string) string { return metUitleg(id, kast.ConceptTitel(id)) })
	}, meer)
}

// metUitleg is a name to complete with a few words on it.
func metUitleg(naam, uitleg string) string {
	if uitleg == "" {
		return naam
	}
	return cobra.CompletionWithDesc(naam, zetwerk.VeiligRegel(uitleg))
}

// waardeVan is the annotation of an option that holds what its value is called.
const waardeVan = "weeg_waarde"

// schik makes a command, and those below it, fit to be told of and completed: an explanation
// loses the backticks that name its value, and files are offered only where a file
// can be meant.
func schik(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true // its word for them is English
	if cmd.ValidArgsFunction == nil && len(cmd.ValidArgs) == 0 && !strings.Contains(cmd.Use, "BESTAND") {
		cmd.ValidArgsFunction = cobra.NoFileCompletions
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		waarde, tekst := pflag.UnquoteUsage(f)
		if tekst == f.Usage {
			return
		}
		f.Usage, f.Annotations = tekst, map[string][]string{waardeVan: {waarde}}
		if waarde != "bestand" {
			_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions) // fails where it has its own
		}
	})
	for _, c := range cmd.Commands() {
		schik(c)
	}
}
