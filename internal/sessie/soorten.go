package sessie

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// How many rows a conversation offers by itself. A file may hold more.
const (
	maxStandpunten     = 3 // voices of others
	maxLagen           = 4 // other layers
	maxAandachtspunten = 3 // of each type
	maxBetekenissen    = 3
)

// MinWaarden and MaxWaarden say how many waarden work well. Fewer are asked
// for once more; more are welcome.
const (
	MinWaarden = 2
	MaxWaarden = 7
)

// titelEigen is the title of the step that asks for a situation of one's own.
const titelEigen = "Uw situatie"

func (r *rij) eigen() {
	r.begin(casus.Stap{ID: reflectie.Eigen, Titel: titelEigen,
		Uitleg: "Vertel het als een verhaal. Gebruik rollen in plaats van namen: dan kunt u het later delen."})
	r.geldt = r.papier || r.stand.Definitie.Casus.ID == reflectie.Eigen
	r.add(Vraag{Sleutel: "eigen.titel", Soort: Regel,
		Vraag: "Hoe noemt u deze situatie?", Toelichting: "Een paar woorden zijn genoeg."}, true)
	r.add(Vraag{Sleutel: "eigen.situatie", Soort: Tekst,
		Vraag: "Wat gebeurt er?", Toelichting: "Begin midden in het werk. Wie zegt of doet wat?"}, true)
	r.add(Vraag{Sleutel: "eigen.moment", Soort: Tekst,
		Vraag: "Wat is het moeilijkste moment?", Toelichting: "Stop vlak voor uw keuze. Dan kan alles nog."}, true)
}

func (r *rij) rol() {
	v := Vraag{Sleutel: reflectie.SleutelRol, Soort: Regel, Vraag: "Vanuit welke rol kijkt u?",
		Toelichting: "Een functie of een plek is genoeg, zonder naam."}
	if rollen := r.rollen(); len(rollen) > 0 {
		v.Soort, v.Vrij, v.Opties = Keuze, true, rollen
		v.Toelichting = "Staat uw rol er niet bij? Schrijf dan uw eigen woorden."
	}
	r.add(v, true)
}

func (r *rij) rollen() []Optie {
	var opties []Optie
	for _, rol := range r.stand.Definitie.Casus.Rollen {
		opties = append(opties, Optie{ID: rol.ID, Naam: rol.Naam})
	}
	return opties
}

// vrijeRollen returns the roles of the casus but the person's own, and those
// that another row than n is about.
func (r *rij) vrijeRollen(prefix, veld string, n int) []Optie {
	return slices.DeleteFunc(r.anderen(), func(o Optie) bool {
		rij := r.rijVan(prefix, veld, o.ID)
		return rij != n && r.tekst(reflectie.Rij(prefix, rij, veld)) == o.ID
	})
}

// anderen returns the roles of the casus but the person's own.
func (r *rij) anderen() []Optie {
	eigen := r.tekst(reflectie.SleutelRol)
	return slices.DeleteFunc(r.rollen(), func(o Optie) bool { return o.ID == eigen })
}

// keuzeOfRegel asks for one of the opties or own words; without opties for own words.
func keuzeOfRegel(sleutel, vraag, toelichting string, opties []Optie) Vraag {
	v := Vraag{Sleutel: sleutel, Vraag: vraag, Toelichting: toelichting, Soort: Regel}
	if len(opties) > 0 {
		v.Soort, v.Vrij, v.Opties = Keuze, true, opties
	}
	return v
}

// rijVan returns the number of the row whose veld is wie, or else the lowest
// number that no row has, so that a number stays the same while rows are added.
func (r *rij) rijVan(prefix, veld, wie string) int {
	rijen := r.stand.Antwoorden.Rijen(prefix)
	for _, n := range rijen {
		if r.tekst(reflectie.Rij(prefix, n, veld)) == wie {
			return n
		}
	}
	n := 1
	for slices.Contains(rijen, n) {
		n++
	}
	return n
}

