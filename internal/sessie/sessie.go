// Package sessie is the conversation as a pure machine: from the definitions
// and the answers so far it says which questions apply, which is next, and
// what an answer changes.
//
// It owns order, conditions, going back, skipping and what has become vervallen.
// It knows no terminal, no files and no clock; a front end asks what it says.
package sessie

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
)

// A Sessie is one conversation under way.
type Sessie struct {
	stand   Stand
	gekozen string // what was chosen at the last question

	bekend            bool // what follows is what stand expands to
	vragen, vervallen []Vraag
}

// New goes on where a Stand is.
func New(stand Stand) *Sessie {
	stand = stand.clone()
	if stand.Antwoorden == nil {
		stand.Antwoorden = reflectie.Antwoorden{}
	}
	if stand.Overgeslagen == nil {
		stand.Overgeslagen = map[string]bool{}
	}
	if stand.Herhaald == nil {
		stand.Herhaald = map[string]bool{}
	}
	if stand.Afgeschermd == nil {
		stand.Afgeschermd = map[string]bool{}
	}
	s := &Sessie{stand: stand}
	if stand.Plaats != SleutelAfronden && !slices.ContainsFunc(stand.Vragen(), func(v Vraag) bool { return v.Sleutel == stand.Plaats }) {
		s.stand.Plaats = s.eersteOpen()
	}
	s.neemKladOver()
	return s
}

// neemKladOver makes an answer of what was being typed when the conversation
// broke off, and stays there: what somebody typed is never lost.
func (s *Sessie) neemKladOver() {
	klad := s.stand.Klad
	s.stand.Klad = nil
	if klad == nil || klad.Sleutel == SleutelAfronden || !s.Goto(klad.Sleutel) {
		return
	}
	v := s.Vraag()
	if a, err := s.pas(v, klad.Antwoord); err == nil && !a.IsZero() {
		s.zet(v, a)
	}
}

