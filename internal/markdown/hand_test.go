package markdown_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

// eenvoudig is a small reflectie to edit by hand.
func eenvoudig() reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Casusversie: 3, Werkvorm: "alles", Rol: "opzichter",
		Antwoorden: map[string]reflectie.Antwoord{"moment.reactie": reflectie.Tekst("Ik laat ze staan."),
			"bedoeling.bereiken": reflectie.Tekst("Eten\n\nvoor **allen**.")},
		Waarden:   []reflectie.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "privacy", Naam: "Privacy"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "privacy"}, Soort: "tegen", Waarom: "Er hangt een camera."}},
		Uitkomst:  reflectie.Uitkomst{Keuze: reflectie.Volgen},
	}.Normaal()
}

var metaProef = markdown.Meta{ID: "proef"}

// bewerk encodes eenvoudig and puts new texts in the place of old ones, which
// must be there.
func bewerk(t *testing.T, oudNieuw ...string) []byte {
	t.Helper()
	data := string(markdown.Encode(definitie(), metaProef, eenvoudig(), nil))
	for i := 0; i < len(oudNieuw); i += 2 {
		if !strings.Contains(data, oudNieuw[i]) {
			t.Fatalf("the file lacks %q:\n%s", oudNieuw[i], data)
		}
		data = strings.Replace(data, oudNieuw[i], oudNieuw[i+1], 1)
	}
	return []byte(data)
}

// herschrijf changes the reflectie in the file.
func herschrijf(t *testing.T, data []byte, verander func(r *reflectie.Reflectie)) string {
	t.Helper()
	d := lees(t, data)
	r := d.Reflectie.Normaal()
	verander(&r)
	nieuw := rewrite(t, d, definitie(), d.Meta, r, d.Vervallen)
	houdt(t, nieuw, d.Meta, r.Normaal(), d.Vervallen)
	return string(nieuw)
}

func niets(*reflectie.Reflectie) {}

// heeft fails unless a text stands in the file.
func heeft(t *testing.T, data string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(data, w) {
			t.Errorf("missing: %q\n%s", w, data)
		}
	}
}

func TestEditedQuoteChangesThatAnswerAloneAndStays(t *testing.T) {
	t.Parallel()
	want := eenvoudig()
	want.Antwoorden["moment.reactie"] = reflectie.Tekst("Ik bel de buren.\n\n- eerst Ria\n- dan < Samir\nen lui")
	data := bewerk(t, "> Ik laat ze staan.", ">Ik bel de buren.\n>\n> - eerst Ria\n   > - dan < Samir\\\nen lui")
	houdt(t, data, metaProef, want, nil)
	if got := herschrijf(t, data, niets); got != string(data) {
		t.Errorf("rewriting an edited quote changed it: %s", cmp.Diff(string(data), got))
	}
}

func TestAMarkerMayStandOnItsOwnLineAndInOtherHeadings(t *testing.T) {
	t.Parallel()
	const was = "### Wat zou u nu doen? <!-- weeg:moment.reactie -->\n"
	for _, kop := range []string{"### Wat zou u nu doen?\n\n<!-- weeg:moment.reactie -->\n", "<!-- weeg:moment.reactie -->\n", "Mijn *eigen* kop <!--weeg:moment.reactie-->\n---\n",
		"###### Diep\t<!-- weeg:moment.reactie -->  \n", "**Vet** <!-- weeg:moment.reactie -->\n"} {
		data := bewerk(t, was, kop)
		houdt(t, data, metaProef, eenvoudig(), nil)
		if got := herschrijf(t, data, niets); got != string(data) {
			t.Errorf("%q did not stay: %s", kop, cmp.Diff(string(data), got))
		}
		nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Antwoorden["moment.reactie"] = reflectie.Tekst("Anders.") })
		heeft(t, nieuw, kop+"\n> Anders.\n")
	}
}

