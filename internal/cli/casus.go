package cli

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// newCasus makes the commands about casussen; meer are those that make or try one.
func newCasus(w Wereld, plek plek, boekerij boekerij, meer ...*cobra.Command) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst [WOORD]...", Short: "Toon de casussen",
		Long: `Toont de casussen op titel. Bij elke casus staan de sector, de minuten en de
waarden die op het spel staan. Zet er woorden achter om te zoeken. U ziet dan de
casussen waarin al die woorden staan. Weeg zoekt ook in het verhaal, en in andere
woorden voor de waarden. Wat het best past, staat bovenaan.`,
		Example: "  weeg casus lijst\n  weeg casus lijst balie privacy",
		RunE:    met(boekerij.bieb, func(bieb casus.Bibliotheek, woorden []string) error { return casusLijst(w, bieb, woorden, json) }),
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon CASUS", Short: "Toon één casus", Args: argumenten(1, 1, "één casus, met streepjes in de naam"),
		Example:           "  weeg casus toon koken-in-het-schoolgebouw\n  weeg casus toon ./mijn-casus.yaml",
		ValidArgsFunction: vulEerste(boekerij.casusIDs),
		RunE:              func(_ *cobra.Command, args []string) error { return casusToon(w, plek, boekerij, args[0], json) },
	}, &json)
	return groep("casus", "De casussen", append([]*cobra.Command{lijst, toon}, meer...)...)
}

func casusLijst(w Wereld, bieb casus.Bibliotheek, woorden []string, json bool) error {
	alle, fout := bieb.Casussen() // those that are good, and what is wrong with the rest
	g := newGids(bieb)
	casussen := g.vind(alle, woorden)
	if len(casussen) == 0 && len(alle) > 0 {
		w.melding("Geen casus gevonden met %s. Zie alle casussen met: weeg casus lijst", strict.Aanhaling(strings.Join(woorden, " ")))
	}
	err := w.drukLang(json, casussen, func(b *bladzij) { b.casussen(casussen, g) })
	return errors.Join(err, invoer(fout))
}

// A gids tells of casussen what a person chooses by.
type gids struct {
	waarden []casus.Waarde
	duur    map[string]int // of a werkvorm, in minutes
}

func newGids(bieb casus.Bibliotheek) gids {
	waarden, _ := bieb.Waarden() // without them, as without the werkvormen, there is less to tell
	vormen, _ := bieb.Werkvormen()
	g := gids{waarden, map[string]int{}}
	for _, w := range vormen {
		g.duur[w.ID] = w.Duur
	}
	return g
}

// perMinuut is how many words of a story somebody reads in a minute who thinks with it.
const perMinuut = 150

// maat says in which sector a casus is, and how long it takes.
func (g gids) maat(c casus.Casus) string {
	var wegen string
	if n := g.duur[cmp.Or(c.Werkvorm, gewoneWerkvorm)]; n > 0 {
		wegen = fmt.Sprintf("%d minuten wegen", n)
	}
	lezen := telling((len(strings.Fields(c.Situatie))+perMinuut-1)/perMinuut, "minuut lezen", "minuten lezen")
	return casus.MetHoofdletter(regel(c.Sector, lezen, wegen))
}

// opHetSpel names the waarden of a casus.
func (g gids) opHetSpel(c casus.Casus) string {
	return strings.Join(casus.Elk(c.Waarden, func(v casus.Gezien) string { return casus.WaardeInZin(cmp.Or(g.waarde(v.ID).Naam, v.ID)) }), ", ")
}

func (g gids) waarde(id string) casus.Waarde {
	w, _ := casus.Zoek(g.waarden, func(w casus.Waarde) bool { return w.ID == id })
	return w
}

// optie is a casus to choose: what shows of it, and by what else it is found.
func (g gids) optie(c casus.Casus) sessie.Optie {
	uitleg := []string{c.Kern, g.maat(c)}
	if len(c.Waarden) > 0 {
		uitleg = append(uitleg, "Op het spel: "+g.opHetSpel(c))
	}
	dichtbij, verhaal := append([]string{g.opHetSpel(c)}, c.Trefwoorden...), []string{c.Situatie, c.Moment}
	for _, v := range c.Waarden {
		dichtbij = append(append(dichtbij, v.ID), g.waarde(v.ID).Ook...)
	}
	for _, rol := range c.Rollen {
		verhaal = append(verhaal, rol.Naam)
	}
	return sessie.Optie{ID: c.ID, Naam: c.Titel, Uitleg: strings.TrimPrefix(strings.Join(uitleg, ". "), ". "),
		Zoek: [2]string{strings.Join(dichtbij, " "), strings.Join(verhaal, " ")}}
}