// andereRijen returns the rows but eigen, and one more to fill in.
func (r *rij) andereRijen(prefix string, eigen, most int) []int {
	rijen := r.stand.Antwoorden.Rijen(prefix)
	nieuw := eigen + 1
	if len(rijen) > 0 {
		nieuw = max(eigen, rijen[len(rijen)-1]) + 1
	}
	rijen = slices.DeleteFunc(rijen, func(n int) bool { return n == eigen })
	if len(rijen) < most {
		rijen = append(rijen, nieuw)
	}
	return rijen
}

func (r *rij) standpunten() {
	const prefix = reflectie.SleutelStandpunten
	reactie, eerder := r.reactie()
	ik := r.rijVan(prefix, "van", reflectie.Ik)
	r.gezien[reflectie.Rij(prefix, ik, "van")] = true // it says "ik"; nobody is asked
	r.add(Vraag{Sleutel: reflectie.Rij(prefix, ik, "standpunt"), Soort: Tekst,
		Vraag:       "Wat was uw eerste reactie?",
		Toelichting: "Schrijf op wat u meteen dacht. U hoeft het er later niet mee eens te zijn.",
	}, !eerder || r.tekst(reflectie.Rij(prefix, ik, "standpunt")) != "")
	v := r.waardevraag(reflectie.Rij(prefix, ik, "waarde"), "Welke waarde zat er in uw eerste reactie?",
		"Wat wilde u daarmee beschermen? Een paar woorden is genoeg.")
	v.Toont = reactie
	r.add(v, len(reactie) > 0 || r.rijBegonnen(prefix, ik))
	for i, n := range r.andereRijen(prefix, ik, maxStandpunten) {
		vraag, uitleg := "Wie denkt hier anders over dan u?", "Kies liefst iemand die zich verzet. Noem een rol, geen naam."
		if i > 0 {
			vraag, uitleg = "Wie vindt weer iets anders?", "Denk ook aan iemand die stil bleef."
		}
		bekend := r.rijBegonnen(prefix, n)
		r.add(keuzeOfRegel(reflectie.Rij(prefix, n, "van"), vraag, uitleg, r.vrijeRollen(prefix, "van", n)), true)
		r.add(Vraag{Sleutel: reflectie.Rij(prefix, n, "standpunt"), Soort: Tekst,
			Toont: []Getoond{{r.wie(n), ""}},
			Vraag: "Wat zei deze persoon?", Toelichting: "Liefst letterlijk, in de woorden van die persoon."}, bekend)
		w := r.waardevraag(reflectie.Rij(prefix, n, "waarde"), "Welke waarde kan daaronder liggen?",
			"Wat is voor deze persoon belangrijk? Een paar woorden is genoeg.")
		if s := r.tekst(reflectie.Rij(prefix, n, "standpunt")); s != "" {
			w.Toont = []Getoond{{r.wie(n), s}}
		}
		r.add(w, bekend)
	}
}

// wie names the voice of row n.
func (r *rij) wie(n int) string {
	van := r.tekst(reflectie.Rij(reflectie.SleutelStandpunten, n, "van"))
	if rol, ok := r.stand.Definitie.Casus.Rol(van); ok {
		return rol.Naam
	}
	return cmp.Or(van, "Deze persoon")
}

// rijBegonnen reports whether row n holds any answer.
func (r *rij) rijBegonnen(prefix string, n int) bool {
	return slices.Contains(r.stand.Antwoorden.Rijen(prefix), n)
}

// waardevraag asks for one waarde in own words.
func (r *rij) waardevraag(sleutel, vraag, toelichting string) Vraag {
	return Vraag{Sleutel: sleutel, Vraag: vraag, Toelichting: toelichting, Soort: Regel, Vrij: true, Opties: r.catalogus()}
}

func (r *rij) catalogus() []Optie {
	var opties []Optie
	for _, w := range r.stand.Definitie.Waarden {
		opties = append(opties, Optie{ID: w.ID, Naam: w.Naam, Uitleg: w.Omschrijving, Groep: w.Groep})
	}
	return opties
}

