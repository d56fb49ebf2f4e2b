package cli

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/zetwerk"
)

// A bladzij is text for standard output, made safe and wrapped.
type bladzij struct {
	strings.Builder
	breedte int
}

func (a *app) bladzij() *bladzij { return &bladzij{breedte: a.breedte()} }

// alinea writes a text with a prefix before each line.
func (b *bladzij) alinea(voor, tekst string) {
	for _, regel := range zetwerk.Alinea(tekst, b.breedte, voor, voor) {
		fmt.Fprintln(b, regel)
	}
}

func (b *bladzij) wit() { b.WriteByte('\n') }

// kop writes a heading with a line under it.
func (b *bladzij) kop(tekst string) {
	tekst = zetwerk.VeiligRegel(tekst)
	b.alinea("", tekst)
	b.alinea("", strings.Repeat("=", min(zetwerk.Breedte(tekst), b.breedte)))
}

// druk writes v as JSON, or else the page that lees makes.
func (a *app) druk(json bool, v any, lees func(b *bladzij)) error {
	if json {
		data, err := reflectie.EncodeJSON(v)
		if err != nil {
			return err
		}
		_, err = a.Uit.Write(zichtbaar(data))
		return err
	}
	b := a.bladzij()
	lees(b)
	_, err := fmt.Fprint(a.Uit, b.String())
	return err
}

// zichtbaar writes, in JSON, the characters that could command a terminal or
// turn its reading direction by their number. It stays the same JSON.
func zichtbaar(json []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(json) {
		if r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			fmt.Fprintf(&b, "\\u%04x", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.Bytes()
}

// groep makes a command that only holds others.
func groep(naam, kort string, onder ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: naam, Short: kort}
	cmd.AddCommand(onder...)
	return cmd
}

// jsonVlag adds --json.
func jsonVlag(cmd *cobra.Command, json *bool) *cobra.Command {
	cmd.Flags().BoolVar(json, "json", false, "schrijf JSON, voor andere programma's")
	return cmd
}

func newCasus(a *app) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de casussen", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return a.casusLijst(json) },
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon CASUS", Short: "Toon één casus", Args: argumenten(1, 1, "een casus"),
		Example:           "  weeg casus toon koken-in-het-schoolgebouw\n  weeg casus toon ./mijn-casus.yaml",
		ValidArgsFunction: a.casusIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return a.casusToon(args[0], json) },
	}, &json)
	return groep("casus", "De casussen", lijst, toon)
}

func (a *app) casusLijst(json bool) error {
	bieb, err := a.bibliotheek()
	if err != nil {
		return err
	}
	casussen, fout := bieb.Casussen() // those that are good, and what is wrong with the rest
	err = a.druk(json, casussen, func(b *bladzij) {
		for _, c := range casussen {
			b.alinea("", c.ID)
			b.alinea("  ", c.Titel)
			b.alinea("  ", c.Kern)
			b.wit()
		}
		b.alinea("", "Lees er een met: weeg casus toon CASUS. Begin met: weeg nieuw CASUS.")
	})
	return errors.Join(err, invoer(fout))
}

func (a *app) casusToon(naam string, json bool) error {
	c, err := a.casus(naam)
	if err != nil {
		return err
	}
	bieb, err := a.bibliotheek()
	if err != nil {
		return err
	}
	catalogus, err := bieb.Waarden()
	if err != nil {
		return invoer(err)
	}
	return a.druk(json, c, func(b *bladzij) { b.casus(c, casus.Definitie{Waarden: catalogus}) })
}

func (b *bladzij) casus(c casus.Casus, def casus.Definitie) {
	noem := func(id string) string {
		w, _ := def.Waarde(id)
		return w.Naam
	}
	b.kop(c.Titel)
	b.wit()
	b.alinea("", zetwerk.Alineas(c.Situatie))
	b.wit()
	b.alinea("", zetwerk.Alineas(c.Moment))
	if len(c.Rollen) > 0 {
		b.wit()
		b.alinea("", "Rollen")
		for _, r := range c.Rollen {
			b.alinea("  ", r.Naam)
			b.alinea("    ", r.Moment)
		}
	}
	b.wit()
	b.alinea("", "Hieronder staat wat de schrijver van de casus zag. Wilt u eerst zelf wegen? Lees dan nu niet verder.")
	b.wit()
	b.alinea("", "Waarden")
	for _, w := range c.Waarden {
		b.alinea("  ", noem(w.ID))
		b.alinea("    ", w.Hier)
	}
	b.wit()
	b.alinea("", "Verbanden")
	for _, v := range c.Verbanden {
		b.alinea("  ", fmt.Sprintf("%s en %s: %s", noem(v.Tussen[0]), casus.InZin(noem(v.Tussen[1])), soortnaam(v.Soort)))
		b.alinea("    ", v.Uitleg)
	}
	b.wit()
	b.alinea("", "Regels")
	for _, r := range c.Regels {
		b.alinea("  ", r.Regel)
		b.alinea("    ", "Bedoeling: "+r.Bedoeling)
	}
	if c.Bron != "" {
		b.wit()
		b.alinea("", "Bron: "+c.Bron)
	}
}

// soortnaam says in words how two waarden relate.
func soortnaam(soort string) string {
	switch soort {
	case reflectie.Versterkt:
		return "ze helpen elkaar"
	case reflectie.Tegen:
		return "ze botsen"
	case reflectie.Beide:
		return "ze helpen elkaar en ze botsen"
	}
	return "ze raken elkaar niet"
}