func TestAQuotePutThereIsAnAnswerAndOneTakenAwayIsNone(t *testing.T) {
	t.Parallel()
	want := eenvoudig()
	want.Antwoorden["bedoeling.regel"] = reflectie.Tekst("Het hek")
	data := bewerk(t, "## Verbanden", "### Mijn vraag <!-- weeg:bedoeling.regel -->\n> Het hek\n\n## Verbanden")
	houdt(t, data, metaProef, want, nil)
	zonder := bewerk(t, "> Ik laat ze staan.\n", "")
	want = eenvoudig()
	delete(want.Antwoorden, "moment.reactie")
	houdt(t, zonder, metaProef, want, nil)
	nieuw := herschrijf(t, zonder, func(r *reflectie.Reflectie) {
		r.Antwoorden = map[string]reflectie.Antwoord{"moment.reactie": reflectie.Tekst("Toch.")}
	})
	heeft(t, nieuw, "<!-- weeg:moment.reactie -->\n\n> Toch.\n")
}

func TestNotesSurviveAnyRewrite(t *testing.T) {
	t.Parallel()
	const notitie = "Dit stond in de krant:\n\n> citaat uit de krant\n\n```\n# geen kop\n```\n\n"
	data := bewerk(t, "## De bedoeling", notitie+"## De bedoeling", "### Wat wilt u bereiken?", "### Waar gaat het *ons* om?")
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.regel"] = reflectie.Tekst("Het hek")
		r.Antwoorden["bedoeling.bereiken"] = reflectie.Tekst("Rust")
		r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true)
		r.Uitkomst.Keuze = reflectie.Afwijken
		r.Besproken = dag("2026-12-03")
	})
	heeft(t, nieuw, "> Ik laat ze staan.\n\n"+notitie+"## De bedoeling", "### Waar gaat het *ons* om? <!-- weeg:bedoeling.bereiken -->\n\n> Rust\n\n### Wat is de kern? <!-- weeg:bedoeling.regel -->\n\n> Het hek\n",
		"besproken: 2026-12-03\n", "Was er een signaal: Ja.")
	weg := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Antwoorden = nil })
	heeft(t, weg, "### Wat zou u nu doen?\n\n"+notitie)
	if strings.Contains(weg, "De bedoeling") || strings.Contains(weg, "ons") {
		t.Errorf("an answer without notes did not go with its headings:\n%s", weg)
	}
}

func TestFrontMatterOfAPersonSurvivesByteForByte(t *testing.T) {
	t.Parallel()
	const eigen = "# van ons\nlabels:   [ 'a',\"b\" ]   # let op\n\naliases:\n- tuin\nrol:   'opzichter'  # wie\n"
	data := bewerk(t, "rol: opzichter\n", eigen)
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Door = "Team Groen" })
	heeft(t, nieuw, eigen+"door: Team Groen\n---\n")
	nieuw = herschrijf(t, []byte(nieuw), func(r *reflectie.Reflectie) { r.Rol, r.Door = "wethouder", "" })
	heeft(t, nieuw, "- tuin\nrol: wethouder  # wie\n---\n")
	nieuw = herschrijf(t, []byte(nieuw), func(r *reflectie.Reflectie) { r.Rol = "" })
	heeft(t, nieuw, "- tuin\n# wie\n---\n")
	obsidian := bewerk(t, "werkvorm: alles\n", "werkvorm: alles\ndatum: 2026-11-21T00:00:00\ntags:\n  - weeg\n")
	want := eenvoudig()
	want.Datum = dag("2026-11-21")
	houdt(t, obsidian, metaProef, want, nil)
}

func TestWindowsLineEndsAndAByteOrderMarkStay(t *testing.T) {
	t.Parallel()
	data := append([]byte("\ufeff"), bytes.ReplaceAll(bewerk(t), []byte("\n"), []byte("\r\n"))...)
	houdt(t, data, metaProef, eenvoudig(), nil)
	if got := herschrijf(t, data, niets); got != string(data) {
		t.Errorf("rewriting the same changed it")
	}
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.regel"] = reflectie.Tekst("a\nb")
		r.Uitkomst = reflectie.Uitkomst{Keuze: reflectie.Afwijken, Omdat: "Zo"}
		r.Rol = "wethouder"
	})
	if strings.Count(nieuw, "\n") != strings.Count(nieuw, "\r\n") || !strings.HasPrefix(nieuw, "\ufeff---\r\n") {
		t.Errorf("some lines lost their line end:\n%q", nieuw)
	}
}