func (r *rij) waarden() {
	r.add(Vraag{Sleutel: reflectie.SleutelWaarden, Soort: Waardenkeuze, Vrij: true, Opties: r.waardenlijst(),
		Vraag:       "Welke waarden tellen hier mee?",
		Toelichting: "Een eigen waarde mag ook.",
	}, true)
	gekozen := r.antwoord(reflectie.SleutelWaarden).Lijst()
	for i, id := range gekozen {
		v := Vraag{Sleutel: reflectie.Sleutel(reflectie.SleutelWaarden, id, "betekenis"), Soort: Tekst,
			Vraag: fmt.Sprintf("Wat betekent %s hier?", casus.InZin(r.stand.Naam(id))), Toelichting: "Wat zou er hier zonder die waarde ontbreken?"}
		if w, ok := r.stand.Definitie.Waarde(id); ok {
			v.Toelichting = w.Omschrijving + "."
		}
		r.add(v, i < maxBetekenissen || !r.antwoord(v.Sleutel).IsZero())
	}
}

// waardenlijst has the catalogue by group, with what the person named already on top.
func (r *rij) waardenlijst() []Optie {
	var genoemd, misschien, rest []Optie
	tekst := " " + strings.Join(eigenWoorden(r.eigenTekst()), " ") + " "
	noemt := func(naam string) bool { return strings.Contains(tekst, " "+strings.ToLower(naam)+" ") }
	onder := r.onderStandpunten()
	for _, w := range r.stand.Definitie.Waarden {
		o := Optie{ID: w.ID, Naam: w.Naam, Uitleg: w.Omschrijving, Groep: w.Groep}
		switch {
		case slices.Contains(onder, w.ID) || noemt(w.Naam):
			o.Groep = groepGenoemd
			genoemd = append(genoemd, o)
		case slices.ContainsFunc(w.Ook, noemt):
			o.Groep = groepMisschien
			misschien = append(misschien, o)
		default:
			rest = append(rest, o)
		}
	}
	for _, id := range r.eigenWaarden() {
		genoemd = append(genoemd, Optie{ID: id, Naam: r.stand.Naam(id), Groep: groepGenoemd})
	}
	genoemd = append(genoemd, r.inEigenWoorden()...)
	return slices.Concat(genoemd, misschien, rest)
}

// The headings above what the person already said, in their own words or in
// others that mean the same.
const (
	groepGenoemd   = "Al door u genoemd"
	groepMisschien = "Misschien bedoelt u"
)

// maxWoorden is how long a few words in this step may be to be the name of a
// value; more is a sentence.
const maxWoorden = 4

// inEigenWoorden offers what the person wrote in a few words in this step, and
// that is no value yet, as a value of their own.
func (r *rij) inEigenWoorden() []Optie {
	var opties []Optie
	for _, v := range r.vragen {
		naam := waardenaam(v.Antwoord.Tekst())
		n := len(strings.Fields(naam))
		if v.Stap == r.stap.ID && v.Soort == Regel && v.Geldt() && !v.Prive && n > 0 && n <= maxWoorden && !r.isWaarde(naam) {
			opties = append(opties, Optie{ID: naam, Naam: naam, Groep: groepGenoemd})
		}
	}
	return opties
}

// isWaarde reports whether a value is called so already.
func (r *rij) isWaarde(naam string) bool {
	return slices.ContainsFunc(r.stand.Definitie.Waarden, func(w casus.Waarde) bool { return strings.EqualFold(w.Naam, naam) }) ||
		slices.ContainsFunc(r.eigenWaarden(), func(id string) bool { return strings.EqualFold(r.stand.Naam(id), naam) })
}

// waardenaam makes a name of what somebody wrote: on one line, and not ended as
// a sentence is.
func waardenaam(tekst string) string {
	return strings.TrimRight(strings.TrimSpace(eenRegel(tekst)), ".,;: ")
}

// eigenTekst is what the person wrote in this step before choosing.
func (r *rij) eigenTekst() string {
	var teksten []string
	for _, v := range r.vragen {
		if v.Stap == r.stap.ID && (v.Soort == Tekst || v.Soort == Regel) {
			teksten = append(teksten, v.Antwoord.Tekst())
		}
	}
	return strings.Join(teksten, "\n")
}

