package sessie

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Formaat is the version of Stand as a concept holds it.
const Formaat = 1

// A Stand is all that a concept must hold to go on with a conversation later,
// with the definitions that it was begun with.
type Stand struct {
	Formaat  int             `json:"formaat"`
	ID       string          `json:"id"`
	Vandaag  reflectie.Datum `json:"-"` // the day from which "dinsdag" is counted; zero where nobody is there
	Begonnen time.Time       `json:"begonnen,omitzero"`
	Bewaard  time.Time       `json:"bewaard,omitzero"`

	// Kop is what stands at the top of the reflectie and nobody is asked.
	Kop        reflectie.Reflectie  `json:"kop"`
	Antwoorden reflectie.Antwoorden `json:"antwoorden,omitempty"` // private ones and vervallen ones included

	Plaats       string          `json:"plaats,omitempty"`       // key of the question where the person is; "" is the first
	Terug        string          `json:"terug,omitempty"`        // key to which the person comes back, after what was asked besides
	Overgeslagen map[string]bool `json:"overgeslagen,omitempty"` // keys that were skipped
	Nogmaals     string          `json:"nogmaals,omitempty"`     // key that is being asked once more
	Herhaald     map[string]bool `json:"herhaald,omitempty"`     // keys that were asked once more already

	// OnderNaam says, by the key of an answer, what its row was called, or the rol, when
	// it was given, where that has changed since and nobody looked at it again.
	OnderNaam map[string]string `json:"onder-naam,omitempty"`

	// Klad is what the person was typing and did not confirm yet, or nil.
	Klad *Klad `json:"klad,omitempty"`

	// Afgeschermd holds the keys of answers that were given in private. They stay
	// private, also where a later definition asks the same in the open.
	Afgeschermd map[string]bool `json:"afgeschermd,omitempty"`

	Toch            bool   `json:"toch,omitempty"`             // what a person wrote in a derived part of Bestand moves below it
	Delen           string `json:"delen,omitempty"`            // the root of the team to whose folder the reflectie goes
	Naar            string `json:"naar,omitempty"`             // the file that the person wants, or "" for a name by itself
	Werkmap         string `json:"werkmap,omitempty"`          // the folder where the person began; "" is where they are
	Bestand         string `json:"bestand,omitempty"`          // the reflectie that is being completed
	ZonderVervallen bool   `json:"zonder-vervallen,omitempty"` // vervallen answers stay out of the file

	// Gelezen is what Bestand held when it was opened. What differs from it in
	// Antwoorden was changed here; what differs from it in the file, there.
	Gelezen reflectie.Antwoorden `json:"gelezen,omitempty"`
	// GelezenPrive is what its private part held then, in the same way.
	GelezenPrive reflectie.Antwoorden `json:"gelezen-prive,omitempty"`

	// Hernoemd says, for each time that the conversation went over to a newer version, which
	// keys became which. A file that it goes on with has those of then.
	Hernoemd []map[string]string `json:"hernoemd,omitempty"`

	// Wordt is the reflectie that is made of the conversation, from just before the
	// first of it is written; nil until then. A second try finds it by this.
	Wordt *Wording `json:"wordt,omitempty"`

	// Eerder holds the answers that a terugblik looks back at; nil where the
	// conversation is none. Somebody may have answered nothing then.
	Eerder  reflectie.Antwoorden `json:"eerder,omitzero"`
	Eerdere []Eerder             `json:"eerdere,omitempty"` // the person's aandachtspunten of earlier reflecties
	Naast   []Naast              `json:"naast,omitempty"`   // what was read beside a finished reflectie

	Naderhand bool `json:"-"` // it was begun at the end of another conversation

	// Definitie comes last in the file: it is far longer than the rest.
	Definitie casus.Definitie `json:"definitie"`
}

// A Wording is a reflectie in the making.
type Wording struct {
	ID     string               `json:"id"`
	Pad    string               `json:"pad"`              // where it goes
	Inhoud reflectie.Antwoorden `json:"inhoud,omitempty"` // what it holds, when it is a new file
	Prive  reflectie.Antwoorden `json:"prive,omitempty"`  // and what its private part holds then
}

// A Klad is an answer in the making, at the question where the person is.
type Klad struct {
	Sleutel  string             `json:"sleutel"`
	Antwoord reflectie.Antwoord `json:"antwoord"`
	Prive    bool               `json:"prive,omitempty"`
}

