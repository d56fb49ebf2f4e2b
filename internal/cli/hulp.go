package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A hulp is what there is to tell of a command. The screen of --help shows it, and the
// man page of the command.
type hulp struct {
	naam        string // weeg casus lijst
	kort        string
	uitleg      string
	gebruik     []string // how it is typed
	voorbeelden string   // lines with room before them; "" where there are none
	opties      []optie
	opdrachten  []hulp // below it
}

// An optie is an option of a command, and the name of its value; "" where it has none.
type optie struct{ kort, naam, waarde, uitleg string }

// hulpVan gathers what there is to tell of a command and those below it.
func hulpVan(cmd *cobra.Command) hulp {
	h := hulp{
		naam: cmd.CommandPath(), kort: cmd.Short, uitleg: cmp.Or(cmd.Long, cmd.Short+"."),
		voorbeelden: cmd.Example, opties: optiesBij(cmd),
	}
	if cmd.Runnable() && (!cmd.HasSubCommands() || !cmd.HasParent()) {
		h.gebruik = append(h.gebruik, cmd.UseLine())
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			h.opdrachten = append(h.opdrachten, hulpVan(c))
		}
	}
	if len(h.gebruik) == 0 {
		h.gebruik = append(h.gebruik, h.naam+" OPDRACHT")
	}
	return h
}

// optiesBij are the options of a command, those for every command among them, by name.
func optiesBij(cmd *cobra.Command) (opties []optie) {
	add := func(f *pflag.Flag) {
		o := optie{kort: f.Shorthand, naam: f.Name, uitleg: f.Usage}
		if noot := f.Annotations[waardeVan]; len(noot) > 0 {
			o.waarde = strings.ToUpper(noot[0])
		}
		opties = append(opties, o)
	}
	alle := pflag.NewFlagSet("", pflag.ContinueOnError) // goes through them by name
	alle.AddFlagSet(cmd.LocalFlags())
	alle.AddFlagSet(cmd.InheritedFlags())
	alle.VisitAll(add)
	return opties
}

// String is an option as one types it.
func (o optie) String() string {
	lang := "--" + o.naam
	if o.waarde != "" {
		lang += " " + o.waarde
	}
	if o.kort != "" {
		return "-" + o.kort + ", " + lang
	}
	return lang
}

// laatste is the last word of the name of a command.
func (h hulp) laatste() string { return h.naam[strings.LastIndex(h.naam, " ")+1:] }

// help writes the explanation of a command.
func (w Wereld) help(cmd *cobra.Command, _ []string) {
	lees := func(b *bladzij) { b.hulp(hulpVan(cmd)) }
	if uit, ok := cmd.OutOrStdout().(*uitgang); ok && w.UitTerminal { // cobra takes no error of help
		uit.fout = w.drukLang(false, nil, lees)
		return
	}
	b := &bladzij{breedte: gewoneBreedte}
	lees(b)
	fmt.Fprint(cmd.OutOrStdout(), b.String())
}

func (b *bladzij) hulp(h hulp) {
	b.tekst(b.aan.zo(h.uitleg))
	fmt.Fprintf(b, "\nGebruik:\n  %s\n", b.aan.zo(strings.Join(h.gebruik, "\n  ")))
	if len(h.opdrachten) > 0 {
		fmt.Fprint(b, "\nOpdrachten:\n")
		breed := 0
		for _, o := range h.opdrachten {
			breed = max(breed, len(o.laatste()))
		}
		for _, o := range h.opdrachten {
			b.punt(fmt.Sprintf("  %-*s  ", breed, o.laatste()), o.kort)
		}
	}
	if h.voorbeelden != "" {
		fmt.Fprintf(b, "\nVoorbeelden:\n%s\n", b.aan.zo(h.voorbeelden))
	}
	b.opties(h.opties)
	if len(h.opdrachten) > 0 {
		b.wit()
		b.alinea("", b.aan.zo("Meer over een opdracht: "+h.naam+" OPDRACHT --help"))
	}
}

// opties lists options, under each other also where one has a short form.
func (b *bladzij) opties(opties []optie) {
	fmt.Fprint(b, "\nOpties:\n")
	var namen []string
	breed := 0
	for _, o := range opties {
		naam := "  " + o.String()
		if o.kort == "" {
			naam = "      " + o.String()
		}
		namen, breed = append(namen, naam), max(breed, len(naam)+2)
	}
	for i, naam := range namen {
		b.punt(fmt.Sprintf("%-*s", breed, naam), b.aan.zo(opties[i].uitleg))
	}
}
