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
		[]bewijs{deel("waardenweging", "verbanden.botst", "nee"), deel("waardenweging", "verbanden.helpt"), paarZonderSoort("versterkt", "tegen", "beide", "geen"),
			deel("waardenweging", "verbanden.*.waarom")}},
	{"Waardenetwerk", "the value under a standpoint that was heard",
		[]bewijs{deel("waardenweging", "standpunten.2.standpunt"), deel("waardenweging", "standpunten.2.waarde"), deel("weerstand", "standpunten.2.waarde")}},
	{"Waardenetwerk", "the file names roles, not persons",
		[]bewijs{bestandNoemt("als gemeentelijk handhaver"), zegt("standpunten.2.van", "Noem een rol, geen naam.")}},
	{"Waardenetwerk", "per value what it means here, who defines, organises and controls it, what the community could do",
		[]bewijs{deel("waardenweging", "waarden.*.betekenis"), deel("waardenweging", "waarden.*.zeggenschap"), deel("waardenweging", "waarden.*.gemeenschap"),
			deel("initiatief", "waarden.*.bepaalt", "overheid", "gemeenschap", "samen", "anders"), deel("initiatief", "waarden.*.organiseert"),
			deel("initiatief", "waarden.*.controleert"), deel("initiatief", "waarden.*.gemeenschap")}},
	{"Waardenetwerk", "the room of uitvoerder, bestuurder and Rijk, and who is held to account",
		[]bewijs{deel("waardenweging", "ruimte.1.ruimte"), zegt("ruimte.2.ruimte", "Welke ruimte heeft de wethouder?"), zegt("ruimte.3.ruimte", "Welke ruimte heeft het Rijk?"),
			deel("waardenweging", "ruimte.1.aanspreekbaar"), deel("regel-en-bedoeling", "ruimte.1.aanspreekbaar")}},
	{"Waardenetwerk", "the school kitchen is a casus, with the roles of all layers",
		[]bewijs{rollen("koken-in-het-schoolgebouw", "handhaver", "wethouder", "rijk", "initiatiefnemer")}},

	{"Standplaats? Buiten!", "who outside was heard; nobody shows as open",
		[]bewijs{vraagt("waardenweging", "bedoeling.ontbreekt"), zegt("bedoeling.ontbreekt", "Denk aan mensen binnen en buiten uw organisatie."), leegBlijftZichtbaar("bedoeling.ontbreekt")}},
	{"Standplaats? Buiten!", "which resistance shows, and what commitment, interest and value it may signal",
		[]bewijs{vraagt("weerstand", "moment.weerstand"), deel("weerstand", "standpunten.2.van"), deel("weerstand", "standpunten.2.waarde"), vraagt("weerstand", "standpunten.ziet")}},
	{"Standplaats? Buiten!", "one's own response to resistance, in private",
		[]bewijs{vraagtPrive("weerstand", "moment.reactie"), vraagtPrive("waardenweging", "moment.voelt")}},
	{"Standplaats? Buiten!", "what moves me, and could it be done otherwise, in private",
		[]bewijs{vraagtPrive("waardenweging", "uzelf.houdt"), vraagtPrive("waardenweging", "uzelf.durft-niet")}},
	{"Standplaats? Buiten!", "the view from standing policy and the view from outside",
		[]bewijs{vraagt("weerstand", "kanten.binnen-buiten"), deel("waardenweging", "verder.bril", "leefwereld"), vraagt("waardenweging", "verder.gezien")}},
	{"Standplaats? Buiten!", "which own policy or rule could shrink",
		[]bewijs{vraagt("waardenweging", "verder.kleiner")}},
	{"Standplaats? Buiten!", "whom inside to involve first",
		[]bewijs{vraagt("weerstand", "besluit.binnen-eerst"), vraagt("regel-en-bedoeling", "besluit-regel.praten")}},
	{"Standplaats? Buiten!", "it takes the time it takes: stop and go on", []bewijs{stoppenEnVerder}},

	{"Handwerk", "five lenses",
		[]bewijs{deel("waardenweging", "verder.bril", vijfLenzen...), deel("initiatief", "bril.bril", vijfLenzen...)}},
	{"Handwerk", "does a rule answer a risk or a purpose, and what does it cost in autonomy",
		[]bewijs{vraagt("regel-en-bedoeling", "regel.waarom"), vraagt("regel-en-bedoeling", "zonder.verliest")}},
	{"Handwerk", "does an initiative fit values and goals, and out of which drive did it come",
		[]bewijs{vraagt("initiatief", "bedoeling.doelen"), vraagt("initiatief", "moment.raakte")}},
	{"Handwerk", "stand beside the citizen", []bewijs{vraagt("initiatief", "besluit.gesprek")}},
	{"Handwerk", "what I don't know, what I stand for, the next conversation with the citizen",
		[]bewijs{vraagt("waardenweging", "bedoeling.weet-niet"), vraagt("initiatief", "regel.weet-niet"), deel("waardenweging", "standpunten.1.waarde"),
			vraagt("initiatief", "besluit.gesprek"), vraagt("initiatief", "besluit.volgend-gesprek")}},
	{"Handwerk", "learning on the job: a situation of one's own, to be shared, and earlier points that come back",
		[]bewijs{opdracht("nieuw", "--eigen"), vraagt("vooruitblik", "moment.verwacht"), vraagt("waardenweging", "onthouden.eigen-werk"), eerderePuntenKomenTerug}},

	{"Leiderschap en de Bedoeling", "what do we really want to achieve; does it help, or is it how it's done",
		[]bewijs{vraagt("waardenweging", "bedoeling.bereiken"), deel("waardenweging", "regel.helpt", "ja", "nee", "deels", "hoort"), vraagt("regel-en-bedoeling", "bedoeling.bereiken"),
			deel("regel-en-bedoeling", "regel.helpt", "helpt", "hoort")}},
	{"Leiderschap en de Bedoeling", "rule and intention apart, with the rule's own reason",
		[]bewijs{vraagt("waardenweging", "regel.regel"), vraagt("waardenweging", "regel.beschermt"), vraagt("regel-en-bedoeling", "regel.waarom"), bedoelingVanDeRegelStaatErnaast}},
	{"Leiderschap en de Bedoeling", "volgen, ruimte-benutten, afwijken or open; following is as good an outcome",
		[]bewijs{deel("waardenweging", "uitkomst.keuze", "volgen", "ruimte-benutten", "afwijken", "open"), zegt("uitkomst.keuze", "Een regel volgen is ook een keuze.")}},
	{"Leiderschap en de Bedoeling", "deviating asks from what and why, is open while unanswered, and shows until the team talked about it",
		[]bewijs{deel("waardenweging", "uitkomst.omdat"), afwijkenBlijftZichtbaar}},
	{"Leiderschap en de Bedoeling", "an alternative to the routine answer; the hammer",
		[]bewijs{vraagt("waardenweging", "besluit.anders"), vraagt("regel-en-bedoeling", "zonder.bestond-niet"), vraagt("regel-en-bedoeling", "gevolgen.anders")}},
	{"Leiderschap en de Bedoeling", "what may not be set aside",
		[]bewijs{vraagt("waardenweging", "regel.opzij"), vraagt("regel-en-bedoeling", "zonder.opzij")}},
	{"Leiderschap en de Bedoeling", "no score; what recurs comes back", []bewijs{geenScore, eerderePuntenKomenTerug}},

	{"Ongekend Onrecht", "what to take along: kennis, acties, macht; an empty one shows as empty",
		[]bewijs{deel("waardenweging", "aandachtspunten.kennis"), deel("waardenweging", "aandachtspunten.acties"), deel("waardenweging", "aandachtspunten.macht"),
			leegBlijftZichtbaar("aandachtspunten.kennis"), leegBlijftZichtbaar("aandachtspunten.acties"), leegBlijftZichtbaar("aandachtspunten.macht"), bestandNoemt("<!-- weeg:aandachtspunten.macht -->\n\nNiets.\n")}},
	{"Ongekend Onrecht", "wording that sounds like a rule gets a question back", []bewijs{regelKrijgtEenVraag}},
	{"Ongekend Onrecht", "a casus is a recognisable story with a moment, and no right option", []bewijs{casusEindigtMetEenVraag}},
	{"Ongekend Onrecht", "who decides, who is missing, which contradiction or signal was heard",
		[]bewijs{deel("waardenweging", "uitkomst.eigen"), vraagt("waardenweging", "bedoeling.ontbreekt"), vraagt("waardenweging", "bedoeling.signaal"), zegt("bedoeling.signaal", "en wat gebeurde ermee?")}},
	{"Ongekend Onrecht", "is the human measure kept", []bewijs{deel("waardenweging", "waarden", "menselijke-maat")}},
	{"Ongekend Onrecht", "how openness and accountability weighed in the moment",
		[]bewijs{vraagt("waardenweging", "verder.openheid")}},
	{"Ongekend Onrecht", "the frame of my profession", []bewijs{vraagt("waardenweging", "verder.vak")}},
	{"Ongekend Onrecht", "a team asks what good work is here, and which critical situations it expects",
		[]bewijs{vraagt("vooruitblik", "bedoeling.goed-werk"), vraagt("vooruitblik", "moment.verwacht"), vraagt("vooruitblik", "samen.houvast"),
			vraagt("vooruitblik", "samen.mensen"), vraagt("vooruitblik", "samen.werkwijze"), vraagt("vooruitblik", "samen.systemen")}},
}