// Eerder is what the person wanted to take along from an earlier reflectie.
type Eerder struct {
	Titel   string               `json:"titel"`
	Waarden []string             `json:"waarden"` // ids of the waarden that played there
	Punten  reflectie.Antwoorden `json:"aandachtspunten"`
}

// A Naast is a part of a reflectie that somebody reads beside their own, once that
// is finished.
type Naast struct {
	Stap       string               `json:"stap"`  // which step asks about it: casus.StapLezing or casus.StapEerder
	Titel      string               `json:"titel"` // what it was about
	Eigen      bool                 `json:"eigen,omitempty"`
	Antwoorden reflectie.Antwoorden `json:"antwoorden"` // what one would do, how one weighed, and how the waarden are called
}

// NewNaast takes of r what stands beside another: of its wegingen these.
func NewNaast(stap, titel string, eigen bool, r reflectie.Reflectie, weging ...reflectie.Weging) Naast {
	deel := reflectie.Reflectie{Weging: weging}
	for _, w := range r.Waarden {
		if slices.ContainsFunc(weging, func(g reflectie.Weging) bool { return g.Tussen.Heeft(w.ID) }) {
			deel.Waarden = append(deel.Waarden, reflectie.Waarde{ID: w.ID, Naam: w.Naam})
		}
	}
	if stap == casus.StapLezing {
		deel.Uitkomst.Doen = r.Uitkomst.Doen
	}
	return Naast{stap, titel, eigen, reflectie.Flatten(deel)}
}

// NewStand begins a conversation.
func NewStand(id string, def casus.Definitie) Stand {
	return Stand{
		Formaat:   Formaat,
		ID:        id,
		Definitie: def,
		Kop: reflectie.Reflectie{
			Weeg:           reflectie.Versie,
			Casus:          def.Casus.ID,
			Casusversie:    def.Casus.Versie,
			Werkvorm:       def.Werkvorm.ID,
			Werkvormversie: def.Werkvorm.Versie,
		},
		Antwoorden: reflectie.Antwoorden{},
	}
}

// NewTerugblik begins a conversation that looks back at r; def is one of
// casus.NewTerugblik.
func NewTerugblik(id string, def casus.Definitie, r reflectie.Reflectie) Stand {
	s := NewStand(id, def)
	s.Kop.Casus, s.Kop.Casusversie = r.Casus, r.Casusversie
	s.Eerder = reflectie.Flatten(r)
	return s
}

// IsTerugblik reports whether the conversation looks back at a reflectie.
func (s Stand) IsTerugblik() bool { return s.Eerder != nil }

// StandVan begins from what there is already: a reflectie, answers that have no
// place in one, and answers that were given in private.
func StandVan(id string, def casus.Definitie, r reflectie.Reflectie, vervallen, prive reflectie.Antwoorden) Stand {
	s := NewStand(id, def)
	s.Kop = kopVan(r, s.Kop)
	s.Antwoorden = reflectie.Flatten(r)
	for _, w := range r.Waarden {
		if _, ok := def.Waarde(w.ID); ok {
			delete(s.Antwoorden, naamSleutel(w.ID)) // the catalogue names it
		}
	}
	maps.Copy(s.Antwoorden, vervallen)
	s.Afgeschermd = map[string]bool{}
	for sleutel, a := range prive {
		inBestand := s.Antwoorden[sleutel] // where somebody wrote it by hand; it becomes private too
		if !inBestand.IsZero() && !inBestand.Equal(a) && a.Vorm() == reflectie.VormTekst {
			a = reflectie.Tekst(a.Tekst() + "\n\n" + inBestand.Tekst())
		}
		s.Antwoorden[sleutel], s.Afgeschermd[sleutel] = a, true
	}
	if r, ok := s.soortVanRegel(); ok && s.Antwoorden["uitkomst.waarvan"].Tekst() == r {
		delete(s.Antwoorden, "uitkomst.waarvan") // the casus says it
	}
	return s
}

// kopVan returns what stands at the top of r and nobody is asked, and the times
// that the person looked back; of the definitions only the version that r says
// goes over the one in nu.
func kopVan(r, nu reflectie.Reflectie) reflectie.Reflectie {
	kop, _ := reflectie.Collect(r, nil)
	kop.Weeg, kop.Casus, kop.Werkvorm = nu.Weeg, nu.Casus, nu.Werkvorm
	kop.Casusversie = cmp.Or(r.Casusversie, nu.Casusversie)
	kop.Werkvormversie = cmp.Or(r.Werkvormversie, nu.Werkvormversie)
	return kop
}

