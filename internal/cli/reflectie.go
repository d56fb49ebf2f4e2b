package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/zetwerk"
)

func newReflectie(u uitgifte, plank plank) *cobra.Command {
	l := reflectielijst{plank: plank}
	uit := uitvoer{formaten: []string{formaatTekst, formaatJSON, formaatJSONL}}
	cmd := &cobra.Command{
		Use: "lijst [WOORD]...", Short: "Zoek eerdere reflecties",
		Long: `Toont de reflecties. Zet er woorden achter om te zoeken. U ziet dan de reflecties
waarin al die woorden staan. Met de opties kiest u verder; wat u kiest, moet alles kloppen.`,
		Example: `  weeg reflectie lijst
  weeg reflectie lijst gas dementie
  weeg reflectie lijst --waarde veiligheid --van 1-1-2026
  weeg reflectie lijst --naar reflecties.jsonl`,
		RunE: func(_ *cobra.Command, woorden []string) error {
			l.woorden = strings.Fields(strings.Join(woorden, " "))
			if l.jsonl {
				if uit.json || uit.formaat != "" && uit.formaat != formaatJSONL {
					return gebruik("kies --json, --jsonl of --formaat, niet meer dan één")
				}
				uit.formaat = formaatJSONL
			}
			formaat, err := uit.kies()
			if err != nil {
				return err
			}
			l.json, l.jsonl = formaat == formaatJSON, formaat == formaatJSONL
			return u.metBestand(uit.naar, func(w Wereld) error {
				l.w = w
				return l.toon()
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&l.casus, "casus", "", "over deze `casus`")
	f.StringVar(&l.waarde, "waarde", "", "waarin deze `waarde` telt")
	f.StringVar(&l.rol, "rol", "", "vanuit deze `rol`")
	f.StringVar(&l.keuze, "keuze", "", "met deze `keuze`: "+casus.Opsomming(keuzes()))
	f.StringVar(&l.van, "van", "", "van deze `dag` of later")
	f.StringVar(&l.tot, "tot", "", "tot en met deze `dag`")
	f.BoolVar(&l.teBespreken, "te-bespreken", false, "nog niet in het team besproken")
	f.BoolVar(&l.gedeeld, "gedeeld", false, "alleen wat in de map van uw team staat")
	f.BoolVar(&l.jsonl, "jsonl", false, "schrijf JSON, met elke reflectie op een eigen regel")
	uit.vlaggen(cmd)
	vulVlag(cmd, "casus", plank.boekerij.casusIDs)
	vulVlag(cmd, "waarde", func() []string {
		return casus.Elk(plank.boekerij.waarden(), func(v casus.Waarde) string { return v.ID })
	})
	vulVlag(cmd, "keuze", keuzes)
	return groep("reflectie", "De reflecties die er al zijn", cmd)
}

// keuzes are how an uitkomst can stand to the rule.
func keuzes() []string { return reflectie.KeuzesVan("uitkomst", "keuze") }

// A reflectielijst finds reflecties. It reads them one by one and holds none.
type reflectielijst struct {
	w     Wereld
	plank plank

	casus, waarde, rol, keuze, van, tot string
	teBespreken, gedeeld                bool
	woorden                             []string
	json, jsonl                         bool
}

func (l reflectielijst) toon() error {
	past, err := l.filter()
	if err != nil {
		return err
	}
	mappen, err := l.plank.plek.mappen()
	if err == nil && l.gedeeld {
		var team archief.Team
		team, err = l.plank.plek.vanTeam()
		mappen = []string{team.ReflectiesMap()}
	}
	if err != nil {
		return err
	}
	mappen = slices.DeleteFunc(mappen, func(dir string) bool {
		_, fout := os.Lstat(dir)
		if fout == nil && !isMap(dir) {
			err = gebruik("%s is geen map; zet de reflecties in een map die zo heet", strict.HeleAanhaling(l.plank.plek.toon(dir)))
		}
		return fout != nil // it is not there yet
	})
	if err != nil {
		return err
	}
	gelezen, gevonden := 0, 0
	var fouten []error
	for g := range l.plank.elk(mappen, true) {
		if g.doc != nil {
			gelezen++
		}
		gezocht := g.doc != nil && past(g.doc)
		if g.err != nil && (gezocht || g.doc == nil) {
			fouten = append(fouten, g.err)
		}
		if !gezocht || g.err != nil && (l.json || l.jsonl) { // another program cannot tell what is missing
			continue
		}
		gevonden++
		if err := l.schrijf(g.pad, g.doc, gevonden == 1); err != nil {
			return err
		}
	}
	if err := l.sluit(gevonden); err != nil {
		return err
	}
	switch {
	case gelezen == 0 && len(fouten) > 0:
		return errors.Join(fouten...)
	case gelezen == 0:
		l.w.melding("Er is hier nog geen reflectie. %s", casus.MetHoofdletter(cmp.Or(l.plank.laatste(), "begin er een met: weeg nieuw")))
	case gevonden == 0:
		if tekst := l.onbekend(); tekst != "" {
			l.w.melding("%s", tekst)
		}
		l.w.melding("Geen reflectie gevonden. Zie alle reflecties met: weeg reflectie lijst")
	}
	l.w.meldElk(fouten)
	return nil
}

// sluit ends what is written for another program.
func (l reflectielijst) sluit(gevonden int) error {
	switch {
	case !l.json:
		return nil
	case gevonden == 0:
		return l.w.schrijf([]byte("[]\n"))
	}
	return l.w.schrijf([]byte("\n]\n"))
}

// filter is what a reflectie must be to be found.
func (l reflectielijst) filter() (func(*markdown.Document) bool, error) {
	if l.keuze != "" && !slices.Contains(keuzes(), l.keuze) {
		return nil, gebruik("de keuze %s bestaat niet; %s", strict.Aanhaling(l.keuze),
			strict.Bedoelt(l.keuze, keuzes(), "kies "+casus.Opsomming(keuzes())))
	}
	van, err := l.dag("van", l.van)
	if err != nil {
		return nil, err
	}
	tot, err := l.dag("tot", l.tot)
	if err != nil {
		return nil, err
	}
	if !van.IsZero() && !tot.IsZero() && van.String() > tot.String() {
		return nil, gebruik("de dag bij --van komt na die bij --tot")
	}
	waarde := alsID(l.waarde)
	if bieb, err := l.plank.boekerij.bieb(); err == nil && waarde != "" {
		if v, err := waardeMet(bieb, l.waarde); err == nil {
			waarde = v.ID
		}
	}
	casusID := alsID(l.casus)
	if l.casus != "" { // without one nothing is loaded
		if c, err := l.plank.boekerij.casus(l.casus); err == nil {
			casusID = c.ID
		}
	}
	return func(doc *markdown.Document) bool {
		r := doc.Reflectie
		dag := r.Datum.String()
		return (l.casus == "" || r.Casus == casusID) &&
			(waarde == "" || heeftWaarde(r, waarde)) &&
			(l.rol == "" || alsID(r.Rol) == alsID(l.rol)) &&
			(l.keuze == "" || r.Uitkomst.Keuze == l.keuze) &&
			(van.IsZero() || dag >= van.String()) &&
			(tot.IsZero() || dag <= tot.String() && dag != "") &&
			(!l.teBespreken || r.Besproken.IsZero() && !r.AlleenLezen()) &&
			doc.Bevat(l.woorden)
	}, nil
}

// onbekend says which name of an option nobody knows; "" where all are known. An own
// waarde is known to its file alone, so it is no fault.
func (l reflectielijst) onbekend() string {
	bieb, err := l.plank.boekerij.bieb()
	if err == nil && l.casus != "" && alsID(l.casus) != reflectie.Eigen {
		_, err = l.plank.boekerij.casus(l.casus)
	}
	if err == nil && l.waarde != "" {
		_, err = waardeMet(bieb, l.waarde)
	}
	if err == nil {
		return ""
	}
	return l.w.foutmelding(err)
}

// dag reads the day of an option, as people write one.
func (l reflectielijst) dag(vlag, tekst string) (reflectie.Datum, error) {
	if tekst == "" {
		return reflectie.Datum{}, nil
	}
	d, err := reflectie.LeesDatum(tekst)
	if err != nil {
		return d, gebruik("%s bij --%s is geen dag; schrijf bijvoorbeeld 1-3-2026", strict.Aanhaling(tekst), vlag)
	}
	return d, nil
}

// heeftWaarde reports whether a waarde counts in a reflectie, or lies under a
// standpunt in it. An own waarde is also found by its name.
func heeftWaarde(r reflectie.Reflectie, id string) bool {
	return slices.ContainsFunc(r.Waarden, func(w reflectie.Waarde) bool { return w.ID == id || w.Naam != "" && alsID(w.Naam) == id }) ||
		slices.ContainsFunc(r.Standpunten, func(s reflectie.Standpunt) bool { return s.Waarde == id })
}

// schrijf writes one reflectie that was found.
func (l reflectielijst) schrijf(pad string, doc *markdown.Document, eerste bool) error {
	if !l.json && !l.jsonl {
		b, bron := l.w.bladzij(), l.plank.bron(pad, doc)
		if !eerste {
			b.wit()
		}
		b.alinea("", bron.String())
		fmt.Fprintf(b, "  %s\n", zetwerk.VeiligRegel(pad)) // on one line, to be copied
		return l.w.schrijf([]byte(b.String()))
	}
	data, err := encodeJSON(struct {
		ID      string `json:"id"`
		Bestand string `json:"bestand"`
		reflectie.Reflectie
	}{doc.ID, pad, doc.Reflectie})
	if err != nil {
		return err
	}
	if l.jsonl {
		var regel bytes.Buffer
		err = json.Compact(&regel, data)
		return errors.Join(err, l.w.schrijf(append(regel.Bytes(), '\n')))
	}
	voor := ",\n"
	if eerste {
		voor = "[\n"
	}
	return l.w.schrijf(fmt.Appendf(nil, "%s%s", voor, bytes.TrimRight(data, "\n")))
}