// Onthoud keeps what the person is typing at the question where they are,
// without confirming it. Anything else that they do takes its place.
// Nothing typed leaves nothing to keep.
func (s *Sessie) Onthoud(a reflectie.Antwoord) {
	if a.IsZero() {
		s.stand.Klad = nil
		return
	}
	s.stand.Klad = &Klad{Sleutel: s.stand.Plaats, Antwoord: a}
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

// expand expands the stand once after every change.
func (s *Sessie) expand() {
	if !s.bekend {
		s.vragen, s.vervallen = s.stand.Expand()
		s.bekend = true
	}
}

// veranderd says that the stand is no longer what it was, and that the person
// did something else than type.
func (s *Sessie) veranderd() { s.bekend, s.stand.Klad = false, nil }

// Vraag returns the question where the person is: one of Vragen, or the last
// one, what to do with the answers.
func (s *Sessie) Vraag() Vraag {
	if s.stand.Plaats == SleutelAfronden {
		return s.afronden()
	}
	for _, v := range s.Vragen() {
		if v.Sleutel == s.stand.Plaats {
			return v
		}
	}
	return s.afronden() // a werkvorm that asks nothing
}

func (s *Sessie) afronden() Vraag {
	v := Vraag{Sleutel: SleutelAfronden, Titel: "Afronden", Soort: Keuze,
		Vraag:       "Dit was de laatste vraag. Wat wilt u nu?",
		Toelichting: "U kunt nog terug. Wat u oversloeg, staat er straks als niet ingevuld.",
		Opties: []Optie{
			{ID: AfrondenMaak, Naam: "De reflectie maken"},
			{ID: AfrondenLater, Naam: "Stoppen en later verdergaan"},
		}}
	if s.stand.IsTerugblik() {
		v.Opties[0].Naam, v.Toelichting = "De terugblik bewaren", "U kunt nog terug. Uw antwoorden komen straks onderaan in de reflectie."
	}
	if n := len(s.teTonen(s.Vervallen())); n > 0 {
		v.Opties[0].Uitleg = "met " + telwoord(n, "vervallen antwoord", "vervallen antwoorden") + " onderaan"
		v.Opties = slices.Insert(v.Opties, 1, Optie{ID: AfrondenZonderVervallen, Naam: v.Opties[0].Naam + " zonder vervallen antwoorden"})
	}
	return v
}

// teTonen leaves the private questions out.
func (s *Sessie) teTonen(vragen []Vraag) []Vraag {
	return slices.DeleteFunc(vragen, func(v Vraag) bool { return v.Prive })
}

func telwoord(n int, een, meer string) string {
	if n == 1 {
		return "1 " + een
	}
	return fmt.Sprintf("%d %s", n, meer)
}

// Voortgang says in which step the person is, from 1, and how many there are.
// Steps that share a title count as one. Steps that ask nothing, or nothing
// yet, count too, so that the end does not move away from who walks towards it.
func (s *Sessie) Voortgang() (stap, van int) {
	var titels []string
	if s.stand.Definitie.Casus.ID == reflectie.Eigen {
		titels = append(titels, titelEigen)
	}
	for _, stap := range s.stand.Definitie.Werkvorm.Stappen {
		titels = append(titels, stap.Titel)
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
	s.zet(v, a)
	s.verder(v.Sleutel, vorige)
	return nil
}

// zet puts an answer where it belongs.
func (s *Sessie) zet(v Vraag, a reflectie.Antwoord) {
	if s.eigenRij(v.Sleutel) {
		s.noemRij(v.Sleutel)
	}
	s.stand.Antwoorden[v.Sleutel] = a
	if v.Prive {
		s.stand.Afgeschermd[v.Sleutel] = true
	}
	delete(s.stand.Overgeslagen, v.Sleutel)
	s.veranderd()
}

// Skip goes on without an answer. An answer that stands there stays.
func (s *Sessie) Skip() {
	v := s.Vraag()
	if v.Sleutel == SleutelAfronden {
		return
	}
	vorige := s.sleutels()
	if v.Antwoord.IsZero() {
		s.stand.Overgeslagen[v.Sleutel] = true
		s.veranderd()
	}
	s.verder(v.Sleutel, vorige)
}

// Clear takes the answer away that stands at the question where the person is.
func (s *Sessie) Clear() {
	defer s.veranderd()
	sleutel := s.stand.Plaats
	delete(s.stand.Antwoorden, sleutel)
	prefix, rest, _ := strings.Cut(sleutel, ".")
	rij, _, _ := strings.Cut(rest, ".")
	for _, naam := range []string{"van", "wie"} { // a row that only says "me" says nothing
		eigen := reflectie.Sleutel(prefix, rij, naam)
		if s.eigenRij(sleutel) && s.leeg(prefix+"."+rij+".", eigen) {
			delete(s.stand.Antwoorden, eigen)
		}
	}
}

// leeg reports whether no key begins with prefix, but for behalve.
func (s *Sessie) leeg(prefix, behalve string) bool {
	for sleutel := range s.stand.Antwoorden {
		if strings.HasPrefix(sleutel, prefix) && sleutel != behalve {
			return false
		}
	}
	return true
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
	s.stand.Plaats, s.stand.Nogmaals, s.gekozen = sleutel, "", ""
	s.veranderd()
}

// sleutels returns the keys of the questions that apply, the last one included.
func (s *Sessie) sleutels() []string {
	var sleutels []string
	for _, v := range s.Vragen() {
		sleutels = append(sleutels, v.Sleutel)
	}
	return append(sleutels, SleutelAfronden)
}

// eersteOpen is where to go on when the place in a concept is no longer asked:
// what was answered or skipped is not walked through once more.
func (s *Sessie) eersteOpen() string {
	if len(s.stand.Antwoorden) == 0 && len(s.stand.Overgeslagen) == 0 {
		return s.sleutels()[0]
	}
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
	if !s.stand.Herhaald[sleutel] && s.stand.vraagtNogmaals(sleutel) {
		s.stand.Herhaald[sleutel] = true
		s.stand.Nogmaals = sleutel
		s.veranderd()
		return
	}
	nu := s.sleutels()
	for i := slices.Index(vorige, sleutel); i >= 0; i-- {
		if j := slices.Index(nu, vorige[i]); j >= 0 {
			s.naar(nu[min(j+1, len(nu)-1)])
			return
		}
	}
	s.naar(nu[0])
}

// pas makes an answer fit the question: names become ids, and what cannot be is refused.
func (s *Sessie) pas(v Vraag, a reflectie.Antwoord) (reflectie.Antwoord, error) {
	a, err := s.pasSoort(v, a)
	if err == nil && s.dubbeleLaag(v.Sleutel, a) {
		return a, &Ongeldig{"Daarover vertelde u al. Noem iemand anders, of sla deze vraag over."}
	}
	return a, err
}

// dubbeleLaag reports whether another row about room says that it is about the same layer.
func (s *Sessie) dubbeleLaag(sleutel string, a reflectie.Antwoord) bool {
	if !strings.HasPrefix(sleutel, reflectie.SleutelRuimte+".") || !strings.HasSuffix(sleutel, ".wie") {
		return false
	}
	return slices.ContainsFunc(s.stand.Antwoorden.Rijen(reflectie.SleutelRuimte), func(n int) bool {
		rij := reflectie.Rij(reflectie.SleutelRuimte, n, "wie")
		return rij != sleutel && s.stand.Antwoorden[rij].Equal(a)
	})
}

func (s *Sessie) pasSoort(v Vraag, a reflectie.Antwoord) (reflectie.Antwoord, error) {
	switch v.Soort {
	case JaNee:
		if a.Vorm() != reflectie.VormJaNee {
			return a, &Ongeldig{"Antwoord met ja of nee."}
		}
		return a, nil
	case Tekst:
		return vorm(a, reflectie.VormTekst, "Schrijf hier een tekst.")
	case Regel:
		a, err := vorm(a, reflectie.VormTekst, "Schrijf hier een regel.")
		if err == nil && v.Vrij {
			return reflectie.Tekst(s.waarde(a.Tekst())), nil
		}
		return reflectie.Tekst(eenRegel(a.Tekst())), err
	case Datum:
		d, err := reflectie.ParseDatum(isoDatum(a.Tekst()))
		if err != nil {
			return a, &Ongeldig{"Dat is geen datum. Schrijf dag-maand-jaar, zoals 21-2-2027."}
		}
		return reflectie.Tekst(d.String()), nil
	case Keuze:
		if id, ok := optie(v, a.Tekst()); ok {
			return reflectie.Tekst(id), nil
		}
		if !v.Vrij || a.Vorm() != reflectie.VormTekst {
			return a, &Ongeldig{"Kies een van de antwoorden die hier staan."}
		}
		return reflectie.Tekst(eenRegel(a.Tekst())), nil
	}
	return s.pasLijst(v, a)
}

func vorm(a reflectie.Antwoord, v reflectie.Vorm, tekst string) (reflectie.Antwoord, error) {
	if a.Vorm() != v {
		return reflectie.Antwoord{}, &Ongeldig{tekst}
	}
	return a, nil
}

// IsDatum reports whether a text is a day, as people write it or as the files do.
func IsDatum(s string) bool {
	_, err := reflectie.ParseDatum(isoDatum(s))
	return err == nil
}

// isoDatum turns a day as people write it, 21-2-2027, into the form of the files.
func isoDatum(s string) string {
	delen := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/. ", r) })
	if len(delen) != 3 {
		return s
	}
	if len(delen[2]) == 4 {
		slices.Reverse(delen)
	}
	return fmt.Sprintf("%s-%02s-%02s", delen[0], delen[1], delen[2])
}

func eenRegel(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// optie returns the id of the option that is called so, by id or by name.
func optie(v Vraag, woord string) (string, bool) {
	for _, o := range v.Opties {
		if o.ID == woord || strings.EqualFold(o.Naam, woord) {
			return o.ID, true
		}
	}
	return "", false
}

func (s *Sessie) pasLijst(v Vraag, a reflectie.Antwoord) (reflectie.Antwoord, error) {
	if a.Vorm() != reflectie.VormLijst {
		return a, &Ongeldig{"Kies een of meer van de antwoorden die hier staan."}
	}
	var ids []string
	for _, item := range a.Lijst() {
		id, ok := optie(v, item)
		if p, isPaar := reflectie.ParsePaar(item); !ok && isPaar {
			id, ok = optie(v, p[1]+"+"+p[0])
		}
		if v.Soort == Waardenkeuze && v.Vrij {
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
	for _, w := range s.stand.Definitie.Waarden {
		if w.ID == naam || strings.EqualFold(w.Naam, naam) {
			return w.ID
		}
	}
	bezet := map[string]bool{}
	for _, w := range s.stand.Definitie.Waarden {
		bezet[w.ID] = true
	}
	for _, id := range newRij(&s.stand).eigenWaarden() {
		if id == naam || strings.EqualFold(s.stand.Naam(id), naam) {
			return id
		}
		bezet[id] = true
	}
	id := reflectie.NieuweID(naam, func(id string) bool { return bezet[id] })
	s.stand.Antwoorden[naamSleutel(id)] = reflectie.Tekst(naam)
	s.veranderd()
	return id
}

// noemRij says of the row about oneself that it is, when its first answer comes.
func (s *Sessie) noemRij(sleutel string) {
	delen := strings.Split(sleutel, ".")
	if delen[0] == reflectie.SleutelStandpunten {
		s.stand.Antwoorden[reflectie.Sleutel(delen[0], delen[1], "van")] = reflectie.Tekst(reflectie.Ik)
	} else {
		s.stand.Antwoorden[reflectie.Sleutel(delen[0], delen[1], "wie")] = reflectie.Tekst(s.stand.ik())
	}
}

// eigenRij reports whether a key is in the row about oneself.
func (s *Sessie) eigenRij(sleutel string) bool {
	r := newRij(&s.stand)
	ik := reflectie.Rij(reflectie.SleutelStandpunten, r.rijVan(reflectie.SleutelStandpunten, "van", reflectie.Ik), "")
	eigen := reflectie.Rij(reflectie.SleutelRuimte, r.eigenRuimte(), "")
	return strings.HasPrefix(sleutel, ik) || strings.HasPrefix(sleutel, eigen)
}

// vraagtNogmaals reports whether a question is important, and little was said.
func (s Stand) vraagtNogmaals(sleutel string) bool {
	a := s.Antwoorden[sleutel]
	switch {
	case sleutel == reflectie.SleutelWaarden:
		return len(s.Antwoorden.Gekozen()) < MinWaarden
	case sleutel == "uitkomst.doen":
		return a.IsZero()
	case sleutel == "uitkomst.omdat":
		return a.IsZero() && s.Antwoorden["uitkomst.keuze"].Tekst() == reflectie.Afwijken
	case strings.HasPrefix(sleutel, reflectie.SleutelAandachtspunten+"."):
		return Regelachtig(a.Tekst()) != ""
	}
	return false
}

// melding says, kindly, why a question is asked once more.
func (s Stand) melding(v Vraag) string {
	switch {
	case v.Sleutel == reflectie.SleutelWaarden && len(s.Antwoorden.Gekozen()) == 1:
		return "U koos er één. Welke waarde telt hier nog meer mee?"
	case v.Sleutel == reflectie.SleutelWaarden:
		return "De volgende vragen gaan over waarden. Kies er minstens twee, of sla dit over."
	case v.Sleutel == "uitkomst.doen":
		return "Weet u het nog niet? Schrijf dan op wat u als eerste zou doen."
	case v.Sleutel == "uitkomst.omdat":
		return "U wijkt af van een regel. Een korte reden is genoeg."
	case Regelachtig(v.Antwoord.Tekst()) != "":
		return fmt.Sprintf("U schrijft \"%s\". Wanneer zou u het anders doen? Het mag zo blijven.",
			Regelachtig(v.Antwoord.Tekst()))
	}
	return ""
}