// ik is how the person's own row in ruimte is called.
func (s Stand) ik() string {
	return cmp.Or(s.Antwoorden[reflectie.SleutelRol].Tekst(), reflectie.Ik)
}

func naamSleutel(id string) string {
	return reflectie.Sleutel(reflectie.SleutelWaarden, id, "naam")
}

// Naam returns what a waarde is called: in the catalogue, or in the person's own words.
func (s Stand) Naam(id string) string {
	if w, ok := s.Definitie.Waarde(id); ok {
		return w.Naam
	}
	return cmp.Or(s.Antwoorden[naamSleutel(id)].Tekst(), id)
}

// Titel returns what the conversation is about, in words.
func (s Stand) Titel() string {
	if titel := s.Antwoorden["eigen.titel"].Tekst(); titel != "" && s.Definitie.Casus.ID == reflectie.Eigen {
		return titel
	}
	if titel := s.Antwoorden[casus.SleutelTitel].Tekst(); titel != "" && s.Definitie.MaaktCasus() {
		return titel
	}
	return s.Definitie.Casus.Titel
}

// Opschrift is what stands above the conversation: its Titel, and of a terugblik that it
// is one.
func (s Stand) Opschrift() string {
	if s.IsTerugblik() {
		return s.Definitie.Werkvorm.Naam + ": " + s.Titel()
	}
	return s.Titel()
}

// Verhaal returns what the conversation is about: the story and the moment of the
// casus, a line each paragraph, or those that the person wrote, with their own lines.
func (s Stand) Verhaal() (situatie, moment string) {
	if s.Definitie.IsEigen() {
		return s.Antwoorden["eigen.situatie"].Tekst(), s.Antwoorden["eigen.moment"].Tekst()
	}
	c := s.Definitie.Casus
	if s.Kop.Casus == reflectie.Eigen { // the lines are the person's own
		return c.Situatie, c.Moment
	}
	return casus.Alineas(c.Situatie), casus.Alineas(c.Moment)
}

// IsZoals reports whether the person gave nothing since the conversation stood as
// begin: no answer, no word in the making, and nothing skipped.
func (s Stand) IsZoals(begin Stand) bool {
	return s.Klad == nil && maps.Equal(s.Overgeslagen, begin.Overgeslagen) &&
		maps.EqualFunc(s.Antwoorden, begin.Antwoorden, reflectie.Antwoord.Equal)
}

// Gewijzigd are the questions of a finished reflectie, of those that no longer apply too, of
// which the answer is another than when it was opened.
func (s Stand) Gewijzigd() (gewijzigd []Vraag) {
	was := s
	was.Antwoorden = reflectie.Antwoorden{}
	maps.Copy(was.Antwoorden, s.Gelezen)
	maps.Copy(was.Antwoorden, s.GelezenPrive)
	toen := map[string]reflectie.Antwoord{}
	for _, v := range was.alle() {
		toen[v.Sleutel] = v.Antwoord
	}
	for _, v := range s.alle() {
		if !v.Antwoord.Equal(toen[v.Sleutel]) {
			gewijzigd = append(gewijzigd, v)
		}
	}
	return gewijzigd
}

// alle are the questions, and after them those that no longer apply.
func (s Stand) alle() []Vraag {
	vragen, vervallen := s.Expand()
	return append(vragen, vervallen...)
}

// Beantwoord are the questions that have an answer, also those that no longer apply.
func (s Stand) Beantwoord() []Vraag {
	return slices.DeleteFunc(s.alle(), func(v Vraag) bool { return v.Antwoord.IsZero() })
}

// IsNieuw reports whether the conversation begins here.
func (s Stand) IsNieuw() bool { return s.Bewaard.IsZero() && !s.IsWijziging() }

// IsWijziging reports whether the conversation changes a reflectie that is there.
func (s Stand) IsWijziging() bool { return s.Bestand != "" && !s.IsTerugblik() }

// prive reports the keys of the private questions, and of answers given in private.
func (s Stand) prive() map[string]bool {
	prive := kopie(s.Afgeschermd)
	for _, stap := range s.Definitie.Stappen() {
		for _, v := range stap.Vragen {
			if v.Prive {
				prive[reflectie.Sleutel(stap.ID, v.ID)] = true
			}
		}
	}
	return prive
}

