package casus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// breedte is where the lines of comments and of a story end.
const breedte = 96

// Schrijf writes a casus in the making as YAML that reads back as the same casus, but
// for where the lines of its story end, and for a title, a story and a moment that are
// not there yet: a casus cannot be without, so each has words that say so. Every part
// has a comment that says what a good one is; what is still to be done has one more.
func (c Ontwerp) Schrijf() []byte {
	s := &schrijver{Ontwerp: c}
	s.kop()
	s.verhaal()
	s.rollen()
	s.waarden()
	s.verbanden()
	s.regels()
	s.vragen()
	s.los()
	return []byte(s.b.String())
}

// los writes what found no place, so that it is not lost. Quoted, it stays in its comment.
func (s *schrijver) los() {
	if len(s.Los) == 0 {
		return
	}
	s.deel("Dit schreef u bij vragen die niet meer pasten. Gebruik het, of haal het weg.")
	for _, tekst := range s.Los {
		s.lijn("# - %s", strict.Quote(tekst))
	}
}

// A schrijver writes one casus.
type schrijver struct {
	Ontwerp
	b strings.Builder
}

// lijn writes one line.
func (s *schrijver) lijn(format string, args ...any) {
	fmt.Fprintf(&s.b, format+"\n", args...)
}

// uitleg writes a comment, wrapped. No word of a person stands in one: those come in
// the lines of an example.
func (s *schrijver) uitleg(tekst string) {
	for _, lijn := range strict.Wikkel(tekst, breedte-2) {
		s.lijn("# %s", lijn)
	}
}

// deel begins a part with what a good one is.
func (s *schrijver) deel(tekst string) {
	s.lijn("")
	s.uitleg(tekst)
}

// nog writes what is still to be done, where that is so.
func (s *schrijver) nog(ja bool, tekst string) {
	if ja {
		s.uitleg("nog te doen: " + tekst)
	}
}

// mist writes what the casus lacks of what these questions ask for.
func (s *schrijver) mist(sleutels ...string) {
	for _, g := range s.Mist {
		s.nog(slices.Contains(sleutels, g.Sleutel), g.Tekst)
	}
}

// veld writes a field of one line of an item; where there is no text, what is still to
// be done, if anything.
func (s *schrijver) veld(naam, tekst, nog string) {
	switch {
	case tekst != "":
		s.lijn("    %s: %s", naam, strict.Quote(tekst))
	case nog != "":
		s.lijn("    # nog te doen: %s", nog)
	}
}

// blok writes a field of more lines.
func (s *schrijver) blok(naam, tekst string) {
	s.lijn("%s: %s", naam, strict.Tekstblok(gewikkeld(tekst), "  "))
}

func (s *schrijver) kop() {
	s.uitleg("Een casus voor Weeg. Een regel met een hekje ervoor leest Weeg niet: daar staat wat een goede casus doet. Die regels mag u weghalen.")
	s.lijn("weeg: %d", Versie)
	s.uitleg("De id is hoe dit bestand heet, tot aan de punt.")
	s.lijn("id: %s", strict.Quote(s.Casus.ID))
	s.uitleg("Verandert u later iets aan de waarden of de vragen? Maak de versie dan één hoger.")
	s.lijn("versie: %d", s.Casus.Versie)
	s.deel("De titel spreekt geen oordeel uit. Een ding of een plek uit het verhaal is vaak genoeg.")
	s.mist(SleutelTitel)
	s.lijn("titel: %s", strict.Quote(cmp.Or(s.Casus.Titel, naamZonder)))
	s.deel("Voor lijsten: waar het over gaat in één regel, en in welke sector. Haal het hekje weg en vul aan.")
	s.lijn("# kern: Buren koken in een lege school zonder keuken")
	s.lijn("# sector: gemeente")
	s.lijn("# trefwoorden: [buren, veiligheid]")
}

func (s *schrijver) verhaal() {
	s.deel(fmt.Sprintf("Het verhaal telt %d tot %d woorden. Het begint midden in het werk en het stopt voor de beslissing. Elke kant heeft een reden die u begrijpt. Namen en plaatsen zijn verzonnen.", minVerhaal, maxVerhaal))
	s.mist(sleutelHeetst)
	s.blok("situatie", cmp.Or(s.Casus.Situatie, leegVerhaal))
	s.deel(fmt.Sprintf("De vraag waar het om draait, in hoogstens %d woorden. Geen antwoord ligt voor de hand.", maxVraag))
	s.mist(sleutelVraag)
	s.lijn("moment: %s", strict.Tekstblok(cmp.Or(s.Casus.Moment, leegMoment), "  ")) // its last line is the question
}

func (s *schrijver) rollen() {
	s.deel("De rollen van waaruit iemand kan kijken, elk met een eigen vraag. Bij \"zin\" staat hoe de rol in een zin heet. Is het een laag van de overheid, schrijf er dan \"laag: true\" bij. Weeg vraagt dan welke ruimte die laag heeft.")
	s.mist(sleutelRollen)
	if len(s.Casus.Rollen) == 0 {
		s.lijn("# rollen:")
		s.lijn("#   - id: handhaver")
		s.lijn("#     naam: Handhaver")
		s.lijn("#     zin: de handhaver")
		s.lijn("#     moment: Wat schrijft u op?")
		return
	}
	s.lijn("rollen:")
	for _, r := range s.Casus.Rollen {
		s.lijn("  - id: %s", strict.Quote(r.ID))
		s.veld("naam", r.Naam, "")
		s.veld("zin", r.Zin, "zet hier de of het voor de rol, zoals zin: de handhaver")
		s.veld("moment", r.Moment, "de vraag voor deze rol, zoals moment: Wat schrijft u op?")
	}
}

