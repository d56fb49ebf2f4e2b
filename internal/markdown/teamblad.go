package markdown

import (
	"regexp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A Teamblad is the sheet of a team's talk, which the team filled in.
type Teamblad struct {
	ID, Casus string
	Datum     reflectie.Datum
	Velden    map[string][]string // what stands under each marker, an item each
}

// teamblad is the field by which a sheet is known, with the version of its form.
const teamblad = "weeg-overleg"

var reTeamblad = regexp.MustCompile(`\A(?:\x{feff})?---[ \t]*\r?\n` + teamblad + `:`)

// IsTeamblad reports whether a file is one, damaged or not.
func IsTeamblad(data []byte) bool { return reTeamblad.Match(data) }

// Voorwerk is what such a sheet begins with.
func (t Teamblad) Voorwerk() string {
	return strings.Join([]string{grens, teamblad + ": 1", "id: " + t.ID, "casus: " + t.Casus, "datum: " + t.Datum.String(), grens, "", ""}, "\n")
}

// LeesTeamblad reads a sheet. All that stands between a heading with a marker and the
// next heading is an answer, with or without the mark of a quote before it: people write
// this one by hand.
func LeesTeamblad(bestand string, data []byte) (Teamblad, error) {
	t := Teamblad{Velden: map[string][]string{}}
	p := newLezer(bestand, data)
	lijnen, ok := p.lijnen()
	if !ok {
		return t, p.f.Err()
	}
	begin := slices.IndexFunc(lijnen[1:], isGrens) + 2
	t.leesVoorwerk(p, lijnen[1:begin-1])
	l := leesLijf(p.f, bestand, lijnen, begin)
	for i, e := range l.elementen {
		tot := len(lijnen)
		if i+1 < len(l.elementen) {
			tot = l.elementen[i+1].lijn
		}
		if antwoord := citaat.LeesLijst(l.teksten[min(e.merk+1, tot):tot]); e.soort == isVraag && len(antwoord) > 0 {
			t.Velden[e.naam] = antwoord
		}
	}
	return t, p.f.Err()
}

// leesVoorwerk reads the front matter. What a person put there besides is theirs.
func (t *Teamblad) leesVoorwerk(p *lezer, lijnen []lijn) {
	yaml := "\n" // so that each line keeps its number
	for _, l := range lijnen {
		yaml += l.tekst + "\n"
	}
	node, err := strict.Parse(p.bestand, []byte(yaml), len(yaml))
	if err != nil {
		p.f.AddErr(err)
		return
	}
	o := node.Object(p.f)
	t.ID, t.Casus = o.Text("id"), o.Text("casus")
	t.Datum, _ = reflectie.LeesDatum(p.lezer.Datum(o.Node("datum"), "datum").Tekst()) // what is none, is told
}