// IsPrive reports whether what is answered at this key never stands in the file.
func (s Stand) IsPrive(sleutel string) bool { return s.prive()[sleutel] }

// deelbaar returns the answers that the file may hold: all but the private ones,
// and the vervallen ones where the person leaves those out.
func (s Stand) deelbaar() reflectie.Antwoorden {
	antwoorden := maps.Clone(s.Antwoorden)
	for sleutel := range s.prive() {
		delete(antwoorden, sleutel)
	}
	if s.ZonderVervallen {
		for _, v := range s.Vervallen() {
			delete(antwoorden, v.Sleutel)
		}
		s.zonderKaleParen(antwoorden)
	}
	return antwoorden
}

// zonderKaleParen takes the verbanden away of which all that was said is
// vervallen.
func (s Stand) zonderKaleParen(antwoorden reflectie.Antwoorden) {
	heeft := func(a reflectie.Antwoorden, p reflectie.Paar) bool {
		return onder(a, reflectie.SleutelVerbanden, p.Sleutel()) > 0
	}
	zetVerbanden(antwoorden, slices.DeleteFunc(antwoorden.Paren(reflectie.SleutelVerbanden), func(p reflectie.Paar) bool {
		return heeft(s.Antwoorden, p) && !heeft(antwoorden, p)
	}))
}

// onder counts the answers in a row.
func onder(a reflectie.Antwoorden, deel, rij string) int {
	begin, n := reflectie.Sleutel(deel, rij)+".", 0
	for sleutel := range a {
		if strings.HasPrefix(sleutel, begin) {
			n++
		}
	}
	return n
}

// openAfspraken are the numbers of the afspraken of then of which nobody has said
// yet what came of them, but for those of which the day was still to come.
func (s Stand) openAfspraken() []int {
	vandaag := reflectie.DatumVan(s.Begonnen).String()
	return slices.DeleteFunc(s.Eerder.Rijen(reflectie.SleutelAfspraken), func(n int) bool {
		gezegd := s.Eerder[reflectie.RijSleutel(reflectie.SleutelAfspraken, n, "gekomen")]
		dag := s.Eerder[reflectie.RijSleutel(reflectie.SleutelAfspraken, n, "wanneer")].Tekst()
		return !gezegd.IsZero() || !s.Begonnen.IsZero() && dag > vandaag
	})
}

// BlikTerug adds to a reflectie what was said in looking back at it on a day: as a
// row of its own, which it has not already, but for what came of its afspraken and
// the next day to look back. Those stand with what they are about.
func (s Stand) BlikTerug(r reflectie.Reflectie, datum reflectie.Datum) reflectie.Reflectie {
	t, volgende := s.Teruggeblikt(datum)
	r.Afspraken = slices.Clone(r.Afspraken)
	for n, i := range s.afspraakrijen(r.Afspraken) {
		gekomen := reflectie.RijSleutel(reflectie.SleutelAfspraken, n, "gekomen")
		a, tekst := &r.Afspraken[i], t.Antwoorden[gekomen].Tekst()
		if tekst != "" && (a.Gekomen == "" || a.Gekomen == tekst) {
			a.Gekomen = tekst
			delete(t.Antwoorden, gekomen)
		}
	}
	staatEr := slices.ContainsFunc(r.Teruggeblikt, func(eerder reflectie.Teruggeblikt) bool {
		return eerder.Datum == t.Datum && maps.EqualFunc(eerder.Antwoorden, t.Antwoorden, reflectie.Antwoord.Equal)
	})
	if !staatEr { // else something stopped what comes after it was written
		r.Teruggeblikt = append(slices.Clip(r.Teruggeblikt), t)
	}
	if !volgende.IsZero() {
		r.Terugblik = volgende
	}
	return r
}

// afspraakrijen says where each afspraak of then stands among those of now, by the
// number that it had: where its words are, or else in its own place, with words
// that are none of then.
func (s Stand) afspraakrijen(nu []reflectie.Afspraak) map[int]int {
	toen, plek, bezet := map[string]bool{}, map[int]int{}, map[int]bool{}
	wat := func(n int) string {
		return s.Eerder[reflectie.RijSleutel(reflectie.SleutelAfspraken, n, "wat")].Tekst()
	}
	rijen := s.Eerder.Rijen(reflectie.SleutelAfspraken)
	zet := func(n, i int) {
		if _, heeft := plek[n]; !heeft && i >= 0 && i < len(nu) && !bezet[i] {
			plek[n], bezet[i] = i, true
		}
	}
	for _, n := range rijen {
		toen[wat(n)] = true
		if n <= len(nu) && nu[n-1].Wat == wat(n) {
			zet(n, n-1)
		}
	}
	for _, n := range rijen {
		zet(n, slices.IndexFunc(nu, func(a reflectie.Afspraak) bool { return a.Wat == wat(n) }))
	}
	for _, n := range rijen {
		if len(nu) == len(rijen) && n <= len(nu) && !toen[nu[n-1].Wat] {
			zet(n, n-1)
		}
	}
	return plek
}

