// Package sessie is the conversation as a pure machine: from the definitions
// and the answers so far it says which questions apply, which is next, and
// what an answer changes.
//
// It owns order, conditions, going back, skipping and what has become vervallen.
// It knows no terminal, no files and no clock; a front end asks what it says.
package sessie

import (
	"cmp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Sessie is one conversation under way.
type Sessie struct {
	stand   Stand
	gekozen string // what was chosen at the last question
	voor    *voor  // nil before anything was done

	bekend            bool // what follows is what stand expands to
	vragen, vervallen []Vraag
}

// New goes on where a Stand is.
func New(stand Stand) *Sessie {
	s := &Sessie{stand: stand.clone()}
	if !slices.Contains(s.sleutels(), stand.Plaats) {
		s.stand.Plaats = s.eersteOpen()
	}
	s.neemKladOver()
	return s
}

// neemKladOver makes an answer of what was being typed when the conversation
// broke off, and stays there: what somebody typed is never lost. Where the
// question is no longer asked, it is kept as other answers to such are.
func (s *Sessie) neemKladOver() {
	klad, terug := s.stand.Klad, s.stand.Terug
	s.stand.Klad = nil
	if hier := s.stand.Plaats; terug != "" { // what is new comes first, and then that question
		defer func() { s.naar(hier) }()
	}
	if klad == nil || klad.Sleutel == SleutelAfronden {
		return
	}
	if !s.Goto(klad.Sleutel) {
		s.zetLos(*klad)
		return
	}
	v := s.Vraag()
	if klad.Prive {
		s.stand.Afgeschermd[v.Sleutel] = true
	}
	if !s.stand.Bewaard.IsZero() {
		v.vandaag = reflectie.DatumVan(s.stand.Bewaard) // "dinsdag" was the one after that day
	}
	if a, err := s.pas(v, klad.Antwoord); err == nil && !a.IsZero() {
		s.zet(v, a)
	}
}

// zetLos keeps own words for a question that is not asked now.
func (s *Sessie) zetLos(k Klad) {
	p, isVeld := reflectie.Ontleed(k.Sleutel)
	if k.Antwoord.Vorm() != reflectie.VormTekst || !(isVeld && p.Veld.Aard == reflectie.Proza || reflectie.IsOpen(k.Sleutel)) {
		return // a choice is made anew
	}
	s.stand.Antwoorden[k.Sleutel] = k.Antwoord
	if k.Prive {
		s.stand.Afgeschermd[k.Sleutel] = true
	}
	s.veranderd()
}

// Onthoud keeps what the person is typing at the question where they are,
// without confirming it. Anything else that they do takes its place.
// Nothing typed leaves nothing to keep.
func (s *Sessie) Onthoud(a reflectie.Antwoord) {
	if a.IsZero() {
		s.stand.Klad = nil
		return
	}
	s.stand.Klad = &Klad{Sleutel: s.stand.Plaats, Antwoord: a, Prive: s.Vraag().Prive}
}

// Verwacht keeps that the person is writing elsewhere at the question where they
// are, so that there is a conversation to which that text belongs.
func (s *Sessie) Verwacht() {
	if s.stand.Klad == nil {
		s.stand.Klad = &Klad{Sleutel: s.stand.Plaats, Prive: s.Vraag().Prive}
	}
}

// Leg lays a text that was written elsewhere at the question with this key, as if
// it was just typed there. It reports false where no question takes such a text.
func (s *Sessie) Leg(sleutel string, a reflectie.Antwoord) bool {
	v, ok := casus.Zoek(s.Vragen(), func(v Vraag) bool { return v.Sleutel == sleutel })
	if !ok || v.Soort != casus.Tekst && v.Soort != casus.Lijst || !s.Goto(sleutel) {
		return false
	}
	s.Onthoud(a)
	return true
}

// Stand returns all that a concept must hold now.
func (s *Sessie) Stand() Stand { return s.stand.clone() }

// Vragen returns every question that applies, in order, with its answer and status.
func (s *Sessie) Vragen() []Vraag {
	s.expand()
	return slices.Clone(s.vragen)
}

// Vervallen returns the questions that no longer apply but have an answer.
func (s *Sessie) Vervallen() []Vraag {
	s.expand()
	return slices.Clone(s.vervallen)
}

// expand expands the stand once after every change. What comes of it names its answers by the
// stand as it was then: a screen still draws it while the next answer comes in.
func (s *Sessie) expand() {
	if !s.bekend {
		s.vragen, s.vervallen = s.stand.clone().Expand()
		s.bekend = true
	}
}

// veranderd says that the stand is no longer what it was, and that the person
// did something else than type.
func (s *Sessie) veranderd() { s.bekend, s.stand.Klad = false, nil }

// Vraag returns the question where the person is: one of Vragen, or the last
// one, what to do with the answers.
func (s *Sessie) Vraag() Vraag {
	s.expand()
	v, ok := casus.Zoek(s.vragen, func(v Vraag) bool { return v.Sleutel == s.stand.Plaats })
	if !ok {
		return s.afronden()
	}
	v.Melding = strings.TrimSpace(cmp.Or(v.Melding, s.onderAndereNaam(v)) + " " + s.watVervalt())
	return v
}

func (s *Sessie) afronden() Vraag {
	woorden := s.stand.Definitie.Woord("afronden")
	switch {
	case s.stand.IsTerugblik():
		woorden = s.stand.Definitie.Woord("afronden-terugblik")
	case s.stand.Bestand != "": // there is a reflectie
		woorden = s.stand.Definitie.Woord("afronden-bijwerken", "afronden")
	}
	v := Vraag{Sleutel: SleutelAfronden, Titel: woorden.Kop, Soort: casus.Keuze, Vraag: woorden.Vraag, Toelichting: woorden.Toelichting}
	if slices.ContainsFunc(s.Vragen(), isOpenGebleven) {
		open := s.stand.Definitie.Woord("afronden-open")
		if !s.stand.IsTerugblik() { // of which the file has only what was filled in
			open.Kop += " " + open.Toelichting
		}
		v.Toelichting = open.Kop + " " + v.Toelichting
	}
	if s.stand.Definitie.Casus.ID == reflectie.Eigen {
		v.Toelichting += " " + s.stand.Definitie.Woord("afronden-eigen").Kop
	}
	vervallen := slices.DeleteFunc(s.Vervallen(), func(v Vraag) bool { return v.Prive })
	if len(vervallen) > 0 {
		v.Toont = []Getoond{{Kop: s.stand.Definitie.Woord("vervallen-vragen", "vervallen").Kop, Tekst: opgesomd(genoemd(vervallen))}}
	}
	for _, o := range woorden.Opties {
		optie := Optie{ID: o.ID, Naam: o.Naam}
		switch {
		case o.ID == AfrondenZonderVervallen && len(vervallen) == 0:
			continue
		case o.ID == AfrondenMaak && len(vervallen) > 0:
			optie.Uitleg = s.stand.Definitie.Woord("vervallen").Kop
		}
		v.Opties = append(v.Opties, optie)
	}
	return v
}

// isOpenGebleven reports whether the file would have had an answer to a question.
func isOpenGebleven(v Vraag) bool {
	return v.Status != Ingevuld && !v.Prive && !v.Doorvraag && !v.Aanbod && v.Sleutel != reflectie.SleutelSpiegel
}

// Voortgang says in which step the person is, from 1, and how many there are.
// Steps that share a title count as one. Steps that ask nothing, or nothing
// yet, count too, so that the end does not move away from who walks towards it; but not
// those that never come with what this is about.
func (s *Sessie) Voortgang() (stap, van int) {
	var titels []string
	for _, stap := range s.stand.Definitie.Werkvorm.Stappen {
		if s.stand.past(stap.Bij) {
			titels = append(titels, stap.Titel)
		}
	}
	if s.stand.Definitie.IsEigen() {
		titels = slices.Insert(titels, 0, s.stand.Definitie.Werkvorm.Eigen.Titel)
	}
	titels = slices.Compact(titels)
	if i := slices.Index(titels, s.Vraag().Titel); i >= 0 {
		return i + 1, len(titels)
	}
	return len(titels), len(titels)
}

// Klaar reports what the person chose at the last question, or "".
func (s *Sessie) Klaar() string { return s.gekozen }

// An Ongeldig says in Dutch why an answer does not fit the question, and what
// would. Nothing has changed then.
type Ongeldig struct{ Tekst string }

func (o *Ongeldig) Error() string { return o.Tekst }

// Answer confirms an answer to the question where the person is, and goes on to
// the next. Where it is important and little was said, the same question comes
// once more. An answer that does not fit gives an *Ongeldig.
func (s *Sessie) Answer(a reflectie.Antwoord) error {
	v := s.Vraag()
	if a.IsZero() {
		s.Skip()
		return nil
	}
	a, err := s.pas(v, a)
	if err != nil {
		return err
	}
	if v.Sleutel == SleutelAfronden {
		s.gekozen = a.Tekst()
		s.stand.ZonderVervallen = s.gekozen == AfrondenZonderVervallen
		return nil
	}
	vorige := s.sleutels()
	s.letOp()
	s.onthoudNaam(v)
	s.zet(v, a)
	s.verder(v.Sleutel, vorige)
	return nil
}

// zet puts an answer where it belongs, and names its row with it.
func (s *Sessie) zet(v Vraag, a reflectie.Antwoord) {
	if v.Noemt != "" {
		s.stand.Antwoorden[v.naamsleutel()] = reflectie.Tekst(v.Noemt)
	}
	if IsParenvraag(v.Sleutel) {
		s.zetPaar(v.Sleutel, a.Tekst())
	} else {
		s.stand.Antwoorden[v.Sleutel] = a
	}
	if v.Prive {
		s.stand.Afgeschermd[v.Sleutel] = true
	}
	delete(s.stand.Overgeslagen, v.Sleutel)
	s.veranderd()
}

// zetPaar makes the verband of a pair of the soort that a question asks for, in
// place of the pair of which it was; one that is of the other soort too is both.
// Of more pairs, which only a file has, the others stay. An answer that is no
// pair says that there is none; "" takes back what stands there.
func (s *Sessie) zetPaar(sleutel, antwoord string) {
	soort := parensoort(sleutel)
	if soort == reflectie.Tegen {
		delete(s.stand.Antwoorden, SleutelBotst)
	}
	was := newOpbouw(&s.stand).bron.paren(soort)
	nieuw, isPaar := reflectie.ParsePaar(antwoord)
	switch {
	case isPaar && slices.ContainsFunc(was, zelfde(nieuw)):
		was = nil // it comes before the others
	case isPaar || antwoord == "":
		was = was[:min(len(was), 1)]
	default:
		s.stand.Antwoorden[SleutelBotst] = reflectie.Tekst(antwoord)
	}
	for _, p := range was {
		s.zonder(p, soort)
	}
	if isPaar {
		s.metPaar(nieuw, soort)
	}
}

// parensoort is the soort of the verband that the answer to a question is kept
// as, or "" of a question that asks for no pair.
func parensoort(sleutel string) string {
	switch sleutel {
	case SleutelBotst:
		return reflectie.Tegen
	case SleutelHelpt:
		return reflectie.Versterkt
	}
	return ""
}

// ander is the soort that makes a verband both, besides this one.
func ander(soort string) string {
	if soort == reflectie.Tegen {
		return reflectie.Versterkt
	}
	return reflectie.Tegen
}

// metPaar gives a pair this soort, as the first of those that have it.
func (s *Sessie) metPaar(p reflectie.Paar, soort string) {
	paren := s.stand.Antwoorden.Paren(reflectie.SleutelVerbanden)
	plek := slices.IndexFunc(paren, zelfde(p))
	if plek < 0 {
		plek, paren = len(paren), append(paren, p)
	}
	if eerste := slices.IndexFunc(paren, s.stand.isVan(soort)); eerste >= 0 && eerste < plek {
		p = paren[plek] // in the order in which it was named first
		paren = slices.Insert(slices.Delete(paren, plek, plek+1), eerste, p)
	}
	if s.stand.isVan(ander(soort))(p) {
		soort = reflectie.Beide
	}
	s.stand.Antwoorden[soortSleutel(p)] = reflectie.Tekst(soort)
	zetVerbanden(s.stand.Antwoorden, paren)
}

// zelfde tells whether a pair is p, in either order.
func zelfde(p reflectie.Paar) func(reflectie.Paar) bool {
	return func(q reflectie.Paar) bool { return p.Sleutel() == q.Sleutel() }
}

// zetVerbanden sets which verbanden there are.
func zetVerbanden(a reflectie.Antwoorden, paren []reflectie.Paar) {
	a.Zet(reflectie.SleutelVerbanden, reflectie.Lijst(casus.Elk(paren, reflectie.Paar.String)...))
}

func soortSleutel(p reflectie.Paar) string {
	return reflectie.Sleutel(reflectie.SleutelVerbanden, p.Sleutel(), "soort")
}

// isVan tells whether the verband of a pair is of this soort, perhaps among others.
func (s Stand) isVan(soort string) func(reflectie.Paar) bool {
	return func(p reflectie.Paar) bool {
		is := s.Antwoorden[soortSleutel(p)].Tekst()
		return is == soort || is == reflectie.Beide
	}
}

// zonder takes a soort away from the verband of a pair, and the verband with it
// where nothing else is left.
func (s *Sessie) zonder(p reflectie.Paar, soort string) {
	if sleutel := soortSleutel(p); s.stand.Antwoorden[sleutel].Tekst() == reflectie.Beide {
		s.stand.Antwoorden[sleutel] = reflectie.Tekst(ander(soort))
		return
	}
	delete(s.stand.Antwoorden, soortSleutel(p))
	zetVerbanden(s.stand.Antwoorden, slices.DeleteFunc(s.stand.Antwoorden.Paren(reflectie.SleutelVerbanden), zelfde(p)))
}

// Skip goes on without an answer. An answer that stands there stays.
func (s *Sessie) Skip() {
	v := s.Vraag()
	if v.Sleutel == SleutelAfronden {
		return
	}
	vorige := s.sleutels()
	s.letOp()
	delete(s.stand.OnderNaam, v.Sleutel)
	if v.Antwoord.IsZero() {
		s.stand.Overgeslagen[v.Sleutel] = true
		s.veranderd()
	}
	s.verder(v.Sleutel, vorige)
}

// onthoudNaam keeps, before the rol changes or the name of a row, under which name the
// answers were given that go with it: what the one said is not what another says.
func (s *Sessie) onthoudNaam(v Vraag) {
	delete(s.stand.OnderNaam, v.Sleutel)
	for _, w := range s.vragen {
		_, bekend := s.stand.OnderNaam[w.Sleutel]
		if w.naamVan() == v.Sleutel && !v.Antwoord.IsZero() && !w.Antwoord.IsZero() && !bekend {
			s.stand.OnderNaam[w.Sleutel] = v.Antwoord.Tekst()
		}
	}
}

// onderAndereNaam asks to look again at an answer that was given under another name.
func (s *Sessie) onderAndereNaam(v Vraag) string {
	naam, bekend := s.stand.OnderNaam[v.Sleutel]
	p, _ := reflectie.Ontleed(v.Sleutel)
	switch {
	case !bekend || v.Antwoord.IsZero() || naam == s.stand.Antwoorden[v.naamVan()].Tekst():
		return ""
	case v.naamVan() == reflectie.SleutelRol:
		return s.stand.Definitie.Woord("andere-rol").Vraag
	case p.Deel.Naam == reflectie.SleutelWeging:
		return s.stand.Definitie.Woord("andere-voorrang").Vraag
	}
	return s.stand.Definitie.Woord("andere-naam").Vraag
}

// Clear takes the answer away that stands at the question where the person is.
func (s *Sessie) Clear() {
	s.letOp()
	defer s.veranderd()
	v := s.Vraag()
	s.onthoudNaam(v)
	if IsParenvraag(v.Sleutel) {
		s.zetPaar(v.Sleutel, "")
	}
	delete(s.stand.Antwoorden, v.Sleutel)
	if p, _ := reflectie.Ontleed(v.Sleutel); v.Noemt != "" && onder(s.stand.Antwoorden, p.Deel.Naam, p.Rij) == 1 {
		delete(s.stand.Antwoorden, v.naamsleutel()) // a row that only says whose it is says nothing
	}
}

// Back goes to the question before. It never checks and never loses anything;
// it reports whether there was one.
func (s *Sessie) Back() bool {
	sleutels := s.sleutels()
	i := slices.Index(sleutels, s.stand.Plaats)
	if i <= 0 {
		return false
	}
	s.naar(sleutels[i-1])
	return true
}

// Goto goes to the question with this key, and reports whether it applies.
func (s *Sessie) Goto(sleutel string) bool {
	if !slices.Contains(s.sleutels(), sleutel) {
		return false
	}
	s.naar(sleutel)
	return true
}

func (s *Sessie) naar(sleutel string) {
	if s.voor != nil && s.voor.plaats == sleutel && s.stand.Plaats != sleutel {
		s.voor = nil // what was told, was told
	}
	s.bekend = s.bekend && s.stand.Nogmaals == "" // that question says why it comes once more
	s.stand.Plaats, s.stand.Nogmaals, s.gekozen, s.stand.Klad = sleutel, "", "", nil
}

// sleutels returns the keys of the questions that apply, the last one included.
func (s *Sessie) sleutels() []string {
	sleutels := casus.Elk(s.Vragen(), func(v Vraag) string { return v.Sleutel })
	return append(sleutels, SleutelAfronden)
}

// eersteOpen is where to go on when the place in a concept is no longer asked:
// what was answered or skipped is not walked through once more.
func (s *Sessie) eersteOpen() string {
	for _, v := range s.Vragen() {
		if v.Status == Open {
			return v.Sleutel
		}
	}
	return SleutelAfronden
}

// verder goes to the question after the one at sleutel, or asks that one once
// more. The row may have changed since it was vorige; where the question itself
// is gone, the nearest one before it that is still there counts.
func (s *Sessie) verder(sleutel string, vorige []string) {
	if _, weinig := s.stand.nogmaals(sleutel); weinig && !s.stand.Herhaald[sleutel] {
		s.stand.Herhaald[sleutel] = true
		s.stand.Nogmaals = sleutel
		s.veranderd()
		return
	}
	s.voorbij(sleutel, vorige)
}

// voorbij goes to the question that comes after the one at sleutel in the row that
// was vorige, by the row as it is now.
func (s *Sessie) voorbij(sleutel string, vorige []string) {
	nu := s.sleutels()
	for i := slices.Index(vorige, sleutel); i >= 0; i-- {
		if j := slices.Index(nu, vorige[i]); j >= 0 {
			s.naar(nu[s.nietOpnieuw(nu, min(j+1, len(nu)-1))])
			return
		}
	}
	s.naar(nu[0])
}

// nietOpnieuw is i, or which of the questions after it comes next on the way back to where
// the person was: what was answered or skipped is not walked through once more.
func (s *Sessie) nietOpnieuw(nu []string, i int) int {
	tot := slices.Index(nu, s.stand.Terug)
	if i < tot {
		for _, v := range s.Vragen()[i:tot] {
			if v.Status == Open {
				return i
			}
			i++
		}
	}
	s.stand.Terug = ""
	return i
}

// pas makes an answer fit the question: names become ids, and what cannot be is refused.
func (s *Sessie) pas(v Vraag, a reflectie.Antwoord) (reflectie.Antwoord, error) {
	switch v.Soort {
	case casus.JaNee:
		return vorm(a, reflectie.VormJaNee, "Antwoord met ja of nee.")
	case casus.Tekst:
		return vorm(a, reflectie.VormTekst, "Schrijf hier een tekst.")
	case casus.Lijst:
		if a.Vorm() == reflectie.VormTekst {
			punten := strings.Split(a.Tekst(), "\n")
			for i, punt := range punten { // a list has marks of its own
				punten[i] = strings.TrimPrefix(strings.TrimLeft(punt, " \t"), casus.Lijstteken(strings.TrimLeft(punt, " \t")))
			}
			return reflectie.Lijst(punten...), nil
		}
		return vorm(a, reflectie.VormLijst, "Schrijf hier een of meer punten, elk op een regel.")
	case casus.Regeltekst:
		a, err := vorm(a, reflectie.VormTekst, "Schrijf hier een regel.")
		if err == nil && v.Vrij {
			return reflectie.Tekst(s.waarde(a.Tekst())), nil
		}
		return reflectie.Tekst(eenLijn(a.Tekst())), err
	case casus.Datum:
		d, err := v.LeesDag(a.Tekst())
		if err != nil {
			return a, &Ongeldig{"Dat is geen datum. Schrijf bijvoorbeeld 21-2-2027 of dinsdag."}
		}
		return reflectie.Tekst(d.String()), nil
	case casus.Keuze:
		if id, ok := gekozen(v, a.Tekst()); ok {
			return reflectie.Tekst(id), nil
		}
		if !v.Vrij || a.Vorm() != reflectie.VormTekst {
			return a, &Ongeldig{"Kies een van de antwoorden die hier staan."}
		}
		return reflectie.Tekst(eenLijn(a.Tekst())), nil
	}
	return s.pasLijst(v, a)
}

func vorm(a reflectie.Antwoord, v reflectie.Vorm, tekst string) (reflectie.Antwoord, error) {
	if a.Vorm() != v {
		return reflectie.Antwoord{}, &Ongeldig{tekst}
	}
	return a, nil
}

func eenLijn(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// gekozen returns the id of the option that is called so: by id, of a pair in
// either order, or by name.
func gekozen(v Vraag, woord string) (string, bool) {
	if len(v.Opties) == 2 && v.Opties[1].ID == BotstNiets && strings.EqualFold(woord, "ja") { // one pair, which is asked about
		return v.Opties[0].ID, true
	}
	p, isPaar := reflectie.ParsePaar(woord)
	o, ok := casus.Zoek(v.Opties, func(o Optie) bool {
		q, ook := reflectie.ParsePaar(o.ID)
		return o.ID == woord || strings.EqualFold(o.Naam, woord) || isPaar && ook && zelfde(p)(q)
	})
	return o.ID, ok
}

func (s *Sessie) pasLijst(v Vraag, a reflectie.Antwoord) (reflectie.Antwoord, error) {
	if a.Vorm() != reflectie.VormLijst {
		return a, &Ongeldig{"Kies een of meer van de antwoorden die hier staan."}
	}
	var ids []string
	for _, item := range a.Lijst() {
		id, ok := gekozen(v, item)
		if v.Soort == casus.Waardenkeuze && v.Vrij {
			id, ok = s.waarde(cmp.Or(id, item)), true
		}
		if !ok {
			return a, &Ongeldig{"Kies uit de antwoorden die hier staan."}
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return reflectie.Lijst(ids...), nil
}

// waarde returns the id of the waarde with this name: of the catalogue, of the
// person's own, or a new own one.
func (s *Sessie) waarde(naam string) string {
	naam = cmp.Or(waardenaam(naam), naam)
	isHet := func(id, heet string) bool { return id == naam || strings.EqualFold(heet, naam) }
	if w, ok := casus.Zoek(s.stand.Definitie.Waarden, func(w casus.Waarde) bool { return isHet(w.ID, w.Naam) }); ok {
		return w.ID
	}
	if id, ok := casus.Zoek(s.stand.eigenWaarden(), func(id string) bool { return isHet(id, s.stand.Naam(id)) }); ok {
		return id
	}
	id := reflectie.NieuweID(naam, func(id string) bool {
		_, inCatalogus := s.stand.Definitie.Waarde(id)
		return inCatalogus || s.stand.Antwoorden.IsEigen(id)
	})
	s.stand.Antwoorden[naamSleutel(id)] = reflectie.Tekst(naam)
	s.veranderd()
	return id
}

// maxMoment is how many words the question of an own situation has at most.
const maxMoment = 15

// nogmaals says whether a question is important and little was said, and kindly
// why it is asked once more then.
func (s Stand) nogmaals(sleutel string) (melding string, weinig bool) {
	woord := func(id string) string { return s.Definitie.Woord(id).Vraag }
	a := s.Antwoorden[sleutel]
	switch {
	case sleutel == "eigen.moment" && len(strings.Fields(a.Tekst())) > maxMoment:
		return woord("moment-lang"), true
	case sleutel == reflectie.SleutelWaarden && len(s.Antwoorden.Gekozen()) == 1:
		return woord("een-waarde"), true
	case sleutel == reflectie.SleutelWaarden:
		return woord("geen-waarde"), len(s.Antwoorden.Gekozen()) < MinWaarden
	case sleutel == "uitkomst.doen":
		return woord("doen-leeg"), a.IsZero()
	case sleutel == "uitkomst.omdat":
		return woord("afwijken-leeg"), a.IsZero() && s.Antwoorden["uitkomst.keuze"].Tekst() == reflectie.Afwijken
	case strings.HasPrefix(sleutel, reflectie.SleutelAandachtspunten+"."):
		for _, punt := range a.Lijst() {
			if melding := s.Definitie.Regelachtig(punt); melding != "" {
				return melding, true
			}
		}
		return woord("punten-leeg"), s.zonderPunten(sleutel)
	}
	return "", false
}

// zonderPunten reports whether the last aandachtspunt is left empty too.
func (s Stand) zonderPunten(sleutel string) bool {
	stap, _ := casus.Zoek(s.Definitie.Stappen(), func(stap casus.Stap) bool { return stap.Soort == casus.StapAandachtspunten })
	laatste := ""
	for _, v := range stap.Velden {
		laatste = reflectie.Sleutel(reflectie.SleutelAandachtspunten, v.ID)
		if !s.Antwoorden[laatste].IsZero() {
			return false
		}
	}
	return sleutel == laatste
}
