package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/sessie"
)

func newWerkvorm(w Wereld, boekerij boekerij) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de werkvormen", Args: argumenten(0, 0, ""),
		RunE: met(boekerij.bieb, func(bieb casus.Bibliotheek, _ []string) error { return werkvormLijst(w, bieb, json) }),
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WERKVORM", Short: "Toon alle vragen van een werkvorm", Args: argumenten(1, 1, "één werkvorm, met streepjes in de naam"),
		Long: `Toont de hele vragenlijst van een werkvorm, zoals u die op papier zou krijgen.
Zo kunt u vooraf zien of de vragen bij u passen. Een eigen werkvorm noemt u met
haar bestand.`,
		Example:           "  weeg werkvorm toon kort\n  weeg werkvorm toon ./mijn-werkvorm.yaml",
		ValidArgsFunction: vulEerste(boekerij.werkvormIDs),
		RunE:              func(_ *cobra.Command, args []string) error { return werkvormToon(w, boekerij, args[0], json) },
	}, &json)
	return groep("werkvorm", "De manieren om te wegen", lijst, toon)
}

func werkvormLijst(w Wereld, bieb casus.Bibliotheek, json bool) error {
	werkvormen, fout := bieb.Werkvormen()
	err := w.drukLang(json, werkvormen, func(b *bladzij) {
		for _, v := range werkvormen {
			b.alinea("", v.ID)
			b.alinea("  ", duur(v))
			b.alinea("  ", v.Voor)
			if len(v.Bij) > 0 {
				b.alinea("  ", "Kan bij "+casus.Opsomming(v.BijNamen())+".")
			}
			b.wit()
		}
		b.raad("", "Bekijk alle vragen met: weeg werkvorm toon WERKVORM.")
	})
	return errors.Join(err, invoer(fout))
}

func werkvormToon(w Wereld, boekerij boekerij, naam string, json bool) error {
	v, err := boekerij.werkvorm(naam)
	if err != nil {
		return err
	}
	return w.drukLang(json, v, func(b *bladzij) { b.werkvorm(v) })
}

// werkvorm writes the whole questionnaire.
func (b *bladzij) werkvorm(w casus.Werkvorm) {
	b.kop(w.Naam)
	b.wit()
	b.alinea("", w.Voor)
	if w.Duur > 0 {
		b.alinea("", fmt.Sprintf("Ongeveer %d minuten. Elke vraag mag u overslaan.", w.Duur))
	}
	b.alinea("", "Op sommige antwoorden volgt nog één vraag.")
	titel, nummer := "", 0
	for _, stap := range sessie.Papier(casus.Definitie{Werkvorm: w}) {
		if len(stap.Vragen) == 0 {
			continue // only a casus puts a question there
		}
		if stap.Titel != titel {
			titel = stap.Titel
			b.tussenkop(titel, len(stap.Vragen))
		} else {
			b.wit()
		}
		b.alinea("", stap.Uitleg)
		b.alinea("", stap.Alleen)
		for _, v := range stap.Vragen {
			if !v.Doorvraag { // of all that could follow there is too much to read
				nummer++
				b.papiervraag(nummer, v)
			}
		}
	}
}

// papiervraag writes one question, with all that belongs to it below.
func (b *bladzij) papiervraag(nummer int, v sessie.Papiervraag) {
	const onder = "    "
	b.wit()
	b.punt(fmt.Sprintf("%2d. ", nummer), v.Vraag.Vraag)
	b.alinea(onder, v.Toelichting)
	b.alinea(onder, v.Alleen)
	if v.Prive {
		b.alinea(onder, "Privé: dit antwoord komt niet in de reflectie.")
	}
	switch v.Soort {
	case casus.Keuze, casus.Meerkeuze:
		for _, o := range v.Opties {
			b.punt(onder+"- ", o.Naam)
		}
	case casus.JaNee:
		b.alinea(onder, "Ja of nee.")
	case casus.Datum:
		b.alinea(onder, "Een datum.")
	}
}
