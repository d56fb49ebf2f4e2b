package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// An einde is that of a conversation: it tells where all stands now, and asks
// when to look back.
type einde struct {
	w         Wereld
	plek      plek
	schrijver schrijver
}

// sluit takes the screen away, and says what could not be said while it was there.
func (e einde) sluit(kant gastheer, af afloop) {
	kant.sluit()
	for _, tekst := range af.gezegd {
		e.w.melding("%s", tekst)
	}
}

// vertelVerder says how to go on with a concept.
func (e einde) vertelVerder(id string) {
	e.w.melding("Uw antwoorden zijn bewaard. Ga verder met:")
	e.w.opdracht("weeg verder " + id)
}

// eindig tells where all stands now, and asks when to look back where that was
// not chosen yet. However the person leaves that, the reflectie stands.
func (e einde) eindig(ctx context.Context, kant gastheer, af afloop) error {
	git := e.plek.git(af.pad, af.stand.Kop.Casus)
	k, ok := e.keuze(af, git)
	if !ok {
		e.sluit(kant, af)
		return e.vertel(af)
	}
	var gekozen string
	if kant.regels && len(k.Opties) == 1 { // there is nothing to choose, and no screen that goes away
		e.toonAlles(k)
	} else {
		gekozen, _ = kant.Kies(ctx, k) // leaving chooses nothing
	}
	var err error
	datum, geenDatum := reflectie.ParseDatum(gekozen)
	if geenDatum == nil {
		err = e.schrijver.zetTerugblik(af, datum)
	}
	e.sluit(kant, af)
	if !kant.regels {
		e.vertelNog(af, git)
	}
	switch {
	case err != nil:
		e.w.melding("De dag om terug te kijken staat niet in het bestand.")
	case geenDatum == nil:
		e.w.melding("Op %s kijkt u terug met:", datum.Voluit())
		e.w.opdracht("weeg terugblik " + e.plek.schelp(e.plek.toon(af.pad)))
	}
	return errors.Join(err, e.schrijfPad(af))
}

// schrijfPad writes where the reflectie is to standard output.
func (e einde) schrijfPad(af afloop) error {
	_, err := fmt.Fprintln(e.w.Uit, e.plek.toon(af.pad))
	return err
}

// keuze is what the person sees and can choose at the end; only where there is a
// person, they did not look back just now, and the file can be read.
func (e einde) keuze(af afloop, git []string) (_ gesprek.Keuze, ok bool) {
	if e.w.Terminal == nil || af.stand.IsTerugblik() {
		return gesprek.Keuze{}, false
	}
	_, doc, err := leesReflectie(af.pad)
	if err != nil {
		return gesprek.Keuze{}, false
	}
	k := gesprek.Keuze{Titel: af.stand.Titel(), Toont: e.toont(af, doc.Reflectie, git)}
	if !doc.Reflectie.Terugblik.IsZero() {
		k.Vraag = "U kijkt hierop terug op " + doc.Reflectie.Terugblik.Voluit() + "."
		k.Opties = []sessie.Optie{{ID: "klaar", Naam: "Klaar"}}
		return k, true
	}
	k.Vraag = "Wanneer kijkt u hierop terug?"
	weken, maanden := reflectie.DatumVan(e.w.Nu().AddDate(0, 0, 28)), naMaanden(e.w.Nu(), 3)
	k.Opties = []sessie.Optie{
		{ID: weken.String(), Naam: "Over 4 weken", Uitleg: weken.Voluit()},
		{ID: maanden.String(), Naam: "Over 3 maanden", Uitleg: maanden.Voluit()},
		{ID: "geen", Naam: "Geen datum"},
	}
	return k, true
}

// naMaanden returns the same day so many months later, or the last of that month.
func naMaanden(t time.Time, maanden int) reflectie.Datum {
	eerste := time.Date(t.Year(), t.Month()+time.Month(maanden), 1, 0, 0, 0, 0, time.UTC)
	laatste := eerste.AddDate(0, 1, -1)
	return reflectie.DatumVan(eerste.AddDate(0, 0, min(t.Day(), laatste.Day())-1))
}

// toont tells where all stands, what stays private, what was weighed and how it
// can be shared.
func (e einde) toont(af afloop, r reflectie.Reflectie, git []string) []sessie.Getoond {
	prive := sessie.Getoond{Kop: "Privé", Tekst: "U gaf geen privé-antwoorden."}
	if n := len(af.stand.Prive()); n > 0 {
		prive = sessie.Getoond{Kop: "Privé, in uw eigen map",
			Tekst: telling(n, "antwoord", "antwoorden") + ": weeg prive toon " + af.id}
	}
	toont := []sessie.Getoond{{Kop: "Uw reflectie staat in", Tekst: e.plek.toon(af.pad)}, prive}
	if zinnen := netwerk.New(af.stand.Definitie.Waarden, netwerk.Bijdrage{Reflectie: r}).Zinnen(); len(zinnen) > 0 {
		toont = append(toont, sessie.Getoond{Kop: "Uw waardenetwerk", Tekst: strings.Join(zinnen, "\n")})
	}
	delen := append([]string{"Een gedeeld bestand kan met de Woo worden opgevraagd."}, git...)
	return append(toont, sessie.Getoond{Kop: "Delen", Tekst: strings.Join(delen, "\n  ")})
}

// telling writes how many there are.
func telling(n int, een, meer string) string {
	if n == 1 {
		return "1 " + een
	}
	return fmt.Sprintf("%d %s", n, meer)
}

// toonAlles writes what a choice shows.
func (e einde) toonAlles(k gesprek.Keuze) {
	b := e.w.bladzij()
	for _, t := range k.Toont {
		b.wit()
		b.alinea("", t.Kop+":")
		b.alinea("  ", t.Tekst)
	}
	b.wit()
	b.alinea("", k.Vraag)
	fmt.Fprint(e.w.Fout, b.String())
}

// vertelNog says what the person may want to type, now that the screen is gone.
func (e einde) vertelNog(af afloop, git []string) {
	e.w.melding("Uw reflectie staat in %s.", e.plek.toon(af.pad))
	if len(af.stand.Prive()) > 0 {
		e.w.melding("Uw privé-antwoorden leest u met:")
		e.w.opdracht("weeg prive toon " + af.id)
	}
	if len(git) > 0 {
		e.w.melding("Delen met git gaat zo:")
	}
	for _, opdracht := range git {
		e.w.opdracht(opdracht)
	}
}

// vertel says where what was put, and what is shared when the file is; on
// standard output it writes the path alone.
func (e einde) vertel(af afloop) error {
	if af.stand.IsTerugblik() {
		e.w.melding("Uw terugblik staat onderaan in %s. Deelt u dat bestand, dan deelt u ook uw terugblik.", e.plek.toon(af.pad))
	} else {
		e.w.melding("Uw reflectie staat in %s. Deelt u dat bestand, dan deelt u alles wat erin staat. "+
			"Een gedeeld bestand kan met de Woo worden opgevraagd.", e.plek.toon(af.pad))
	}
	switch {
	case len(af.stand.Prive()) > 0:
		e.w.melding("Uw privé-antwoorden staan er niet in. Die staan in uw eigen map: weeg prive toon %s", af.id)
	case !af.stand.IsTerugblik():
		e.w.melding("U gaf bij deze reflectie geen privé-antwoorden.")
	}
	return e.schrijfPad(af)
}
