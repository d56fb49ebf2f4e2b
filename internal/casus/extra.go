package casus

import (
	"slices"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A gelezenExtra is an Extra with the places that its references stand at.
type gelezenExtra struct {
	stap string
	id   strict.Plaats
	gelezenVraag
}

// extras reads the questions that a casus adds, and checks them against the
// werkvorm that it suggests. With another werkvorm they may not be asked, so
// nothing can be said about that.
func (l *lezer) extras(o *strict.Object, werkvorm string) []Extra {
	var gelezen []gelezenExtra
	sleutels := uniek{}
	for _, o := range o.Objects("vragen") {
		stap := l.stapID(o, "stap")
		e := gelezenExtra{stap: stap, gelezenVraag: l.vraag(o, stap), id: o.Plaats("id")}
		if stap != "" && e.ID != "" {
			sleutels.check(&l.f, e.id, stap+"."+e.ID)
		}
		o.Done()
		gelezen = append(gelezen, e)
	}
	l.checkExtras(gelezen, werkvorm)
	return Elk(gelezen, func(e gelezenExtra) Extra { return Extra{Stap: e.stap, Vraag: e.Vraag} })
}

func (l *lezer) checkExtras(extras []gelezenExtra, id string) {
	if len(extras) == 0 || !slices.Contains(l.kent.werkvormen, id) {
		for _, e := range extras { // that references look like keys is all that can be said
			l.vorm(e.Als)
			if e.Toont != "" {
				isSleutel(&l.f, e.toont, e.Toont)
			}
		}
		return
	}
	w, err := l.kent.werkvorm(id)
	if err != nil {
		return // the werkvorm's own faults are told where that is loaded
	}
	stappen := Elk(w.Stappen, func(s Stap) gelezenStap {
		return gelezenStap{Stap: s, vragen: zonderPlaats(s.Vragen), velden: zonderPlaats(s.Velden)}
	})
	for _, e := range extras {
		i := slices.IndexFunc(w.Stappen, func(s Stap) bool { return s.ID == e.stap })
		if i < 0 {
			continue
		}
		if slices.ContainsFunc(w.Stappen[i].Vragen, func(v Vraag) bool { return v.ID == e.ID }) {
			l.f.AddAls(strict.FoutDubbel, e.id, "werkvorm %s heeft in stap %s al een vraag %s; kies een andere id",
				strict.Aanhaling(id), strict.Aanhaling(e.stap), strict.Aanhaling(e.ID))
		}
		stappen[i].vragen = append(stappen[i].vragen, e.gelezenVraag)
	}
	l.checkVolgorde(stappen, w.Bij)
}

func isSleutel(f *strict.Fouten, p strict.Plaats, sleutel string) {
	if !reflectie.IsOpen(sleutel) {
		f.AddAls(strict.FoutVerwijzing, p, "%s is geen vraag; schrijf stap.vraag", strict.Aanhaling(sleutel))
	}
}
