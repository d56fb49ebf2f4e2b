package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// An afloop is a conversation of which the reflectie was just written.
type afloop struct {
	stand   sessie.Stand
	pad, id string
	gezegd  string   // what was said while the screen was up
	git     []string // what puts it in the git repository around it, if there is one
}

// ingehouden keeps what doe says until the screen is gone, and returns it.
func (a *app) ingehouden(doe func()) string {
	var gezegd bytes.Buffer
	fout := a.Fout
	a.Fout = &gezegd
	defer func() { a.Fout = fout }()
	doe()
	return gezegd.String()
}

// eindig tells where all stands now, and asks when to look back where that was
// not chosen yet. However the person leaves that, the reflectie stands.
func (a *app) eindig(ctx context.Context, kast archief.Archief, kant gastheer, af afloop) error {
	af.git = a.gitOpdrachten(af.pad, af.stand.Kop.Casus)
	k, ok := a.slotkeuze(af)
	if !ok {
		kant.sluit()
		fmt.Fprint(a.Fout, af.gezegd)
		return a.vertel(af.stand, af.pad, af.id)
	}
	var gekozen string
	if kant.regels && len(k.Opties) == 1 { // there is nothing to choose, and no screen that goes away
		a.toonAlles(k)
	} else {
		gekozen, _ = kant.Kies(ctx, k) // leaving chooses nothing
	}
	var err error
	datum, geenDatum := reflectie.ParseDatum(gekozen)
	if geenDatum == nil {
		err = a.zetTerugblik(kast, af, datum)
	}
	kant.sluit()
	fmt.Fprint(a.Fout, af.gezegd)
	if !kant.regels {
		a.vertelNog(af)
	}
	switch {
	case err != nil:
		a.melding("De dag om terug te kijken staat niet in het bestand.")
	case geenDatum == nil:
		a.melding("Op %s kijkt u terug met:", datum.Voluit())
		a.opdracht("weeg terugblik " + a.schelp(a.toonPad(af.pad)))
	}
	_, uitfout := fmt.Fprintln(a.Uit, a.toonPad(af.pad))
	return errors.Join(err, uitfout)
}

