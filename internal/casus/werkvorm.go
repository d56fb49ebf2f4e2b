package casus

import (
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A gelezenStap is a Stap, with its Vragen and its Velden as they were read.
type gelezenStap struct {
	Stap
	vragen []gelezenVraag
	velden []gelezenVraag
}

// A gelezenVraag is a Vraag, and where its Toont stands: nowhere when that came
// from another file, and was checked there.
type gelezenVraag struct {
	Vraag
	toont strict.Plaats
}

// zonderPlaats takes the questions of another file as read.
func zonderPlaats(vragen []Vraag) []gelezenVraag {
	return Elk(vragen, func(v Vraag) gelezenVraag { return gelezenVraag{Vraag: v} })
}

func parseWerkvorm(data []byte, weergave, id string, woorden woordenboek) (Werkvorm, error) {
	l := lezer{woorden: woorden}
	o := l.open(data, weergave)
	if o == nil {
		return Werkvorm{}, l.f.Err()
	}
	w := l.leesWerkvorm(o, id)
	return w, l.f.Err()
}

// leesWerkvorm reads the fields of a werkvorm.
func (l *lezer) leesWerkvorm(o *strict.Object, id string) Werkvorm {
	woorden := l.woorden
	w := Werkvorm{
		Weeg:   Versie,
		ID:     l.bestandsID(o, id),
		Versie: l.versie(o),
		Naam:   l.required(o, "naam"),
		Duur:   l.minstens1(o, "duur"),
		Voor:   l.text(o, "voor"),
		Bij:    l.bij(o),
		Maakt:  o.Choice("maakt", []string{MaaktCasus}),
	}
	stappen := l.stappen(o, w.Bij)
	w.Gesprek = l.gesprek(o, woorden.van(soortGesprek).Velden)
	o.Done()
	l.checkVolgorde(stappen, w.Bij)
	w.Stappen = Elk(stappen, func(s gelezenStap) Stap { return s.Stap })
	w.Eigen = Stap{ID: reflectie.Eigen, Titel: woorden.van(soortEigen).Titel, Uitleg: woorden.van(soortEigen).Uitleg,
		Velden: woorden.van(soortEigen).Velden}
	for _, id := range []string{StapLezing, StapEerder} {
		if s := woorden.van(id); len(s.Velden) > 0 {
			w.Na = append(w.Na, Stap{ID: id, Titel: s.Titel, Uitleg: s.Uitleg, Soort: StapVragen, Vragen: s.Velden})
		}
	}
	w.Punten = woorden.van(string(StapAandachtspunten)).Velden
	w.Lijsten = woorden.lijsten
	return w
}

// gesprek reads the words of the conversation that a werkvorm has of its own, over
// those that all share.
func (l *lezer) gesprek(o *strict.Object, alle []Vraag) []Vraag {
	alle = slices.Clone(alle)
	ids := Elk(alle, func(v Vraag) string { return v.ID })
	for _, o := range o.Objects("gesprek") {
		i := slices.Index(ids, l.choice(o, "id", ids))
		if i < 0 {
			continue
		}
		v := gelezenVraag{Vraag: alle[i]}
		l.veldVan(o, soortGesprek, &v)
		o.Done()
		alle[i] = v.Vraag
	}
	return alle
}

func (l *lezer) bij(o *strict.Object) []string {
	var bij []string
	mag := []string{BijCasus, BijEigen, BijReflectie}
	for _, w := range o.Strings("bij") {
		if strict.Check(&l.f, w.Plaats, w.Tekst, mag) {
			bij = append(bij, w.Tekst)
		}
	}
	o.Meer("bij", func(v *strict.Vorm) { v.Items[0].Mag = mag })
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
		Bij:    o.Choice("bij", []string{BijCasus, BijEigen}),
		Kop:    l.text(o, "kop"),
		Als:    l.als(o),
	}}
	l.velden(o, &s)
	ids := uniek{}
	for _, o := range o.Objects("vragen") {
		vraag := l.vraag(o, s.ID)
		ids.check(&l.f, o.Plaats("id"), vraag.ID)
		o.Done()
		s.Vragen, s.vragen = append(s.Vragen, vraag.Vraag), append(s.vragen, vraag)
	}
	o.Done()
	return s
}