func (s *schrijver) waarden() {
	s.deel("De waarden die de schrijver zag, met wat ze hier kunnen betekenen. Wie de casus weegt, ziet dit pas na de eigen keuze. De namen komen uit de catalogus: weeg waarde lijst")
	s.mist(reflectie.SleutelWaarden)
	voor := ""
	if len(s.Casus.Waarden) == 0 {
		voor = "# "
	}
	s.lijn("%swaarden:", voor)
	for _, w := range s.Casus.Waarden {
		s.lijn("  - id: %s", strict.Quote(w.ID))
		s.veld("hier", w.Hier, "wat deze waarde hier betekent, zoals hier: Iemand wacht al een jaar.")
	}
	for _, w := range s.Eigen {
		s.lijn("  # nog te doen: de waarde %s staat niet in de catalogus. Kies er een die erop", strict.Quote(cmp.Or(w.Naam, w.ID)))
		s.lijn("  # lijkt, of zet haar in het bestand waarden.yaml van uw team. Haal dan de hekjes weg.")
		s.lijn("  # - id: %s", strict.Quote(w.ID))
		if w.Betekenis != "" {
			s.lijn("  #   hier: %s", strict.Quote(w.Betekenis))
		}
	}
}

func (s *schrijver) verbanden() {
	s.deel("Hoe twee waarden hier samenhangen. De soort is tegen, versterkt, beide of geen. Een goede uitleg geeft geen van de twee de schuld.")
	voor := ""
	if len(s.Casus.Verbanden) == 0 {
		s.nog(true, "welke twee waarden hier botsen.")
		voor = "# "
	}
	s.lijn("%sverbanden:", voor)
	for _, v := range s.Casus.Verbanden {
		s.lijn("  - tussen: [%s, %s]", strict.Quote(v.Tussen[0]), strict.Quote(v.Tussen[1]))
		s.lijn("    soort: %s", strict.Quote(v.Soort))
		s.veld("uitleg", v.Uitleg, "waaraan ziet een lezer dat, zoals uitleg: Hoe meer mensen, hoe voller de gang.")
	}
	for _, v := range s.EigenVerbanden {
		s.lijn("  # nog te doen: dit verband hoort bij een waarde die niet in de catalogus staat.")
		s.lijn("  # - tussen: [%s, %s]", strict.Quote(v.Tussen[0]), strict.Quote(v.Tussen[1]))
		s.lijn("  #   soort: %s", strict.Quote(v.Soort))
		if v.Waarom != "" {
			s.lijn("  #   uitleg: %s", strict.Quote(v.Waarom))
		}
	}
}

func (s *schrijver) regels() {
	s.deel("De regel die meespeelt en waarom hij er is. De soort is wet, beleid, werkinstructie of gewoonte. Noem het recht bij zijn echte naam.")
	s.mist(sleutelRegel, sleutelWaarom)
	if len(s.Casus.Regels) == 0 {
		s.lijn("# regels:")
		s.lijn("#   - id: gas")
		s.lijn("#     regel: Wie kookt, zorgt dat vuur en rook niemand de weg naar buiten versperren.")
		s.lijn("#     bedoeling: Zo heeft iedereen tijd om buiten te komen.")
		s.lijn("#     soort: beleid")
		return
	}
	s.lijn("regels:")
	for _, r := range s.Casus.Regels {
		s.lijn("  - id: %s", strict.Quote(r.ID))
		s.veld("regel", r.Regel, "")
		s.veld("bedoeling", r.Bedoeling, "")
		s.lijn("    # nog te doen: wat voor regel het is, zoals soort: beleid")
	}
}

func (s *schrijver) vragen() {
	s.deel("Twee vragen die alleen deze casus kan stellen. Die onthoudt een lezer. Bij \"stap\" staat waar in het gesprek de vraag komt.")
	s.nog(true, "haal de hekjes weg en schrijf uw eigen vragen.")
	s.lijn("# vragen:")
	s.lijn("#   - stap: bedoeling")
	s.lijn("#     id: aardappelen")
	s.lijn("#     vraag: Wat zeggen de ouderen als u een uur met hen aardappelen schilt?")
	s.lijn("#   - stap: regel")
	s.lijn("#     id: lunchroom")
	s.lijn("#     vraag: Wat schrijft u terug aan de eigenaar van de lunchroom?")
}

// gewikkeld breaks the lines of a story that are too long for an editor, where it stays
// the same story: the lines of a paragraph are read as one.
func gewikkeld(tekst string) string {
	var lijnen []string
	for lijn := range strings.SplitSeq(tekst, "\n") {
		kort := strict.Wikkel(lijn, breedte-2)
		if lijn == "" || Alineas(strings.Join(kort, "\n")) != lijn { // "- " may have come at the begin of a line
			kort = []string{lijn}
		}
		lijnen = append(lijnen, kort...)
	}
	if kort := strings.Join(lijnen, "\n"); Alineas(kort) == Alineas(tekst) {
		return kort
	}
	return tekst
}
