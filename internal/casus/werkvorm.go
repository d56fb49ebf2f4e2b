package casus

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// Keys that a condition may name besides open questions.
const (
	alsKeuze = "uitkomst.keuze"
	alsSoort = "verbanden.soort"
)

// A gelezenStap is a Stap with the places that its references stand at.
type gelezenStap struct {
	Stap
	als    *gelezenAls
	vragen []gelezenVraag
}

// A gelezenVraag is a Vraag with the places that its references stand at.
type gelezenVraag struct {
	Vraag
	als   *gelezenAls
	toont strict.Plaats
}

type gelezenAls struct {
	vraag strict.Woord
	is    []strict.Woord
}

// Als is the condition, or nil. Where a janee is asked, true and false are ja and nee.
func (a *gelezenAls) Als() *Als {
	if a == nil {
		return nil
	}
	als := &Als{Vraag: a.vraag.Tekst}
	for _, w := range a.is {
		als.Is = append(als.Is, w.Tekst)
	}
	return als
}

func parseWerkvorm(data []byte, weergave, id string) (Werkvorm, error) {
	var l lezer
	o := l.open(data, weergave)
	if o == nil || !l.weeg(o) {
		return Werkvorm{}, l.f.Err()
	}
	w := Werkvorm{
		Weeg:   Versie,
		ID:     l.bestandsID(o, id),
		Versie: l.versie(o),
		Naam:   l.required(o, "naam"),
		Duur:   l.minstens1(o, "duur"),
		Voor:   l.text(o, "voor"),
		Bij:    l.bij(o),
	}
	stappen := l.stappen(o, w.Bij)
	o.Done()
	v := newVolgorde(stappen, slices.Contains(w.Bij, BijReflectie))
	for i := range stappen {
		v.stap(&l.f, &stappen[i])
	}
	if err := l.f.Err(); err != nil {
		return Werkvorm{}, err
	}
	for _, s := range stappen {
		s.Als = s.als.Als()
		for _, vraag := range s.vragen {
			vraag.Als = vraag.als.Als()
			s.Vragen = append(s.Vragen, vraag.Vraag)
		}
		w.Stappen = append(w.Stappen, s.Stap)
	}
	return w, nil
}

func (l *lezer) bij(o *strict.Object) []string {
	var bij []string
	for _, w := range o.Strings("bij") {
		if strict.Check(&l.f, w.Plaats, w.Tekst, []string{BijCasus, BijEigen, BijReflectie}) {
			bij = append(bij, w.Tekst)
		}
	}
	return bij
}

func (l *lezer) stappen(o *strict.Object, bij []string) []gelezenStap {
	if !o.Require("stappen") {
		return nil
	}
	var stappen []gelezenStap
	ids := uniek{}
	vooraf := l.f.Len()
	for _, o := range o.Objects("stappen") {
		s := l.stap(o)
		ids.check(&l.f, o.Plaats("id"), s.ID)
		if s.Soort == StapTerugblik && !slices.Contains(bij, BijReflectie) {
			l.f.Add(o.Plaats("soort"), `een stap van soort "terugblik" kan alleen bij een reflectie; schrijf "bij: [reflectie]"`)
		}
		stappen = append(stappen, s)
	}
	if len(stappen) == 0 && l.f.Len() == vooraf {
		l.f.Add(o.Plaats("stappen"), "een werkvorm heeft minstens één stap; voeg er een toe")
	}
	return stappen
}

func (l *lezer) stap(o *strict.Object) gelezenStap {
	s := gelezenStap{Stap: Stap{
		ID:     l.stapID(o, "id"),
		Titel:  l.required(o, "titel"),
		Uitleg: l.text(o, "uitleg"),
		Soort:  Stapsoort(l.choice(o, "soort", woorden(Stapsoorten()))),
	}, als: l.als(o)}
	ids := uniek{}
	for _, o := range o.Objects("vragen") {
		vraag := l.vraag(o, s.ID)
		ids.check(&l.f, o.Plaats("id"), vraag.ID)
		o.Done()
		s.vragen = append(s.vragen, vraag)
	}
	o.Done()
	return s
}

// stapID reads the id of a step. The keys of an own situation begin with
// "eigen", so no step can.
func (l *lezer) stapID(o *strict.Object, key string) string {
	id := l.id(o, key)
	if id == reflectie.Eigen {
		l.f.Add(o.Plaats(key), `"eigen" is de naam voor een eigen situatie; kies een andere id`)
		return ""
	}
	return id
}

func woorden[T ~string](lijst []T) []string {
	var s []string
	for _, t := range lijst {
		s = append(s, string(t))
	}
	return s
}

