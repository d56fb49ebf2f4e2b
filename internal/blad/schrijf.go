package blad

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// breedte is where the lines of comments end.
const breedte = 90

// Schrijf makes the empty answer file of a conversation: YAML with the
// questions as comments, in the order of the conversation as far as the shape
// of the file lets it. As it is, it parses, and answers nothing.
func Schrijf(def casus.Definitie) []byte {
	s := &schrijver{def: def, voorbeeld: voorbeeldwaarden(def), uitgelegd: map[string]bool{}}
	s.kop()
	s.wie()
	for _, blok := range groepeer(s.verdeel(), func(v papiervraag) string { return v.blok }) {
		s.blok(blok.naam, blok.leden)
	}
	blad := opgeruimd(s.b.String())
	return []byte(blad + "\n" + kenmerk(blad) + "\n")
}

// A groep is what stands under one name.
type groep[T any] struct {
	naam  string
	leden []T
}

// groepeer puts what has the same name together, in the order of the first of each.
func groepeer[T any](lijst []T, naam func(T) string) []groep[T] {
	var groepen []groep[T]
	for _, lid := range lijst {
		i := slices.IndexFunc(groepen, func(g groep[T]) bool { return g.naam == naam(lid) })
		if i < 0 {
			i = len(groepen)
			groepen = append(groepen, groep[T]{naam: naam(lid)})
		}
		groepen[i].leden = append(groepen[i].leden, lid)
	}
	return groepen
}

// opgeruimd takes away the empty lines that stand double where a part ends.
func opgeruimd(tekst string) string {
	for _, dubbel := range []string{"\n#\n\n", "\n\n\n"} {
		tekst = strings.ReplaceAll(tekst, dubbel, "\n\n")
	}
	return strings.TrimRight(tekst, "\n") + "\n"
}

// A papiervraag is a question with the step that asks it.
type papiervraag struct {
	stap sessie.Papierstap
	sessie.Papiervraag
	nummer int // its place in the conversation, from 1; 0 of a follow-up
	plek   reflectie.Plek
	isVeld bool   // it asks a field of the data
	blok   string // where in the file its answer stands
}

// A schrijver writes one answer file.
type schrijver struct {
	def        casus.Definitie
	voorbeeld  reflectie.Paar  // the two waarden of every example
	doorvragen []papiervraag   // the follow-ups on open questions
	uitgelegd  map[string]bool // titles of steps of which the explanation was written

	b        strings.Builder
	inspring string // stands before every line
}

// Names of the blocks that are no part of the data.
const (
	blokOpen  = "antwoorden"
	blokPrive = "prive"
)

// verdeel returns the questions, each with the block of the file in which its
// answer stands, and sets the follow-ups on open questions apart.
func (s *schrijver) verdeel() []papiervraag {
	var vragen []papiervraag
	nummer := 0
	for _, stap := range sessie.Papier(s.def) {
		for _, v := range stap.Vragen {
			p := papiervraag{stap: stap, Papiervraag: v, nummer: nummer}
			if v.Doorvraag {
				if _, _, opVeld := reflectie.Doorvraag(v.Sleutel); !opVeld {
					s.doorvragen = append(s.doorvragen, p)
				}
				continue
			}
			nummer++
			p.nummer = nummer
			p.plek, p.isVeld = reflectie.Ontleed(v.Sleutel)
			p.blok = blokVan(p)
			vragen = append(vragen, p)
			if v.Sleutel == sessie.SleutelBotst {
				p.blok = blokOpen // that nothing clashes is an answer, and no verband
				vragen = append(vragen, p)
			}
		}
	}
	return vragen
}

func blokVan(v papiervraag) string {
	switch {
	case v.Prive:
		return blokPrive
	case v.isVeld && v.plek.Deel.Naam == "":
		return v.plek.Veld.Naam
	case v.isVeld:
		return v.plek.Deel.Naam
	case v.Sleutel == reflectie.SleutelSpiegel, v.Sleutel == reflectie.SleutelWaarden:
		return reflectie.SleutelWaarden
	case sessie.IsParenvraag(v.Sleutel):
		return reflectie.SleutelVerbanden
	}
	return blokOpen
}

// lijn writes one line of YAML.
func (s *schrijver) lijn(format string, args ...any) {
	s.b.WriteString(strings.TrimRight(s.inspring+fmt.Sprintf(format, args...), " ") + "\n")
}

