package sessie_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// zegt returns what stands above each question that says more than its step does.
func zegt(s *sessie.Sessie, zin string) []string {
	return sleutels(slices.DeleteFunc(s.Vragen(), func(v sessie.Vraag) bool { return !strings.Contains(v.Uitleg, zin) }))
}

func TestWhoUIsIsSaidWhereItChanges(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("handhaver"))
	if d := cmp.Diff([]string{"uzelf.raakt", "aandachtspunten.kennis"}, zegt(s, "Nu even zonder rol.")); d != "" {
		t.Errorf("as oneself (-want +said):\n%s", d)
	}
	if d := cmp.Diff([]string{"uitkomst.doen"}, zegt(s, "Weer als de handhaver.")); d != "" {
		t.Errorf("as the rol, with nothing to weigh (-want +said):\n%s", d)
	}
	geef(t, s, "waarden", lijst("openheid", "veiligheid"))
	geef(t, s, "verbanden.botst", tekst("openheid+veiligheid"))
	eerste := "weging.openheid+veiligheid.prijs.openheid"
	if d := cmp.Diff([]string{eerste}, zegt(s, "Weer als de handhaver.")); d != "" {
		t.Errorf("as the rol (-want +said):\n%s", d)
	}
	for sleutel, want := range map[string]string{
		"uzelf.raakt": "Nu even zonder rol. Tot hier keek u als de handhaver. Dit is alleen voor u.", eerste: "Weer als de handhaver. Neem de tijd.",
		"aandachtspunten.kennis": "Nu even zonder rol. Tot hier keek u als de handhaver. Geen regels.",
	} {
		if got := bij(t, s, sleutel).Uitleg; got != want {
			t.Errorf("%s says %q, want %q", sleutel, got, want)
		}
	}
	verander(t, s, "rol", tekst("De buurman van 12"))
	if got := bij(t, s, eerste).Uitleg; got != "Weer als de buurman van 12. Neem de tijd." {
		t.Errorf("of a rol in own words it says %q", got)
	}
}

func TestWhoIsOneselfAllAlongIsNotToldSo(t *testing.T) {
	t.Parallel()
	for naam, s := range map[string]*sessie.Sessie{"own situation": heelEigen(t), "no rol chosen": heel(t)} {
		if got := append(zegt(s, "zonder rol."), zegt(s, "Weer als")...); len(got) > 0 {
			t.Errorf("%s: said at %v", naam, got)
		}
	}
}

func TestAStepIsExplainedAtItsFirstQuestionAlone(t *testing.T) {
	t.Parallel()
	s := heel(t)
	if d := cmp.Diff([]string{"bedoeling.signaal"}, sleutels(slices.DeleteFunc(s.Vragen(), func(v sessie.Vraag) bool { return v.Stap != "bedoeling" || v.Uitleg == "" }))); d != "" {
		t.Errorf("explained at (-want +got):\n%s", d)
	}
}

