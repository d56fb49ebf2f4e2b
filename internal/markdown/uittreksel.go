package markdown

import (
	"bytes"
	"regexp"

	"ambt.example/weeg/internal/reflectie"
)

// An Uittreksel is what says of a reflectie which it is, and whether to look back
// at it.
type Uittreksel struct {
	Casus, Titel     string
	Rol, Door        string // Rol is an id of the casus, or free words
	Datum, Terugblik reflectie.Datum
	Teruggeblikt     reflectie.Datum // the last day that somebody did
}

// Dag is the day on which to look back; the zero Datum where none was chosen, or somebody
// did so on it or later.
func (u Uittreksel) Dag() reflectie.Datum {
	if u.Teruggeblikt.String() >= u.Terugblik.String() {
		return reflectie.Datum{}
	}
	return u.Terugblik
}

// Wacht reports whether on a day it is time to look back, and nobody did yet.
func (u Uittreksel) Wacht(vandaag reflectie.Datum) bool {
	dag := u.Dag()
	return !dag.IsZero() && dag.String() <= vandaag.String()
}

// LeesUittreksel reads the front matter, and of the data only the days on which
// somebody looked back: a list wants a thousand files at once. The answers are
// not read, so what is wrong with them is not told.
func LeesUittreksel(bestand string, data []byte) (Uittreksel, error) {
	p := newLezer(bestand, data)
	lijnen, begin, _ := p.leesBegin()
	if err := p.f.Err(); err != nil {
		return Uittreksel{}, err
	}
	u := Uittreksel{Casus: p.r.Casus, Titel: eersteTitel(lijnen[begin:]), Rol: p.r.Rol, Door: p.r.Door, Datum: p.r.Datum, Terugblik: p.r.Terugblik}
	if i := bytes.LastIndex(data, []byte("\n"+reflectie.SleutelTeruggeblikt+":")); i >= 0 {
		for _, m := range reDag.FindAllSubmatch(data[i:], -1) {
			if dag, err := reflectie.LeesDatum(string(m[1])); err == nil && dag.String() > u.Teruggeblikt.String() {
				u.Teruggeblikt = dag
			}
		}
	}
	return u, nil
}

// reDag finds the days in the rows of what was said in looking back.
var reDag = regexp.MustCompile(`(?m)^[ \t]*-?[ \t]*\{?(?:[^\n{}"']*,)?[ \t]*datum:[ \t]*["']?([0-9][^\s,}"']*)`)
