package blad

import (
	"cmp"
	"fmt"
	"slices"
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
	s := &schrijver{def: def, stappen: def.Stappen(), vragen: papiervragen(def), gehad: map[string]bool{}}
	s.kop()
	s.wie()
	for _, stap := range s.stappen {
		s.stap(stap)
	}
	return []byte(opgeruimd(s.b.String()))
}

// opgeruimd takes away the empty lines that stand double where a part ends.
func opgeruimd(tekst string) string {
	for _, dubbel := range []string{"\n#\n\n", "\n\n\n"} {
		tekst = strings.ReplaceAll(tekst, dubbel, "\n\n")
	}
	return strings.TrimRight(tekst, "\n") + "\n"
}

// A schrijver writes one answer file.
type schrijver struct {
	def     casus.Definitie
	stappen []casus.Stap
	vragen  map[string]sessie.Vraag // the tool's own questions, in the words of the conversation
	gehad   map[string]bool         // blocks that stand there already

	b        strings.Builder
	inspring string // stands before every line
}

// lijn writes one line of YAML.
func (s *schrijver) lijn(format string, args ...any) {
	s.b.WriteString(strings.TrimRight(s.inspring+fmt.Sprintf(format, args...), " ") + "\n")
}

// wit writes an empty line; in an example that is one with a hash alone.
func (s *schrijver) wit() { s.lijn("") }

// uitleg writes a text as comments, wrapped, a paragraph at a time.
func (s *schrijver) uitleg(tekst string) {
	for _, alinea := range strings.Split(tekst, "\n\n") {
		for _, regel := range wrap(alinea, breedte-utf8.RuneCountInString(s.inspring)-2) {
			s.lijn("# %s", regel)
		}
	}
}