func newWerkvorm(a *app) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de werkvormen", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			bieb, err := a.bibliotheek()
			if err != nil {
				return err
			}
			werkvormen, fout := bieb.Werkvormen()
			err = a.druk(json, werkvormen, func(b *bladzij) {
				for _, w := range werkvormen {
					b.alinea("", w.ID)
					b.alinea("  ", fmt.Sprintf("%s, ongeveer %d minuten", w.Naam, w.Duur))
					b.alinea("  ", w.Voor)
					b.wit()
				}
				b.alinea("", "Bekijk de vragen met: weeg werkvorm toon WERKVORM.")
			})
			return errors.Join(err, invoer(fout))
		},
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WERKVORM", Short: "Toon de stappen en vragen van een werkvorm", Args: argumenten(1, 1, "een werkvorm"),
		ValidArgsFunction: a.werkvormIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			bieb, err := a.bibliotheek()
			if err != nil {
				return err
			}
			w, err := bieb.Werkvorm(args[0])
			if err != nil {
				return invoer(err)
			}
			return a.druk(json, w, func(b *bladzij) { b.werkvorm(w) })
		},
	}, &json)
	return groep("werkvorm", "De manieren om te wegen", lijst, toon)
}

func (b *bladzij) werkvorm(w casus.Werkvorm) {
	b.kop(w.Naam)
	b.wit()
	b.alinea("", fmt.Sprintf("%s Ongeveer %d minuten.", w.Voor, w.Duur))
	for i, stap := range w.Stappen {
		if i == 0 || w.Stappen[i-1].Titel != stap.Titel {
			b.wit()
			b.alinea("", stap.Titel)
		}
		if stap.Uitleg != "" {
			b.alinea("  ", stap.Uitleg)
		}
		b.vragen(stap, false)
		if eigen := eigenDeel(stap.Soort); eigen != "" {
			b.alinea("  ", "- "+eigen)
		}
		b.vragen(stap, true)
	}
}

func (b *bladzij) vragen(stap casus.Stap, na bool) {
	for _, v := range stap.Vragen {
		if v.Na != na {
			continue
		}
		b.alinea("  ", "- "+v.Vraag)
		if v.Als != nil {
			b.alinea("    ", "(alleen als een eerder antwoord daar aanleiding toe geeft)")
		}
		if v.Prive {
			b.alinea("    ", "(privé: komt niet in de reflectie)")
		}
		for _, o := range v.Opties {
			b.alinea("    ", "o "+o.Naam)
		}
		if v.Toelichting != "" {
			b.alinea("    ", v.Toelichting)
		}
	}
}

// eigenDeel says what a kind of step asks by itself.
func eigenDeel(soort casus.Stapsoort) string {
	return map[casus.Stapsoort]string{
		casus.StapRol:             "Vanuit welke rol u kijkt.",
		casus.StapStandpunten:     "Welke waarde onder uw eerste reactie ligt, en onder wat een ander zei.",
		casus.StapWaarden:         "Welke waarden spelen, en wat ze hier betekenen.",
		casus.StapSpiegel:         "Welke waarden de schrijver van de casus zag en u niet.",
		casus.StapVerbanden:       "Welke waarden elkaar helpen of botsen, en waaraan u dat ziet.",
		casus.StapRealisatie:      "Wie bepaalt, organiseert en controleert, en wat de gemeenschap zelf kan.",
		casus.StapRuimte:          "Welke ruimte er is, en wie erop wordt aangesproken.",
		casus.StapWeging:          "Per spanning: wat hier voorgaat, waarom, en wie het verlies draagt.",
		casus.StapUitkomst:        "Wat u doet, of het uw besluit is, en hoe dat staat tot de regel.",
		casus.StapAandachtspunten: "Waar u een volgende keer op let: kennis, acties en macht.",
	}[soort]
}

func newWaarde(a *app) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de waarden", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			bieb, err := a.bibliotheek()
			if err != nil {
				return err
			}
			waarden, err := bieb.Waarden()
			if err != nil {
				return invoer(err)
			}
			return a.druk(json, waarden, func(b *bladzij) {
				groep := ""
				for _, w := range waarden {
					if w.Groep != groep {
						if groep != "" {
							b.wit()
						}
						groep = w.Groep
						b.alinea("", groep)
					}
					b.alinea("  ", w.ID+": "+w.Omschrijving)
				}
			})
		},
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WAARDE", Short: "Toon één waarde", Args: argumenten(1, 1, "een waarde"),
		ValidArgsFunction: a.waardeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			bieb, err := a.bibliotheek()
			if err != nil {
				return err
			}
			w, err := bieb.Waarde(args[0])
			if err != nil {
				return invoer(err)
			}
			return a.druk(json, w, func(b *bladzij) {
				b.kop(w.Naam)
				b.wit()
				b.alinea("", w.Omschrijving)
				b.alinea("", "Keerzijde: "+w.Keerzijde)
				b.alinea("", "Vraag: "+w.Vraag)
				b.wit()
				if len(w.Ook) > 0 {
					b.alinea("", "Ook: "+strings.Join(w.Ook, ", "))
				}
				b.alinea("", "Groep: "+w.Groep)
				b.alinea("", "Bron: "+w.Bron)
			})
		},
	}, &json)
	return groep("waarde", "De catalogus van waarden", lijst, toon)
}