// stapID reads the id of a step. The keys of an own situation begin with
// "eigen", and those of what comes once it is finished likewise, so no step can.
func (l *lezer) stapID(o *strict.Object, key string) string {
	id := l.id(o, key)
	switch id {
	case reflectie.Eigen:
		l.f.AddAls(strict.FoutNaam, o.Plaats(key), `"eigen" is de naam voor een eigen situatie; kies een andere id`)
		return ""
	case StapLezing, StapEerder:
		l.f.AddAls(strict.FoutNaam, o.Plaats(key), `%s is de naam voor wat na de reflectie komt; kies een andere id`, strict.Aanhaling(id))
		return ""
	}
	return id
}

func woorden[T ~string](lijst []T) []string {
	return Elk(lijst, func(t T) string { return string(t) })
}

// vraag reads a question of the step called stap, all but the end of its block.
func (l *lezer) vraag(o *strict.Object, stap string) gelezenVraag {
	v := gelezenVraag{Vraag: Vraag{
		ID:    l.id(o, "id"),
		Soort: Vraagsoort(o.Choice("soort", woorden(Vraagsoorten()))),
	}}
	l.vrij(o, stap, v.ID)
	v.Prive, _ = o.Bool("prive")
	v.Na, _ = o.Bool("na")
	v.Aanbod, _ = o.Bool("aanbod")
	v.Functie = Functie(o.Choice("functie", woorden(Functies())))
	v.Heette = l.texts(o, "heette")
	l.required(o, "vraag")
	l.woordenVan(o, &v, stap)
	v.Opties = l.opties(o, v.Vraag)
	return v
}

// woordenVan reads over v what a block says of a question, whoever asks it.
func (l *lezer) woordenVan(o *strict.Object, v *gelezenVraag, stap string) {
	for _, veld := range []struct {
		key  string
		doel *string
	}{{"vraag", &v.Vraag.Vraag}, {"kop", &v.Kop}, {"naam", &v.Naam}, {"toelichting", &v.Toelichting}, {"zin", &v.Zin}, {"toont", &v.Toont}} {
		if o.Has(veld.key) {
			*veld.doel = l.text(o, veld.key)
			l.plekken(o.Plaats(veld.key), *veld.doel)
		}
	}
	if o.Has("vraag") {
		v.Anders = nil // they go with the words that they stand beside
	}
	if o.Has("kort") {
		v.Kort, _ = o.Bool("kort")
	}
	if o.Has("bij") {
		v.Bij = o.Choice("bij", []string{BijCasus, BijEigen})
	}
	if o.Has("als") {
		v.Als = l.als(o)
	}
	if o.Has("toont") {
		v.toont = o.Plaats("toont")
	}
	if o.Has("anders") {
		v.Anders = l.anders(o)
	}
	if o.Has("doorvragen") {
		v.Doorvragen = l.doorvragen(o, stap, v.Vraag)
	}
}

// anders reads other words for a question.
func (l *lezer) anders(o *strict.Object) []Anders {
	return Elk(o.Objects("anders"), func(o *strict.Object) Anders {
		a := Anders{
			Bij:         o.Choice("bij", []string{BijCasus, BijEigen}),
			Vraag:       l.text(o, "vraag"),
			Kop:         l.text(o, "kop"),
			Toelichting: l.text(o, "toelichting"),
			Zin:         l.text(o, "zin"),
			Als:         l.als(o),
		}
		if a.Als == nil && a.Bij == "" {
			l.f.Add(o.Begin(), `bij "anders" hoort wanneer het geldt; schrijf "als" of "bij"`)
		}
		for _, tekst := range []string{a.Vraag, a.Kop, a.Toelichting, a.Zin} {
			l.plekken(o.Begin(), tekst)
		}
		o.Done()
		return a
	})
}

// plekwoorden lists what may stand between { and } in a question, for what is
// filled in there.
func plekwoorden() []string {
	return []string{"a", "b", "waarde", "ander", "rol", "wie", "laag", "regel", "woorden", "dag"}
}

