package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func newCasus(w Wereld, plek plek, boekerij boekerij) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst [WOORD]...", Short: "Toon de casussen",
		Long: `Toont de casussen. Zet er woorden achter om te zoeken. U ziet dan de casussen
waarin al die woorden staan: in het verhaal, de trefwoorden, de rollen of de
waarden.`,
		Example: "  weeg casus lijst\n  weeg casus lijst balie privacy",
		RunE:    met(boekerij.bieb, func(bieb casus.Bibliotheek, woorden []string) error { return casusLijst(w, bieb, woorden, json) }),
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon CASUS", Short: "Toon één casus", Args: argumenten(1, 1, "een casus"),
		Example:           "  weeg casus toon koken-in-het-schoolgebouw\n  weeg casus toon ./mijn-casus.yaml",
		ValidArgsFunction: vulEerste(boekerij.casusIDs),
		RunE:              func(_ *cobra.Command, args []string) error { return casusToon(w, plek, boekerij, args[0], json) },
	}, &json)
	return groep("casus", "De casussen", lijst, toon)
}

func casusLijst(w Wereld, bieb casus.Bibliotheek, woorden []string, json bool) error {
	alle, fout := bieb.Casussen() // those that are good, and what is wrong with the rest
	casussen := metWoorden(alle, strings.Fields(strings.Join(woorden, " ")))
	if len(casussen) == 0 && len(alle) > 0 {
		w.melding("Geen casus gevonden met %s. Zie alle casussen met: weeg casus lijst", strict.Aanhaling(strings.Join(woorden, " ")))
	}
	err := w.druk(json, casussen, func(b *bladzij) { b.casussen(casussen) })
	return errors.Join(err, invoer(fout))
}

// metWoorden returns the casussen that have each of the words somewhere: in what
// the list shows of them, the story, the rollen or the waarden.
func metWoorden(casussen []casus.Casus, woorden []string) []casus.Casus {
	gevonden := []casus.Casus{}
	for _, c := range casussen {
		tekst := strings.Join(append([]string{c.ID, c.Titel, c.Kern, c.Situatie, c.Moment}, c.Trefwoorden...), " ")
		for _, rol := range c.Rollen {
			tekst += " " + rol.Naam
		}
		for _, w := range c.Waarden {
			tekst += " " + w.ID + " " + strings.ReplaceAll(w.ID, "-", " ")
		}
		if reflectie.HeeftWoorden(tekst, woorden) {
			gevonden = append(gevonden, c)
		}
	}
	return gevonden
}

func (b *bladzij) casussen(casussen []casus.Casus) {
	for _, c := range casussen {
		b.alinea("", c.ID)
		b.alinea("  ", c.Titel)
		b.alinea("  ", c.Kern)
		if len(c.Trefwoorden) > 0 {
			b.alinea("  ", "Gaat over: "+strings.Join(c.Trefwoorden, ", "))
		}
		b.wit()
	}
	if len(casussen) > 0 {
		b.alinea("", "Lees er een met: weeg casus toon CASUS. Begin met: weeg nieuw CASUS.")
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
		w.melding("%s", foutmelding(err))
		def = casus.Definitie{Casus: c, Waarden: boekerij.waarden()}
	}
	return w.druk(false, c, func(b *bladzij) { b.casus(plek.schelp(naam), def) })
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
	b.alinea("", fmt.Sprintf("Beginnen? Typ: weeg nieuw %s", naam))
	if w.Naam != "" {
		b.alinea("", fmt.Sprintf("De werkvorm is dan: %s. Andere vindt u met: weeg werkvorm lijst", duur(w)))
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
