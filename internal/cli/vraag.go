package cli

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

func newVraag(w Wereld, boekerij boekerij) *cobra.Command {
	var werkvorm, waarde string
	cmd := &cobra.Command{
		Use: "vraag", Short: "Lees één vraag om vandaag over na te denken", Args: argumenten(0, 0, ""),
		Long: `Geeft één vraag om vandaag over na te denken, bij een waarde uit de catalogus.
Iedereen met dezelfde catalogus krijgt op een dag dezelfde vraag. Een vraag komt
pas terug als alle andere geweest zijn.`,
		Example: "  weeg vraag\n  weeg vraag --werkvorm weerstand\n  weeg vraag --waarde vertrouwen",
		RunE: func(*cobra.Command, []string) error {
			vragen, err := boekerij.dagvragen(werkvorm, waarde)
			if err != nil {
				return err
			}
			if len(vragen) == 0 {
				return gebruik("hier is geen vraag bij; kies iets anders bij --werkvorm of --waarde")
			}
			vandaag := w.vandaag()
			return w.druk(false, nil, func(b *bladzij) {
				b.dagvraag(vandaag, vanDeDag(vragen, vandaag))
				b.raad("", "Wilt u dat moment wegen? Typ: weeg nieuw --eigen")
			})
		},
	}
	cmd.Flags().StringVar(&werkvorm, "werkvorm", "", "neem een vraag uit deze `werkvorm`")
	cmd.Flags().StringVar(&waarde, "waarde", "", "neem de vraag bij deze `waarde`")
	vulVlag(cmd, "werkvorm", boekerij.werkvormIDs)
	vulVlag(cmd, "waarde", func() []string {
		return casus.Elk(boekerij.waarden(), func(v casus.Waarde) string { return v.ID })
	})
	return cmd
}

// A dagvraag is a question that one can think about without a casus.
type dagvraag struct{ vraag, bij string }

// dagvragen are the questions of the waarden, or of one waarde or werkvorm.
func (b boekerij) dagvragen(werkvorm, waarde string) ([]dagvraag, error) {
	if werkvorm != "" && waarde != "" {
		return nil, gebruik("kies --werkvorm of --waarde, niet allebei")
	}
	if werkvorm != "" {
		v, err := b.werkvorm(werkvorm)
		return vragenVan(v), err
	}
	bieb, err := b.bieb()
	if err != nil {
		return nil, err
	}
	waarden, err := bieb.Waarden()
	if waarde != "" && err == nil {
		var v casus.Waarde
		v, err = waardeMet(bieb, waarde)
		waarden = []casus.Waarde{v}
	}
	if err != nil {
		return nil, invoer(err)
	}
	var vragen []dagvraag
	for _, v := range waarden {
		if v.Vraag != "" {
			vragen = append(vragen, dagvraag{v.Vraag, v.Naam + ": " + casus.InZin(v.Omschrijving)})
		}
	}
	return vragen, nil
}

// vragenVan are the open questions of a werkvorm that ask for nothing that was said
// before.
func vragenVan(w casus.Werkvorm) []dagvraag {
	var vragen []dagvraag
	for _, s := range w.Stappen {
		for _, v := range s.Vragen {
			open := v.Soort == "" || v.Soort == casus.Tekst
			if open && v.Als == nil && v.Toont == "" && !strings.Contains(v.Vraag, "{") {
				vragen = append(vragen, dagvraag{v.Vraag, "Deze vraag komt uit de werkvorm " + w.Naam})
			}
		}
	}
	return vragen
}

// vanDeDag takes the question of a day: in each round of as many days as there are
// questions all of them come, in an order of that round's own.
func vanDeDag(vragen []dagvraag, d reflectie.Datum) dagvraag {
	n := len(vragen)
	dag := max(0, int(time.Date(d.Jaar, d.Maand, d.Dag, 0, 0, 0, 0, time.UTC).Unix()/(24*60*60)))
	ronde := rondeVan(vragen, dag/n)
	if n > 2 && ronde[0] == rondeVan(vragen, dag/n-1)[n-1] { // not two days in a row
		ronde[0], ronde[1] = ronde[1], ronde[0]
	}
	return ronde[dag%n]
}

// rondeVan puts the questions in the order of a round.
func rondeVan(vragen []dagvraag, ronde int) []dagvraag {
	lot := func(v dagvraag) uint64 {
		h := fnv.New64a()
		fmt.Fprint(h, ronde, v.vraag)
		return h.Sum64()
	}
	return casus.Gesorteerd(vragen, func(v, w *dagvraag) int {
		return cmp.Or(cmp.Compare(lot(*v), lot(*w)), strings.Compare(v.vraag, w.vraag))
	})
}

func (b *bladzij) dagvraag(vandaag reflectie.Datum, v dagvraag) {
	b.alinea("", "Een vraag voor "+vandaag.MetWeekdag())
	b.wit()
	b.alinea("", "Denk aan een moment uit uw eigen werk.") // which is what a question means by "hier"
	b.wit()
	b.alinea("  ", v.vraag)
	b.wit()
	b.alinea("", v.bij+". Opschrijven hoeft niet.")
}
