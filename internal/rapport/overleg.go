package rapport

import (
	"io"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/overleg"
)

// OverlegHTML writes the sheet of a team's talk as a page that stands on its own.
func OverlegHTML(w io.Writer, b overleg.Blad) error {
	p := newPagina(w, overlegTitel(b))
	schrijfOverleg(p, b)
	return p.sluit()
}

// OverlegMarkdown returns it as Markdown, with a marker where the team writes. Nothing
// that somebody typed gets out of its quote.
func OverlegMarkdown(b overleg.Blad) string {
	var m markdownvel
	schrijfOverleg(&m, b)
	return m.String()
}

func overlegTitel(b overleg.Blad) string {
	if b.Eigen() {
		return "Overleg over een eigen situatie"
	}
	return "Overleg: " + b.Titel
}

func schrijfOverleg(v vel, b overleg.Blad) {
	v.kop(1, overlegTitel(b))
	if b.Meegegaan != "" {
		v.zin("De vorige keer stelden we deze vraag buiten ons team:")
		v.woorden([]string{b.Meegegaan})
		v.ruimte(2, veld{"Wat kwam daarvan?", overleg.Gekomen})
	}
	if b.Eigen() {
		v.kop(2, "Het gesprek")
	} else {
		v.kop(2, "Blad 1: open op tafel")
	}
	v.zin("Voor drie tot acht mensen, in 45 minuten. Loot wie voorleest en wie op de tijd let. Geeft u leiding aan dit team? Praat dan als laatste, of blijf weg. Deel een reflectie van uzelf alleen om te lezen.")
	if !b.Eigen() && len(b.Posities) == 0 {
		v.zin("Er zijn nog weinig reflecties. Op blad 2 is daarom ruimte om zelf te schrijven.")
	}
	totStilte(v, b)
	posities(v, b)
	daarna(v, b)
	oogst(v)
	v.voet("Gaat dit over iets wat niet mag? Dan is er de vertrouwenspersoon. Dit is geen meldpunt.")
}

// totStilte is what everybody sees from the first minute on.
func totStilte(v vel, b overleg.Blad) {
	v.kop(3, "Stap 1: afspraken, voorgelezen (minuut 0–3)")
	v.naast(func() {
		v.punten([]string{"We praten over een moment, niet over een collega.", "Wie iets schreef, hoeft niet te zeggen wat.", "U mag elke vraag overslaan."})
	}, func() {
		v.punten([]string{"We hoeven het niet eens te worden.", "Er komt vandaag geen besluit en geen regel.", "Wie leiding geeft, praat als laatste."})
	})
	if b.Eigen() {
		v.zin("Wie dit inbrengt, mag op elk moment stoppen, zonder reden.")
	}
	v.zin("Kan iedereen hiermee leven?")

	v.kop(3, "Stap 2: het verhaal, voorgelezen (minuut 3–7)")
	if b.Eigen() {
		for _, tekst := range []string{b.Situatie, b.Moment} {
			if tekst != "" {
				v.woorden([]string{tekst})
			}
		}
	} else {
		for alinea := range strings.SplitSeq(casus.Alineas(strings.TrimSpace(b.Situatie)+"\n\n"+strings.TrimSpace(b.Moment)), "\n\n") {
			v.zin(alinea)
		}
	}
	v.zin("Ga één keer rond: welke zin bleef bij u hangen? De anderen luisteren en reageren niet.")

	v.kop(3, "Stap 3: stilte (minuut 7–12)")
	v.zin("Iedereen schrijft voor zichzelf, op eigen papier.")
	v.punten([]string{"Waar twijfelt u?", "Nu zou ik …, omdat …"})
}

// posities is how the second page begins; a situation of somebody's own has none.
func posities(v vel, b overleg.Blad) {
	if !b.Eigen() {
		v.nieuwBlad("Blad 2: omdraaien na minuut 12")
	}
	v.kop(3, "Stap 4: meer dan één manier (minuut 12–22)")
	if len(b.Posities) > 1 {
		v.zin("Dit schreven mensen over dit moment. Wat eerst komt, is geloot. Wie het schreef, hoeft niets te zeggen.")
		manier := func(kop string, p overleg.Positie) func() {
			return func() {
				doen(v, kop, p)
				waarom(v, p)
			}
		}
		v.naast(manier("Iemand zou dit doen", b.Posities[0]), manier("Iemand anders zou dit doen", b.Posities[1]))
	} else {
		v.zin("Wie wil, vertelt: nu zou ik …, omdat …")
	}
	v.punten([]string{"Welke waarde kan hieronder liggen?", "Wat gaat er verloren als we zo kiezen?"})
	switch {
	case len(b.Posities) > 2:
		derde := b.Posities[2]
		v.streep()
		v.naast(func() { doen(v, "Als er tijd is: nog iemand zou dit doen", derde) }, func() { waarom(v, derde) })
	case len(b.Posities) == 0 && !b.Eigen():
		v.ruimte(4, veld{"Ruimte om te schrijven, zonder namen", overleg.Ruimte})
	}
}

