package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/sessie"
)

func newWerkvorm(a *app) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de werkvormen", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return a.werkvormLijst(json) },
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WERKVORM", Short: "Toon alle vragen van een werkvorm", Args: argumenten(1, 1, "een werkvorm"),
		Long: `Toont de hele vragenlijst van een werkvorm, zoals u die op papier zou krijgen.
Zo kunt u vooraf zien of de vragen bij u passen.`,
		Example:           "  weeg werkvorm toon kort",
		ValidArgsFunction: a.werkvormIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return a.werkvormToon(args[0], json) },
	}, &json)
	return groep("werkvorm", "De manieren om te wegen", lijst, toon)
}

func (a *app) werkvormLijst(json bool) error {
	bieb, err := a.bibliotheek()
	if err != nil {
		return err
	}
	werkvormen, fout := bieb.Werkvormen()
	err = a.druk(json, werkvormen, func(b *bladzij) {
		for _, w := range werkvormen {
			b.alinea("", w.ID)
			b.alinea("  ", duur(w))
			b.alinea("  ", w.Voor)
			if len(w.Bij) > 0 {
				b.alinea("  ", "Kan bij "+casus.Opsomming(w.BijNamen())+".")
			}
			b.wit()
		}
		b.alinea("", "Bekijk alle vragen met: weeg werkvorm toon WERKVORM.")
	})
	return errors.Join(err, invoer(fout))
}

// duur names a werkvorm and the time that it takes.
func duur(w casus.Werkvorm) string {
	if w.Duur == 0 {
		return w.Naam
	}
	return fmt.Sprintf("%s, ongeveer %d minuten", w.Naam, w.Duur)
}

func (a *app) werkvormToon(id string, json bool) error {
	bieb, err := a.bibliotheek()
	if err != nil {
		return err
	}
	w, err := bieb.Werkvorm(alsID(id))
	if err != nil {
		return invoer(err)
	}
	return a.druk(json, w, func(b *bladzij) { b.werkvorm(w) })
}

// werkvorm writes the whole questionnaire.
func (b *bladzij) werkvorm(w casus.Werkvorm) {
	b.kop(w.Naam)
	b.wit()
	b.alinea("", w.Voor)
	if w.Duur > 0 {
		b.alinea("", fmt.Sprintf("Ongeveer %d minuten. Elke vraag mag u overslaan.", w.Duur))
	}
	titel, nummer := "", 0
	for _, stap := range sessie.Papier(casus.Definitie{Werkvorm: w}) {
		if len(stap.Vragen) == 0 {
			continue // only a casus puts a question there
		}
		if stap.Titel != titel {
			titel = stap.Titel
			b.tussenkop(titel)
		} else {
			b.wit()
		}
		b.alinea("", stap.Uitleg)
		b.alinea("", stap.Alleen)
		b.alinea("", stap.Noot)
		for _, v := range stap.Vragen {
			if !v.Doorvraag {
				nummer++
			}
			b.papiervraag(nummer, v)
		}
	}
}

// papiervraag writes one question, with all that belongs to it below.
func (b *bladzij) papiervraag(nummer int, v sessie.Papiervraag) {
	const onder = "    "
	if v.Doorvraag {
		b.punt(onder+"↳ ", v.Vraag.Vraag)
		b.alinea(onder+"  ", v.Alleen)
		return
	}
	b.wit()
	b.punt(fmt.Sprintf("%2d. ", nummer), v.Vraag.Vraag)
	b.alinea(onder, v.Toelichting)
	b.alinea(onder, v.Alleen)
	if v.Prive {
		b.alinea(onder, "Privé: dit antwoord komt niet in de reflectie.")
	}
	switch v.Soort {
	case sessie.Keuze, sessie.Meerkeuze:
		for _, o := range v.Opties {
			b.punt(onder+"- ", o.Naam)
		}
	case sessie.JaNee:
		b.alinea(onder, "Ja of nee.")
	case sessie.Datum:
		b.alinea(onder, "Een datum.")
	}
}