// slotkeuze is what the person sees and can choose at the end; only where there
// is a person, and the file can be read.
func (a *app) slotkeuze(af afloop) (_ gesprek.Keuze, ok bool) {
	if a.Terminal == nil {
		return gesprek.Keuze{}, false
	}
	_, doc, err := a.leesReflectie(af.pad)
	if err != nil {
		return gesprek.Keuze{}, false
	}
	k := gesprek.Keuze{Titel: af.stand.Titel(), Toont: a.slot(af, doc.Reflectie)}
	if !doc.Reflectie.Terugblik.IsZero() {
		k.Vraag = "U kijkt hierop terug op " + doc.Reflectie.Terugblik.Voluit() + "."
		k.Opties = []sessie.Optie{{ID: "klaar", Naam: "Klaar"}}
		return k, true
	}
	k.Vraag = "Wanneer kijkt u hierop terug?"
	weken, maanden := reflectie.DatumVan(a.Nu().AddDate(0, 0, 28)), naMaanden(a.Nu(), 3)
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

// slot tells where all stands, what stays private, what was weighed and how it
// can be shared.
func (a *app) slot(af afloop, r reflectie.Reflectie) []sessie.Getoond {
	prive := sessie.Getoond{Kop: "Privé", Tekst: "U gaf geen privé-antwoorden."}
	if n := len(af.stand.Prive()); n > 0 {
		prive = sessie.Getoond{Kop: "Privé, alleen op deze computer",
			Tekst: telling(n, "antwoord", "antwoorden") + ": weeg prive toon " + af.id}
	}
	toont := []sessie.Getoond{{Kop: "Uw reflectie staat in", Tekst: a.toonPad(af.pad)}, prive}
	if zinnen := netwerk.New(af.stand.Definitie.Waarden, netwerk.Bijdrage{Reflectie: r}).Zinnen(); len(zinnen) > 0 {
		toont = append(toont, sessie.Getoond{Kop: "Uw waardenetwerk", Tekst: strings.Join(zinnen, "\n")})
	}
	delen := "Een gedeeld bestand kan met de Woo worden opgevraagd."
	for _, opdracht := range af.git {
		delen += "\n  " + opdracht
	}
	return append(toont, sessie.Getoond{Kop: "Delen", Tekst: delen})
}

// toonAlles writes what a choice shows.
func (a *app) toonAlles(k gesprek.Keuze) {
	b := a.bladzij()
	for _, t := range k.Toont {
		b.wit()
		b.alinea("", t.Kop+":")
		b.alinea("  ", t.Tekst)
	}
	b.wit()
	b.alinea("", k.Vraag)
	fmt.Fprint(a.Fout, b.String())
}

// vertelNog says what the person may want to type, now that the screen is gone.
func (a *app) vertelNog(af afloop) {
	a.melding("Uw reflectie staat in %s.", a.toonPad(af.pad))
	if len(af.stand.Prive()) > 0 {
		a.melding("Uw privé-antwoorden leest u met:")
		a.opdracht("weeg prive toon " + af.id)
	}
	if len(af.git) > 0 {
		a.melding("Delen met git gaat zo:")
	}
	for _, opdracht := range af.git {
		a.opdracht(opdracht)
	}
}

// zetTerugblik writes in the file when to look back.
func (a *app) zetTerugblik(kast archief.Archief, af afloop, datum reflectie.Datum) error {
	oud, doc, err := a.leesReflectie(af.pad)
	if err != nil {
		return err
	}
	r := doc.Reflectie
	r.Terugblik = datum
	nieuw, err := doc.Rewrite(a.metTerugblik(af.stand.Definitie, r.Teruggeblikt), doc.Meta, r, doc.Vervallen)
	if err != nil {
		return fmt.Errorf("%s: %w", a.toonPad(af.pad), err)
	}
	return kast.Vervang(af.pad, oud, nieuw)
}

// gitOpdrachten returns what to type to put a file in the git repository around
// it; over is the id of its casus. Nothing in it comes from a text that somebody else wrote.
func (a *app) gitOpdrachten(pad, over string) []string {
	pad = echt(a.pad(pad))
	wortel := filepath.Dir(pad)
	for {
		if _, err := os.Lstat(filepath.Join(wortel, ".git")); err == nil {
			break
		}
		if wortel == filepath.Dir(wortel) {
			return nil
		}
		wortel = filepath.Dir(wortel)
	}
	git, vanaf := "git", echt(a.Werkmap)
	if binnen, err := filepath.Rel(wortel, vanaf); err != nil || !filepath.IsLocal(binnen) {
		git, vanaf = "git -C "+a.schelp(wortel), wortel
	}
	naam, err := filepath.Rel(vanaf, pad)
	if err != nil || strings.ContainsFunc(wortel+naam, unicode.IsControl) {
		return nil
	}
	if over == reflectie.Eigen {
		over = "een eigen situatie"
	}
	return []string{git + " add " + a.schelp(naam), git + ` commit -m "Reflectie op ` + over + `"`}
}

// echt follows the links of a path; of one that is not there it is the path itself.
func echt(pad string) string {
	if doel, err := filepath.EvalSymlinks(pad); err == nil {
		return doel
	}
	return pad
}

// schelp writes a name as a shell takes it for one word.
func (a *app) schelp(naam string) string {
	if strings.HasPrefix(naam, "-") {
		naam = "." + string(filepath.Separator) + naam
	}
	isGewoon := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._/-+,@", r) ||
			a.OS == "windows" && strings.ContainsRune(`\:`, r)
	}
	switch {
	case !strings.ContainsFunc(naam, func(r rune) bool { return !isGewoon(r) }):
		return naam
	case a.OS == "windows":
		return `"` + naam + `"` // no name there has such a mark in it
	}
	return "'" + strings.ReplaceAll(naam, "'", `'\''`) + "'"
}