func doen(v vel, kop string, p overleg.Positie) {
	v.kop(4, kop)
	if p.Rol != "" {
		v.zin("Dit is gezien vanuit " + p.Rol + ".")
	}
	if p.Doen != "" {
		v.woorden([]string{p.Doen})
	}
}

func waarom(v vel, p overleg.Positie) {
	if p.Omdat != "" {
		v.zin("Omdat:")
		v.woorden([]string{p.Omdat})
	}
	if len(p.Prijs) > 0 {
		v.zin("Wat er dan verloren gaat:")
		v.woorden(p.Prijs)
	}
}

func daarna(v vel, b overleg.Blad) {
	v.naast(func() {
		v.kop(3, "Stap 5: wie er niet is (minuut 22–26)")
		if b.Rol != "" {
			v.zin("Zet een lege stoel neer. Wat zou " + b.Rol + " zeggen als die hier zat?")
		} else {
			v.zin("Zet een lege stoel neer. Wie merkt hier iets van, maar praat niet mee? Wat zou die zeggen?")
		}
	}, func() {
		v.kop(3, "Stap 6: de regel of de invloed (minuut 26–31)")
		v.zin("Kies er één.")
		v.punten([]string{"Noem een regel die hier meespeelt. Waartegen beschermt deze regel?", "Wie heeft hier het laatste woord? Wie kan hier niets zeggen?"})
	})
	v.naast(func() {
		v.kop(3, "Stap 7: goed werk (minuut 31–36)")
		v.punten([]string{"Wat is hier goed werk?", "Welk moment dat hierop lijkt, verwachten we de komende maand? Hoe gaan we daar dan mee om?"})
	}, func() {
		v.kop(3, "Stap 8: stilte (minuut 36–39)")
		v.zin("Iedereen leest voor zichzelf terug wat er bij stap 3 op het eigen papier kwam. Wat is er anders?")
	})
}

// oogst is what a team writes down together, and what is read back.
func oogst(v vel) {
	v.kop(3, "Stap 9: een volgende keer (minuut 39–43)")
	v.zin("Schrijf één gedachte op een kaart. Staat er eerst, altijd, nooit, voortaan of checklist op? Lees de kaart dan voor en vraag: in welk geval niet?")
	v.ruimte(4, veld{"Willen we weten …", overleg.Kennis}, veld{"Letten we bij onszelf op …", overleg.Acties}, veld{"Letten we op de invloed van …", overleg.Macht})
	v.kop(3, "Stap 10: einde (minuut 43–45)")
	v.zin("Bent u het ergens niet over eens? Zo mag het blijven staan.")
	v.ruimte(4, veld{"Waarover zijn we het niet eens?", overleg.Oneens},
		veld{"Welke vraag uit ons eigen werk stellen we buiten ons team, en aan welke rol?", overleg.Buiten},
		veld{"Wanneer kijken we terug?", overleg.Terug})
}

func (p *pagina) nieuwBlad(kop string) {
	p.opNieuw = true
	p.kop(2, kop)
}

func (p *pagina) ruimte(niveau int, velden ...veld) {
	p.uit("<div class=\"ruimten\">\n")
	for _, v := range velden {
		p.uit("<div>\n")
		p.kop(niveau, v.kop)
		p.uit("<div class=\"ruimte\"></div>\n</div>\n")
	}
	p.uit("</div>\n")
}

func (p *pagina) voet(tekst string) {
	voor, _, _ := strings.Cut(p.na, "<p>")
	_, na, _ := strings.Cut(p.na, "</p>")
	p.na = voor + "<p>" + netwerk.Ontsnap(tekst) + "</p>" + na
}

func (p *pagina) streep() { p.uit("<hr>\n") }