// vraag reads a question of the step called stap, all but the end of its block.
func (l *lezer) vraag(o *strict.Object, stap string) gelezenVraag {
	v := gelezenVraag{Vraag: Vraag{
		ID:          l.vraagID(o, stap),
		Vraag:       l.required(o, "vraag"),
		Toelichting: l.text(o, "toelichting"),
		Soort:       Vraagsoort(o.Choice("soort", woorden(Vraagsoorten()))),
		Toont:       l.text(o, "toont"),
	}, als: l.als(o), toont: o.Plaats("toont")}
	v.Prive, _ = o.Bool("prive")
	v.Na, _ = o.Bool("na")
	v.Opties = l.opties(o, v.Soort)
	v.Doorvragen = l.doorvragen(o, stap, v.Vraag)
	return v
}

// vraagID reads an id of a vraag or doorvraag, which may not be one of the
// words that stand for an answer of the step's own part.
func (l *lezer) vraagID(o *strict.Object, stap string) string {
	id := l.id(o, "id")
	if id != "" && reflectie.Gereserveerd(stap, id) {
		l.f.Add(o.Plaats("id"), "de stap %s vraagt zelf al naar %s; kies een andere id", strict.Aanhaling(stap), strict.Aanhaling(id))
	}
	return id
}

func (l *lezer) opties(o *strict.Object, soort Vraagsoort) []Optie {
	kiest := soort == Keuze || soort == Meerkeuze
	if !kiest {
		if o.Has("opties") && (soort != "" || !o.Has("soort")) { // a wrong soort is fault enough
			l.f.Add(o.Plaats("opties"), `"opties" kan alleen bij een keuze; schrijf "soort: keuze" of "soort: meerkeuze"`)
		}
		return nil
	}
	if !o.Require("opties") {
		return nil
	}
	var opties []Optie
	ids := uniek{}
	vooraf := l.f.Len()
	for _, o := range o.Objects("opties") {
		optie := Optie{ID: l.id(o, "id"), Naam: l.required(o, "naam")}
		ids.check(&l.f, o.Plaats("id"), optie.ID)
		o.Done()
		opties = append(opties, optie)
	}
	if len(opties) < 2 && l.f.Len() == vooraf {
		l.f.Add(o.Plaats("opties"), "bij een keuze horen minstens twee opties; voeg er een toe")
	}
	return opties
}

func (l *lezer) als(o *strict.Object) *gelezenAls {
	o = o.Object("als")
	if o == nil {
		return nil
	}
	a := &gelezenAls{vraag: strict.Woord{Tekst: l.required(o, "vraag"), Plaats: o.Plaats("vraag")}}
	if o.Has("is") {
		vooraf := l.f.Len()
		a.is = o.Strings("is")
		if len(a.is) == 0 && l.f.Len() == vooraf {
			l.f.Add(o.Plaats("is"), `bij "is" hoort minstens één antwoord; zet het tussen [ en ], of haal "is" weg`)
		}
	}
	o.Done()
	return a
}

func (l *lezer) doorvragen(o *strict.Object, stap string, v Vraag) []Doorvraag {
	if !o.Has("doorvragen") {
		return nil
	}
	switch {
	case v.Prive:
		l.f.Add(o.Plaats("doorvragen"), "op een privévraag vraagt weeg nooit door; haal de doorvragen weg")
	case v.Soort != "" && v.Soort != Tekst && v.Soort != Regeltje:
		l.f.Add(o.Plaats("doorvragen"), `doorvragen kan alleen bij een vraag van soort "tekst" of "regel"; haal de doorvragen weg`)
	}
	var doorvragen []Doorvraag
	ids := uniek{}
	for _, o := range o.Objects("doorvragen") {
		d := Doorvraag{ID: l.vraagID(o, stap), Vraag: l.required(o, "vraag")}
		ids.check(&l.f, o.Plaats("id"), d.ID)
		if o.Require("als") {
			d.Als = l.aanleiding(o.Object("als"))
		}
		o.Done()
		doorvragen = append(doorvragen, d)
	}
	return doorvragen
}

func (l *lezer) aanleiding(o *strict.Object) Aanleiding {
	if o == nil {
		return Aanleiding{}
	}
	vooraf := l.f.Len()
	a := Aanleiding{
		Woorden: l.texts(o, "woorden"),
		Zonder:  l.texts(o, "zonder"),
		Korter:  l.minstens1(o, "korter"),
	}
	o.Done()
	switch {
	case l.f.Len() > vooraf:
	case (len(a.Woorden) > 0) == (a.Korter > 0):
		l.f.Add(o.Begin(), `bij "als" hoort "woorden" of "korter", één van de twee`)
	case a.Korter > 0 && len(a.Zonder) > 0:
		l.f.Add(o.Plaats("zonder"), `"zonder" kan alleen samen met "woorden"; haal het weg`)
	}
	return a
}