func TestMovedSectionReadsAndStaysWhereItIs(t *testing.T) {
	t.Parallel()
	data := string(bewerk(t))
	van, tot := strings.Index(data, "## De bedoeling\n"), strings.Index(data, "## Verbanden\n")
	eind := strings.Index(data, "<!-- weeg:gegevens")
	verhuisd := data[:van] + data[tot:eind] + data[van:tot] + data[eind:]
	houdt(t, []byte(verhuisd), metaProef, eenvoudig(), nil)
	if nieuw := herschrijf(t, []byte(verhuisd), niets); nieuw != verhuisd {
		t.Errorf("the section did not stay: %s", cmp.Diff(verhuisd, nieuw))
	}
	nieuw := herschrijf(t, []byte(verhuisd), func(r *reflectie.Reflectie) { r.Antwoorden["bedoeling.regel"] = reflectie.Tekst("Zo") })
	if strings.Index(nieuw, "weeg:bedoeling.regel ") < strings.Index(nieuw, "## De bedoeling\n") {
		t.Errorf("the new answer stands outside its section:\n%s", nieuw)
	}
}

func TestAnswerThatBecomesVervallenMovesToTheEndAndBack(t *testing.T) {
	t.Parallel()
	data := []byte(herschrijf(t, bewerk(t), func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true)
		r.Antwoorden["bedoeling.gehoord"] = reflectie.Tekst("Bij de stagiair.")
	}))
	nee := func(r *reflectie.Reflectie) { r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(false) }
	nieuw := herschrijf(t, data, nee)
	const vraag = "### Bij wie kwam het aan? <!-- weeg:bedoeling.gehoord -->\n\n> Bij de stagiair.\n"
	heeft(t, nieuw, "## Vervallen antwoorden\n\n"+vraag)
	terug := herschrijf(t, []byte(nieuw), func(r *reflectie.Reflectie) { r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true) })
	if diff := cmp.Diff(string(data), terug); diff != "" {
		t.Errorf("going back did not give the file back: %s", diff)
	}
	bewerkt := strings.Replace(string(data), "> Bij de stagiair.", "> Bij de stagiair.\n\nMooi.", 1)
	if nieuw := herschrijf(t, []byte(bewerkt), nee); strings.Contains(nieuw, "## Vervallen") || !strings.Contains(nieuw, "Mooi.") {
		t.Errorf("an edited question did not stay in its place:\n%s", nieuw)
	}
}

func TestHeadingsThatNobodyTouchedFollowTheirQuestion(t *testing.T) {
	t.Parallel()
	def := definitie()
	def.Werkvorm.Stappen[1].Titel = "Waar het om gaat"
	def.Werkvorm.Stappen[1].Vragen[0].Vraag = "Wat wilt u hier echt bereiken?"
	data := bewerk(t, "### Wat zou u nu doen?", "### Mijn eigen kop")
	d := lees(t, data)
	nieuw := d.Reflectie.Normaal()
	nieuw.Antwoorden["moment.reactie"] = reflectie.Tekst("x")
	// The old words are those of def itself, so a heading of another werkvorm stays.
	heeft(t, string(rewrite(t, d, def, d.Meta, nieuw, nil)), "### Mijn eigen kop <!--", "## De bedoeling\n", "### Wat wilt u bereiken? <!--")
	eigen := eigenReflectie()
	data = markdown.Encode(eigenDefinitie(), metaProef, eigen, nil)
	eigen.Eigen.Titel = "Nieuw"
	heeft(t, string(rewrite(t, lees(t, data), eigenDefinitie(), metaProef, eigen, nil)), "\n# Nieuw\n", "titel: Nieuw\n")
}

