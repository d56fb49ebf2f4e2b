package cli

import (
	"cmp"
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
	for _, v := range privacy.Zoek(data) {
		wat := string(v.Soort) + " " + v.Masker(data)
		if verteld[wat] {
			continue
		}
		verteld[wat] = true
		gegevens = append(gegevens, fmt.Sprintf("%s (regel %d)", wat, 1+strings.Count(data[:v.Begin], "\n")))
	}
	return gegevens
}

// inAntwoorden says what of people the person wrote, by question, and at which
// question they did so first. What is private stays with them, and is passed over.
func inAntwoorden(vragen []sessie.Vraag) (gegevens []string, eerste string) {
	for _, v := range vragen {
		if !inEigenWoorden(v) {
			continue
		}
		for _, tekst := range v.Antwoord.Woorden() {
			for _, g := range privacy.Zoek(tekst) {
				gegevens = append(gegevens, fmt.Sprintf("%s %s, bij %s", g.Soort, g.Masker(tekst), strict.Aanhaling(v.Vraag)))
				eerste = cmp.Or(eerste, v.Sleutel)
			}
		}
	}
	return gegevens, eerste
}

// inEigenWoorden reports whether a question is answered in words of the person's own, for
// others to read.
func inEigenWoorden(v sessie.Vraag) bool {
	switch {
	case v.Prive:
		return false
	case v.Soort == casus.Keuze:
		return !slices.ContainsFunc(v.Opties, func(o sessie.Optie) bool { return o.ID == v.Antwoord.Tekst() })
	}
	return v.Soort == casus.Tekst || v.Soort == casus.Regeltekst || v.Soort == casus.Lijst
}

// vraagGegevens asks, before a reflectie is made, what to do about what the person wrote
// that tells which people it is about. It returns the question to go back to, or "",
// and the stand to make it of.
func (l leider) vraagGegevens(ctx context.Context, kant gastheer, stand sessie.Stand) (sessie.Stand, string, error) {
	gegevens, eerste := inAntwoorden(stand.Vragen())
	if len(gegevens) == 0 || l.w.Terminal == nil {
		return stand, "", nil
	}
	keus, err := kant.Kies(ctx, gesprek.Keuze{
		Titel: stand.Titel(),
		Toont: []sessie.Getoond{{Kop: kopGegevens, Tekst: strings.Join(gegevens, "\n")}},
		Vraag: "Wat wilt u daarmee?",
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
		return stand, eerste, nil
	case keus == "verberg":
		return verborgen(stand), "", nil
	}
	return stand, "", nil
}

// verborgen is stand with what tells of people hidden in what is not private.
func verborgen(stand sessie.Stand) sessie.Stand {
	antwoorden := maps.Clone(stand.Antwoorden)
	for _, v := range stand.Vragen() {
		switch {
		case !inEigenWoorden(v):
		case v.Antwoord.Vorm() == reflectie.VormLijst:
			lijst := v.Antwoord.Lijst()
			for i := range lijst {
				lijst[i] = privacy.Verberg(lijst[i])
			}
			antwoorden.Zet(v.Sleutel, reflectie.Lijst(lijst...))
		case v.Antwoord.Vorm() == reflectie.VormTekst:
			antwoorden.Zet(v.Sleutel, reflectie.Tekst(privacy.Verberg(v.Antwoord.Tekst())))
		}
	}
	stand.Antwoorden = antwoorden
	return stand
}
