package main

import (
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A bewijs shows that the tool honours a statement, or tells the test why not.
type bewijs func(t *testing.T)

// grondslag holds what the five texts beneath this tool ask of it: each
// statement, and the step, question or guarantee that honours it.
var grondslag = []struct {
	tekst, uitspraak string
	door             []bewijs
}{
	{"Waardenetwerk", "two or more values before any outcome, asked once more when fewer, never blocking",
		[]bewijs{stapVoor("waardenweging", casus.StapWaarden, casus.StapUitkomst), eenWaardeWordtNogEensGevraagd}},
	{"Waardenetwerk", "a pair strengthens, opposes, both or neither, with a why",
		[]bewijs{deel("waardenweging", "verbanden.*.soort", "versterkt", "tegen", "beide", "geen"), deel("waardenweging", "verbanden.*.waarom")}},
	{"Waardenetwerk", "the value under a standpoint that was heard",
		[]bewijs{deel("waardenweging", "standpunten.2.standpunt"), deel("waardenweging", "standpunten.2.waarde"), deel("weerstand", "standpunten.2.waarde")}},
	{"Waardenetwerk", "the file names roles, not persons",
		[]bewijs{bestandNoemt("Rol: Gemeentelijk handhaver"), toelichtingZegt("standpunten.2.van", "Noem een rol, geen naam.")}},
	{"Waardenetwerk", "per value what it means here, who defines, organises and controls it, what the community could do",
		[]bewijs{deel("waardenweging", "waarden.*.betekenis"), deel("waardenweging", "waarden.*.bepaalt", "overheid", "gemeenschap", "samen", "anders"),
			deel("waardenweging", "waarden.*.organiseert"), deel("waardenweging", "waarden.*.controleert"), deel("waardenweging", "waarden.*.gemeenschap")}},
	{"Waardenetwerk", "the room of uitvoerder, bestuurder and Rijk, and who is held to account",
		[]bewijs{deel("waardenweging", "ruimte.1.ruimte"), deel("waardenweging", "ruimte.2.wie", "wethouder"), deel("waardenweging", "ruimte.3.wie", "rijk"),
			deel("waardenweging", "ruimte.2.ruimte"), deel("waardenweging", "ruimte.2.aanspreekbaar")}},
	{"Waardenetwerk", "the school kitchen is a casus, with the roles of all layers",
		[]bewijs{rollen("koken-in-het-schoolgebouw", "handhaver", "wethouder", "rijk", "initiatiefnemer")}},

	{"Standplaats? Buiten!", "who outside was heard; nobody shows as open",
		[]bewijs{vraagt("waardenweging", "regel.buiten"), leegBlijftZichtbaar("regel.buiten")}},
	{"Standplaats? Buiten!", "which resistance shows, and what commitment, interest and value it may signal",
		[]bewijs{deel("weerstand", "standpunten.2.standpunt"), vraagt("weerstand", "bedoeling.inzet"), vraagt("weerstand", "bedoeling.belang"), vraagt("weerstand", "bedoeling.ziet")}},
	{"Standplaats? Buiten!", "one's own response to resistance, in private",
		[]bewijs{vraagtPrive("weerstand", "uzelf.weerstand"), vraagtPrive("waardenweging", "uzelf.weerstand")}},
	{"Standplaats? Buiten!", "what moves me, and could it be done otherwise, in private",
		[]bewijs{vraagtPrive("waardenweging", "uzelf.beweegt"), vraagtPrive("waardenweging", "uzelf.kan-anders")}},
	{"Standplaats? Buiten!", "the view from standing policy and the view from outside",
		[]bewijs{vraagt("weerstand", "regel.van-binnen"), vraagt("weerstand", "regel.van-buiten"), vraagt("waardenweging", "verder.van-binnen"), vraagt("waardenweging", "verder.van-buiten")}},
	{"Standplaats? Buiten!", "which own policy or rule could shrink",
		[]bewijs{vraagt("weerstand", "regel.kleiner"), vraagt("waardenweging", "verder.kleiner")}},
	{"Standplaats? Buiten!", "whom inside to involve first",
		[]bewijs{vraagt("waardenweging", "onthouden.eerst-binnen"), vraagt("weerstand", "onthouden.eerst-binnen")}},
	{"Standplaats? Buiten!", "it takes the time it takes: stop and go on", []bewijs{stoppenEnVerder}},

	{"Handwerk", "five lenses",
		[]bewijs{deel("waardenweging", "verder.lenzen", vijfLenzen...), deel("initiatief", "lenzen.brillen", vijfLenzen...)}},
	{"Handwerk", "does a rule answer a risk or a purpose, and what does it cost in autonomy",
		[]bewijs{deel("regel-en-bedoeling", "regel.bedoeling", "risico", "doel"), vraagt("regel-en-bedoeling", "regel.kosten")}},
	{"Handwerk", "does an initiative fit values and goals, and out of which drive did it come",
		[]bewijs{vraagt("initiatief", "waarden.doelen"), deel("initiatief", "bedoeling.drijfveer", "goede-wil", "boosheid", "bezorgdheid")}},
	{"Handwerk", "stand beside the citizen", []bewijs{vraagt("initiatief", "onthouden.naast")}},
	{"Handwerk", "what I don't know, what I stand for, the next conversation with the citizen",
		[]bewijs{vraagt("waardenweging", "bedoeling.weet-niet"), vraagt("waardenweging", "besluit.sta-voor"), vraagt("waardenweging", "onthouden.gesprek"),
			vraagt("initiatief", "onthouden.gesprek")}},
	{"Handwerk", "learning on the job: a situation of one's own, to be shared, and earlier points that come back",
		[]bewijs{opdracht("nieuw", "--eigen"), vraagt("vooruitblik", "onthouden.delen"), eerderePuntenKomenTerug}},

	{"Leiderschap en de Bedoeling", "what do we really want to achieve; does it help, or is it how it's done",
		[]bewijs{vraagt("waardenweging", "bedoeling.bereiken"), deel("waardenweging", "regel.helpt", "helpt", "hoort"), vraagt("regel-en-bedoeling", "bedoeling.bereiken")}},
	{"Leiderschap en de Bedoeling", "rule and intention apart, with the rule's own reason",
		[]bewijs{vraagt("waardenweging", "regel.regel"), vraagt("waardenweging", "regel.beschermt"), vraagt("regel-en-bedoeling", "regel.doel")}},
	{"Leiderschap en de Bedoeling", "volgen, ruimte-benutten, afwijken or open; following is as good an outcome",
		[]bewijs{deel("waardenweging", "uitkomst.keuze", "volgen", "ruimte-benutten", "afwijken", "open"), toelichtingZegt("uitkomst.keuze", "Een regel volgen is ook een keuze.")}},
	{"Leiderschap en de Bedoeling", "deviating asks from what and why, is open while unanswered, and shows until the team talked about it",
		[]bewijs{deel("waardenweging", "uitkomst.waarvan", "wet", "beleid", "werkinstructie", "gewoonte"), vraagt("waardenweging", "besluit.team-wanneer"), afwijkenBlijftZichtbaar}},
	{"Leiderschap en de Bedoeling", "an alternative to the routine answer; the hammer",
		[]bewijs{vraagt("waardenweging", "anders.weg"), vraagt("regel-en-bedoeling", "hamer.hamer")}},
	{"Leiderschap en de Bedoeling", "what may not be set aside",
		[]bewijs{vraagt("waardenweging", "regel.opzij"), vraagt("regel-en-bedoeling", "regel.opzij")}},
	{"Leiderschap en de Bedoeling", "no score; what recurs comes back", []bewijs{geenScore, eerderePuntenKomenTerug}},

	{"Ongekend Onrecht", "what to take along: kennis, acties, macht; an empty one shows as empty",
		[]bewijs{deel("waardenweging", "aandachtspunten.kennis.1"), deel("waardenweging", "aandachtspunten.acties.1"), deel("waardenweging", "aandachtspunten.macht.1"),
			leegBlijftZichtbaar("aandachtspunten.kennis"), leegBlijftZichtbaar("aandachtspunten.acties"), leegBlijftZichtbaar("aandachtspunten.macht")}},
	{"Ongekend Onrecht", "wording that sounds like a rule gets a question back", []bewijs{regelKrijgtEenVraag}},
	{"Ongekend Onrecht", "a casus is a recognisable story with a moment, and no right option", []bewijs{casusEindigtMetEenVraag}},
	{"Ongekend Onrecht", "who decides, who is missing, which contradiction or signal was heard",
		[]bewijs{deel("waardenweging", "uitkomst.eigen"), vraagt("waardenweging", "bedoeling.ontbreekt"), vraagt("waardenweging", "bedoeling.signaal"), vraagt("waardenweging", "bedoeling.gehoord")}},
	{"Ongekend Onrecht", "is the human measure kept", []bewijs{deel("waardenweging", "waarden", "menselijke-maat")}},
	{"Ongekend Onrecht", "how openness and accountability weighed in the moment",
		[]bewijs{vraagt("waardenweging", "verder.openheid")}},
	{"Ongekend Onrecht", "the frame of my profession", []bewijs{vraagt("waardenweging", "verder.vak")}},
	{"Ongekend Onrecht", "a team asks what good work is here, and which critical situations it expects",
		[]bewijs{vraagt("vooruitblik", "bedoeling.goed-werk"), vraagt("vooruitblik", "bedoeling.momenten"), vraagt("vooruitblik", "houvast.houvast"),
			vraagt("vooruitblik", "nodig.mensen"), vraagt("vooruitblik", "nodig.processen"), vraagt("vooruitblik", "nodig.systemen")}},
}

var vijfLenzen = []string{"juridisch", "politiek", "financieel-economisch", "wetenschappelijk", "leefwereld"}

func TestEveryStatementBeneathTheToolIsHonoured(t *testing.T) {
	t.Parallel()
	for _, g := range grondslag {
		t.Run(g.tekst+"/"+g.uitspraak, func(t *testing.T) {
			for _, door := range g.door {
				door(t)
			}
		})
	}
}

// bij returns a definition with this werkvorm.
func bij(t *testing.T, werkvorm string) casus.Definitie {
	t.Helper()
	w, err := ingebouwd().Werkvorm(werkvorm)
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(w.Bij, casus.BijCasus) {
		return laad(t, "koken-in-het-schoolgebouw", werkvorm)
	}
	return laad(t, reflectie.Eigen, werkvorm)
}

// openVraag finds an open question of a werkvorm by its key.
func openVraag(t *testing.T, werkvorm, sleutel string) casus.Vraag {
	t.Helper()
	for _, stap := range bij(t, werkvorm).Werkvorm.Stappen {
		for _, v := range stap.Vragen {
			if reflectie.Sleutel(stap.ID, v.ID) == sleutel {
				return v
			}
		}
	}
	t.Fatalf("%s does not ask %s", werkvorm, sleutel)
	return casus.Vraag{}
}

// vraagt: the werkvorm has this open question, for everybody to read.
func vraagt(werkvorm, sleutel string) bewijs {
	return func(t *testing.T) {
		if openVraag(t, werkvorm, sleutel).Prive {
			t.Errorf("%s asks %s in private", werkvorm, sleutel)
		}
	}
}

// vraagtPrive: the werkvorm has this open question, and its answer stays private.
func vraagtPrive(werkvorm, sleutel string) bewijs {
	return func(t *testing.T) {
		if !openVraag(t, werkvorm, sleutel).Prive {
			t.Errorf("%s does not ask %s in private", werkvorm, sleutel)
		}
	}
}

// deel: a conversation asks this, with these among the choices. A * stands for
// a waarde or a pair.
func deel(werkvorm, sleutel string, opties ...string) bewijs {
	return func(t *testing.T) {
		voor, na, jokers := strings.Cut(sleutel, "*")
		for _, v := range vol(t, bij(t, werkvorm)).Vragen() {
			if v.Sleutel != sleutel && !(jokers && strings.HasPrefix(v.Sleutel, voor) && strings.HasSuffix(v.Sleutel, na)) {
				continue
			}
			for _, id := range opties {
				if !slices.ContainsFunc(v.Opties, func(o sessie.Optie) bool { return o.ID == id }) {
					t.Errorf("%s: %s has no choice %s", werkvorm, v.Sleutel, id)
				}
			}
			return
		}
		t.Errorf("a conversation by %s does not ask %s", werkvorm, sleutel)
	}
}

// stapVoor: the one kind of step comes before the other.
func stapVoor(werkvorm string, een, ander casus.Stapsoort) bewijs {
	return func(t *testing.T) {
		plek := func(soort casus.Stapsoort) int {
			return slices.IndexFunc(bij(t, werkvorm).Werkvorm.Stappen, func(s casus.Stap) bool { return s.Soort == soort })
		}
		if plek(een) < 0 || plek(een) > plek(ander) {
			t.Errorf("%s: %s stands at %d and %s at %d", werkvorm, een, plek(een), ander, plek(ander))
		}
	}
}

func toelichtingZegt(sleutel, zin string) bewijs {
	return func(t *testing.T) {
		for _, v := range vol(t, bij(t, "waardenweging")).Vragen() {
			if v.Sleutel == sleutel && strings.Contains(v.Toelichting, zin) {
				return
			}
		}
		t.Errorf("at %s nobody reads %q", sleutel, zin)
	}
}

func rollen(id string, ids ...string) bewijs {
	return func(t *testing.T) {
		c := laad(t, id, "waardenweging").Casus
		for _, rol := range ids {
			if _, ok := c.Rol(rol); !ok {
				t.Errorf("%s has no rol %s", id, rol)
			}
		}
	}
}

// opdracht: the command has this option.
func opdracht(naam, optie string) bewijs {
	return func(t *testing.T) {
		if uit, _, code := draai(t, t.TempDir(), "", naam, "--help"); code != 0 || !strings.Contains(uit, optie) {
			t.Errorf("weeg %s --help gives %d and tells nothing of %s", naam, code, optie)
		}
	}
}

// kokenbestand is the reflectie of the answers in testdata, changed.
func kokenbestand(t *testing.T, anders func(*reflectie.Reflectie)) string {
	t.Helper()
	def, b := koken(t)
	r := b.Reflectie
	if anders != nil {
		anders(&r)
	}
	return string(markdown.Encode(def, markdown.Meta{ID: "x", Casushash: def.Hash()}, r, nil))
}

func bestandNoemt(tekst string) bewijs {
	return func(t *testing.T) {
		if !strings.Contains(kokenbestand(t, nil), tekst) {
			t.Errorf("the file does not say %q", tekst)
		}
	}
}

// leegBlijftZichtbaar: what was not answered stands in the file as open.
func leegBlijftZichtbaar(sleutel string) bewijs {
	return func(t *testing.T) {
		def := bij(t, "waardenweging")
		bestand := string(markdown.Encode(def, markdown.Meta{ID: "x", Casushash: def.Hash()}, sessie.NewStand("x", def).Kop, nil))
		_, na, ok := strings.Cut(bestand, "<!-- weeg:"+sleutel)
		if na, _, _ = strings.Cut(na, "\n#"); !ok || !strings.Contains(na, "*niet ingevuld*") {
			t.Errorf("the file does not show that %s is open", sleutel)
		}
	}
}

func eenWaardeWordtNogEensGevraagd(t *testing.T) {
	s := sessie.New(sessie.NewStand("x", bij(t, "waardenweging")))
	s.Goto(reflectie.SleutelWaarden)
	if err := s.Answer(reflectie.Lijst("openheid")); err != nil {
		t.Fatal(err)
	}
	if v := s.Vraag(); v.Sleutel != reflectie.SleutelWaarden || v.Melding == "" {
		t.Fatalf("after one value comes %s", v.Sleutel)
	}
	if err := s.Answer(reflectie.Lijst("openheid")); err != nil || s.Vraag().Sleutel == reflectie.SleutelWaarden {
		t.Errorf("one value is not enough to go on: %v", err)
	}
}

func stoppenEnVerder(t *testing.T) {
	thuis := t.TempDir()
	if _, _, code := draai(t, thuis, "1\nIk wacht.\n.\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 {
		t.Fatalf("stopping gives %d", code)
	}
	if _, fout, code := draai(t, thuis, ":naar 2\n:stop\n", "verder", "--toegankelijk"); code != 4 || !strings.Contains(fout, "Ik wacht.") {
		t.Errorf("going on gives %d, without what was said:\n%s", code, fout)
	}
}

func eerderePuntenKomenTerug(t *testing.T) {
	stand := sessie.NewStand("x", bij(t, "waardenweging"))
	stand.Antwoorden = vol(t, bij(t, "waardenweging")).Antwoorden
	stand.Eerdere = []sessie.Eerder{{Titel: "Een eerdere keer", Waarden: []string{"openheid"}, Punten: []string{"Eerst bellen."}}}
	for _, v := range stand.Vragen() {
		if slices.ContainsFunc(v.Toont, func(g sessie.Getoond) bool { return g.Tekst == "Eerst bellen." }) {
			return
		}
	}
	t.Error("what the person wanted to take along does not come back")
}

func afwijkenBlijftZichtbaar(t *testing.T) {
	const merk = "Nog niet in het team besproken"
	bestand := kokenbestand(t, func(r *reflectie.Reflectie) { r.Uitkomst.Waarvan, r.Uitkomst.Omdat = "", "" })
	for _, zin := range []string{merk, "Afwijken van welke soort regel: *niet ingevuld*", "Afwijken omdat: *niet ingevuld*"} {
		if !strings.Contains(bestand, zin) {
			t.Errorf("the file does not show: %s", zin)
		}
	}
	if strings.Contains(kokenbestand(t, func(r *reflectie.Reflectie) { r.Besproken = r.Datum }), merk) {
		t.Error("the file says that the team has not talked about it, and it has")
	}
}

// geenScore: nothing in a whole reflectie counts or ranks.
func geenScore(t *testing.T) {
	for _, woord := range []string{"score", "%", "rangorde", "advies"} {
		if strings.Contains(strings.ToLower(kokenbestand(t, nil)), woord) {
			t.Errorf("the file says %q", woord)
		}
	}
}

func regelKrijgtEenVraag(t *testing.T) {
	for _, woord := range []string{"altijd", "nooit", "voortaan", "stappenplan", "protocol", "succesfactor", "iedereen moet"} {
		s := sessie.New(sessie.NewStand("x", bij(t, "waardenweging")))
		s.Goto("aandachtspunten.kennis.1")
		punt := reflectie.Tekst("We werken zo: " + woord + " bellen.")
		if err := s.Answer(punt); err != nil {
			t.Fatal(err)
		}
		if v := s.Vraag(); v.Sleutel != "aandachtspunten.kennis.1" || !strings.Contains(v.Melding, woord) {
			t.Errorf("after %q comes %s: %s", woord, v.Sleutel, v.Melding)
		}
		if err := s.Answer(punt); err != nil || s.Vraag().Sleutel == "aandachtspunten.kennis.1" {
			t.Errorf("who keeps %q cannot go on: %v", woord, err)
		}
	}
}

func casusEindigtMetEenVraag(t *testing.T) {
	for _, c := range alleCasussen(t) {
		if !strings.HasSuffix(strings.TrimSpace(c.Moment), "?") {
			t.Errorf("%s does not end in the moment: %s", c.ID, c.Moment)
		}
		for _, rol := range c.Rollen {
			if !strings.HasSuffix(strings.TrimSpace(rol.Moment), "?") {
				t.Errorf("%s: %s has no question to answer: %s", c.ID, rol.ID, rol.Moment)
			}
		}
	}
}