// A volgorde walks through a werkvorm as a conversation does, and knows which
// questions were asked before.
type volgorde struct {
	eerder    map[string]Vraag
	gehad     map[Stapsoort]bool
	alle      []string // keys of all open questions, for a hint
	reflectie bool     // about a reflectie, which has an uitkomst and verbanden already
}

func newVolgorde(stappen []gelezenStap, reflectie bool) *volgorde {
	v := &volgorde{eerder: map[string]Vraag{}, gehad: map[Stapsoort]bool{}, reflectie: reflectie}
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
		v.gehad[s.Soort] = true // its own part stands between the two
	}
}

func (v *volgorde) vraag(f *strict.Fouten, stap *gelezenStap, vraag *gelezenVraag) {
	v.als(f, vraag.als, vraag.Prive)
	switch {
	case vraag.Toont == "":
	case stap.Soort == StapTerugblik:
		// It shows what the earlier reflectie holds, by whichever werkvorm that was made.
		// Of its own parts only those can be shown that are one answer.
		naam, veld, _ := strings.Cut(vraag.Toont, ".")
		eigen := (naam == reflectie.SleutelEigen || naam == reflectie.SleutelUitkomst) && reflectie.Gereserveerd(naam, veld)
		if vraag.Toont != reflectie.SleutelWaarden && !eigen {
			isSleutel(f, vraag.toont, vraag.Toont)
		}
	default:
		getoond, ok := v.vind(f, vraag.toont, vraag.Toont, nil)
		if ok && getoond.Prive && !vraag.Prive {
			f.Add(vraag.toont, `%s is privé en deze vraag niet; kies een andere vraag, of schrijf hier "prive: true"`, strict.Aanhaling(vraag.Toont))
		}
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
	case alsKeuze:
		v.deel(f, a, StapUitkomst, reflectie.Keuzes())
		return
	case alsSoort:
		v.deel(f, a, StapVerbanden, reflectie.Soorten())
		return
	}
	vraag, ok := v.vind(f, a.vraag.Plaats, a.vraag.Tekst, []string{alsKeuze, alsSoort})
	if !ok {
		return
	}
	if vraag.Prive && !prive { // the file would tell that there was an answer, and would call this one vervallen
		f.Add(a.vraag.Plaats, `%s is privé en dit niet; noem een andere vraag, of schrijf hier "prive: true"`, strict.Aanhaling(a.vraag.Tekst))
	}
	var mag []string
	switch vraag.Soort {
	case Keuze, Meerkeuze:
		for _, o := range vraag.Opties {
			mag = append(mag, o.ID)
		}
	case JaNee:
		mag = []string{"ja", "nee"}
		a.jaNee()
	default:
		if len(a.is) > 0 {
			f.Add(a.vraag.Plaats, `%s heeft geen vaste antwoorden; haal "is" weg, of noem een keuze, meerkeuze of janee`, strict.Aanhaling(a.vraag.Tekst))
		}
		return
	}
	a.check(f, mag)
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

// deel checks a condition on the own part of a step of this kind.
func (v *volgorde) deel(f *strict.Fouten, a *gelezenAls, soort Stapsoort, mag []string) {
	if !v.gehad[soort] && !v.reflectie {
		f.Add(a.vraag.Plaats, "%s is hier nog niet gevraagd; zet de stap van soort %s eerder",
			strict.Aanhaling(a.vraag.Tekst), strict.Aanhaling(string(soort)))
	}
	a.check(f, mag)
}

// vind returns the question that was asked before under this key. ook are keys
// that may be hinted at besides.
func (v *volgorde) vind(f *strict.Fouten, p strict.Plaats, sleutel string, ook []string) (Vraag, bool) {
	if vraag, ok := v.eerder[sleutel]; ok {
		return vraag, true
	}
	if slices.Contains(v.alle, sleutel) {
		f.Add(p, "%s is hier nog niet gevraagd; noem een vraag die eerder komt", strict.Aanhaling(sleutel))
		return Vraag{}, false
	}
	if lijkt := strict.Lijkt(sleutel, slices.Concat(v.alle, ook)); lijkt != "" {
		f.Add(p, "er is geen vraag %s; bedoelt u %s?", strict.Aanhaling(sleutel), strict.Aanhaling(lijkt))
		return Vraag{}, false
	}
	f.Add(p, "er is geen vraag %s; schrijf stap.vraag van een vraag die eerder komt", strict.Aanhaling(sleutel))
	return Vraag{}, false
}