var vijfLenzen = []string{"juridisch", "politiek", "financieel-economisch", "wetenschappelijk", "leefwereld"}

func TestEveryStatementBeneathTheToolIsHonoured(t *testing.T) {
	t.Parallel()
	naElkaar(t)
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
	w, err := deBibliotheek.Werkvorm(werkvorm)
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

// zegt: at this question a person reads zin.
func zegt(sleutel, zin string) bewijs {
	return func(t *testing.T) {
		for _, v := range vol(t, bij(t, "waardenweging")).Vragen() {
			if v.Sleutel == sleutel && strings.Contains(v.Vraag+"\n"+v.Toelichting, zin) {
				return
			}
		}
		t.Errorf("at %s nobody reads %q", sleutel, zin)
	}
}

// paarZonderSoort: of a pair that a file names without more, it is asked how the
// two stand to each other, with these choices.
func paarZonderSoort(opties ...string) bewijs {
	return func(t *testing.T) {
		stand := sessie.NewStand("x", bij(t, "waardenweging"))
		stand.Antwoorden[reflectie.SleutelWaarden] = reflectie.Lijst("openheid", "privacy")
		stand.Antwoorden[reflectie.SleutelVerbanden] = reflectie.Lijst("openheid+privacy")
		for _, v := range stand.Vragen() {
			if v.Sleutel != "verbanden.openheid+privacy.soort" {
				continue
			}
			for _, id := range opties {
				if !slices.ContainsFunc(v.Opties, func(o sessie.Optie) bool { return o.ID == id }) {
					t.Errorf("%s has no choice %s", v.Sleutel, id)
				}
			}
			return
		}
		t.Error("how the pair stands to each other is not asked")
	}
}

// bedoelingVanDeRegelStaatErnaast: who chose a rule of the casus sees what it is
// for where they choose what to do with it.
func bedoelingVanDeRegelStaatErnaast(t *testing.T) {
	def := bij(t, "waardenweging")
	for _, v := range vol(t, def).Vragen() {
		if v.Sleutel == "uitkomst.keuze" && slices.ContainsFunc(v.Toont, func(g sessie.Getoond) bool { return g.Tekst == def.Casus.Regels[0].Bedoeling }) {
			return
		}
	}
	t.Error("the reason of the rule does not stand beside what one does with it")
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
	return string(markdown.Encode(def, markdown.MetaVan("x", def), r, nil))
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
		stand := sessie.NewStand("x", def)
		vragen := stand.Vragen()
		i := slices.IndexFunc(vragen, func(v sessie.Vraag) bool { return v.Sleutel == sleutel })
		if i < 0 {
			t.Fatalf("%s is not asked", sleutel)
		}
		bestand := string(markdown.Encode(def, markdown.MetaVan("x", def), stand.Kop, nil))
		_, na, _ := strings.Cut(bestand, "\nNiet ingevuld: ")
		if lijn, _, _ := strings.Cut(na, "\n"); !strings.Contains(lijn, vragen[i].Vraag) {
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
	if _, _, code := draai(t, thuis, ":naar 4\nIk wacht.\n.\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 {
		t.Fatalf("stopping gives %d", code)
	}
	if _, fout, code := draai(t, thuis, ":naar 4\n:stop\n", "verder", "--toegankelijk"); code != 4 || !strings.Contains(fout, "Ik wacht.") {
		t.Errorf("going on gives %d, without what was said:\n%s", code, fout)
	}
}

func eerderePuntenKomenTerug(t *testing.T) {
	stand := sessie.NewStand("x", bij(t, "waardenweging"))
	stand.Antwoorden = vol(t, bij(t, "waardenweging")).Antwoorden
	stand.Eerdere = []sessie.Eerder{{Titel: "Een eerdere keer", Waarden: []string{"openheid"}, Punten: reflectie.Antwoorden{"aandachtspunten.acties": reflectie.Lijst("Eerst bellen.")}}}
	for _, v := range stand.Vragen() {
		if slices.ContainsFunc(v.Toont, func(g sessie.Getoond) bool { return strings.HasSuffix(g.Tekst, ": Eerst bellen.") }) {
			return
		}
	}
	t.Error("what the person wanted to take along does not come back")
}

func afwijkenBlijftZichtbaar(t *testing.T) {
	const merk = "Nog niet in het team besproken"
	def := laad(t, reflectie.Eigen, "waardenweging")
	r := sessie.NewStand("x", def).Kop
	r.Antwoorden = map[string]reflectie.Antwoord{"regel.regel": reflectie.Tekst("Elke brief gaat binnen een week weg.")}
	r.Uitkomst.Keuze = reflectie.Afwijken
	bestand := string(markdown.Encode(def, markdown.MetaVan("x", def), r, nil))
	waarvan := map[string]bool{}
	for _, v := range sessie.StandVan("x", def, r, nil, nil).Vragen() {
		for _, o := range v.Opties {
			waarvan[o.ID] = waarvan[o.ID] || v.Sleutel == "uitkomst.waarvan"
		}
	}
	for _, soort := range []string{"wet", "beleid", "werkinstructie", "gewoonte"} {
		if !waarvan[soort] {
			t.Errorf("nobody can say that the rule is %s", soort)
		}
	}
	_, open, _ := strings.Cut(bestand, "\nNiet ingevuld: ")
	for _, zin := range []string{"Wat geeft de doorslag om af te wijken?", "Wat voor regel is het?"} {
		if !strings.Contains(open, zin) {
			t.Errorf("the file does not show as open: %s", zin)
		}
	}
	if !strings.Contains(bestand, merk) {
		t.Error("the file does not say that the team has yet to talk about it")
	}
	r.Besproken = reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 3}
	if strings.Contains(string(markdown.Encode(def, markdown.MetaVan("x", def), r, nil)), merk) {
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
	for _, woord := range []string{"altijd", "nooit", "voortaan", "stappenplan", "protocol", "succesfactor", "iedereen"} {
		s := sessie.New(sessie.NewStand("x", bij(t, "waardenweging")))
		s.Goto("aandachtspunten.kennis")
		punt := reflectie.Lijst("We werken zo: " + woord + " bellen.")
		if err := s.Answer(punt); err != nil {
			t.Fatal(err)
		}
		if v := s.Vraag(); v.Sleutel != "aandachtspunten.kennis" || !strings.Contains(v.Melding, woord) {
			t.Errorf("after %q comes %s: %s", woord, v.Sleutel, v.Melding)
		}
		if err := s.Answer(punt); err != nil || s.Vraag().Sleutel == "aandachtspunten.kennis" {
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