// wrap splits a text into lines of at most n characters; a longer word stands
// on a line of its own. What YAML allows in no file, not even in a comment,
// becomes a space.
func wrap(tekst string, n int) []string {
	tekst = strings.Map(func(r rune) rune {
		if r == '\ufeff' || !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, tekst)
	var regels []string
	lengte := 0
	for _, woord := range strings.Fields(tekst) {
		w := utf8.RuneCountInString(woord)
		if len(regels) > 0 && lengte+1+w <= n {
			regels[len(regels)-1] += " " + woord
			lengte += 1 + w
			continue
		}
		regels = append(regels, woord)
		lengte = w
	}
	return regels
}

// binnen writes what f writes with more before every line.
func (s *schrijver) binnen(inspring string, f func()) {
	vorige := s.inspring
	s.inspring += inspring
	f()
	s.inspring = vorige
}

// voorbeeld writes what f writes as an example: after "# ", so that the person
// who takes that away has a part of the file.
func (s *schrijver) voorbeeld(f func()) { s.binnen("#   ", f) }

func (s *schrijver) kop() {
	c, w := s.def.Casus, s.def.Werkvorm
	s.uitleg(fmt.Sprintf(`Antwoordblad bij de casus "%s", met de werkvorm "%s".`, c.Titel, w.Naam))
	if w.Duur > 0 {
		s.uitleg(fmt.Sprintf("Reken op ongeveer %d minuten.", w.Duur))
	}
	s.lijn("#")
	s.uitleg("Elke vraag mag u overslaan. Schrijf uw antwoord onder de regel die op | eindigt. Begin elke regel met vier spaties, of zoveel dat het verder naar rechts staat dan de vraag:")
	s.lijn("#")
	s.lijn("#   vraag: |")
	s.lijn("#     Hier begint uw antwoord.")
	s.lijn("#     En hier gaat het verder.")
	s.lijn("#")
	s.uitleg("Een regel met een hekje # telt niet mee. Wilt u een voorbeeld gebruiken? Haal dan op elke regel het hekje weg, met de spatie erachter. Kopieer het voorbeeld als u er meer nodig hebt.")
	s.uitleg("Noem rollen en geen namen: dan kunt u uw reflectie delen.")
	s.lijn("#")
	s.uitleg("Klaar? Bewaar dit bestand. Deze opdracht maakt er een reflectie van:")
	s.lijn("#")
	if c.ID == reflectie.Eigen {
		s.lijn("#   weeg nieuw --eigen --antwoorden BESTAND")
	} else {
		s.lijn("#   weeg nieuw %s --antwoorden BESTAND", c.ID)
	}
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

// wie writes what the conversation is about, and who looks at it.
func (s *schrijver) wie() {
	c := s.def.Casus
	if c.ID == reflectie.Eigen {
		s.eigen()
	} else {
		s.titel("Waar het om gaat")
		s.uitleg(c.Moment)
		s.lijn("#")
		s.uitleg("Het hele verhaal leest u met: weeg casus toon " + c.ID)
		s.wit()
	}
	s.uitleg("Vanuit welke rol kijkt u?")
	if len(c.Rollen) > 0 {
		s.uitleg("Schrijf een van deze woorden, of uw eigen woorden:")
		for _, rol := range c.Rollen {
			s.uitleg(fmt.Sprintf("- %s: %s. %s", rol.ID, rol.Naam, rol.Moment))
		}
	}
	s.lijn("rol:")
	s.wit()
	s.uitleg("Van wie is deze reflectie? Een team is genoeg.")
	s.lijn("door:")
	s.wit()
}

func (s *schrijver) eigen() {
	s.titel(s.vragen["eigen.titel"].Titel)
	s.uitleg(s.vragen["eigen.titel"].Uitleg)
	s.lijn("eigen:")
	s.binnen("  ", func() {
		for _, veld := range []string{"titel", "situatie", "moment"} {
			s.vraag("eigen." + veld)
			s.tekst(veld)
		}
	})
}

func (s *schrijver) titel(titel string) { s.uitleg("== " + titel + " ==") }

// vraag writes one of the tool's own questions, in the words of the conversation.
func (s *schrijver) vraag(delen ...string) {
	v, ok := s.vragen[reflectie.Sleutel(delen...)]
	if !ok {
		return
	}
	s.uitleg(v.Vraag)
	s.uitleg(v.Toelichting)
	if v.Soort == sessie.JaNee {
		s.uitleg("Antwoord met ja of nee.")
	}
	if v.Soort == sessie.Keuze && !v.Vrij {
		var opties []casus.Optie
		for _, o := range v.Opties {
			opties = append(opties, casus.Optie{ID: o.ID, Naam: o.Naam})
		}
		s.opties(opties)
	}
}

// opties writes what there is to choose, on one line where the ids speak for themselves.
func (s *schrijver) opties(opties []casus.Optie) {
	var ids []string
	for _, o := range opties {
		if strings.HasSuffix(reflectie.Slug(o.Naam), o.ID) {
			ids = append(ids, o.ID)
		}
	}
	if len(ids) == len(opties) {
		s.uitleg("Kies uit " + casus.Opsomming(ids) + ".")
		return
	}
	s.uitleg("Kies uit:")
	for _, o := range opties {
		s.uitleg("- " + o.ID + ": " + o.Naam)
	}
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

// eersteKeer reports whether a block is not there yet.
func (s *schrijver) eersteKeer(blok string) bool {
	gehad := s.gehad[blok]
	s.gehad[blok] = true
	return !gehad
}

// stap writes the blocks that a step calls for and that are not there yet.
func (s *schrijver) stap(stap casus.Stap) {
	vragen := func(na bool) {
		for _, v := range stap.Vragen {
			switch {
			case v.Na != na:
			case v.ID == casus.VraagTerugblik:
				s.terugblik(stap, v)
			case v.Prive:
				s.open("prive", true)
			default:
				s.open("antwoorden", false)
			}
		}
	}
	vragen(false)
	switch stap.Soort {
	case casus.StapStandpunten:
		s.blok(stap, "standpunten", s.standpunten)
	case casus.StapWaarden:
		s.blok(stap, "waarden", s.waarden)
	case casus.StapVerbanden:
		s.blok(stap, "verbanden", s.verbanden)
	case casus.StapRealisatie:
		s.open("antwoorden", false)
	case casus.StapRuimte:
		s.blok(stap, "ruimte", s.ruimte)
	case casus.StapWeging:
		s.blok(stap, "weging", s.weging)
	case casus.StapUitkomst:
		s.blok(stap, "uitkomst", s.uitkomst)
	case casus.StapAandachtspunten:
		s.blok(stap, "aandachtspunten", s.aandachtspunten)
	}
	vragen(true)
}

// blok writes the heading of a step and its own part, once.
func (s *schrijver) blok(stap casus.Stap, naam string, f func()) {
	if !s.eersteKeer(naam) {
		return
	}
	s.stapkop(stap)
	f()
	s.wit()
}

func (s *schrijver) stapkop(stap casus.Stap) {
	s.titel(stap.Titel)
	s.uitleg(stap.Uitleg)
	s.als(stap.Als)
}

// als writes when a question or a step counts.
func (s *schrijver) als(als *casus.Als) {
	if als == nil {
		return
	}
	if als.Vraag == "verbanden.soort" && len(als.Is) > 0 {
		s.uitleg(fmt.Sprintf("Dit telt mee als er een verband is met soort %s.", casus.Opsomming(als.Is)))
		return
	}
	if len(als.Is) == 0 {
		s.uitleg(fmt.Sprintf(`Dit telt mee als u "%s" hebt ingevuld.`, als.Vraag))
		return
	}
	s.uitleg(fmt.Sprintf(`Dit telt mee als bij "%s" staat: %s.`, als.Vraag, casus.Opsomming(als.Is)))
}

// citaten puts each of the words between quotation marks.
func citaten(woorden []string) []string {
	var citaten []string
	for _, w := range woorden {
		citaten = append(citaten, `"`+w+`"`)
	}
	return citaten
}

// open writes all open questions of the conversation in one block, once: those
// that are private, or all others.
func (s *schrijver) open(blok string, prive bool) {
	if !s.eersteKeer(blok) {
		return
	}
	if prive {
		s.titel("Voor uzelf")
		s.uitleg("Deze antwoorden komen niet in uw reflectie. Ze blijven op deze computer.")
		s.uitleg("In dit blad staan ze wel. Deel dit blad dus niet.")
	} else {
		s.titel("Open vragen")
		s.uitleg("De vragen van alle stappen staan hier bij elkaar.")
	}
	s.lijn("%s:", blok)
	s.binnen("  ", func() {
		for _, stap := range s.stappen {
			s.openStap(stap, prive)
		}
	})
}

// openStap writes the open questions of one step, under its heading.
func (s *schrijver) openStap(stap casus.Stap, prive bool) {
	kop := false
	begin := func() {
		if !kop {
			s.stapkop(stap)
			s.wit()
		}
		kop = true
	}
	for _, v := range stap.Vragen {
		if v.Prive == prive && v.ID != casus.VraagTerugblik {
			begin()
			s.openVraag(stap, v)
		}
	}
	if stap.Soort == casus.StapRealisatie && !prive {
		begin()
		s.uitleg(s.vragen[sleutelOneens].Vraag)
		s.uitleg(s.vragen[sleutelOneens].Toelichting)
		s.uitleg(`Schrijf een id, zoals bij "waarden".`)
		s.leeg(sleutelOneens)
	}
}

func (s *schrijver) openVraag(stap casus.Stap, v casus.Vraag) {
	s.uitleg(v.Vraag)
	s.uitleg(v.Toelichting)
	if v.Toont != "" {
		s.uitleg(fmt.Sprintf(`Kijk terug naar wat u schreef bij "%s".`, v.Toont))
	}
	s.als(v.Als)
	sleutel := reflectie.Sleutel(stap.ID, v.ID)
	s.invulveld(sleutel, v)
	for _, d := range v.Doorvragen {
		if d.Als.Korter > 0 {
			s.uitleg("Is uw antwoord kort? Dan helpt deze vraag u misschien verder: " + d.Vraag)
		} else {
			s.uitleg(fmt.Sprintf("Schreef u %s? Dan helpt deze vraag u misschien verder: %s", casus.Opsomming(citaten(d.Als.Woorden)), d.Vraag))
		}
		s.lijn("# %s: |", reflectie.Sleutel(sleutel, d.ID))
		s.wit()
	}
}

// invulveld writes the key of an open question, and how to fill it in.
func (s *schrijver) invulveld(sleutel string, v casus.Vraag) {
	switch v.Soort {
	case casus.JaNee:
		s.uitleg("Antwoord met ja of nee.")
	case casus.Keuze:
		s.opties(v.Opties)
	case casus.Meerkeuze:
		s.opties(v.Opties)
		s.uitleg(fmt.Sprintf("Meer mag ook. Zet ze tussen rechte haken, zoals [%s].", voorbeeldkeuze(v.Opties)))
	case casus.Datum:
		s.uitleg("Schrijf jaar-maand-dag, zoals 2026-11-21.")
	case casus.Regeltje:
		s.uitleg("Eén regel is genoeg.")
		s.tekst(sleutel)
		return
	default:
		s.tekst(sleutel)
		return
	}
	s.leeg(sleutel)
}

func voorbeeldkeuze(opties []casus.Optie) string {
	var ids []string
	for _, o := range opties[:min(len(opties), 2)] {
		ids = append(ids, o.ID)
	}
	return strings.Join(ids, ", ")
}

func (s *schrijver) terugblik(stap casus.Stap, v casus.Vraag) {
	if !s.eersteKeer(reflectie.SleutelTerugblik) {
		return
	}
	s.titel(stap.Titel)
	s.uitleg(v.Vraag)
	s.uitleg(v.Toelichting)
	s.als(v.Als)
	s.invulveld(reflectie.SleutelTerugblik, v)
}

func (s *schrijver) standpunten() {
	s.lijn("standpunten:")
	s.voorbeeld(func() {
		s.lijn("- van: ik")
		s.binnen("  ", func() {
			if !s.vraagtReactie() {
				s.vraag("standpunten.1.standpunt")
				s.tekst("standpunt")
			}
			s.vraag("standpunten.1.waarde")
			s.uitleg(`Schrijf een id, zoals bij "waarden".`)
			s.lijn("waarde:")
		})
		s.wit()
		s.vraag("standpunten.2.van")
		s.lijn("- van:")
		s.binnen("  ", func() {
			s.vraag("standpunten.2.standpunt")
			s.tekst("standpunt")
			s.vraag("standpunten.2.waarde")
			s.lijn("waarde:")
		})
	})
}

// vraagtReactie reports whether an open question asks for the first reaction;
// then it is not asked here once more.
func (s *schrijver) vraagtReactie() bool {
	return slices.ContainsFunc(s.stappen, func(stap casus.Stap) bool {
		return slices.ContainsFunc(stap.Vragen, func(v casus.Vraag) bool { return v.ID == casus.VraagReactie && !v.Prive })
	})
}

func (s *schrijver) waarden() {
	een, _ := s.voorbeeldwaarden()
	s.vraag(reflectie.SleutelWaarden)
	s.lijn("#")
	s.catalogus()
	s.uitleg(`Een eigen waarde krijgt een naam en geen id, zoals "- naam: Rust in de straat". Elders in dit blad noemt u die dan "rust-in-de-straat".`)
	if s.heeft(casus.StapSpiegel) && len(s.def.Casus.Waarden) > 0 {
		s.uitleg("Hebt u gekozen? Met weeg casus toon " + s.def.Casus.ID + " ziet u welke waarden de schrijver van de casus zag. Neem erbij wat u wilt.")
	}
	s.lijn("waarden:")
	s.voorbeeld(func() {
		s.lijn("- id: %s", een)
		s.binnen("  ", func() {
			s.vraag("waarden", sessie.EneWaarde, "betekenis")
			s.tekst("betekenis")
			s.realisatie()
		})
	})
}

// catalogus writes the ids of the catalogue, a paragraph for each group.
func (s *schrijver) catalogus() {
	s.uitleg("Dit zijn de waarden van de catalogus, met hun id:")
	var groepen []string
	ids := map[string][]string{}
	for _, w := range s.def.Waarden {
		groep := cmp.Or(w.Groep, "Andere")
		if ids[groep] == nil {
			groepen = append(groepen, groep)
		}
		ids[groep] = append(ids[groep], w.ID)
	}
	for _, groep := range groepen {
		s.uitleg("- " + groep + ": " + strings.Join(ids[groep], ", "))
	}
	s.lijn("#")
}

func (s *schrijver) heeft(soort casus.Stapsoort) bool {
	return slices.ContainsFunc(s.stappen, func(stap casus.Stap) bool { return stap.Soort == soort })
}

// realisatie writes the fields of a waarde that the step of that kind asks for.
func (s *schrijver) realisatie() {
	i := slices.IndexFunc(s.stappen, func(stap casus.Stap) bool { return stap.Soort == casus.StapRealisatie })
	if i < 0 {
		return
	}
	s.stapkop(s.stappen[i])
	s.uitleg("Vul dit alleen in bij de waarde waarover men het oneens is.")
	s.lijn("anders:")
	s.binnen("  ", func() {
		s.vraag("waarden", sessie.EneWaarde, "anders.1.wie")
		s.lijn("- wie:")
		s.binnen("  ", func() {
			s.vraag("waarden", sessie.EneWaarde, "anders.1.betekenis")
			s.tekst("betekenis")
		})
	})
	for _, veld := range []string{"bepaalt", "organiseert", "controleert"} {
		s.vraag("waarden", sessie.EneWaarde, veld)
		s.leeg(veld)
	}
	s.vraag("waarden", sessie.EneWaarde, "gemeenschap")
	s.tekst("gemeenschap")
}

func (s *schrijver) verbanden() {
	een, ander := s.voorbeeldwaarden()
	s.vraag(reflectie.SleutelVerbanden)
	s.lijn("verbanden:")
	s.voorbeeld(func() {
		s.lijn("- tussen: [%s, %s]", een, ander)
		s.binnen("  ", func() {
			s.vraag("verbanden", paarSleutel(), "soort")
			s.leeg("soort")
			s.vraag("verbanden", paarSleutel(), "waarom")
			s.tekst("waarom")
		})
	})
}

func (s *schrijver) ruimte() {
	s.lijn("ruimte:")
	s.voorbeeld(func() {
		s.lijn("- wie: ik")
		s.binnen("  ", func() {
			s.vraag("ruimte.1.ruimte")
			s.tekst("ruimte")
			s.vraag("ruimte.1.aanspreekbaar")
			s.tekst("aanspreekbaar")
		})
		s.vraag("ruimte.2.wie")
		s.lijn("- wie:")
		s.binnen("  ", func() {
			s.vraag("ruimte.2.ruimte")
			s.tekst("ruimte")
			s.vraag("ruimte.2.aanspreekbaar")
			s.tekst("aanspreekbaar")
		})
	})
}

func (s *schrijver) weging() {
	een, ander := s.voorbeeldwaarden()
	s.lijn("weging:")
	s.voorbeeld(func() {
		s.lijn("- tussen: [%s, %s]", een, ander)
		s.binnen("  ", func() {
			v := s.vragen[reflectie.Sleutel("weging", paarSleutel(), "voorrang")]
			s.uitleg(v.Vraag)
			s.uitleg(v.Toelichting)
			s.uitleg("Schrijf een van de twee, of open als u het open laat.")
			s.leeg("voorrang")
			for _, veld := range []string{"omdat", "ondanks", "verlies", "verzachting"} {
				s.vraag("weging", paarSleutel(), veld)
				s.tekst(veld)
			}
		})
	})
}

func (s *schrijver) uitkomst() {
	s.lijn("uitkomst:")
	s.binnen("  ", func() {
		s.vraag("uitkomst.doen")
		s.tekst("doen")
		s.vraag("uitkomst.eigen")
		s.leeg("eigen")
		if len(s.def.Casus.Regels) == 0 && s.def.Casus.ID != reflectie.Eigen {
			return // without a rule nobody asks how it stands to the rule
		}
		for _, regel := range s.def.Casus.Regels {
			s.uitleg("De regel: " + regel.Regel)
		}
		s.vraag("uitkomst.keuze")
		s.leeg("keuze")
		s.vraag("uitkomst.waarvan")
		s.als(&casus.Als{Vraag: "keuze", Is: []string{reflectie.RuimteBenutten, reflectie.Afwijken}})
		s.leeg("waarvan")
		s.vraag("uitkomst.omdat")
		s.tekst("omdat")
	})
}

func (s *schrijver) aandachtspunten() {
	s.lijn("aandachtspunten:")
	s.binnen("  ", func() {
		for _, soort := range []string{"kennis", "acties", "macht"} {
			s.vraag("aandachtspunten", soort, "1")
			s.lijn("%s:", soort)
			s.lijn("#   - |")
			s.wit()
		}
	})
}