// wit writes an empty line; in an example that is one with a hash alone.
func (s *schrijver) wit() { s.lijn("") }

// uitleg writes a text as comments, wrapped, a paragraph at a time. No line of it
// begins with more than one space: that is how an example is known.
func (s *schrijver) uitleg(tekst string) {
	for alinea := range strings.SplitSeq(tekst, "\n\n") {
		for _, regel := range wrap(alinea, breedte-utf8.RuneCountInString(s.inspring)-2) {
			s.lijn("# %s", regel)
		}
	}
}

// wrap splits a text into lines of at most n characters; a longer word stands
// on a line of its own. What YAML allows in no file, not even in a comment,
// becomes a space; what turns the reading direction is shown.
func wrap(tekst string, n int) []string {
	tekst = strings.Map(func(r rune) rune {
		if strict.Keert(r) {
			return unicode.ReplacementChar
		}
		if r == '\ufeff' || !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, tekst)
	return strict.Wikkel(tekst, n)
}

// binnen writes what f writes with more before every line.
func (s *schrijver) binnen(inspring string, f func()) {
	vorige := s.inspring
	s.inspring += inspring
	f()
	s.inspring = vorige
}

func (s *schrijver) kop() {
	c, w := s.def.Casus, s.def.Werkvorm
	welke, maakt, deelt := "nieuw "+c.ID, "een reflectie", "uw reflectie"
	switch {
	case s.def.MaaktCasus():
		welke, maakt, deelt = "casus nieuw", "een casus", "de casus"
		s.uitleg("Antwoordblad om een casus te schrijven.")
	case s.def.IsEigen():
		welke = "nieuw --eigen"
		s.uitleg(fmt.Sprintf(`Antwoordblad bij een eigen situatie, met de werkvorm "%s".`, w.Naam))
	default:
		s.uitleg(fmt.Sprintf(`Antwoordblad bij de casus "%s", met de werkvorm "%s".`, c.Titel, w.Naam))
	}
	if w.Duur > 0 {
		s.uitleg(fmt.Sprintf("Reken op ongeveer %d minuten.", w.Duur))
	}
	s.lijn("#")
	s.uitleg("Elke vraag mag u overslaan. De nummers geven de volgorde van het gesprek.")
	s.uitleg("Schrijf uw antwoord onder de regel die op | eindigt. Begin elke regel met vier spaties, of zoveel dat het verder naar rechts staat dan de vraag:")
	s.lijn("#")
	s.lijn("#   vraag: |")
	s.lijn("#     Hier begint uw antwoord.")
	s.lijn("#     En hier gaat het verder.")
	s.lijn("#")
	s.uitleg("Een regel met een hekje # telt niet mee. Wilt u een voorbeeld gebruiken? Haal dan op elke regel het hekje weg, met de spatie erachter. Kopieer het voorbeeld als u er meer nodig hebt.")
	s.uitleg(fmt.Sprintf("Noem rollen en geen namen: dan kunt u %s delen.", deelt))
	s.lijn("#")
	s.uitleg(fmt.Sprintf("Klaar? Bewaar dit bestand. Deze opdracht maakt er %s van:", maakt))
	s.lijn("#")
	s.lijn("#   weeg %s --antwoorden BESTAND", welke)
	s.wit()
	s.lijn("weeg: %d", reflectie.Versie)
	s.lijn("casus: %s", strict.Quote(c.ID))
	if c.Versie > 0 {
		s.lijn("casusversie: %d", c.Versie)
	}
	s.lijn("werkvorm: %s", strict.Quote(w.ID))
	if w.Versie > 0 {
		s.lijn("werkvormversie: %d", w.Versie)
	}
	s.wit()
}

// wie writes what the conversation is about.
func (s *schrijver) wie() {
	c := s.def.Casus
	if s.def.MaaktCasus() { // it is about nothing yet, and does not tell by whom it is
		return
	}
	if !s.def.IsEigen() {
		s.titel("Waar het om gaat")
		for lijn := range strings.SplitSeq(casus.Alineas(c.Moment), "\n") {
			s.uitleg(lijn)
		}
		s.lijn("#")
		s.uitleg("Het hele verhaal leest u met: weeg casus toon " + c.ID)
		s.wit()
	}
	s.uitleg("Van wie is deze reflectie? Een team is genoeg.")
	s.lijn("door:")
	s.wit()
}

func (s *schrijver) titel(titel string) { s.uitleg("== " + titel + " ==") }

// blok writes one block, with the questions of all steps that belong in it.
func (s *schrijver) blok(naam string, vragen []papiervraag) {
	d, isDeel := reflectie.DeelVan(naam)
	switch {
	case naam == blokOpen || naam == blokPrive:
		s.open(naam, vragen)
	case !isDeel:
		s.kopVan(vragen[0])
		s.veld(vragen[0])
	case d.Rijen == reflectie.Enkel:
		s.lijn("%s:", naam)
		s.binnen("  ", func() { s.perStap("", vragen, s.veld) })
	default:
		s.rijen(d, vragen)
	}
	s.wit()
}

// kopVan writes the heading of the step that asks a question, and what it says
// where that was not said yet.
func (s *schrijver) kopVan(v papiervraag) {
	s.titel(v.stap.Titel)
	if v.stap.Uitleg != "" && !s.uitgelegd[v.stap.Titel+v.stap.Uitleg] {
		s.uitgelegd[v.stap.Titel+v.stap.Uitleg] = true
		s.uitleg(v.stap.Uitleg)
	}
	s.uitleg(v.stap.Alleen)
}

// perStap calls f for each question, under the heading of its step where that is
// another than boven.
func (s *schrijver) perStap(boven string, vragen []papiervraag, f func(papiervraag)) {
	for _, v := range vragen {
		if v.stap.Titel != boven {
			boven = v.stap.Titel
			s.kopVan(v)
		}
		f(v)
	}
}

// open writes the open questions: those that are private, or all others.
func (s *schrijver) open(blok string, vragen []papiervraag) {
	if blok == blokPrive {
		s.titel("Voor uzelf")
		if s.def.MaaktCasus() {
			s.uitleg("Dit komt niet in de casus. Weeg kijkt alleen of er nog iets van in staat. In dit blad staat het wel. Deel dit blad dus niet.")
		} else {
			s.uitleg("Deze antwoorden komen niet in uw reflectie. Ze blijven in uw eigen map.")
			s.uitleg("In dit blad staan ze wel. Deel dit blad dus niet.")
		}
	} else {
		s.titel("Open vragen")
		s.uitleg("De vragen van alle stappen staan hier bij elkaar.")
	}
	s.lijn("%s:", blok)
	s.binnen("  ", func() {
		s.perStap("", vragen, func(v papiervraag) {
			if v.Sleutel == sessie.SleutelBotst {
				s.uitleg(fmt.Sprintf(`Vraag %d staat verderop, bij "verbanden". Botst hier niets? Haal dan hier het hekje weg.`, v.nummer))
				s.lijn("# %s: %s", v.Sleutel, sessie.BotstNiets)
				s.wit()
				return
			}
			s.vraag(v)
			s.invulveld(v.Sleutel, v)
		})
		if blok == blokOpen {
			s.doorvraag()
		}
	})
}

// doorvraag writes which follow-ups there are: each once, with the questions
// that it may follow.
func (s *schrijver) doorvraag() {
	if len(s.doorvragen) == 0 {
		return
	}
	s.titel("Doorvragen")
	s.uitleg("In een gesprek vraagt Weeg hoogstens drie keer door op wat u schrijft. Hier doet u dat zelf, bij een zin waar nog iets achter zit. Zet achter de naam van de vraag een punt en de naam van de doorvraag, en haal het hekje weg:")
	s.lijn("# %s: |", s.doorvragen[0].Sleutel)
	s.wit()
	for _, g := range groepeer(s.doorvragen, func(v papiervraag) string { return laatste(v.Sleutel) + ": " + v.Vraag.Vraag }) {
		nummers := casus.Elk(g.leden, func(v papiervraag) string { return strconv.Itoa(v.nummer) })
		s.uitleg("- " + g.naam + " Bij vraag " + strings.Join(nummers, ", ") + ".")
	}
	s.wit()
}

// vraag writes a question in the words of the conversation.
func (s *schrijver) vraag(v papiervraag) {
	s.uitleg(fmt.Sprintf("%d. %s", v.nummer, v.Vraag.Vraag))
	s.uitleg(v.Toelichting)
	s.uitleg(v.Alleen)
}

// invulveld writes the key of a question, and how to fill it in.
func (s *schrijver) invulveld(sleutel string, v papiervraag) {
	switch {
	case v.Sleutel == sessie.SleutelOneens:
		s.uitleg(`Schrijf een id, zoals bij "waarden".`)
	case v.plek.Veld.Aard == reflectie.EenWaarde:
		s.uitleg(`Schrijf een id uit de lijst bij "waarden", of een eigen waarde die u daar een naam geeft.`)
	case v.plek.Veld.Aard == reflectie.Voorrang:
		s.uitleg("Kies uit " + casus.Opsomming(append(s.voorbeeld[:], reflectie.OpenVoorrang)) + ".")
	case v.Soort == casus.JaNee:
		s.uitleg("Antwoord met ja of nee.")
	case v.Soort == casus.Keuze:
		s.opties(v.Opties)
		if v.Vrij {
			s.uitleg("In uw eigen woorden mag ook.")
		}
	case v.Soort == casus.Meerkeuze:
		s.opties(v.Opties)
		s.uitleg(fmt.Sprintf("Meer mag ook. Zet ze tussen rechte haken, zoals [%s].", strings.Join(optieIDs(v.Opties[:min(len(v.Opties), 2)]), ", ")))
	case v.Soort == casus.Datum && v.Toelichting == "":
		s.uitleg("Schrijf jaar-maand-dag, zoals 2026-11-21.")
	case v.Soort == casus.Datum: // it says how
	case v.Soort == casus.Lijst:
		s.lijn("%s:", sleutel)
		s.lijn("#   - |")
		s.wit()
		return
	case v.Soort == casus.Regeltekst:
		s.uitleg("Eén regel is genoeg.")
		s.tekst(sleutel)
		return
	default:
		s.tekst(sleutel)
		return
	}
	s.leeg(sleutel)
}

// veld writes one field. A follow-up on it stands with the open questions.
func (s *schrijver) veld(v papiervraag) {
	s.vraag(v)
	s.invulveld(v.plek.Veld.Naam, v)
}

// rijen writes the rows of a part as examples: after "# ", so that the person
// who takes that away has a part of the file.
func (s *schrijver) rijen(d reflectie.Deel, vragen []papiervraag) {
	s.kopVan(vragen[0])
	switch d.Naam {
	case reflectie.SleutelWaarden:
		s.waarden(vragen)
	case reflectie.SleutelVerbanden:
		s.parenvragen(vragen)
	}
	s.lijn("%s:", d.Naam)
	s.binnen("#   ", func() {
		velden := slices.DeleteFunc(slices.Clone(vragen), func(v papiervraag) bool { return !v.isVeld })
		rijen := groepeer(velden, func(v papiervraag) string { return v.plek.Rij })
		for i, rij := range rijen {
			s.rij(d, i, rij.leden)
		}
		if naam, _ := d.Naamveld(); d.Rijen == reflectie.PerWaarde && len(rijen) < 2 { // one weighs two at least
			for _, id := range s.voorbeeld[len(rijen):] {
				s.lijn("- %s: %s", naam.Naam, id)
			}
			s.wit()
		}
	})
}

// rij writes row i, from 0: first what names it.
func (s *schrijver) rij(d reflectie.Deel, i int, vragen []papiervraag) {
	eerste := vragen[0]
	boven := eerste.stap.Titel
	switch naam, ok := d.Naamveld(); {
	case !ok || eerste.plek.Veld.IsNaam && len(eerste.Opties) == 0:
		s.vraag(eerste)
		s.tekst("- " + eerste.plek.Veld.Naam)
		vragen = vragen[1:]
	case d.Rijen == reflectie.PerPaar:
		s.lijn("- %s: [%s, %s]", naam.Naam, s.voorbeeld[0], s.voorbeeld[1])
	case d.Rijen == reflectie.PerWaarde:
		s.lijn("- %s: %s", naam.Naam, s.voorbeeld[min(i, 1)])
	case eerste.plek.Veld.IsNaam:
		s.vraag(eerste)
		s.opties(eerste.Opties)
		s.uitleg("In uw eigen woorden mag ook.")
		s.lijn("- %s:", naam.Naam)
		vragen = vragen[1:]
	default:
		s.lijn("- %s: %s", naam.Naam, cmp.Or(eerste.Noemt, reflectie.Ik))
	}
	s.binnen("  ", func() {
		if d.Naam == reflectie.SleutelVerbanden && !slices.ContainsFunc(vragen, isSoort) {
			s.leeg("soort")
		}
		s.rijvelden(boven, vragen)
	})
}

// rijvelden writes the fields of a row; of a field with a text for each of its
// pair, both under its name.
func (s *schrijver) rijvelden(boven string, vragen []papiervraag) {
	per := ""
	s.perStap(boven, vragen, func(v papiervraag) {
		if v.plek.Waarde == "" {
			s.veld(v)
			return
		}
		if per != v.plek.Veld.Naam {
			per = v.plek.Veld.Naam
			s.lijn("%s:", per)
		}
		s.binnen("  ", func() {
			s.vraag(v)
			s.tekst(map[string]string{sessie.EneWaarde: s.voorbeeld[0], sessie.AndereWaarde: s.voorbeeld[1]}[v.plek.Waarde])
		})
	})
}

// waarden writes how to choose waarden: the catalogue, and own ones.
func (s *schrijver) waarden(vragen []papiervraag) {
	for _, v := range vragen {
		switch v.Sleutel {
		case reflectie.SleutelWaarden:
			s.vraag(v)
			s.lijn("#")
			s.catalogus()
			s.uitleg(`Een eigen waarde krijgt een naam en geen id, zoals "- naam: Rust in de straat". Elders in dit blad noemt u die dan "rust-in-de-straat".`)
		case reflectie.SleutelSpiegel:
			s.vraag(v)
			if len(s.def.Casus.Waarden) > 0 {
				s.uitleg("Hebt u gekozen? Met weeg casus toon " + s.def.Casus.ID + " ziet u die waarden. Zet erbij wat u wilt.")
			}
		}
	}
}

// parenvragen writes the questions that are answered with a pair and its soort.
func (s *schrijver) parenvragen(vragen []papiervraag) {
	soorten := reflectie.KeuzesVan(reflectie.SleutelVerbanden, "soort")
	for _, v := range vragen {
		if !sessie.IsParenvraag(v.Sleutel) {
			continue
		}
		s.vraag(v)
		if v.Sleutel == sessie.SleutelBotst {
			s.uitleg(`Schrijf dat paar hieronder, met "soort: tegen".`)
		} else {
			s.uitleg(`Schrijf ook dat paar hieronder, met "soort: versterkt". Is het hetzelfde paar? Schrijf dan één keer "soort: beide".`)
		}
	}
	if !slices.ContainsFunc(vragen, isSoort) {
		s.uitleg("De soort is " + casus.Opsomming(soorten) + ".")
	}
}

// isSoort reports whether a question asks how two waarden relate.
func isSoort(v papiervraag) bool { return v.plek.VanVeld(reflectie.SleutelVerbanden, "soort") }

// opties writes what there is to choose, on one line where the ids speak for themselves.
func (s *schrijver) opties(opties []sessie.Optie) {
	spreektNiet := func(o sessie.Optie) bool { return !strings.HasSuffix(reflectie.Slug(o.Naam), o.ID) }
	switch {
	case len(opties) == 0:
	case slices.ContainsFunc(opties, spreektNiet):
		s.uitleg("Kies uit:")
		for _, o := range opties {
			s.uitleg("- " + o.ID + ": " + o.Naam)
		}
	default:
		s.uitleg("Kies uit " + casus.Opsomming(optieIDs(opties)) + ".")
	}
}

func optieIDs(opties []sessie.Optie) []string {
	return casus.Elk(opties, func(o sessie.Optie) string { return o.ID })
}

// tekst writes a field for words of one's own: what stands below the | is taken
// as it is, also with a colon or a hash in it.
func (s *schrijver) tekst(veld string) {
	s.lijn("%s: |", veld)
	s.wit()
}

// leeg writes a field for a choice or a date.
func (s *schrijver) leeg(veld string) {
	s.lijn("%s:", veld)
	s.wit()
}

// catalogus writes the ids of the catalogue, a paragraph for each group.
func (s *schrijver) catalogus() {
	s.uitleg("Dit zijn de waarden van de catalogus, met hun id:")
	for _, g := range groepeer(s.def.Waarden, func(w casus.Waarde) string { return cmp.Or(w.Groep, "Andere") }) {
		s.uitleg("- " + g.naam + ": " + strings.Join(waardeIDs(g.leden), ", "))
	}
	s.lijn("#")
}
