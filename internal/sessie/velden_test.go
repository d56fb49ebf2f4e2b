package sessie_test

import (
	"slices"
	"testing"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// gevraagdeVelden lists the fields of the data that keys ask for: "uitkomst.doen".
func gevraagdeVelden(sleutels []string) map[string]bool {
	velden := map[string]bool{}
	for _, sleutel := range sleutels {
		if p, ok := reflectie.Ontleed(sleutel); ok {
			velden[p.Deel.Naam+"."+p.Veld.Naam] = true
		}
	}
	return velden
}

// vraagbaar reports whether somebody can be asked for a field. The day to look
// back is chosen when all is done; the soort of a verband is asked as which two
// clash and which two help.
func vraagbaar(d reflectie.Deel, v reflectie.Veld) bool {
	vanZelf := []string{".terugblik", "waarden.naam", "verbanden.soort"}
	isNaam := v.IsNaam && d.Rijen != reflectie.PerRol || d.Naam == reflectie.SleutelRuimte && v.IsNaam
	return !v.IsKop && !isNaam && v.Aard != reflectie.EenTeken && d.Rijen != reflectie.PerDatum && !slices.Contains(vanZelf, d.Naam+"."+v.Naam)
}

// Every field that a reflectie can hold is asked somewhere: a new one that has no
// words yet, or that its kind of step forgets, fails here by its name.
func TestEveryFieldOfAReflectieCanBeAsked(t *testing.T) {
	t.Parallel()
	var papier, gesprek []string
	for _, over := range []string{koken, ""} {
		def := laad(t, alleStappen, over)
		for _, v := range opPapier(def) {
			papier = append(papier, v.Sleutel)
		}
		for n := range 4 {
			gesprek = append(gesprek, loop(t, begin(def), func(v sessie.Vraag) reflectie.Antwoord { return metKeuze(v, n) })...)
		}
	}
	opBlad, inGesprek := gevraagdeVelden(papier), gevraagdeVelden(gesprek)
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			naam := d.Naam + "." + v.Naam
			if vraagbaar(d, v) && !opBlad[naam] {
				t.Errorf("%s is not asked on paper", naam)
			}
			if vraagbaar(d, v) && !inGesprek[naam] {
				t.Errorf("%s is not asked in a conversation", naam)
			}
		}
	}
}

// An answer to each field comes back from the conversation in its place.
func TestTheAnswerToEveryFieldComesBack(t *testing.T) {
	t.Parallel()
	gevuld := map[string]bool{}
	for _, over := range []string{koken, ""} {
		for n := range 4 {
			s := begin(laad(t, alleStappen, over))
			loop(t, s, func(v sessie.Vraag) reflectie.Antwoord { return metKeuze(v, n) })
			r := gemaakt(s)
			for _, d := range reflectie.Delen() {
				for _, rij := range r.Rijen(d) {
					for _, v := range d.Velden {
						if !rij.Antwoord(v).IsZero() || v.PerWaarde && len(rij.PerWaarde(v)) == 2 {
							gevuld[d.Naam+"."+v.Naam] = true
						}
					}
				}
			}
		}
	}
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			if vraagbaar(d, v) && !gevuld[d.Naam+"."+v.Naam] {
				t.Errorf("%s.%s was answered and is empty", d.Naam, v.Naam)
			}
		}
	}
}

// What stands at the top of a reflectie and nobody is asked, a conversation keeps.
func TestEveryFieldAtTheTopIsKept(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen, koken)
	heel := reflectie.Delen()[0]
	for _, v := range heel.Velden {
		if !v.IsKop {
			continue
		}
		var r reflectie.Reflectie
		want := map[reflectie.Aard]reflectie.Antwoord{reflectie.Versienummer: tekst("1"), reflectie.EenDatum: tekst("2027-02-21"),
			reflectie.EenJaNee: nee, reflectie.EenID: tekst(map[string]string{"casus": "koken", "werkvorm": "proef"}[v.Naam])}[v.Aard]
		if want.IsZero() {
			want = tekst("Wij")
		}
		r.Rijen(heel)[0].Zet(v, want)
		terug, _ := sessie.StandVan("x", def, r, nil, nil).Reflectie()
		if got := terug.Rijen(heel)[0].Antwoord(v); !got.Equal(want) {
			t.Errorf("%s was %q and is %q", v.Naam, want.Woorden(), got.Woorden())
		}
	}
}