func (r *rij) onderStandpunten() []string {
	var ids []string
	for _, n := range r.stand.Antwoorden.Rijen(reflectie.SleutelStandpunten) {
		ids = append(ids, r.tekst(reflectie.Rij(reflectie.SleutelStandpunten, n, "waarde")))
	}
	return ids
}

// eigenWaarden returns the ids of the person's own values, in alphabetical order.
func (r *rij) eigenWaarden() []string {
	var ids []string
	for sleutel := range r.stand.Antwoorden {
		if isNaam(sleutel) {
			ids = append(ids, strings.Split(sleutel, ".")[1])
		}
	}
	slices.Sort(ids)
	return ids
}

func (r *rij) spiegel() {
	gekozen := r.antwoord(reflectie.SleutelWaarden).Lijst()
	var opties []Optie
	for _, g := range r.stand.Definitie.Casus.Waarden {
		if !slices.Contains(gekozen, g.ID) {
			opties = append(opties, Optie{ID: g.ID, Naam: r.stand.Naam(g.ID), Uitleg: g.Hier})
		}
	}
	r.add(Vraag{Sleutel: reflectie.SleutelSpiegel, Soort: Waardenkeuze, Opties: opties,
		Vraag:       "Wie deze casus schreef, zag ook deze waarden. Welke neemt u erbij?",
		Toelichting: "Niets erbij nemen is ook goed.",
	}, r.papier || len(opties) > 0)
}

func (r *rij) verbanden() {
	gekozen := r.stand.Antwoorden.Gekozen()
	namen, tweede := make([]string, len(gekozen)), make([]string, len(gekozen))
	for i, id := range gekozen {
		namen[i] = r.stand.Naam(id)
		tweede[i] = " en " + casus.InZin(namen[i])
	}
	opties := make([]Optie, 0, len(gekozen)*max(len(gekozen)-1, 0)/2)
	for i, a := range gekozen {
		for j := i + 1; j < len(gekozen); j++ {
			opties = append(opties, Optie{ID: reflectie.Paar{a, gekozen[j]}.String(), Naam: namen[i] + tweede[j]})
		}
	}
	r.add(Vraag{Sleutel: reflectie.SleutelVerbanden, Soort: Parenkeuze, Opties: opties,
		Vraag:       "Welke waarden raken elkaar hier?",
		Toelichting: "Kies alleen de paren die er hier toe doen.",
	}, len(opties) > 0)
	for _, p := range r.stand.Antwoorden.Paren(reflectie.SleutelVerbanden) {
		geldt := slices.Contains(gekozen, p[0]) && slices.Contains(gekozen, p[1])
		soort := reflectie.Sleutel(reflectie.SleutelVerbanden, p.Sleutel(), "soort")
		r.add(Vraag{Sleutel: soort, Soort: Keuze,
			Vraag:       r.paar(p) + ": helpen deze twee elkaar hier, of botsen ze?",
			Toelichting: "Denk aan een dag die goed gaat. En aan een dag die misgaat.",
			Opties: []Optie{{ID: reflectie.Versterkt, Naam: "Ze helpen elkaar"}, {ID: reflectie.Tegen, Naam: "Ze botsen"},
				{ID: reflectie.Beide, Naam: "Allebei"}, {ID: reflectie.Geen, Naam: "Geen van beide"}},
		}, geldt)
		r.add(Vraag{Sleutel: reflectie.Sleutel(reflectie.SleutelVerbanden, p.Sleutel(), "waarom"), Soort: Tekst,
			Vraag:       r.paar(p) + ": waaraan ziet u dat hier?",
			Toelichting: "Een voorbeeld uit de situatie is genoeg.",
		}, geldt && !r.antwoord(soort).IsZero())
	}
}

// paar names a pair at the start of a sentence: "Betrokkenheid en veiligheid".
func (r *rij) paar(p reflectie.Paar) string {
	return r.stand.Naam(p[0]) + " en " + casus.InZin(r.stand.Naam(p[1]))
}

