package casus

import (
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A volgorde walks through a werkvorm as a conversation does, and knows which
// questions were asked before.
type volgorde struct {
	l         *lezer
	eerder    map[string]Vraag // by key; a field of the data by "deel.veld"
	alle      []string         // keys of all open questions, for a hint
	reflectie bool             // about a reflectie, which has its fields already
}

// checkVolgorde checks that what this file shows or looks at was asked before.
func (l *lezer) checkVolgorde(stappen []gelezenStap, bij []string) {
	v := &volgorde{l: l, eerder: map[string]Vraag{}, reflectie: slices.Contains(bij, BijReflectie)}
	for _, s := range stappen {
		for _, vraag := range s.vragen {
			if s.ID != "" && vraag.ID != "" {
				v.alle = append(v.alle, reflectie.Sleutel(s.ID, vraag.ID))
			}
		}
	}
	for _, s := range stappen {
		v.stap(s)
	}
}

func (v *volgorde) stap(s gelezenStap) {
	v.als(s.Als, false)
	for _, na := range []bool{false, true} {
		for _, vraag := range s.vragen {
			if vraag.Na == na {
				v.vraag(s, vraag)
				if s.ID != "" && vraag.ID != "" {
					v.eerder[reflectie.Sleutel(s.ID, vraag.ID)] = vraag.Vraag
				}
			}
		}
		if na {
			continue
		}
		for _, veld := range s.velden { // its own part stands between the two
			v.vraag(s, veld)
			v.eerder[Veldsleutel(s.Soort, veld.ID)] = veld.Vraag
		}
	}
}

func (v *volgorde) vraag(stap gelezenStap, vraag gelezenVraag) {
	v.als(vraag.Als, vraag.Prive)
	for _, a := range vraag.Anders {
		v.als(a.Als, vraag.Prive)
	}
	switch {
	case vraag.Toont == "" || vraag.toont == (strict.Plaats{}):
	case stap.Soort == StapTerugblik:
		// It shows what the earlier reflectie holds, by whichever werkvorm that was made.
		// Of its own parts only those can be shown that are one answer, and what it is about as a whole.
		heel := vraag.Toont == reflectie.SleutelWaarden || vraag.Toont == reflectie.SleutelAandachtspunten
		if p, ok := reflectie.Ontleed(vraag.Toont); !heel && (!ok || p.Deel.Rijen != reflectie.Enkel) {
			isSleutel(&v.l.f, vraag.toont, vraag.Toont)
		}
	default:
		v.vind(vraag.toont, vraag.Toont) // a private one is shown to the person alone
	}
}

// als checks a condition of this file.
func (v *volgorde) als(a *Als, prive bool) {
	plaatsen, hier := v.l.plaatsen[a]
	if !hier || a.Vraag == "" {
		return
	}
	switch a.Vraag {
	case AlsRegelSoort:
		v.l.checkIs(a, reflectie.KeuzesVan(reflectie.SleutelUitkomst, "waarvan"))
		return
	case AlsRegelHerkomst:
		v.l.checkIs(a, []string{BijCasus, BijEigen})
		return
	case AlsAantal:
		return
	}
	vraag, ok := v.vind(plaatsen.vraag, a.Vraag)
	mag := magZijn(a.Vraag, vraag)
	if !ok && len(mag) == 0 {
		return
	}
	if vraag.Prive && !prive { // the file would tell that there was an answer, and would call this one vervallen
		v.l.f.AddAls(strict.FoutVolgorde, plaatsen.vraag, `%s is privé en dit niet; noem een andere vraag, of schrijf hier "prive: true"`, strict.Aanhaling(a.Vraag))
	}
	switch {
	case slices.Equal(mag, []string{"ja", "nee"}):
		a.jaNee()
	case len(mag) == 0 && len(a.Is) > 0:
		v.l.f.AddAls(strict.FoutVolgorde, plaatsen.vraag, `%s heeft geen vaste antwoorden; haal "is" weg, of noem een keuze, meerkeuze of janee`, strict.Aanhaling(a.Vraag))
		return
	}
	v.l.checkIs(a, mag)
}

// magZijn returns what the answer at a key can be, as far as that is fixed.
func magZijn(sleutel string, vraag Vraag) []string {
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
func (a *Als) jaNee() {
	for i, woord := range a.Is {
		switch strings.ToLower(woord) {
		case "true", "ja":
			a.Is[i] = "ja"
		case "false", "nee":
			a.Is[i] = "nee"
		}
	}
}

// checkIs checks that a condition of this file asks for an answer that can be.
func (l *lezer) checkIs(a *Als, mag []string) {
	for i, p := range l.plaatsen[a].is {
		strict.CheckAls(&l.f, strict.FoutVolgorde, p, a.Is[i], mag)
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
func (v *volgorde) vind(p strict.Plaats, sleutel string) (Vraag, bool) {
	vraag, ok := v.eerder[sleutel]
	if ok || v.reflectie && isDataveld(sleutel) {
		return vraag, true
	}
	if slices.Contains(v.alle, sleutel) || isDataveld(sleutel) {
		v.l.f.AddAls(strict.FoutVolgorde, p, "%s is hier nog niet gevraagd; noem een vraag die eerder komt", strict.Aanhaling(sleutel))
		return Vraag{}, false
	}
	kent := slices.Concat(v.alle, slices.Collect(maps.Keys(v.eerder)))
	slices.Sort(kent)
	raad := strict.Bedoelt(sleutel, kent, "schrijf stap.vraag van een vraag die eerder komt")
	v.l.f.AddAls(strict.FoutVolgorde, p, "er is geen vraag %s; %s", strict.Aanhaling(sleutel), raad)
	return Vraag{}, false
}