// What is filled in reads as Dutch: inside a sentence and at its start, with the
// article of a rol, and where nothing is known yet.
func TestWhatIsFilledInReadsAsDutch(t *testing.T) {
	t.Parallel()
	def := laad(t, `
  - {id: rol, titel: Rol, soort: rol}
  - {id: waarden, titel: Waarden, soort: waarden, velden: {waarden: {}}}
  - id: regel
    titel: Regel
    soort: vragen
    vragen:
      - {id: regel, vraag: Welke regel?, soort: regel, functie: regel}
      - id: vol
        vraag: "{rol} kent {regel}? {regel}. “{rol}” zegt: {rol}! {rol} ziet {laag}."
        toelichting: "{wie}, {a}, {b}, {waarde} en {ander}; {dag}: {woorden}."
        kop: "Wat {rol} ziet"
`, koken)
	for _, c := range []struct{ naam, rol, regel, vraag, toelichting, kop string }{
		{"nothing known", "", "", "Uw rol kent de regel? De regel. “Uw rol” zegt: uw rol! Uw rol ziet iemand anders in deze casus.",
			"De ander, de ene waarde, de andere waarde, de ene waarde en de andere waarde; …: ….", "Wat uw rol ziet"},
		{"of the casus", "rijk", "gas", "Het Rijk kent koken op gas mag alleen in een keuken? Koken op gas mag alleen in een keuken. “Het Rijk” zegt: het Rijk! Het Rijk ziet iemand anders in deze casus.",
			"De ander, de ene waarde, de andere waarde, de ene waarde en de andere waarde; …: ….", "Wat het Rijk ziet"},
		{"own words", "De NS", "NEN 8078.", "De NS kent “NEN 8078”? “NEN 8078”. “De NS” zegt: de NS! De NS ziet iemand anders in deze casus.",
			"De ander, de ene waarde, de andere waarde, de ene waarde en de andere waarde; …: ….", "Wat de NS ziet"},
		{"words with a brace", "{wie}", "{rol}", "{wie} kent “{rol}”? “{rol}”. “{wie}” zegt: {wie}! {wie} ziet iemand anders in deze casus.",
			"De ander, de ene waarde, de andere waarde, de ene waarde en de andere waarde; …: ….", "Wat {wie} ziet"},
	} {
		s := begin(def)
		if c.rol != "" {
			geef(t, s, "rol", tekst(c.rol))
			geef(t, s, "regel.regel", tekst(c.regel))
		}
		v := bij(t, s, "regel.vol")
		if v.Vraag != c.vraag || v.Toelichting != c.toelichting || v.Kop != c.kop {
			t.Errorf("%s:\n%q\n%q\n%q", c.naam, v.Vraag, v.Toelichting, v.Kop)
		}
	}
}

func TestAFieldMayBeRewordedForWhatHolds(t *testing.T) {
	t.Parallel()
	if v := bij(t, heel(t), "uitkomst.doen"); v.Vraag != "Wat zou u doen?" || v.Kop != "Wat ik zou doen" || !v.Kort {
		t.Errorf("of a casus asks %q", v.Vraag)
	}
	if v := bij(t, heelEigen(t), "uitkomst.doen"); v.Vraag != "Wat gaat u doen?" || v.Kop != "Wat ik ga doen" {
		t.Errorf("of one's own asks %q", v.Vraag)
	}
}

var (
	reGat      = regexp.MustCompile(`[{}]`)
	reHoofd    = regexp.MustCompile(`(^|[.?!] )[“]?\p{Ll}`)
	reDubbel   = regexp.MustCompile(`  |\.\.|\(\)| [.,?!]`)
	reLidwoord = regexp.MustCompile(`\b(de|het|een) (de|het|een) `)
)

// leest says what is wrong with words that a person reads, or "".
func leest(zin string) string {
	for naam, re := range map[string]*regexp.Regexp{"a gap": reGat, "no capital": reHoofd, "doubled marks": reDubbel, "two articles": reLidwoord} {
		if m := re.FindString(zin); m != "" {
			return naam + " at " + m
		}
	}
	return ""
}

// Each choice of the data is a sentence in the file, in each werkvorm that asks
// it: it means nothing to who reads it without the question. And all that is
// asked and said, at whichever choice, reads as Dutch.
func TestEveryQuestionAndEveryChoiceOfTheLibraryReadsAsDutch(t *testing.T) {
	t.Parallel()
	gekozen := map[string]bool{} // what was chosen in some walk, by field
	for _, def := range eenVanElk(t) {
		for n := range 6 {
			s := begin(def)
			vragen := s.Vragen() // as they are before anything is known
			loop(t, s, func(v sessie.Vraag) reflectie.Antwoord { return metKeuze(v, keuzeIn(n, v.Sleutel)) })
			for _, v := range append(vragen, s.Vragen()...) {
				for _, tekst := range []string{v.Vraag, v.Uitleg, v.Kop, v.Toelichting, v.Zin} {
					if fout := leest(tekst); fout != "" && !strings.HasPrefix(v.Sleutel, "afspraken.") {
						t.Errorf("%s, %s: %q has %s", def.Werkvorm.ID, v.Sleutel, tekst, fout)
					}
				}
				if keuze := isZin(t, def.Werkvorm.ID, v); keuze != "" {
					gekozen[keuze] = true
				}
			}
		}
	}
	for _, d := range reflectie.Delen() {
		for _, veld := range d.Velden {
			keuzes := veld.Keuzes
			if veld.Aard == reflectie.EenJaNee && !veld.IsKop {
				keuzes = []string{"ja", "nee"}
			}
			for _, id := range keuzes {
				naam := d.Naam + "." + veld.Naam
				if naam != "verbanden.soort" && !gekozen[naam+" "+id] {
					t.Errorf("no walk chose %s at %s, so nobody knows whether it is a sentence", id, naam)
				}
			}
		}
	}
}