func (r *rij) realisatie() {
	const sleutel = "realisatie.waarde"
	gekozen := r.stand.Antwoorden.Gekozen()
	var opties []Optie
	for _, id := range gekozen {
		opties = append(opties, Optie{ID: id, Naam: r.stand.Naam(id)})
	}
	r.add(Vraag{Sleutel: sleutel, Soort: Keuze, Opties: opties,
		Vraag:       "Over welke waarde verschillen de mensen hier van mening?",
		Toelichting: "Is dat er geen? Sla deze vraag dan over.",
	}, len(opties) > 0)
	for _, id := range gekozen {
		geldt := r.tekst(sleutel) == id || r.tekst(sleutel) == "" && r.gerealiseerd(id)
		r.realiseer(id, geldt)
	}
}

// gerealiseerd reports whether anything was said about who realises a waarde.
func (r *rij) gerealiseerd(id string) bool {
	prefix := reflectie.Sleutel(reflectie.SleutelWaarden, id)
	return len(r.stand.Antwoorden.Rijen(reflectie.Sleutel(prefix, "anders"))) > 0 ||
		slices.ContainsFunc([]string{"bepaalt", "organiseert", "controleert", "gemeenschap"}, func(veld string) bool {
			return !r.antwoord(prefix, veld).IsZero()
		})
}

func (r *rij) realiseer(id string, geldt bool) {
	prefix := reflectie.Sleutel(reflectie.SleutelWaarden, id)
	naam := r.stand.Naam(id)
	anders := reflectie.Sleutel(prefix, "anders")
	rijen := r.stand.Antwoorden.Rijen(anders)
	if len(rijen) == 0 {
		rijen = []int{1}
	}
	for _, n := range rijen {
		wie := reflectie.Rij(anders, n, "wie")
		r.add(keuzeOfRegel(wie, naam+": voor wie betekent dat hier iets anders?",
			"Noem een rol, geen naam.", r.anderen()), geldt)
		r.add(Vraag{Sleutel: reflectie.Rij(anders, n, "betekenis"), Soort: Tekst,
			Vraag:       naam + ": wat betekent dat voor de ander?",
			Toelichting: "Schrijf het op zoals de ander het zou zeggen.",
		}, geldt && r.rijBegonnen(anders, n))
	}
	for _, veld := range []struct{ id, vraag, uitleg string }{
		{"bepaalt", "wie bepaalt hier wat dat is?", "Wat een veilige speelplek is, zegt de keuring. Of de ouders zeggen het."},
		{"organiseert", "wie zorgt er hier voor?", "De gemeente maait het gras, of de straat doet het zelf."},
		{"controleert", "wie kijkt of het goed gaat?", "Een inspecteur komt eens per jaar. De buren zien het elke dag."},
	} {
		r.add(Vraag{Sleutel: reflectie.Sleutel(prefix, veld.id), Soort: Keuze, Vraag: naam + ": " + veld.vraag, Toelichting: veld.uitleg,
			Opties: []Optie{{ID: "overheid", Naam: "De overheid"}, {ID: "gemeenschap", Naam: "De gemeenschap"},
				{ID: "samen", Naam: "Samen"}, {ID: "anders", Naam: "Iemand anders"}}}, geldt)
	}
	r.add(Vraag{Sleutel: reflectie.Sleutel(prefix, "gemeenschap"), Soort: Tekst,
		Vraag:       "Wat kunnen mensen hier zelf voor deze waarde doen?",
		Toelichting: "Denk aan iets kleins dat morgen al kan. Of aan iets wat al gebeurt.",
	}, geldt)
}

// ruimtestappen returns which step asks for one's own room, and which for that
// of the other layers: the first and the last of the kind; -1 where there is none.
func (r *rij) ruimtestappen() [2]int {
	stappen := [2]int{-1, -1}
	for i, stap := range r.stand.Definitie.Werkvorm.Stappen {
		if stap.Soort != casus.StapRuimte {
			continue
		}
		if stappen[0] < 0 {
			stappen[0] = i
		}
		stappen[1] = i
	}
	return stappen
}

