package cli

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/privacy"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// kopGegevens stands over what was found of people.
const kopGegevens = "Hier staan gegevens van mensen in:"

// persoonsgegevens says what of people stands in a file, each with the line where it
// stands first, and none of it whole.
func persoonsgegevens(data string) []string {
	var gegevens []string
	verteld := map[string]bool{}
	regel, tot := 1, 0
	for _, v := range privacy.Zoek(data) {
		regel, tot = regel+strings.Count(data[tot:v.Begin], "\n"), v.Begin
		if wat := string(v.Soort) + " " + v.Masker(data); !verteld[wat] {
			verteld[wat] = true
			gegevens = append(gegevens, fmt.Sprintf("%s (regel %d)", wat, regel))
		}
	}
	return gegevens
}

// inEigenWoorden are the questions that the person answered in words of their own for
// others to read, each with that answer, also those that apply no more; what names a
// row of its own has no question with it.
func inEigenWoorden(stand sessie.Stand) []sessie.Vraag {
	vragen, vervallen := stand.Expand()
	sleutels := map[string]bool{}
	for sleutel := range stand.Antwoorden {
		sleutels[sleutel] = isEigenWoorden(sleutel)
	}
	for sleutel := range stand.Prive() {
		sleutels[sleutel] = false
	}
	var eigen []sessie.Vraag
	for _, v := range slices.Concat(vragen, vervallen) {
		if sleutels[v.Sleutel] && !v.Prive {
			v.Antwoord = stand.Antwoorden[v.Sleutel] // a question may offer one that nobody gave
			eigen = append(eigen, v)
		}
		delete(sleutels, v.Sleutel)
	}
	for _, sleutel := range slices.Sorted(maps.Keys(sleutels)) {
		if sleutels[sleutel] {
			eigen = append(eigen, sessie.Vraag{Sleutel: sleutel, Antwoord: stand.Antwoorden[sleutel]})
		}
	}
	return eigen
}

// isEigenWoorden reports whether an answer with this key is one in words, and no id,
// choice or day.
func isEigenWoorden(sleutel string) bool {
	p, ok := reflectie.Ontleed(sleutel)
	if !ok || p.Vraag != "" { // an open question
		return !reflectie.IsLijst(sleutel)
	}
	return p.Veld.InLijf() || p.Veld.Aard == reflectie.EenLijn || p.Veld.Aard == reflectie.EenRol
}

// inAntwoorden says what of people the person wrote, and by which question.
func inAntwoorden(stand sessie.Stand) []string {
	var gegevens []string
	for _, v := range inEigenWoorden(stand) {
		bij := ""
		if v.Vraag != "" {
			bij = ", bij " + strict.Aanhaling(v.Vraag)
		}
		for _, tekst := range v.Antwoord.Woorden() {
			for _, g := range privacy.Zoek(tekst) {
				gegevens = append(gegevens, string(g.Soort)+" "+g.Masker(tekst)+bij)
			}
		}
	}
	return gegevens
}

// vraagGegevens asks, before a reflectie is made, what to do about what the person wrote
// that tells which people it is about. It returns the question to go back to, or "",
// and the stand to make it of.
func (l leider) vraagGegevens(ctx context.Context, kant gastheer, stand sessie.Stand) (sessie.Stand, string, error) {
	gegevens := inAntwoorden(stand)
	if len(gegevens) == 0 || l.w.Terminal == nil {
		return stand, "", nil
	}
	keus, err := kant.Kies(ctx, gesprek.Keuze{
		Titel: stand.Titel(),
		Toont: []sessie.Getoond{{Kop: kopGegevens, Tekst: strings.Join(gegevens, "\n")}},
		Vraag: "Wat wilt u daarmee?", Uitleg: "Namen en straten ziet Weeg niet. Kijk die zelf na.",
		Opties: []sessie.Optie{
			{ID: "wijzig", Naam: "Zelf wijzigen", Uitleg: "u gaat terug naar de vraag"},
			{ID: "verberg", Naam: "Verbergen", Uitleg: "er komen stippen voor in de plaats"},
			{ID: "laat", Naam: "Zo laten staan"},
		},
	})
	switch {
	case err != nil:
		return stand, "", err
	case keus == "wijzig":
		return stand, waarStaat(stand, func(a reflectie.Antwoord) bool { return !verberg(a).Equal(a) }), nil
	case keus == "verberg":
		return verborgen(stand), "", nil
	}
	return stand, "", nil
}

// verborgen is stand with what tells of people hidden in what others read.
func verborgen(stand sessie.Stand) sessie.Stand {
	antwoorden := maps.Clone(stand.Antwoorden)
	for _, v := range inEigenWoorden(stand) {
		antwoorden.Zet(v.Sleutel, verberg(v.Antwoord))
	}
	stand.Antwoorden = antwoorden
	return stand
}

// verberg hides what tells of people in an answer.
func verberg(a reflectie.Antwoord) reflectie.Antwoord {
	switch a.Vorm() {
	case reflectie.VormLijst:
		return reflectie.Lijst(casus.Elk(a.Lijst(), privacy.Verberg)...)
	case reflectie.VormTekst:
		return reflectie.Tekst(privacy.Verberg(a.Tekst()))
	}
	return a
}

// meldGegevens says what of people stands in a reflectie, where nobody was asked.
func (l leider) meldGegevens(stand sessie.Stand) {
	if gegevens := inAntwoorden(stand); len(gegevens) > 0 {
		l.w.melding("%s\n%s", kopGegevens, strings.Join(gegevens, "\n"))
	}
}