// plekken checks what stands between { and }.
func (l *lezer) plekken(p strict.Plaats, tekst string) {
	for _, na := range strings.Split(tekst, "{")[1:] {
		woord, _, dicht := strings.Cut(na, "}")
		if !dicht || !slices.Contains(plekwoorden(), woord) {
			l.f.Add(p, "tussen { en } kan hier alleen: %s", strings.Join(plekwoorden(), ", "))
			return
		}
	}
}

// vrij checks that the id of a vraag or doorvraag is not one of the words that
// stand for an answer of the step's own part.
func (l *lezer) vrij(o *strict.Object, stap, id string) {
	if id != "" && reflectie.Gereserveerd(stap, id) {
		l.f.AddAls(strict.FoutNaam, o.Plaats("id"), "de stap %s vraagt zelf al naar %s; kies een andere id", strict.Aanhaling(stap), strict.Aanhaling(id))
	}
}

func (l *lezer) opties(o *strict.Object, v Vraag) []Optie {
	heeft := o.Has("opties")
	switch {
	case v.Functie == FunctieRegel && heeft:
		l.f.Add(o.Plaats("opties"), `met "functie: regel" zijn de opties de regels van de casus; haal "opties" weg`)
	case v.Functie == FunctieRegel:
	case v.Soort == JaNee:
		return l.leesOpties(o)
	case v.Soort == Keuze, v.Soort == Meerkeuze:
		vooraf := l.f.Len()
		o.Require("opties")
		opties := l.leesOpties(o)
		if len(opties) < 2 && l.f.Len() == vooraf {
			l.f.Add(o.Plaats("opties"), "bij een keuze horen minstens twee opties; voeg er een toe")
		}
		return opties
	case heeft && (v.Soort != "" || !o.Has("soort")): // a wrong soort is fault enough
		l.f.Add(o.Plaats("opties"), `"opties" kan alleen bij een keuze; schrijf "soort: keuze" of "soort: meerkeuze"`)
	}
	return nil
}

func (l *lezer) leesOpties(o *strict.Object) []Optie {
	return metID(l, o.Objects("opties"), func(o *strict.Object, id string) Optie {
		optie := Optie{ID: id, Naam: l.required(o, "naam"), Zin: l.text(o, "zin")}
		l.plekken(o.Begin(), optie.Zin)
		return optie
	})
}

// als reads a condition, and keeps the places of its words.
func (l *lezer) als(o *strict.Object) *Als {
	o = o.Object("als")
	if o == nil {
		return nil
	}
	a := &Als{Vraag: l.required(o, "vraag")}
	plaats := alsPlaats{vraag: o.Plaats("vraag")}
	a.Niet, _ = o.Bool("niet")
	if o.Has("is") {
		vooraf := l.f.Len()
		for _, w := range o.Strings("is") {
			a.Is, plaats.is = append(a.Is, w.Tekst), append(plaats.is, w.Plaats)
		}
		if len(a.Is) == 0 && l.f.Len() == vooraf {
			l.f.Add(o.Plaats("is"), `bij "is" hoort minstens één antwoord; zet het tussen [ en ], of haal "is" weg`)
		}
	}
	o.Done()
	if l.plaatsen == nil {
		l.plaatsen = map[*Als]alsPlaats{}
	}
	l.plaatsen[a] = plaats
	return a
}

// doorvragen reads the follow-ups of a question: each in full, or the name of a
// list that several questions share.
func (l *lezer) doorvragen(o *strict.Object, stap string, v Vraag) []Doorvraag {
	switch {
	case v.Prive:
		l.f.Add(o.Plaats("doorvragen"), "op een privévraag vraagt weeg nooit door; haal de doorvragen weg")
	case v.Soort != "" && v.Soort != Tekst && v.Soort != Regeltekst && v.Soort != Lijst:
		l.f.Add(o.Plaats("doorvragen"), `doorvragen kan alleen bij een vraag van soort "tekst" of "regel"; haal de doorvragen weg`)
	}
	var doorvragen []Doorvraag
	ids := uniek{}
	lijst := o.Node("doorvragen").List(&l.f)
	o.Meer("doorvragen", func(v *strict.Vorm) { v.Items[0].Mag = slices.Sorted(maps.Keys(l.woorden.lijsten)) })
	for _, n := range lijst {
		if n.Soort == strict.Scalar {
			for _, d := range l.lijst(n) {
				ids.check(&l.f, n.Plaats, d.ID)
			}
			doorvragen = append(doorvragen, Doorvraag{Lijst: n.Tekst})
			continue
		}
		o := n.Object(&l.f)
		if o == nil {
			continue
		}
		d := l.doorvraag(o)
		l.vrij(o, stap, d.ID)
		ids.check(&l.f, o.Plaats("id"), d.ID)
		doorvragen = append(doorvragen, d)
	}
	return doorvragen
}

