package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// versie goes up with what a person can do, and versiedag with it: the day that a man
// page bears, so that it is the same whoever makes it, and when.
const (
	versie    = "0.1.0"
	versiedag = "2026-11-29"
)

// overWeeg is what `weeg --versie` says, which is what somebody needs to know who
// is told of a fault: the version, from which commit it was made where that was
// noted, and where it runs.
func overWeeg(bouw *debug.BuildInfo, os, arch string) string {
	noot := map[string]string{}
	if bouw != nil {
		for _, s := range bouw.Settings {
			noot[s.Key] = s.Value
		}
	}
	var delen []string
	if commit := noot["vcs.revision"]; commit != "" {
		commit = "commit " + commit[:min(7, len(commit))]
		if noot["vcs.modified"] == "true" {
			commit += " met wijzigingen"
		}
		delen = append(delen, commit)
	}
	if dag, err := time.Parse(time.RFC3339, noot["vcs.time"]); err == nil {
		delen = append(delen, reflectie.DatumVan(dag).Voluit())
	}
	delen = append(delen, os+"/"+arch)
	return fmt.Sprintf("weeg %s (%s)", versie, strings.Join(delen, ", "))
}

// newRoot makes `weeg` itself: without an opdracht it shows the start screen.
func newRoot(w Wereld, kast archief.Archief, start start, opdrachten ...*cobra.Command) *cobra.Command {
	var toonVersie bool
	root := &cobra.Command{
		Use:   "weeg [OPDRACHT]",
		Short: "Weeg waarden bij een moment uit het werk",
		Long: `weeg helpt u stilstaan bij een moment dat geen regel voor u beslist.
U leest een casus, noemt de waarden die spelen, weegt ze en schrijft een reflectie.
Er komt geen score uit en geen advies.

Zonder opdracht ziet u in een terminal wat u nu kunt doen. Of begin met een gesprek van
ongeveer twintig minuten:
  weeg nieuw koken-in-het-schoolgebouw --werkvorm kort`,
		Args:          onbekendeOpdracht,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRun: func(cmd *cobra.Command, _ []string) {
			if !toonVersie && cmd.Name() != cobra.ShellCompRequestCmd { // who completes a name waits for it
				w.sluit(kast)
			}
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if toonVersie {
				bouw, _ := debug.ReadBuildInfo()
				return w.schrijf([]byte(overWeeg(bouw, w.OS, runtime.GOARCH) + "\n"))
			}
			if w.Terminal != nil && w.UitTerminal {
				return start.toon(cmd.Context())
			}
			w.help(cmd, nil)
			return nil
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().BoolP("help", "h", false, "toon deze uitleg")
	root.Flags().BoolVar(&toonVersie, "versie", false, "toon de versie, en waar die van gemaakt is")
	root.SetErr(w.Fout)
	root.SetHelpFunc(w.help)
	root.SetFlagErrorFunc(vlagfout)
	root.AddCommand(opdrachten...)
	root.SetHelpCommand(newHelp(w))
	schik(root)
	return root
}

// sluit closes what stands open to others in the person's own folders, and says so.
func (w Wereld) sluit(kast archief.Archief) {
	for _, dir := range kast.Sluit() {
		w.melding("Anderen konden bij uw eigen bestanden in %s. Weeg heeft dat hersteld: nu kunt alleen u erbij.", dir)
	}
}

// onder returns the names of the commands below cmd.
func onder(cmd *cobra.Command) []string {
	var namen []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			namen = append(namen, c.Name())
		}
	}
	return namen
}

func onbekendeOpdracht(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return gebruik("%s kent de opdracht %s niet; %s", cmd.CommandPath(), strict.Aanhaling(args[0]), bedoelt(cmd, args[0]))
}

// bedoelt asks which command of cmd is meant by woord, or says how to see them all. An
// option is known by its bare name: who looks for the version types "versie".
func bedoelt(cmd *cobra.Command, woord string) string {
	if cmd.Flags().Lookup(woord) != nil || !cmd.HasParent() {
		return bedoeldeOptie(cmd, woord)
	}
	lijkt := strict.Lijkt(woord, onder(cmd))
	for _, c := range cmd.Commands() {
		if lijkt == "" && c.Name() == "toon" { // who names a waarde wants to see it
			lijkt = getoond(c, woord)
		}
	}
	return strict.BedoeltU(lijkt, "typ "+cmd.CommandPath()+" --help")
}

// getoond is how what looks like woord is shown by toon; "" where nothing does.
func getoond(toon *cobra.Command, woord string) string {
	ids, _ := toon.ValidArgsFunction(toon, nil, "")
	for i := range ids {
		ids[i], _, _ = strings.Cut(ids[i], "\t")
	}
	id := strict.Lijkt(woord, ids)
	if strings.HasPrefix(id, woord) || id != "" && max(len(id), len(woord)) <= min(len(id), len(woord))+2 {
		return toon.CommandPath() + " " + id
	}
	return ""
}

// bedoeldeOptie is bedoelt for an option, or for a command that has dashes before it.
func bedoeldeOptie(cmd *cobra.Command, woord string) string {
	namen := onder(cmd)
	cmd.Flags().VisitAll(func(f *pflag.Flag) { namen = append(namen, f.Name) })
	lijkt := strict.Lijkt(woord, namen)
	if cmd.Flags().Lookup(lijkt) != nil {
		lijkt = "--" + lijkt
	}
	return strict.BedoeltU(lijkt, "typ "+cmd.CommandPath()+" --help")
}

