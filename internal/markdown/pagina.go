package markdown

import (
	"cmp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
)

// The names of the derived parts. What is derived of looking back is called as
// that row is.
const (
	deelMoment  = "moment"
	deelKeuzes  = "keuzes"
	deelNetwerk = "waardenetwerk"
	deelVerhaal = "verhaal"
)

// Headings of the page that no definition words.
const (
	kopMoment    = "Het moment"
	kopKort      = "In het kort"
	kopNetwerk   = "Waardenetwerk"
	kopVerhaal   = "Het verhaal"
	kopAfspraken = "Afspraken"
	kopGesprek   = "Het gesprek erover"
	kopVervallen = "Vervallen antwoorden"
)

// The answers of an own situation that stand where a casus has its own words.
const (
	sleutelMoment   = reflectie.SleutelEigen + ".moment"
	sleutelSituatie = reflectie.SleutelEigen + ".situatie"
)

// woorden are headings of what no question words, by the field; "" of the others.
func woorden(sleutel string, p reflectie.Plek) string {
	switch {
	case sleutel == sleutelMoment:
		return kopMoment
	case sleutel == sleutelSituatie:
		return kopVerhaal
	case p.VanVeld("", "bracht"):
		return "Wat het gesprek veranderde"
	case p.VanVeld(reflectie.SleutelAfspraken, "wat"):
		return "Afspraak"
	case p.VanVeld(reflectie.SleutelAfspraken, "gekomen"):
		return "Wat kwam ervan?"
	}
	return ""
}

// A zetter puts the blocks of a page in the order of who reads it.
type zetter struct {
	*stuk
	groep, sectie string // of what comes next
}

// pagina makes the body.
func (s *stuk) pagina() {
	z := &zetter{stuk: s}
	s.titel = "# " + cmp.Or(citaat.Plat(z.naam()), "Reflectie")
	z.afgeleid(deelMoment, z.moment())
	z.los(sleutelMoment, kopMoment)
	kort, gewoon, na := z.verdeel()
	z.begin(kopKort)
	z.afgeleid(deelKeuzes, z.keuzes())
	z.voegToe(kort)
	z.begin(kopNetwerk)
	z.afgeleid(deelNetwerk, z.netwerk())
	for _, v := range gewoon {
		z.begin(cmp.Or(v.Titel, "Vragen"))
		z.vraag(v)
	}
	z.nagesprek()
	z.teruggeblikt()
	z.naderhand(na)
	z.rest()
	z.los(sleutelSituatie, kopVerhaal)
	z.begin(kopVerhaal)
	z.afgeleid(deelVerhaal, z.verhaal())
}

// afgeleiden makes of the page what is derived, and nothing else.
func (s *stuk) afgeleiden() {
	z := &zetter{stuk: s}
	z.afgeleid(deelMoment, z.moment())
	z.afgeleid(deelKeuzes, z.keuzes())
	z.afgeleid(deelNetwerk, z.netwerk())
	for i := range z.r.Teruggeblikt {
		z.afgeleid(z.vanTerugblik(i))
	}
	z.afgeleid(deelVerhaal, z.verhaal())
}

// naam is what the page is about.
func (s *stuk) naam() string {
	if s.r.Casus != reflectie.Eigen {
		return s.casustitel
	}
	if s.r.Eigen == nil {
		return ""
	}
	return s.r.Eigen.Titel
}

// begin begins a section, unless the one that is open is called the same.
func (z *zetter) begin(titel string) {
	z.sectie = "## " + citaat.Plat(titel)
	z.groep = z.sectie
}

func (z *zetter) add(b blok) {
	b.groep, b.sectie = z.groep, z.sectie
	z.perID[b.id()] = b
	z.blokken = append(z.blokken, b)
}

// afgeleid adds a derived part, where there is anything in it.
func (z *zetter) afgeleid(naam, inhoud string) {
	if inhoud != "" {
		z.add(blok{naam: naam, afgeleid: true, inhoud: inhoud})
	}
}

// los adds an answer that is a section by itself.
func (z *zetter) los(sleutel, kop string) {
	if z.inLijf[sleutel] {
		z.groep, z.sectie = sleutel, ""
		z.add(blok{kop: "## " + kop, naam: sleutel, inhoud: citeer(z.plat[sleutel])})
	}
}

// verdeel tells the questions of the summary, in its order, from the others, and from
// those that came once the reflectie was finished.
func (z *zetter) verdeel() (kort, gewoon, na []vraag) {
	isKort := map[string]bool{}
	for _, v := range z.vragen {
		boven := v.sleutel[:max(strings.LastIndexByte(v.sleutel, '.'), 0)]
		isKort[v.sleutel] = v.Kort || v.Doorvraag && isKort[boven]
	}
	for v := range z.alleVragen() {
		p, _ := plekVan(v.sleutel)
		switch {
		case v.sleutel == sleutelMoment || v.sleutel == sleutelSituatie:
		case isKort[v.sleutel] || p.Deel.Naam == reflectie.SleutelAfspraken:
			kort = append(kort, v)
		case v.Stap == casus.StapLezing || v.Stap == casus.StapEerder:
			na = append(na, v)
		case v.Geldt():
			gewoon = append(gewoon, v)
		}
	}
	kort = casus.Gesorteerd(kort, func(a, b *vraag) int { return slices.Compare(z.rang(*a), z.rang(*b)) })
	return kort, gewoon, na
}