func (r *rij) ruimte(eigen, anderen bool) {
	const prefix = reflectie.SleutelRuimte
	ik := r.eigenRuimte()
	r.gezien[reflectie.Rij(prefix, ik, "wie")] = true // nobody is asked who they are
	if eigen {
		r.add(Vraag{Sleutel: reflectie.Rij(prefix, ik, "ruimte"), Soort: Tekst,
			Vraag: "Welke ruimte hebt u hier zelf?", Toelichting: "Wat mag u doen of laten zonder het te vragen?"}, true)
		r.add(Vraag{Sleutel: reflectie.Rij(prefix, ik, "aanspreekbaar"), Soort: Tekst,
			Vraag: "Wie wordt erop aangesproken als het misgaat?", Toelichting: "Dat kan iemand anders zijn dan wie kiest."}, true)
	}
	if !anderen {
		return
	}
	for i, n := range r.andereRijen(prefix, ik, maxLagen) {
		vraag := "Wie heeft hier ook ruimte om te kiezen?"
		if i > 0 {
			vraag = "En wie nog meer?"
		}
		bekend := r.rijBegonnen(prefix, n)
		r.add(keuzeOfRegel(reflectie.Rij(prefix, n, "wie"), vraag, "Kijk ook een laag hoger en een laag lager.", r.vrijeRollen(prefix, "wie", n)), true)
		r.add(Vraag{Sleutel: reflectie.Rij(prefix, n, "ruimte"), Soort: Tekst,
			Vraag: r.laag(n) + ": wat mag die zelf kiezen?", Toelichting: "Op papier kan dat meer zijn dan in het echt. Of minder."}, bekend)
		r.add(Vraag{Sleutel: reflectie.Rij(prefix, n, "aanspreekbaar"), Soort: Tekst,
			Vraag: r.laag(n) + ": wie wordt erop aangesproken als het misgaat?", Toelichting: "Na een ongeluk belt de krant de wethouder. De rechter vraagt misschien naar de keurmeester."}, bekend)
	}
}

// eigenRuimte returns the row about the person's own room: that of their rol,
// or one that says Ik.
func (r *rij) eigenRuimte() int {
	n := r.rijVan(reflectie.SleutelRuimte, "wie", r.stand.ik())
	if r.rijBegonnen(reflectie.SleutelRuimte, n) {
		return n
	}
	return r.rijVan(reflectie.SleutelRuimte, "wie", reflectie.Ik)
}

// laag names the layer of row n at the start of a sentence.
func (r *rij) laag(n int) string {
	wie := r.tekst(reflectie.Rij(reflectie.SleutelRuimte, n, "wie"))
	if rol, ok := r.stand.Definitie.Casus.Rol(wie); ok {
		return rol.Naam
	}
	return cmp.Or(wie, "Deze laag")
}

// ik is how the person's own row in ruimte is called.
func (s Stand) ik() string {
	return cmp.Or(s.Antwoorden[reflectie.SleutelRol].Tekst(), reflectie.Ik)
}

func (r *rij) weging() {
	gekozen := r.stand.Antwoorden.Gekozen()
	paren := r.stand.Antwoorden.Paren(reflectie.SleutelVerbanden)
	eerste := true
	for _, p := range append(paren, r.stand.Antwoorden.Paren(reflectie.SleutelWeging)...) {
		geldt := r.spanning(p, gekozen)
		a, b := r.stand.Naam(p[0]), r.stand.Naam(p[1])
		sleutel := func(veld string) string {
			return reflectie.Sleutel(reflectie.SleutelWeging, p.Sleutel(), veld)
		}
		voorrang := Vraag{Sleutel: sleutel("voorrang"), Soort: Keuze,
			Vraag:       r.paar(p) + ": welke gaat hier voor?",
			Toelichting: "Alleen hier en nu. Een andere keer kan het anders liggen.",
			Opties:      []Optie{{ID: p[0], Naam: a}, {ID: p[1], Naam: b}, {ID: reflectie.OpenVoorrang, Naam: "Ik laat het open"}}}
		if geldt && eerste {
			voorrang.Toont, eerste = r.eerder(), false
		}
		r.add(voorrang, geldt)
		for _, v := range []Vraag{
			{Sleutel: sleutel("omdat"), Vraag: "Waarom gaat die hier voor?", Toelichting: "Begin de zin met: omdat …"},
			{Sleutel: sleutel("ondanks"), Vraag: "Wat pleit ertegen?", Toelichting: "Begin de zin met: ondanks dat …"},
			{Sleutel: sleutel("verlies"), Vraag: "Wie verliest er iets door deze keuze?", Toelichting: "Denk ook aan iemand die er niet bij was."},
			{Sleutel: sleutel("verzachting"), Vraag: "Wat maakt dat verlies kleiner?", Toelichting: "Iets kleins telt ook."},
		} {
			v.Soort, v.Toont = Tekst, r.gekozenVoorrang(p)
			r.add(r.bijOpen(p, v), geldt && (r.volgtOp(p, v.Sleutel) || !r.antwoord(v.Sleutel).IsZero()))
		}
	}
}

