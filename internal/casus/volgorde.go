package casus

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A volgorde walks through a werkvorm as a conversation does, and knows which
// questions were asked before.
type volgorde struct {
	eerder    map[string]Vraag // by key; a field of the data by "deel.veld"
	alle      []string         // keys of all open questions, for a hint
	reflectie bool             // about a reflectie, which has its fields already
}

func newVolgorde(stappen []gelezenStap, reflectie bool) *volgorde {
	v := &volgorde{eerder: map[string]Vraag{}, reflectie: reflectie}
	for _, s := range stappen {
		for _, vraag := range s.vragen {
			if s.ID != "" && vraag.ID != "" {
				v.alle = append(v.alle, s.ID+"."+vraag.ID)
			}
		}
	}
	return v
}

func (v *volgorde) stap(f *strict.Fouten, s *gelezenStap) {
	v.als(f, s.als, false)
	for _, na := range []bool{false, true} {
		for i := range s.vragen {
			if s.vragen[i].Na == na {
				v.vraag(f, s, &s.vragen[i])
			}
		}
		if !na { // its own part stands between the two
			v.velden(f, s)
		}
	}
}

// velden walks through what the own part of a step asks. What it asked already
// is known to the conditions of what it asks next.
func (v *volgorde) velden(f *strict.Fouten, s *gelezenStap) {
	for _, veld := range s.Velden {
		gelezen := slices.IndexFunc(s.velden, func(g gelezenVraag) bool { return g.ID == veld.ID })
		if gelezen >= 0 { // conditions that its kind brings were checked there
			v.als(f, s.velden[gelezen].als, false)
			for _, als := range s.velden[gelezen].anders {
				v.als(f, als, false)
			}
			if toont := s.velden[gelezen].Toont; toont != "" {
				v.vind(f, s.velden[gelezen].toont, toont)
			}
		}
		v.eerder[Veldsleutel(s.Soort, veld.ID)] = veld
	}
}

func (v *volgorde) vraag(f *strict.Fouten, stap *gelezenStap, vraag *gelezenVraag) {
	v.als(f, vraag.als, vraag.Prive)
	for _, als := range vraag.anders {
		v.als(f, als, vraag.Prive)
	}
	switch {
	case vraag.Toont == "":
	case stap.Soort == StapTerugblik:
		// It shows what the earlier reflectie holds, by whichever werkvorm that was made.
		// Of its own parts only those can be shown that are one answer.
		if p, ok := reflectie.Ontleed(vraag.Toont); vraag.Toont != reflectie.SleutelWaarden && (!ok || p.Deel.Rijen != reflectie.Enkel) {
			isSleutel(f, vraag.toont, vraag.Toont)
		}
	default:
		v.vind(f, vraag.toont, vraag.Toont) // a private one is shown to the person alone
	}
	if stap.ID != "" && vraag.ID != "" {
		v.eerder[stap.ID+"."+vraag.ID] = vraag.Vraag
	}
}

func (v *volgorde) als(f *strict.Fouten, a *gelezenAls, prive bool) {
	if a == nil || a.vraag.Tekst == "" {
		return
	}
	switch a.vraag.Tekst {
	case AlsRegelSoort:
		a.check(f, reflectie.KeuzesVan(reflectie.SleutelUitkomst, "waarvan"))
		return
	case AlsRegelHerkomst:
		a.check(f, []string{BijCasus, BijEigen})
		return
	case AlsAantal:
		return
	}
	vraag, ok := v.vind(f, a.vraag.Plaats, a.vraag.Tekst)
	if !ok && len(v.mag(a.vraag.Tekst, vraag)) == 0 {
		return
	}
	if vraag.Prive && !prive { // the file would tell that there was an answer, and would call this one vervallen
		f.Add(a.vraag.Plaats, `%s is privé en dit niet; noem een andere vraag, of schrijf hier "prive: true"`, strict.Aanhaling(a.vraag.Tekst))
	}
	mag := v.mag(a.vraag.Tekst, vraag)
	switch {
	case slices.Equal(mag, []string{"ja", "nee"}):
		a.jaNee()
	case len(mag) == 0 && len(a.is) > 0:
		f.Add(a.vraag.Plaats, `%s heeft geen vaste antwoorden; haal "is" weg, of noem een keuze, meerkeuze of janee`, strict.Aanhaling(a.vraag.Tekst))
		return
	}
	a.check(f, mag)
}

// mag returns what the answer at a key can be, as far as that is fixed.
func (v *volgorde) mag(sleutel string, vraag Vraag) []string {
	var mag []string
	deel, naam, _ := strings.Cut(sleutel, ".")
	d, _ := reflectie.DeelVan(deel)
	veld, isVeld := d.Veld(naam)
	switch {
	case isVeld && veld.Aard == reflectie.EenJaNee, vraag.Soort == JaNee:
		return []string{"ja", "nee"}
	case isVeld:
		mag = slices.Clone(veld.Keuzes)
	}
	for _, o := range vraag.Opties {
		if !slices.Contains(mag, o.ID) {
			mag = append(mag, o.ID)
		}
	}
	return mag
}

// jaNee makes true and false ja and nee, which is how an answer is compared.
func (a *gelezenAls) jaNee() {
	for i := range a.is {
		switch strings.ToLower(a.is[i].Tekst) {
		case "true", "ja":
			a.is[i].Tekst = "ja"
		case "false", "nee":
			a.is[i].Tekst = "nee"
		}
	}
}

func (a *gelezenAls) check(f *strict.Fouten, mag []string) {
	for _, w := range a.is {
		strict.Check(f, w.Plaats, w.Tekst, mag)
	}
}

// isDataveld reports whether a key names a field of the data, whichever its row.
func isDataveld(sleutel string) bool {
	deel, veld, ok := strings.Cut(sleutel, ".")
	d, isDeel := reflectie.DeelVan(deel)
	_, isVeld := d.Veld(veld)
	return ok && deel != "" && isDeel && isVeld
}

// vind returns the question that was asked before under this key.
func (v *volgorde) vind(f *strict.Fouten, p strict.Plaats, sleutel string) (Vraag, bool) {
	if vraag, ok := v.eerder[sleutel]; ok {
		return vraag, true
	}
	if isDataveld(sleutel) && v.reflectie {
		return Vraag{}, true
	}
	if slices.Contains(v.alle, sleutel) || isDataveld(sleutel) {
		f.Add(p, "%s is hier nog niet gevraagd; noem een vraag die eerder komt", strict.Aanhaling(sleutel))
		return Vraag{}, false
	}
	kent := slices.Clone(v.alle)
	for k := range v.eerder {
		kent = append(kent, k)
	}
	slices.Sort(kent)
	if lijkt := strict.Lijkt(sleutel, kent); lijkt != "" {
		f.Add(p, "er is geen vraag %s; bedoelt u %s?", strict.Aanhaling(sleutel), strict.Aanhaling(lijkt))
		return Vraag{}, false
	}
	f.Add(p, "er is geen vraag %s; schrijf stap.vraag van een vraag die eerder komt", strict.Aanhaling(sleutel))
	return Vraag{}, false
}