// rang is the place of a question in the summary: what I do, why, what else, what
// I take along, what I agreed; then row by row; then what is said once of a pair
// before what is said of each of the two.
func (z *zetter) rang(v vraag) []int {
	p, _ := plekVan(v.sleutel)
	rij := slices.Index(z.namen[p.Deel.Naam], p.Rij)
	perWaarde := min(len(p.Waarde), 1)
	switch p.Deel.Naam {
	case reflectie.SleutelUitkomst:
		return []int{0, 0, perWaarde}
	case reflectie.SleutelWeging:
		return []int{1, rij, perWaarde}
	case reflectie.SleutelAandachtspunten:
		return []int{3, 0, perWaarde}
	case reflectie.SleutelAfspraken: // what came of it comes last
		return []int{4, rij, slices.IndexFunc(p.Deel.Velden, func(v reflectie.Veld) bool { return v.Naam == p.Veld.Naam })}
	}
	return []int{2, 0, perWaarde}
}

// plekVan tells what a key, or the one that it follows, names in a reflectie.
func plekVan(sleutel string) (reflectie.Plek, bool) {
	p, ok := reflectie.Ontleed(sleutel)
	if !ok {
		p, _, ok = reflectie.Doorvraag(sleutel)
	}
	return p, ok
}

// voegToe adds answers. Of points in several kinds, a kind that has none says so.
func (z *zetter) voegToe(vragen []vraag) {
	for _, v := range vragen {
		z.vraag(v)
	}
}

// vraag adds the answer to one question, where it stands in the body.
func (z *zetter) vraag(v vraag) {
	p, _ := plekVan(v.sleutel)
	inhoud := ""
	switch {
	case z.perID[v.sleutel].naam != "" || v.Prive && !z.inLijf[v.sleutel]:
		return
	case z.inLijf[v.sleutel]:
		inhoud = citeer(z.plat[v.sleutel])
	case p.Veld.Aard == reflectie.Punten && v.Geldt() && z.heeftPunten():
		inhoud = niets
	default:
		return
	}
	b := blok{naam: v.sleutel, kop: "### " + kop(v), inhoud: inhoud}
	boven := v.Boven
	if p.Deel.Naam == reflectie.SleutelAfspraken && !v.Doorvraag {
		boven = cmp.Or(boven, kopAfspraken)
	}
	if boven != "" {
		b.boven, b.kop = "### "+citaat.Plat(boven), "#"+b.kop
	}
	z.add(b)
}

// heeftPunten reports whether there is anything to take along.
func (s *stuk) heeftPunten() bool { return !s.r.Aandachtspunten.IsZero() }

// kop is the heading of a question, as plain text.
func kop(v vraag) string {
	if p, ok := reflectie.Ontleed(v.sleutel); ok && p.Deel.Rijen == reflectie.Genummerd && p.Veld.Naam == p.Deel.Velden[0].Naam {
		return citaat.Plat(cmp.Or(v.Kop, v.Vraag.Vraag) + " " + p.Rij)
	}
	return cmp.Or(citaat.Plat(cmp.Or(v.Kop, v.Vraag.Vraag)), citaat.Plat(v.sleutel))
}

// nagesprek adds what stands at the top of a reflectie, was not asked and is a text.
func (z *zetter) nagesprek() {
	if len(z.blokken) == 0 || z.blokken[len(z.blokken)-1].afgeleid || z.blokken[len(z.blokken)-1].sectie == "" {
		z.begin(kopGesprek)
	}
	for _, v := range z.vervallen {
		if p, ok := reflectie.Ontleed(v.sleutel); ok && p.Deel.Naam == "" {
			z.vraag(v)
		}
	}
}

// teruggeblikt adds a section for each time that the person looked back.
func (z *zetter) teruggeblikt() {
	for i, t := range z.r.Teruggeblikt {
		naam, inhoud := z.vanTerugblik(i)
		z.begin("Terugblik op " + t.Datum.Voluit())
		z.groep = naam
		z.voegToe(z.terug[i])
		z.afgeleid(naam, inhoud)
	}
}

// vanTerugblik is what is derived of a time that the person looked back, and its name.
func (s *stuk) vanTerugblik(i int) (naam, inhoud string) {
	naam = reflectie.Sleutel(reflectie.SleutelTeruggeblikt, s.namen[reflectie.SleutelTeruggeblikt][i])
	return naam, samen("\n\n", s.zinnenVan(elke(s.terug[i])), s.nietIngevuld(s.terug[i]))
}

// naderhand adds what was answered once the reflectie was finished: to these
// questions, and to those of the same steps that no werkvorm asks any more.
func (z *zetter) naderhand(vragen []vraag) {
	for _, stap := range [][2]string{{casus.StapLezing, "Een tweede lezing"}, {casus.StapEerder, "Anders dan eerder"}} {
		z.begin(stap[1])
		for _, v := range slices.Concat(vragen, z.vervallen) {
			if strings.HasPrefix(v.sleutel, stap[0]+".") {
				z.vraag(v)
			}
		}
	}
}

// rest adds the answers of which the question no longer applies, and every
// other that found no place.
func (z *zetter) rest() {
	z.begin(kopVervallen)
	for _, v := range z.vervallen {
		if v.sleutel != sleutelSituatie {
			v.Boven = ""
			z.vraag(v)
		}
	}
}