// vind returns the casussen that have each of the words.
func (g gids) vind(casussen []casus.Casus, woorden []string) []casus.Casus {
	k := gesprek.Keuze{Opties: casus.Elk(casussen, g.optie)}
	return casus.Elk(k.Vind(strings.Join(woorden, " ")), func(o sessie.Optie) casus.Casus {
		c, _ := casus.Zoek(casussen, func(c casus.Casus) bool { return c.ID == o.ID })
		return c
	})
}

func (b *bladzij) casussen(casussen []casus.Casus, g gids) {
	for _, c := range casussen {
		b.alinea("", c.ID)
		b.alinea("  ", c.Titel)
		b.alinea("  ", c.Kern)
		b.alinea("  ", g.maat(c))
		if len(c.Trefwoorden) > 0 {
			b.alinea("  ", "Gaat over: "+strings.Join(c.Trefwoorden, ", "))
		}
		if len(c.Waarden) > 0 {
			b.alinea("  ", "Op het spel: "+g.opHetSpel(c))
		}
		b.wit()
	}
	if len(casussen) > 0 {
		b.raad("", "Lees er een met: weeg casus toon CASUS. Begin met: weeg nieuw CASUS.")
	}
}

func casusToon(w Wereld, plek plek, boekerij boekerij, naam string, json bool) error {
	c, err := boekerij.casus(naam)
	if err != nil {
		return err
	}
	if json {
		return w.druk(true, c, nil)
	}
	def, err := boekerij.definitie(c, "")
	if err != nil { // it can be read all the same
		w.melding("%s", w.foutmelding(err))
		def = casus.Definitie{Casus: c, Waarden: boekerij.waarden()}
	}
	return w.drukLang(false, c, func(b *bladzij) { b.casus(plek.schelp(naam), def) })
}

// casus writes a casus that is called naam on the command line: first what
// everybody may read, then what its writer saw.
func (b *bladzij) casus(naam string, def casus.Definitie) {
	c, w := def.Casus, def.Werkvorm
	b.kop(c.Titel)
	b.wit()
	b.tekst(c.Situatie)
	b.wit()
	b.tekst(c.Moment)
	b.tussenkop("Rollen", len(c.Rollen))
	for _, r := range c.Rollen {
		b.alinea("", r.Naam)
		b.alinea("  ", r.Moment)
	}
	b.wit()
	b.raad("", "Beginnen? Typ: weeg nieuw %s", naam)
	if w.Naam != "" {
		b.raad("", "De werkvorm is dan: %s. Andere vindt u met: weeg werkvorm lijst", duur(w))
	}
	b.wit()
	b.alinea("", strings.Repeat("- ", 20))
	b.alinea("", "Hieronder staat wat de schrijver van de casus zag. Wilt u eerst zelf wegen? Lees dan nu niet verder.")
	b.gezien(def)
}

// gezien writes what the writer of the casus saw.
func (b *bladzij) gezien(def casus.Definitie) {
	c := def.Casus
	noem := func(id string) string {
		w, _ := def.Waarde(id)
		return w.Naam
	}
	b.tussenkop("Waarden", len(c.Waarden))
	for _, w := range c.Waarden {
		b.alinea("", noem(w.ID))
		b.alinea("  ", w.Hier)
	}
	b.tussenkop("Verbanden", len(c.Verbanden))
	for _, v := range c.Verbanden {
		b.alinea("", fmt.Sprintf("%s en %s: %s", noem(v.Tussen[0]), casus.InZin(noem(v.Tussen[1])), soortnaam(v.Soort)))
		b.alinea("  ", v.Uitleg)
	}
	b.tussenkop("Regels en hun bedoeling", len(c.Regels))
	for _, r := range c.Regels {
		b.alinea("", r.Regel)
		b.alinea("  ", r.Bedoeling)
	}
	b.tussenkop("Vragen bij deze casus", len(c.Vragen))
	for _, v := range c.Vragen {
		b.punt("- ", v.Vraag.Vraag)
	}
	if c.Bron != "" {
		b.wit()
		b.alinea("", "Bron: "+c.Bron)
	}
}

// soortnaam says in words how two waarden relate.
func soortnaam(soort string) string {
	return map[string]string{
		reflectie.Versterkt: "ze helpen elkaar",
		reflectie.Tegen:     "ze botsen",
		reflectie.Beide:     "ze helpen elkaar en ze botsen",
		reflectie.Geen:      "ze raken elkaar niet",
	}[soort]
}