// Teruggeblikt returns what a terugblik adds to the reflectie on a day, and the
// next day to look back, if that was asked and chosen.
func (s Stand) Teruggeblikt(datum reflectie.Datum) (t reflectie.Teruggeblikt, volgende reflectie.Datum) {
	antwoorden := s.deelbaar()
	volgende, _ = reflectie.ParseDatum(antwoorden[reflectie.SleutelTerugblik].Tekst())
	delete(antwoorden, reflectie.SleutelTerugblik) // it stands at the top of the reflectie
	if len(antwoorden) == 0 {
		antwoorden = nil
	}
	return reflectie.Teruggeblikt{Datum: datum, Antwoorden: antwoorden}, volgende
}

// Reflectie returns what the file may hold: every answer but the private ones,
// and the vervallen answers that have no place in a reflectie.
func (s Stand) Reflectie() (r reflectie.Reflectie, vervallen reflectie.Antwoorden) {
	antwoorden := s.deelbaar()
	if soort, ok := s.soortVanRegel(); ok && !antwoorden["uitkomst.keuze"].IsZero() {
		antwoorden["uitkomst.waarvan"] = reflectie.Tekst(soort)
	}
	r, vervallen = reflectie.Collect(s.Kop, antwoorden)
	if s.ZonderVervallen {
		vervallen = nil
	}
	alle := maps.Clone(vervallen)
	maps.DeleteFunc(vervallen, func(sleutel string, _ reflectie.Antwoord) bool { return isNaamAlleen(sleutel, alle) })
	return r, vervallen
}

// isNaamAlleen reports whether a vervallen answer is what an own waarde is called that the
// person took away again, and nothing else tells of it: who takes it away wants it gone.
func isNaamAlleen(sleutel string, vervallen reflectie.Antwoorden) bool {
	p, ok := reflectie.Ontleed(sleutel)
	if !ok || p.Deel.Naam != reflectie.SleutelWaarden || p.Veld.Naam != "naam" {
		return false
	}
	for ander, a := range vervallen {
		q, _ := reflectie.Ontleed(ander)
		over := append(strings.Split(q.Rij, "+"), q.Waarde)
		for _, woord := range a.Woorden() {
			over = append(over, strings.Split(woord, "+")...)
		}
		if ander != sleutel && slices.Contains(over, p.Rij) {
			return false
		}
	}
	return true
}

// soortVanRegel returns what kind of rule the person weighed, where the casus
// says it.
func (s Stand) soortVanRegel() (soort string, ok bool) {
	if s.Antwoorden["uitkomst.keuze"].IsZero() {
		return "", false
	}
	o := newOpbouw(&s)
	for _, stap := range s.Definitie.Stappen() {
		if slices.ContainsFunc(stap.Vragen, func(v casus.Vraag) bool { return v.Functie == casus.FunctieRegel }) {
			o.doorloop(stap)
		}
	}
	r, _, _ := o.regel()
	return r.Soort, r.Soort != ""
}

// Prive returns the answers to private questions.
func (s Stand) Prive() reflectie.Antwoorden {
	prive := reflectie.Antwoorden{}
	for sleutel := range s.prive() {
		prive.Zet(sleutel, s.Antwoorden[sleutel])
	}
	return prive
}

// clone makes a copy that shares no maps with s.
func (s Stand) clone() Stand {
	s.Antwoorden = kopie(s.Antwoorden)
	s.Overgeslagen = kopie(s.Overgeslagen)
	s.Herhaald = kopie(s.Herhaald)
	s.OnderNaam = kopie(s.OnderNaam)
	s.Afgeschermd = kopie(s.Afgeschermd)
	return s
}

// kopie is a copy of m that can be written to, also where m is nil.
func kopie[M ~map[string]V, V any](m M) M {
	nieuw := M{}
	maps.Copy(nieuw, m)
	return nieuw
}