// vlagfout says in Dutch what is wrong with an option.
func vlagfout(cmd *cobra.Command, err error) error {
	var (
		onbekend *pflag.NotExistError
		leeg     *pflag.ValueRequiredError
		waarde   *pflag.InvalidValueError
		vorm     *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &onbekend):
		naam := onbekend.GetSpecifiedName()
		optie := "--" + naam
		if alle := onbekend.GetSpecifiedShortnames(); alle != "" { // who types -versie means one name
			if alle == "elp" { // of -help, of which -h was known
				alle = "h" + alle
			}
			naam, optie = alle, "-"+alle
		}
		return gebruik("de optie %s bestaat niet; %s", strict.Aanhaling(optie), bedoeldeOptie(cmd, naam))
	case errors.As(err, &leeg):
		return gebruik("schrijf achter \"--%s\" ook wat u bedoelt", leeg.GetFlag().Name)
	case errors.As(err, &waarde):
		return gebruik("%s past niet bij \"--%s\"", strict.Aanhaling(waarde.GetValue()), waarde.GetFlag().Name)
	case errors.As(err, &vorm):
		return gebruik("%s is geen optie; typ %s --help", strict.Aanhaling(vorm.GetSpecifiedFlag()), cmd.CommandPath())
	}
	return gebruik("deze opties kloppen niet; typ %s --help", cmd.CommandPath())
}

// argumenten checks how many arguments a command gets; wat names what is missing.
func argumenten(minst, meest int, wat string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch i := slices.IndexFunc(args, func(arg string) bool { return isInvulwoord(cmd, arg) }); {
		case i >= 0:
			woord := strings.TrimRight(args[i], ".…")
			return gebruik("zet op de plek van %s een naam; typ %s", woord, waarDieStaan(cmd, woord))
		case len(args) < minst:
			return gebruik("geef %s; typ %s --help", wat, cmd.CommandPath())
		case len(args) > meest && meest == 0:
			return gebruik("%s is hier te veel; typ %s --help", strict.Aanhaling(args[0]), cmd.CommandPath())
		case len(args) > meest:
			spaties := ""
			if meest == 1 {
				spaties = ". Een naam met spaties kan zo: " + cmd.CommandPath() + " " + strict.Aanhaling(strings.Join(args, " "))
			}
			return gebruik("%s is te veel; geef %s%s", strict.Aanhaling(args[meest]), wat, spaties)
		}
		return nil
	}
}

// isInvulwoord reports whether this is how help calls what stands there, and no file.
func isInvulwoord(cmd *cobra.Command, arg string) bool {
	woorden := strings.FieldsFunc(cmd.Use, func(r rune) bool { return !unicode.IsLetter(r) })
	if arg != strings.ToUpper(arg) || !slices.Contains(woorden, strings.TrimRight(arg, ".…")) {
		return false
	}
	_, err := os.Lstat(arg)
	return err != nil
}

// waarDieStaan is the command that tells what can stand in the place of an invulwoord.
func waarDieStaan(cmd *cobra.Command, woord string) string {
	soort := strings.ToLower(woord)
	switch soort {
	case "bestand": // mostly that of a reflectie
		soort = "reflectie"
	case "onderwerp":
		return cmd.CommandPath()
	}
	for _, naam := range []string{cmd.Parent().Name(), soort} {
		if lijst, rest, err := cmd.Root().Find([]string{naam, "lijst"}); err == nil && len(rest) == 0 {
			return lijst.CommandPath()
		}
	}
	return cmd.CommandPath() + " --help"
}

// met makes what a command does with something that has to be opened first.
func met[T any](open func() (T, error), doe func(T, []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error {
		iets, err := open()
		if err != nil {
			return err
		}
		return doe(iets, args)
	}
}

// groep makes a command that only holds others.
func groep(naam, kort string, opdrachten ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: naam, Short: kort, Args: onbekendeOpdracht,
		RunE: func(cmd *cobra.Command, _ []string) error {
			keuzes := casus.Elk(onder(cmd), func(naam string) string { return cmd.CommandPath() + " " + naam })
			return gebruik("kies wat u wilt:\n  %s", strings.Join(keuzes, "\n  "))
		},
	}
	cmd.AddCommand(opdrachten...)
	return cmd
}

// jsonVlag adds --json.
func jsonVlag(cmd *cobra.Command, json *bool) *cobra.Command {
	cmd.Flags().BoolVar(json, "json", false, "schrijf JSON, voor andere programma's")
	return cmd
}

// jaVlag adds --ja.
func jaVlag(cmd *cobra.Command, ja *bool) {
	cmd.Flags().BoolVar(ja, "ja", false, "zonder te vragen of u het zeker weet")
}

// toegankelijkVlag adds --toegankelijk.
func toegankelijkVlag(cmd *cobra.Command, toegankelijk *bool) {
	cmd.Flags().BoolVar(toegankelijk, "toegankelijk", false, "het gesprek in gewone regels, voor een schermlezer of een ander programma")
}

// tochVlag adds the option to write over what a person wrote in a part that weeg makes.
func tochVlag(cmd *cobra.Command, toch *bool) {
	cmd.Flags().BoolVar(toch, "toch", false, "schrijf ook als iemand in een stuk schreef dat weeg zelf maakt; die tekst blijft eronder staan")
}

func newHelp(w Wereld) *cobra.Command {
	return &cobra.Command{
		Use:   "help [OPDRACHT]",
		Short: "Uitleg bij een opdracht",

		DisableFlagsInUseLine: true, // cobra adds it too late for schik
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
			doel, _, _ := cmd.Root().Find(args) // of what is not known, what was known before it
			return vul(func() []string { return onder(doel) }, cobra.ShellCompDirectiveNoFileComp)(cmd, args, begin)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			doel, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return onbekendeOpdracht(doel, rest)
			}
			w.help(doel, nil)
			return nil
		},
	}
}
