package cli

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

func newConcept(w Wereld, plek plek, kast archief.Archief) *cobra.Command {
	var json, ja bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de concepten", Args: argumenten(0, 0, ""), PreRunE: eigenMap(kast),
		RunE: func(*cobra.Command, []string) error { return conceptLijst(w, plek, kast, json) },
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon CONCEPT", Short: "Toon wat er in een concept staat", Args: argumenten(1, 1, "één concept"),
		ValidArgsFunction: vulConcept(kast, cobra.ShellCompDirectiveNoFileComp), PreRunE: eigenMap(kast),
		RunE: func(_ *cobra.Command, args []string) error { return conceptToon(w, kast, args[0], json) },
	}, &json)
	weg := &cobra.Command{
		Use: "verwijder CONCEPT", Short: "Gooi een concept weg", Args: argumenten(1, 1, "één concept"),
		ValidArgsFunction: vulConcept(kast, cobra.ShellCompDirectiveNoFileComp), PreRunE: eigenMap(kast),
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
	regels := casus.Elk(concepten, newConceptregel)
	err := w.druk(json, regels, func(b *bladzij) {
		for i, r := range regels {
			b.alinea("", r.ID)
			b.alinea("  ", r.Titel)
			if a := aanloop(concepten[i]); a != "" {
				b.alinea("  ", a+plek.toon(r.Bestand))
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
	var g *gebruiksfout
	if _, err := concept(kast, id); errors.As(err, &g) {
		return err // it does not exist, or cannot be called so; a damaged one may go
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
	k, _ := kast.Klad(id) // without one there is nothing to remove
	_ = kast.VerwijderKlad(id, k)
	pad, _ := kast.Pad(id) // it was just there
	w.melding("Concept %s is weg. Het stond in %s.", id, pad)
	return nil
}

// concept finds a concept by its id. Where there is none, the name of one may be meant, or
// one of those in ook.
func concept(kast archief.Archief, id string, ook ...string) (sessie.Stand, error) {
	if _, err := kast.Pad(id); err != nil {
		return sessie.Stand{}, invoer(err)
	}
	stand, err := kast.Concept(id)
	if !bestaatNiet(err) {
		return stand, err
	}
	ids, _ := kast.ConceptIDs() // none, where they cannot be listed
	return stand, gebruik("er is geen concept %s; %s", strict.HeleAanhaling(id), strict.Bedoelt(id, append(ids, ook...), "typ weeg concept lijst, of weeg reflectie lijst als u het afrondde"))
}

// conceptVan returns the concept on the same casus that was saved last, by
// whichever werkvorm, and in which anything was said.
func conceptVan(kast archief.Archief, casusID string) (sessie.Stand, bool) {
	return vindConcept(kast, func(s sessie.Stand) bool {
		begonnen := len(s.Antwoorden) > 0 || len(s.Overgeslagen) > 0
		return s.Definitie.Casus.ID == casusID && s.Bestand == "" && begonnen && casusID != reflectie.Eigen
	})
}

// vindConcept returns the concept that was saved last of those that are meant.
func vindConcept(kast archief.Archief, bedoeld func(sessie.Stand) bool) (sessie.Stand, bool) {
	concepten, _ := kast.Concepten() // a damaged one is told by weeg concept lijst
	if i := slices.IndexFunc(concepten, bedoeld); i >= 0 {
		return concepten[i], true
	}
	return sessie.Stand{}, false
}

// kort writes how far a conversation is: "stap 3 van 10".
func kort(stand sessie.Stand) string {
	stap, van := sessie.New(stand).Voortgang()
	return fmt.Sprintf("stap %d van %d", stap, van)
}

// tijdstip writes a moment as people say it.
func tijdstip(t time.Time) string {
	return reflectie.DatumVan(t).Voluit() + " om " + t.Format("15.04")
}