// keuzeIn is which choice walk n makes at a question: the nth, and in the last
// walks one deviates from rules of each kind.
func keuzeIn(n int, sleutel string) int {
	switch {
	case n > 3 && sleutel == "uitkomst.keuze":
		return 2
	case n > 3 && sleutel == "uitkomst.waarvan":
		return 3 * (n - 4)
	}
	return n
}

// isZin checks that the choice at a question is a sentence, and returns what was
// chosen of a field.
func isZin(t *testing.T, werkvorm string, v sessie.Vraag) string {
	p, isVeld := reflectie.Ontleed(v.Sleutel)
	isKeuze := isVeld && slices.Contains([]reflectie.Aard{reflectie.EenKeuze, reflectie.Voorrang, reflectie.EenJaNee, reflectie.EenWaarde}, p.Veld.Aard)
	isOpen := !isVeld && !v.Prive && !v.Aanbod && slices.Contains([]casus.Vraagsoort{casus.Keuze, casus.JaNee, casus.Meerkeuze}, v.Soort)
	switch {
	case v.Antwoord.IsZero() || !isKeuze && !isOpen || sessie.IsParenvraag(v.Sleutel) && v.Antwoord.Tekst() != sessie.BotstNiets:
		return "" // which two clash or help, the waardenetwerk says
	case v.Zin == "":
		t.Errorf("%s: %s has no sentence for %q", werkvorm, v.Sleutel, v.Weergave())
	case p.Deel.Naam != reflectie.SleutelAfspraken && !strings.HasSuffix(v.Zin, "."):
		t.Errorf("%s: %s is no sentence: %q", werkvorm, v.Sleutel, v.Zin)
	}
	return p.Deel.Naam + "." + p.Veld.Naam + " " + v.Antwoord.Woorden()[0]
}

// eenVanElk returns each werkvorm of the library with one casus, if it goes with
// one, and with a situation of one's own.
func eenVanElk(t testing.TB) []casus.Definitie {
	t.Helper()
	gezien := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(alleGeleverde(t)), func(def casus.Definitie) bool {
		soort := def.Werkvorm.ID
		if def.IsEigen() {
			soort += "/eigen"
		}
		al := gezien[soort]
		gezien[soort] = true
		return al
	})
}