// lijst returns the follow-ups of the shared list that a node names.
func (l *lezer) lijst(n *strict.Node) []Doorvraag {
	doorvragen, ok := l.woorden.lijsten[n.Tekst]
	if !ok {
		strict.Check(&l.f, n.Plaats, n.Tekst, slices.Sorted(maps.Keys(l.woorden.lijsten)))
	}
	return doorvragen
}

// doorvraag reads one follow-up, and tries the sentences with it.
func (l *lezer) doorvraag(o *strict.Object) Doorvraag {
	d := Doorvraag{ID: l.id(o, "id"), Vraag: l.required(o, "vraag"), Wel: l.texts(o, "wel"), Niet: l.texts(o, "niet")}
	if o.Require("als") {
		d.Als = l.aanleiding(o.Object("als"))
	}
	if !l.beproefd {
		l.beproef(o, d)
	}
	o.Done()
	return d
}

// beproef tells of sentences that d must follow and does not, or the other way round.
func (l *lezer) beproef(o *strict.Object, d Doorvraag) {
	for _, w := range o.Strings("wel") {
		if !d.Als.Vuurt(w.Tekst) {
			l.f.AddAls(strict.FoutZinnen, w.Plaats, "bij deze zin komt doorvraag %s niet, en dat moet wel; pas de woorden aan", strict.Aanhaling(d.ID))
		}
	}
	for _, w := range o.Strings("niet") {
		if d.Als.Vuurt(w.Tekst) {
			l.f.AddAls(strict.FoutZinnen, w.Plaats, "bij deze zin komt doorvraag %s, en dat moet niet; pas de woorden aan", strict.Aanhaling(d.ID))
		}
	}
}

// uitdrukkingen reads what is looked for among words in lower case. An item
// "=kantoortaal" stands for all of that group.
func (l *lezer) uitdrukkingen(o *strict.Object, naam string) []string {
	gelezen := o.Strings(naam)
	alle := slices.Grow([]string(nil), len(gelezen))
	for _, u := range gelezen {
		groep, isGroep := strings.CutPrefix(u.Tekst, "=")
		if isGroep {
			strict.Check(&l.f, u.Plaats, groep, slices.Sorted(maps.Keys(l.groepen)))
			alle = append(alle, l.groepen[groep]...)
			continue
		}
		woorden := strings.Fields(strings.ToLower(u.Tekst))
		if !zoektWoorden(woorden) {
			l.f.Add(u.Plaats, "%s zoekt geen woord; schrijf vooraan en achteraan een woord", strict.Aanhaling(u.Tekst))
		}
		alle = append(alle, strings.Join(woorden, " "))
	}
	return alle
}

// zoektWoorden reports whether an uitdrukking can be found, and not everywhere.
func zoektWoorden(woorden []string) bool {
	const ruimte = "..."
	n := len(woorden)
	return n > 0 && woorden[0] != ruimte && woorden[n-1] != ruimte &&
		!slices.ContainsFunc(woorden, func(w string) bool { return w != ruimte && strings.Trim(w, "^*.") == "" })
}

func (l *lezer) aanleiding(o *strict.Object) Aanleiding {
	if o == nil {
		return Aanleiding{}
	}
	vooraf := l.f.Len()
	a := Aanleiding{
		Woorden: l.uitdrukkingen(o, "woorden"),
		Zonder:  l.uitdrukkingen(o, "zonder"),
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