func TestTakingARowOutMovesNoOther(t *testing.T) {
	t.Parallel()
	r := eigenReflectie()
	r.Afspraken = append(r.Afspraken, reflectie.Afspraak{Wat: "De derde.", Hoe: "zelf"})
	r.Antwoorden = map[string]reflectie.Antwoord{"afspraken.3.wat.wie": reflectie.Tekst("Ik.")}
	def := eigenDefinitie()
	data := bytes.Replace(markdown.Encode(def, metaProef, r, nil), []byte("#### Afspraak 3"), []byte("#### Mijn afspraak"), 1)
	r.Afspraken = append(r.Afspraken[:1:1], r.Afspraken[2])
	r.Antwoorden = map[string]reflectie.Antwoord{"afspraken.2.wat.wie": reflectie.Tekst("Ik.")}
	nieuw := rewrite(t, lees(t, data), def, metaProef, r, nil)
	houdt(t, nieuw, metaProef, r, nil)
	heeft(t, string(nieuw), "#### Mijn afspraak <!-- weeg:afspraken.3.wat -->\n\n> De derde.", "<!-- weeg:afspraken.3.wat.wie -->\n\n> Ik.", "- { nr: 3, hoe: zelf }", "- Afspraak 3: zelf doen\n")
	if strings.Contains(string(nieuw), "meelopen") {
		t.Errorf("the row is not gone:\n%s", nieuw)
	}
}

func TestADerivedPartInWhichSomebodyWroteStopsARewriteUntilToch(t *testing.T) {
	t.Parallel()
	data := bewerk(t, "<!-- weeg:eind keuzes -->", "Dit schreef **ik** erbij.\n\n<!-- weeg:eind keuzes -->")
	d := lees(t, data)
	r := d.Reflectie.Normaal()
	_, err := d.Rewrite(definitie(), d.Meta, r, nil, markdown.Opties{})
	var beschreven *markdown.Beschreven
	if !errors.As(err, &beschreven) || beschreven.Deel != "keuzes" || !strings.Contains(err.Error(), "--toch") || beschreven.Plaats.Regel == 0 {
		t.Fatalf("err = %v", err)
	}
	nieuw, err := d.Rewrite(definitie(), d.Meta, r, nil, markdown.Opties{Toch: true})
	if err != nil {
		t.Fatal(err)
	}
	heeft(t, string(nieuw), "<!-- weeg:eind keuzes -->\n\nIk volg de regel.\n\nDit schreef **ik** erbij.\n\n## Waardenetwerk")
	if nog := herschrijf(t, nieuw, niets); nog != string(nieuw) {
		t.Errorf("a second rewrite changed the file:\n%s", cmp.Diff(string(nieuw), nog))
	}
}

func TestMomentAndVerhaalAreAPersonsOnceSomebodyMendedThem(t *testing.T) {
	t.Parallel()
	data := bewerk(t, "Maandag komt de graafmachine.", "Maandag komt de grote graafmachine.")
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Rol = "wethouder" })
	heeft(t, nieuw, "Maandag komt de grote graafmachine.", "_Als opzichter.")
	nieuw = herschrijf(t, bewerk(t), func(r *reflectie.Reflectie) { r.Rol = "wethouder" })
	heeft(t, nieuw, "_Als wethouder.")
	d := lees(t, bewerk(t))
	r := d.Reflectie.Normaal()
	r.Rol = "wethouder"
	zonder := string(rewrite(t, d, casus.Definitie{}, d.Meta, r, nil)) // the casus is gone
	heeft(t, zonder, "_Als opzichter.", "Lang verhaal.", "rol: wethouder\n", "titel: De buurttuin achter het hek\n", "Ik volg de regel.", "### Wat wilt u bereiken? <!--")
}