func TestWhatAChoiceSaysInTheFile(t *testing.T) {
	t.Parallel()
	s := heel(t)
	for _, c := range []struct {
		sleutel string
		a       reflectie.Antwoord
		want    string
	}{
		{"rol", tekst("handhaver"), ""},
		{"moment.reactie", tekst("Sluiten."), ""},
		{"standpunten.1.waarde", tekst("Rust in de straat"), "Onder mijn eerste reactie lag dit: rust in de straat."},
		{"standpunten.2.van", tekst("buurt"), ""},
		{"standpunten.2.waarde", tekst("openheid"), "Onder wat de buurt zei, kan dit liggen: openheid."},
		{"waarden", lijst("openheid", "veiligheid"), ""},
		{"verbanden.botst", tekst("openheid+veiligheid"), ""},
		{"realisatie.waarde", tekst("openheid"), "Over openheid verschillen de mensen hier van mening."},
		{"waarden.openheid.bepaalt", tekst("gemeenschap"), "Wat openheid hier is, bepaalt de gemeenschap."},
		{"waarden.openheid.organiseert", tekst("samen"), "Overheid en gemeenschap zorgen hier samen voor openheid."},
		{"regel.regel", tekst("gas"), ""},
		{"weging.openheid+veiligheid.voorrang", tekst("veiligheid"), "Veiligheid gaat hier vóór openheid."},
		{"weging.openheid+veiligheid.omdat", tekst("Vuur."), ""},
		{"uitkomst.eigen", nee, "Het is niet mijn eigen besluit."},
		{"uitkomst.keuze", tekst("ruimte-benutten"), "Ik gebruik de ruimte binnen de regel: koken op gas mag alleen in een keuken."},
		{"aandachtspunten.kennis", lijst("a"), ""},
	} {
		geef(t, s, c.sleutel, c.a)
		if got := bij(t, s, c.sleutel).Zin; got != c.want {
			t.Errorf("%s says %q, want %q", c.sleutel, got, c.want)
		}
	}
	verander(t, s, "weging.openheid+veiligheid.voorrang", tekst(reflectie.OpenVoorrang))
	if got := bij(t, s, "weging.openheid+veiligheid.voorrang").Zin; got != "Ik laat open wat hier voorgaat." {
		t.Errorf("left open says %q", got)
	}
	verander(t, s, "verbanden.botst", tekst(sessie.BotstNiets))
	if got := bij(t, s, "verbanden.botst").Zin; got != "Hier botst niets." {
		t.Errorf("where nothing clashes says %q", got)
	}
}

// An answer file may say how it stands to a rule that it does not name.
func TestAChoiceAboutARuleThatNobodyNamedIsStillASentence(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Uitkomst: reflectie.Uitkomst{Keuze: reflectie.RuimteBenutten}}
	for _, v := range sessie.StandVan("x", laad(t, alleStappen, koken), r, nil, nil).Vervallen() {
		if v.Sleutel == "uitkomst.keuze" && v.Zin != "Ik gebruik ruimte binnen de regel." {
			t.Errorf("says %q", v.Zin)
		}
	}
}

func TestMoreChoicesAreListedInASentence(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - id: a
    titel: A
    soort: vragen
    vragen:
      - id: lenzen
        vraag: Welke lenzen?
        soort: meerkeuze
        zin: "Ik keek naar {woorden}. {woorden} telden."
        opties: [{id: recht, naam: Het recht}, {id: geld, naam: Geld}, {id: avg, naam: AVG}]
`, koken))
	geef(t, s, "a.lenzen", lijst("recht", "avg", "geld"))
	if got := bij(t, s, "a.lenzen").Zin; got != "Ik keek naar het recht, AVG en geld. Het recht, AVG en geld telden." {
		t.Errorf("says %q", got)
	}
}

func TestAWerkvormMayRewordWhatAChoiceSays(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - id: afspraken
    titel: Afspraken
    soort: afspraken
    velden:
      wat: {}
      hoe:
        opties:
          - {id: zelf, naam: Zelf, zin: Dit doe ik zelf.}
          - {id: aankaarten, naam: Aankaarten, zin: "Dit kaart ik aan bij {wie}."}
          - {id: volgen, naam: Volgen, zin: Dit volg ik.}
      bij: {}
      wanneer: {zin: "Dat is {dag}, dus {woorden}."}
`, ""))
	geef(t, s, "afspraken.1.wat", tekst("Bellen."))
	geef(t, s, "afspraken.1.hoe", tekst("aankaarten"))
	if got := bij(t, s, "afspraken.1.hoe").Zin; got != "Dit kaart ik aan bij de ander." {
		t.Errorf("with nobody named says %q", got)
	}
	geef(t, s, "afspraken.1.bij", tekst("Mijn teamleider."))
	if got := bij(t, s, "afspraken.1.hoe").Zin; got != "Dit kaart ik aan bij mijn teamleider." {
		t.Errorf("says %q", got)
	}
	geef(t, s, "afspraken.1.wanneer", tekst("1-3-2027"))
	if got := bij(t, s, "afspraken.1.wanneer").Zin; got != "Dat is 1 maart 2027, dus 1 maart 2027." {
		t.Errorf("a day says %q", got)
	}
}