// volgtOp reports whether what was said of a tension so far gives the question
// at sleutel a reason: one on a loss wants a choice, one on what softens it a loss.
func (r *rij) volgtOp(p reflectie.Paar, sleutel string) bool {
	voorrang := r.tekst(reflectie.SleutelWeging, p.Sleutel(), "voorrang")
	switch {
	case voorrang == "":
		return false
	case strings.HasSuffix(sleutel, ".omdat"):
		return true
	case strings.HasSuffix(sleutel, ".verzachting"):
		return r.tekst(reflectie.SleutelWeging, p.Sleutel(), "verlies") != ""
	}
	return voorrang != reflectie.OpenVoorrang
}

// bijOpen asks, where a choice is left open, what it waits for.
func (r *rij) bijOpen(p reflectie.Paar, v Vraag) Vraag {
	if strings.HasSuffix(v.Sleutel, ".omdat") && r.tekst(reflectie.SleutelWeging, p.Sleutel(), "voorrang") == reflectie.OpenVoorrang {
		v.Vraag, v.Toelichting = "Waarom laat u het nu open?", "Misschien mist u nog iets. Begin de zin met: open, omdat …"
	}
	return v
}

// gekozenVoorrang shows what the questions on a tension go on about.
func (r *rij) gekozenVoorrang(p reflectie.Paar) []Getoond {
	switch id := r.tekst(reflectie.SleutelWeging, p.Sleutel(), "voorrang"); id {
	case "":
		return []Getoond{{r.paar(p), ""}}
	case reflectie.OpenVoorrang:
		return []Getoond{{r.paar(p), "u laat open welke voorgaat"}}
	default:
		return []Getoond{{r.paar(p), casus.InZin(r.stand.Naam(id)) + " gaat hier voor"}}
	}
}

// spanning reports whether two waarden that play here oppose each other.
func (r *rij) spanning(p reflectie.Paar, gekozen []string) bool {
	soort := r.tekst(reflectie.SleutelVerbanden, p.Sleutel(), "soort")
	return (soort == reflectie.Tegen || soort == reflectie.Beide) &&
		slices.Contains(gekozen, p[0]) && slices.Contains(gekozen, p[1])
}

// eerder shows the person's own aandachtspunten of earlier reflecties in which
// one of these waarden played.
func (r *rij) eerder() []Getoond {
	gekozen := r.stand.Antwoorden.Gekozen()
	var getoond []Getoond
	for _, e := range r.stand.Eerdere {
		if slices.ContainsFunc(e.Waarden, func(id string) bool { return slices.Contains(gekozen, id) }) {
			getoond = append(getoond, Getoond{"Waar u eerder op wilde letten (" + e.Titel + ")", strings.Join(e.Punten, "\n")})
		}
	}
	return getoond
}