func TestWhatAFormatterMovedIsStillOurs(t *testing.T) {
	t.Parallel()
	data := bewerk(t, "- Veiligheid en privacy werken elkaar hier tegen.", "*   Veiligheid en privacy\n    werken elkaar hier\n    tegen.", "_Als opzichter.", "*Als opzichter.", "casus._", "casus.*")
	houdt(t, data, metaProef, eenvoudig(), nil)
	if got := herschrijf(t, data, niets); got != string(data) {
		t.Errorf("nothing changed, and the file did:\n%s", cmp.Diff(string(data), got))
	}
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Verbanden[0].Soort = "beide"; r.Rol = "wethouder" })
	heeft(t, nieuw, "- Veiligheid en privacy versterken elkaar hier, en werken elkaar ook tegen.", "_Als wethouder. Een verzonnen casus._")
	if strings.Contains(nieuw, "*   ") {
		t.Errorf("the old words stand there still:\n%s", nieuw)
	}
}

func TestAPartOlderThanTheDataIsTold(t *testing.T) {
	t.Parallel()
	data := bewerk(t, "soort: tegen", "soort: versterkt")
	_, oud := lees(t, data).Vers(definitie(), markdown.MetaVan("", definitie()))
	if len(oud) != 1 || !strings.Contains(oud[0].Tekst, "dit stuk is ouder dan de gegevens") || !strings.HasPrefix(strings.Split(string(data), "\n")[oud[0].Plaats.Regel-1], "<!-- weeg:begin waardenetwerk") {
		t.Errorf("it tells %v", oud)
	}
	nieuw := herschrijf(t, data, niets)
	heeft(t, nieuw, "Veiligheid en privacy versterken elkaar hier.")
	if _, oud := lees(t, []byte(nieuw)).Vers(definitie(), markdown.MetaVan("", definitie())); len(oud) > 0 {
		t.Errorf("afterwards it tells %v", oud)
	}
}

func TestMarkersOrDataGoneIsToldAndNothingIsRewritten(t *testing.T) {
	t.Parallel()
	r, vervallen := volledig()
	heel := string(markdown.Encode(definitie(), metaProef, r, vervallen))
	zonderGegevens, _, _ := strings.Cut(heel, "<!-- weeg:gegevens")
	var zonderAlles, zonderMerken strings.Builder
	for lijn := range strings.Lines(zonderGegevens) {
		voor, _, _ := strings.Cut(strings.TrimRight(lijn, "\n"), "<!--")
		zonderAlles.WriteString(voor + "\n")
	}
	zonderMerken.WriteString(zonderAlles.String() + heel[len(zonderGegevens):])
	for naam, data := range map[string]string{"data": zonderGegevens, "all": zonderAlles.String(), "markers": zonderMerken.String()} {
		d := lees(t, []byte(data))
		if !d.Gehavend || len(d.Opmerkingen()) == 0 {
			t.Errorf("%s: it is not told", naam)
		}
		_, err := d.Rewrite(definitie(), d.Meta, d.Reflectie, d.Vervallen, markdown.Opties{Toch: true})
		if !errors.As(err, new(*markdown.GehavendFout)) {
			t.Errorf("%s: err = %v", naam, err)
		}
	}
	d := lees(t, []byte(zonderGegevens))
	if d.Reflectie.Weging[0].Omdat != r.Weging[0].Omdat || d.Reflectie.Standpunten[0].Standpunt != "U neemt ons alles af." || len(d.Reflectie.Aandachtspunten.Kennis) != 2 {
		t.Errorf("without data the texts are not read: %+v", d.Reflectie)
	}
}

