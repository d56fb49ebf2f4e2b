package sessie

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A gesprek is the bron where a person answers.
type gesprek struct{ o *opbouw }

func (g gesprek) naam(id string) string { return g.o.stand.Naam(id) }

// voldoet reports whether a condition holds. An answer whose own question does
// not apply meets none. A field of the same part is that of the same row.
func (g gesprek) voldoet(als *casus.Als, p plek) bool {
	if als == nil {
		return true
	}
	woorden, gevraagd := g.woorden(als.Vraag, p)
	if !gevraagd && g.o.stand.Eerder != nil {
		woorden = g.toen(als.Vraag)
	}
	return als.Past(woorden) != als.Niet
}

// woorden returns the words of the answers that a condition looks at, and
// whether any of them was given here.
func (g gesprek) woorden(vraag string, p plek) (woorden []string, gevraagd bool) {
	switch vraag {
	case casus.AlsRegelSoort:
		if r, _, ok := g.o.regel(); ok {
			woorden = reflectie.Tekst(cmp.Or(r.Soort, g.o.tekst("uitkomst.waarvan"))).Woorden()
		}
		return woorden, true
	case casus.AlsRegelHerkomst:
		switch _, vanCasus, ok := g.o.regel(); {
		case ok && vanCasus:
			woorden = []string{casus.BijCasus}
		case ok:
			woorden = []string{casus.BijEigen}
		}
		return woorden, true
	case casus.AlsAantal:
		return []string{strconv.Itoa(len(g.gekozen()))}, true
	}
	deel, veld, _ := strings.Cut(vraag, ".")
	if deel == p.deel && p.rij != "" {
		vraag = p.sleutel(veld)
	}
	for _, v := range g.o.vragen {
		if v.Geldt() && !v.Antwoord.IsZero() && gaatOver(v.Sleutel, vraag) {
			woorden = append(woorden, v.Antwoord.Woorden()...)
			gevraagd = true
		}
	}
	for _, p := range g.paren("") { // which pairs clash and which help is asked as one question each
		sleutel := soortSleutel(p)
		if soort := g.o.tekst(sleutel); soort != "" && gaatOver(sleutel, vraag) {
			woorden = append(woorden, soort)
			gevraagd = true
		}
	}
	return woorden, gevraagd
}

// gaatOver reports whether a condition on vraag looks at the answer at sleutel: a
// field without its row looks at every row.
func gaatOver(sleutel, vraag string) bool {
	if sleutel == vraag {
		return true
	}
	p, ok := reflectie.Ontleed(sleutel)
	deel, veld, _ := strings.Cut(vraag, ".")
	return ok && p.Rij != "" && p.VanVeld(deel, veld)
}

// toen returns the words of the answers in the reflectie that is looked back at.
func (g gesprek) toen(vraag string) []string {
	var woorden []string
	for sleutel, a := range g.o.stand.Eerder {
		if gaatOver(sleutel, vraag) {
			woorden = append(woorden, a.Woorden()...)
		}
	}
	return woorden
}

func (g gesprek) gekozen() []string { return g.o.stand.Antwoorden.Gekozen() }

// paren returns the pairs of waarden that play, of which the verband is of this soort.
func (g gesprek) paren(soort string) []reflectie.Paar {
	gekozen := g.gekozen()
	return slices.DeleteFunc(g.o.stand.Antwoorden.Paren(reflectie.SleutelVerbanden), func(p reflectie.Paar) bool {
		is := soort == "" || g.o.stand.isVan(soort)(p)
		return !is || !slices.Contains(gekozen, p[0]) || !slices.Contains(gekozen, p[1])
	})
}

func (g gesprek) oneens() string { return g.o.tekst(SleutelOneens) }

func (g gesprek) stemmen(ik int) []int {
	rijen := slices.DeleteFunc(g.o.stand.Antwoorden.Rijen(reflectie.SleutelStandpunten), func(n int) bool { return n == ik })
	if len(rijen) == 0 {
		rijen = []int{g.o.rijVan(reflectie.SleutelStandpunten, "van", "")}
	}
	return rijen
}

// maxLagen is of how many other layers the room is asked.
const maxLagen = 2

func (g gesprek) lagen() []casus.Rol {
	lagen := slices.DeleteFunc(slices.Clone(g.o.stand.Definitie.Casus.Rollen), func(r casus.Rol) bool {
		return !r.Laag || r.ID == g.o.tekst(reflectie.SleutelRol)
	})
	return lagen[:min(len(lagen), maxLagen)]
}

// maxAfspraken is how many afspraken a conversation offers by itself.
const maxAfspraken = 2

// afspraken are those that are being made, or, in looking back, those of then.
func (g gesprek) afspraken() []int {
	if g.o.stand.IsTerugblik() {
		return g.o.stand.openAfspraken()
	}
	rijen := g.o.stand.Antwoorden.Rijen(reflectie.SleutelAfspraken)
	if len(rijen) < maxAfspraken {
		rijen = append(rijen, g.o.rijVan(reflectie.SleutelAfspraken, "wat", ""))
	}
	slices.Sort(rijen)
	return rijen
}

func (g gesprek) begonnen(deel string, n int) bool {
	return slices.Contains(g.o.stand.Antwoorden.Rijen(deel), n) ||
		deel == reflectie.SleutelAfspraken && g.o.stand.IsTerugblik() // all that are asked about were made then
}

// rijVan returns the number of the row whose veld is wie, or else the lowest
// number that no row has, so that a number stays the same while rows are added.
func (o *opbouw) rijVan(deel, veld, wie string) int {
	rijen := o.stand.Antwoorden.Rijen(deel)
	for _, n := range rijen {
		if wie != "" && o.tekst(reflectie.RijSleutel(deel, n, veld)) == wie {
			return n
		}
	}
	for n := 1; ; n++ {
		rij := bijRij(deel, n).sleutel(veld)
		van, vergeven := o.nieuw[rij]
		if !slices.Contains(rijen, n) && (!vergeven || van == wie) {
			o.nieuw[rij] = wie
			return n
		}
	}
}