// Samenvoegen takes in what daar, the answers in Bestand as it is now, holds
// otherwise than Gelezen: what somebody changed there while this conversation
// went on. Where both changed a text, both texts stand under each other, and a
// list has what either added; else what was answered here goes first. It returns
// the keys of those, in order. What stands at a private question there becomes
// private, and its key is returned too.
func (s *Stand) Samenvoegen(daar reflectie.Antwoorden) (beide []string) {
	daar = s.zoalsNu(daar)
	proza := map[string]bool{}
	vragen, vervallen := s.Expand()
	for _, v := range append(vragen, vervallen...) {
		proza[v.Sleutel] = v.Soort == casus.Tekst
	}
	hier, sleutels, prive := maps.Clone(s.Antwoorden), kopie(s.Gelezen), s.prive()
	maps.Copy(sleutels, daar)
	for sleutel := range sleutels {
		was, nu, eigen := s.Gelezen[sleutel], daar[sleutel], hier[sleutel]
		if nu.Equal(was) || nu.Equal(eigen) || prive[sleutel] && nu.IsZero() { // a file has nothing private
			continue
		}
		if prive[sleutel] || !eigen.Equal(was) {
			beide = append(beide, sleutel)
		}
		tekst := nu.Vorm() == reflectie.VormTekst && eigen.Vorm() == reflectie.VormTekst
		switch {
		case eigen.Equal(was):
		case nu.Vorm() == reflectie.VormLijst || eigen.Vorm() == reflectie.VormLijst:
			nu = samenLijst(was.Lijst(), nu.Lijst(), eigen.Lijst())
		case tekst && (proza[sleutel] || prive[sleutel]):
			nu = naElkaar(nu, eigen)
		case !prive[sleutel] || !eigen.IsZero():
			nu = eigen
		}
		hier.Zet(sleutel, nu)
	}
	s.Antwoorden = hier
	slices.SortFunc(beide, reflectie.VergelijkSleutels)
	return beide
}

// naElkaar is both texts, one after the other; one that was put in the other before,
// as by a try that was broken off, is not put there twice.
func naElkaar(nu, eigen reflectie.Antwoord) reflectie.Antwoord {
	if strings.Contains("\n\n"+nu.Tekst()+"\n\n", "\n\n"+eigen.Tekst()+"\n\n") {
		return nu
	}
	return reflectie.Tekst(nu.Tekst() + "\n\n" + eigen.Tekst())
}

// SamenvoegenPrive does with daar, the answers in the private part as it is now, and
// GelezenPrive what Samenvoegen does with those in the file. Where one of both took an
// answer away and the other changed it, the answer stays.
func (s *Stand) SamenvoegenPrive(daar reflectie.Antwoorden) (beide []string) {
	daar = s.zoalsNu(daar)
	hier, afgeschermd, sleutels := maps.Clone(s.Antwoorden), kopie(s.Afgeschermd), kopie(s.GelezenPrive)
	maps.Copy(sleutels, daar)
	for sleutel := range sleutels {
		was, nu, eigen := s.GelezenPrive[sleutel], daar[sleutel], hier[sleutel]
		if nu.Equal(was) || nu.Equal(eigen) {
			continue
		}
		if !eigen.Equal(was) {
			beide = append(beide, sleutel)
			switch {
			case eigen.IsZero():
			case nu.IsZero():
				nu = eigen
			case nu.Vorm() == reflectie.VormLijst && eigen.Vorm() == reflectie.VormLijst:
				nu = samenLijst(was.Lijst(), nu.Lijst(), eigen.Lijst())
			case nu.Vorm() == reflectie.VormTekst && eigen.Vorm() == reflectie.VormTekst:
				nu = naElkaar(nu, eigen)
			default:
				nu = eigen
			}
		}
		hier.Zet(sleutel, nu)
		afgeschermd[sleutel] = true
	}
	s.Antwoorden, s.Afgeschermd = hier, afgeschermd
	slices.SortFunc(beide, reflectie.VergelijkSleutels)
	return beide
}

// samenLijst returns the items of daar and then those of hier, without what
// either of them took out of was.
func samenLijst(was, daar, hier []string) reflectie.Antwoord {
	var items []string
	for _, item := range slices.Concat(daar, hier) {
		weg := slices.Contains(was, item) && !(slices.Contains(daar, item) && slices.Contains(hier, item))
		if !weg && !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	return reflectie.Lijst(items...)
}
