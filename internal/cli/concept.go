package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func newConcept(w Wereld, plek plek, kast archief.Archief) *cobra.Command {
	var json, ja bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de concepten", Args: argumenten(0, 0, ""), PreRunE: eigenMap(kast),
		RunE: func(*cobra.Command, []string) error { return conceptLijst(w, plek, kast, json) },
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon CONCEPT", Short: "Toon wat er in een concept staat", Args: argumenten(1, 1, "een concept"),
		ValidArgsFunction: vulConcept(kast), PreRunE: eigenMap(kast),
		RunE: func(_ *cobra.Command, args []string) error { return conceptToon(w, kast, args[0], json) },
	}, &json)
	weg := &cobra.Command{
		Use: "verwijder CONCEPT", Short: "Gooi een concept weg", Args: argumenten(1, 1, "een concept"),
		ValidArgsFunction: vulConcept(kast), PreRunE: eigenMap(kast),
		RunE: func(_ *cobra.Command, args []string) error { return conceptVerwijder(w, kast, args[0], ja) },
	}
	jaVlag(weg, &ja)
	return groep("concept", "De gesprekken die nog niet af zijn", lijst, toon, weg)
}

// A conceptregel is a concept as a list shows it.
type conceptregel struct {
	ID        string    `json:"id"`
	Casus     string    `json:"casus"`
	Titel     string    `json:"titel"`
	Werkvorm  string    `json:"werkvorm"`
	Begonnen  time.Time `json:"begonnen,omitzero"`
	Bewaard   time.Time `json:"bewaard,omitzero"`
	Stap      int       `json:"stap"`
	Stappen   int       `json:"stappen"`
	Bestand   string    `json:"bestand,omitempty"`
	Terugblik bool      `json:"terugblik,omitempty"` // it looks back at the reflectie in Bestand
}

func newConceptregel(s sessie.Stand) conceptregel {
	stap, van := sessie.New(s).Voortgang()
	return conceptregel{ID: s.ID, Casus: s.Kop.Casus, Titel: s.Titel(), Werkvorm: s.Definitie.Werkvorm.ID,
		Begonnen: s.Begonnen, Bewaard: s.Bewaard, Stap: stap, Stappen: van, Bestand: s.Bestand, Terugblik: s.IsTerugblik()}
}

func conceptLijst(w Wereld, plek plek, kast archief.Archief, json bool) error {
	concepten, fouten := kast.Concepten()
	regels := elk(concepten, newConceptregel)
	err := w.druk(json, regels, func(b *bladzij) {
		for _, r := range regels {
			b.alinea("", r.ID)
			b.alinea("  ", r.Titel)
			if r.Terugblik {
				b.alinea("  ", "terugblik op "+plek.toon(r.Bestand))
			}
			b.alinea("  ", fmt.Sprintf("werkvorm %s, bewaard op %s, stap %d van %d", r.Werkvorm, tijdstip(r.Bewaard), r.Stap, r.Stappen))
		}
		if len(regels) == 0 {
			b.alinea("", "Er zijn geen concepten.")
		}
	})
	return errors.Join(append(fouten, err)...)
}

func conceptToon(w Wereld, kast archief.Archief, id string, json bool) error {
	stand, err := concept(kast, id)
	if err != nil {
		return err
	}
	regel := newConceptregel(stand)
	inhoud := struct {
		conceptregel
		Reflectie    *reflectie.Reflectie    `json:"reflectie,omitempty"`
		Teruggeblikt *reflectie.Teruggeblikt `json:"teruggeblikt,omitempty"`
	}{conceptregel: regel}
	if stand.IsTerugblik() {
		t, _ := stand.Teruggeblikt(reflectie.Datum{})
		inhoud.Teruggeblikt = &t
	} else {
		r, _ := stand.Reflectie()
		inhoud.Reflectie = &r
	}
	return w.druk(json, inhoud, func(b *bladzij) {
		b.kop(regel.Titel)
		b.alinea("", fmt.Sprintf("Bewaard op %s, stap %d van %d.", tijdstip(regel.Bewaard), regel.Stap, regel.Stappen))
		b.antwoorden(stand.Vragen(), w.UitTerminal)
		if vervallen := stand.Vervallen(); len(vervallen) > 0 {
			b.wit()
			b.alinea("", "Vervallen antwoorden")
			b.antwoorden(vervallen, w.UitTerminal)
		}
	})
}

func conceptVerwijder(w Wereld, kast archief.Archief, id string, ja bool) error {
	pad, err := kast.Pad(id)
	if err != nil {
		return invoer(err)
	}
	var g *gebruiksfout
	if _, err := concept(kast, id); errors.As(err, &g) {
		return err // it does not exist; a damaged one may go
	}
	if ok, err := w.zeker(fmt.Sprintf("concept \"%s\"", id), ja); !ok {
		return err
	}
	ontgrendel, err := kast.Vergrendel(id)
	if err != nil {
		return err
	}
	defer ontgrendel()
	if err := kast.VerwijderConcept(id); err != nil {
		return err
	}
	w.melding("Concept %s is weg. Het stond in %s.", id, pad)
	return nil
}
