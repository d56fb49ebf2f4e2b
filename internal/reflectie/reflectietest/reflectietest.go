// Package reflectietest makes reflecties for the tests of other rooms: with every
// field that the structs declare, so that a new one is tried everywhere.
//
// No room of the program imports it.
package reflectietest

import (
	"fmt"
	"math/rand/v2"

	"ambt.example/weeg/internal/reflectie"
)

// Lastig returns texts in normal form that a codec may trip over.
func Lastig() []string {
	return []string{"ja", "Een zin.", "twee\n\nalinea's", "twee\nlijnen", "# kop", "---", "- a\n- b", "<!-- weeg:x.y -->", "-->", "--!>", "a -- b",
		"```\ncode", "<details>", "null", "1e3", "2026-11-21", "\\", "eind \\\nen verder \\", "&lt;b> &amp;lt; &#92;", "[^1]: noot", "\"aan\": {haal}", "é😀\u202e",
		"a\tb", "|a|b|\n|-|-|\n|c|d|", "kop\n===", "> citaat\nlui", "x  \ny", "weeg:eind keuzes"}
}

// Willekeurig makes a reflectie in normal form, with every field that the structs
// declare now and then, so that a new field is tried too.
func Willekeurig(r *rand.Rand) reflectie.Reflectie {
	kans := func() bool { return r.IntN(3) > 0 }
	kies := func(woorden ...string) string { return woorden[r.IntN(len(woorden))] }
	tekst := func() string { return kies(Lastig()...) }
	ids := []string{"openheid", "veiligheid", "zorg", "waarde-2"}
	r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	paren := []reflectie.Paar{{ids[0], ids[1]}, {ids[2], ids[0]}, {ids[1], ids[3]}}
	uit := reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "kort"}
	naam := func(d reflectie.Deel, v reflectie.Veld, i int) string {
		switch d.Rijen {
		case reflectie.PerWaarde:
			return ids[i]
		case reflectie.PerPaar:
			return paren[i].String()
		case reflectie.PerDatum:
			return fmt.Sprintf("2027-02-%02d", i+1)
		}
		return kies("handhaver", "de buren", "🙂") + fmt.Sprint(i)
	}
	vul := func(d reflectie.Deel, rij reflectie.Rij, i int) {
		for _, v := range d.Velden {
			switch {
			case v.IsNaam:
				rij.Zet(v, reflectie.Tekst(naam(d, v, i)))
			case v.Naam == "naam":
				rij.Zet(v, reflectie.Tekst("Naam"))
			case v.Aard == reflectie.EenID || v.Naam == "weeg" || v.Aard == reflectie.EenTeken || !kans():
			case v.PerWaarde:
				rij.ZetVoor(v, paren[i][r.IntN(2)], reflectie.Tekst(tekst()))
			case v.Aard == reflectie.EenKeuze:
				rij.Zet(v, reflectie.Tekst(kies(v.Keuzes...)))
			case v.Aard == reflectie.Voorrang:
				rij.Zet(v, reflectie.Tekst(kies(paren[i][0], paren[i][1], reflectie.OpenVoorrang)))
			case v.Aard == reflectie.EenWaarde:
				rij.Zet(v, reflectie.Tekst(kies(ids...)))
			case v.Aard == reflectie.EenJaNee:
				rij.Zet(v, reflectie.JaNee(kans()))
			case v.Aard == reflectie.EenDatum:
				rij.Zet(v, reflectie.Tekst("2026-11-21"))
			case v.Aard == reflectie.Versienummer:
				rij.Zet(v, reflectie.Tekst("2"))
			case v.Aard == reflectie.Punten:
				rij.Zet(v, reflectie.Lijst(tekst(), tekst()))
			default:
				rij.Zet(v, reflectie.Tekst(tekst()))
			}
		}
		for j := range r.IntN(3) {
			if d.HeeftVragen() {
				a := []reflectie.Antwoord{reflectie.Tekst("x"), reflectie.Lijst("a", "b"), reflectie.JaNee(false)}[r.IntN(3)]
				rij.ZetVraag(d, fmt.Sprintf("stap-%d.vraag", j), a)
			}
		}
	}
	for _, d := range reflectie.Delen() {
		n := r.IntN(4)
		switch d.Rijen {
		case reflectie.PerWaarde:
			n = len(ids) // what is named stands in waarden
		case reflectie.Enkel:
			n = 1
		}
		for i := range n {
			rij := reflectie.Rij{}
			if d.Naam == "" {
				rij = uit.Rijen(d)[0]
			} else {
				rij = uit.Erbij(d)
			}
			vul(d, rij, i)
			if d.Rijen == reflectie.Genummerd || d.Naam == reflectie.SleutelWeging { // a row that says nothing is none
				rij.Zet(d.Velden[len(d.Velden)-1], reflectie.Tekst("Iets."))
			}
		}
	}
	if kans() {
		uit.Standpunten = append(uit.Standpunten, reflectie.Standpunt{Van: "raad", Waarde: "gehoord-worden"})
		uit.Waarden = append(uit.Waarden, reflectie.Waarde{ID: "gehoord-worden", Naam: "Gehoord worden", Genoemd: true})
	}
	if uit.Eigen != nil && *uit.Eigen == (reflectie.Situatie{}) {
		uit.Eigen = nil
	}
	return uit
}