func TestOnlyTheMarkersOfTheHeadingsGoneIsToldAndNothingIsRewritten(t *testing.T) {
	t.Parallel()
	r, vervallen := volledig()
	var zonder strings.Builder
	for lijn := range strings.Lines(string(markdown.Encode(definitie(), metaProef, r, vervallen))) {
		if kop, _, ok := strings.Cut(lijn, " <!-- weeg:"); ok && strings.HasPrefix(lijn, "#") {
			lijn = kop + "\n"
		}
		zonder.WriteString(lijn)
	}
	d := lees(t, []byte(zonder.String()))
	if !d.Gehavend || len(d.Opmerkingen()) == 0 || !errors.As(d.Heel(), new(*markdown.GehavendFout)) {
		t.Error("it is not told")
	}
	if _, err := d.Rewrite(definitie(), d.Meta, d.Reflectie, d.Vervallen, markdown.Opties{Toch: true}); !errors.As(err, new(*markdown.GehavendFout)) {
		t.Errorf("err = %v", err)
	}
	// A quote of a person in a file without texts is no answer that lost its marker.
	leeg := string(markdown.Encode(definitie(), metaProef, reflectie.Reflectie{Weeg: 1, Casus: "proef", Werkvorm: "weging"}, nil))
	if d, err := markdown.Parse("r.md", []byte(leeg+"\n## Mijn notities\n\n> Een citaat.\n")); err != nil || d.Gehavend {
		t.Errorf("a quote under a heading of one's own: err = %v", err)
	}
}

func TestPrivateQuestionsLeaveNothing(t *testing.T) {
	t.Parallel()
	r := eenvoudig()
	r.Antwoorden["bedoeling.geheim"] = reflectie.Tekst("Nee zeggen.")
	data := string(markdown.Encode(definitie(), markdown.Meta{}, r, reflectie.Antwoorden{"bedoeling.geheim": reflectie.JaNee(true)}))
	for _, nooit := range []string{"geheim", "durft", "Nee zeggen"} {
		if strings.Contains(data, nooit) {
			t.Errorf("the file says %q", nooit)
		}
	}
}

func TestReadingIsLinear(t *testing.T) {
	t.Parallel()
	maak := func(n int) []byte {
		var b strings.Builder
		b.WriteString(kopje)
		for i := range n {
			fmt.Fprintf(&b, "### Vraag %d <!-- weeg:stap.v%d -->\n\n> x\n\n", i, i)
		}
		return []byte(b.String() + "### Lang <!-- weeg:stap.lang -->\n\n" + strings.Repeat("> een regel tekst &lt;b>\\\n", n/2) + "\n" + leeg)
	}
	duur := func(n int) time.Duration {
		begin := time.Now()
		if d := lees(t, maak(n)); len(d.Reflectie.Antwoorden) != n+1 || len(d.Reflectie.Antwoorden["stap.lang"].Tekst()) < n*9 {
			t.Fatalf("%d answers were read", len(d.Reflectie.Antwoorden))
		}
		return time.Since(begin)
	}
	klein, groot := duur(5_000), duur(50_000)
	t.Logf("%v and %v", klein, groot)
	if groot > 40*klein+5*time.Second {
		t.Errorf("ten times as much took %v, and not %v", groot, klein)
	}
}

// Which parts are older than the data is told the same without making the page anew.
func TestWhatIsOlderIsToldWithoutTheRest(t *testing.T) {
	t.Parallel()
	r, oud := rand.New(rand.NewPCG(7, 7)), 0
	def := definitie()
	meta := markdown.MetaVan("2026-11-21-een-aaaa", def)
	anders := strings.NewReplacer("soort: tegen", "soort: versterkt", "keuze: volgen", "keuze: open", "eigen: true", "eigen: false")
	for range 60 {
		was := reflectietest.Willekeurig(r)
		was.Casus, was.Eigen, was.Afspraken = def.Casus.ID, nil, nil
		data := string(markdown.Encode(def, meta, was, nil))
		i := strings.LastIndex(data, "<!-- weeg:gegevens")
		doc, err := markdown.Parse("r.md", []byte(data[:i]+anders.Replace(data[i:])))
		if err != nil {
			t.Fatal(err)
		}
		_, want := doc.Vers(def, meta)
		got := doc.Verouderd(def, meta)
		if !slices.Equal(want, got) {
			t.Errorf("it tells\n%v\nand with the page\n%v", got, want)
		}
		oud += len(got)
	}
	if oud == 0 {
		t.Error("nothing was older")
	}
}