func (r *rij) uitkomst() {
	reactie, _ := r.reactie()
	doet := r.papier || r.tekst("uitkomst.doen") != "" // who does nothing yet is asked nothing about it
	r.add(Vraag{Sleutel: "uitkomst.doen", Soort: Tekst, Toont: reactie,
		Vraag: "Wat doet u nu?", Toelichting: "Het mag hetzelfde zijn als uw eerste reactie. Het mag ook iets anders zijn."}, true)
	r.add(Vraag{Sleutel: "uitkomst.eigen", Soort: JaNee,
		Vraag: "Is dit uw eigen besluit?", Toelichting: "Beslist iemand anders, dan kiest u nog wel wat u inbrengt."}, doet || !r.antwoord("uitkomst.eigen").IsZero())
	regels, isEr := r.regels()
	vraag := "Wat doet u met de regel?"
	if len(regels) > 1 {
		vraag = "Wat doet u met deze regels?"
	}
	keuze := r.tekst("uitkomst.keuze")
	r.add(Vraag{Sleutel: "uitkomst.keuze", Soort: Keuze, Toont: regels,
		Vraag:       vraag,
		Toelichting: "Een regel volgen is ook een keuze. Gaat u er niet over, sla dit dan over.",
		Opties: []Optie{{ID: reflectie.Volgen, Naam: "Ik volg de regel"},
			{ID: reflectie.RuimteBenutten, Naam: "Ik gebruik ruimte binnen de regel"},
			{ID: reflectie.Afwijken, Naam: "Ik wijk af van de regel"},
			{ID: reflectie.OpenKeuze, Naam: "Dat is nog open"}},
	}, r.papier || keuze != "" || doet && isEr)
	r.add(Vraag{Sleutel: "uitkomst.waarvan", Soort: Keuze,
		Vraag: "Wat voor regel is het vooral?", Toelichting: "Een wet verandert niet op één dag. Een gewoonte soms wel.",
		Opties: []Optie{{ID: "wet", Naam: "Een wet"}, {ID: "beleid", Naam: "Beleid"},
			{ID: "werkinstructie", Naam: "Een werkinstructie"}, {ID: "gewoonte", Naam: "Een gewoonte"}},
	}, keuze == reflectie.Afwijken || keuze == reflectie.RuimteBenutten)
	r.add(Vraag{Sleutel: "uitkomst.omdat", Soort: Tekst,
		Vraag: "Wat gaf de doorslag?", Toelichting: "Schrijf het zo dat iemand anders het kan volgen."}, keuze != "")
}

// regels shows the rule that the person named, or else the rules of the casus,
// and reports whether there is any to stand to. Who has a situation of their own
// and was not asked for a rule, may have one.
func (r *rij) regels() (getoond []Getoond, isEr bool) {
	v, gevraagd := r.metID(casus.VraagRegel)
	if !v.Antwoord.IsZero() {
		return []Getoond{{"De regel die u noemde", v.Weergave()}}, true
	}
	c := r.stand.Definitie.Casus
	if c.ID == reflectie.Eigen {
		return nil, !gevraagd
	}
	for i, regel := range c.Regels {
		kop := "De regel"
		if len(c.Regels) > 1 {
			kop = fmt.Sprintf("Regel %d", i+1)
		}
		getoond = append(getoond, Getoond{kop, regel.Regel})
	}
	return getoond, len(getoond) > 0
}

func (r *rij) aandachtspunten() {
	for _, soort := range []struct{ id, vraag, meer, uitleg string }{
		{"kennis", "Wat wilt u een volgende keer weten?", "Wat wilt u nog meer weten?",
			"Een volgende keer letten we op kennis. Bij een sloop wist niemand wie er nog een sleutel had."},
		{"acties", "Wat wilt u een volgende keer doen?", "Wat wilt u nog meer doen?",
			"Een volgende keer letten we op acties. De een had eerder willen bellen, de ander later."},
		{"macht", "Wie beslist er een volgende keer mee?", "Wie beslist er nog meer mee?",
			"Een volgende keer letten we op macht. De aannemer zat aan tafel en de bewoners niet."},
	} {
		prefix := reflectie.Sleutel(reflectie.SleutelAandachtspunten, soort.id)
		rijen := r.stand.Antwoorden.Rijen(prefix)
		nieuw := 1
		if len(rijen) > 0 {
			nieuw = rijen[len(rijen)-1] + 1
		}
		if len(rijen) < maxAandachtspunten {
			rijen = append(rijen, nieuw)
		}
		for i, n := range rijen {
			v := Vraag{Sleutel: reflectie.Sleutel(prefix, strconv.Itoa(n)), Soort: Tekst, Vraag: soort.vraag, Toelichting: soort.uitleg}
			if i > 0 {
				v.Vraag, v.Toelichting = soort.meer, "Hebt u er niet meer? Sla deze vraag dan over."
			}
			r.add(v, true)
		}
	}
}
