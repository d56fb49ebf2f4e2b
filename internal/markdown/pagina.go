package markdown

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// Names of the derived blocks that are not the answer to a question. An answer
// never has such a name: its key has a dot, or is rol or terugblik.
const (
	blokKop     = "kop"
	blokMoment  = "moment"
	blokNetwerk = "waardenetwerk"
)

// A blok is one part of the body: a question with its answer as a quote, or
// something derived.
type blok struct {
	sectie    string // heading above it, ready to be written; "" for the top of the page
	groep     int    // which section: two may have one heading
	kop       string // heading of its own, ready to be written, or ""
	naam      string
	afgeleid  bool
	inhoud    string // what stands under the marker, without new lines around it
	vervallen bool
	terugblik bool // of a time that the person looked back
}

func (b blok) begin() string {
	if b.afgeleid {
		return "<!-- weeg:begin " + b.naam + " -->"
	}
	return "<!-- weeg:" + b.naam + " -->"
}

// merk is the block from its marker on, without a new line at its end.
func (b blok) merk() string {
	tekst := b.begin() + "\n\n" + b.inhoud
	if b.afgeleid {
		tekst += "\n\n<!-- weeg:eind " + b.naam + " -->"
	}
	return tekst
}

// String is the block with its own heading.
func (b blok) String() string {
	if b.kop == "" {
		return b.merk() + "\n"
	}
	return b.kop + "\n\n" + b.merk() + "\n"
}

// A pagina is the whole body.
type pagina struct {
	titel   string // its heading, ready to be written
	blokken []blok
	kenners map[string]kenner // of the derived blocks of questions, by name
}

func (p pagina) String() string {
	var b strings.Builder
	b.WriteString(p.titel + "\n")
	groep := 0
	for _, blok := range p.blokken {
		if blok.groep != groep && blok.sectie != "" {
			b.WriteString("\n" + blok.sectie + "\n")
		}
		groep = blok.groep
		b.WriteString("\n" + blok.String())
	}
	return b.String()
}

// A zetter puts a page together.
type zetter struct {
	*stuk
	stand  sessie.Stand
	p      pagina
	titel  string // of the section
	groep  int
	gezien map[string]bool  // kinds of row of which the first question stands there
	rijen  map[string][]int // the rows that have an answer
}

// pagina makes the body.
func (s *stuk) pagina() pagina {
	stand := sessie.StandVan("", s.def, s.kop, nil, nil)
	for sleutel := range stand.Antwoorden {
		delete(stand.Antwoorden, sleutel)
	}
	maps.Copy(stand.Antwoorden, s.alle)
	for _, w := range s.def.Waarden {
		delete(stand.Antwoorden, reflectie.Sleutel(reflectie.SleutelWaarden, w.ID, "naam")) // the catalogue names it
	}
	z := &zetter{stuk: s, stand: stand, gezien: map[string]bool{}, rijen: nummering(s.alle)}
	z.p.kenners = map[string]kenner{}
	z.p.titel = "# " + plat(stand.Titel())
	if plat(stand.Titel()) == "" {
		z.p.titel = "# Reflectie"
	}
	vragen, vervallen := stand.Expand()
	z.add(blok{naam: blokKop, afgeleid: true, inhoud: z.samenvatting()})
	z.moment()
	z.vragen(vragen)
	z.teruggeblikt()
	z.vervallen(vervallen)
	return z.p
}

// sectie begins a section, unless the one that is open has the same title.
func (z *zetter) sectie(titel string) {
	if titel = plat(titel); titel == "" {
		titel = "Vragen"
	}
	if titel != z.titel || z.groep == 0 {
		z.titel = titel
		z.groep++
	}
}

func (z *zetter) add(b blok) {
	if z.groep > 0 {
		b.sectie, b.groep = "## "+z.titel, z.groep
	}
	z.p.blokken = append(z.p.blokken, b)
}

// samenvatting tells in a short list what this is.
func (z *zetter) samenvatting() string {
	var regels []string
	regel := func(kop, tekst string) {
		if tekst = plat(tekst); tekst != "" {
			regels = append(regels, "- "+kop+": "+tekst)
		}
	}
	if z.kop.Casus != reflectie.Eigen {
		titel := z.def.Casus.Titel
		if titel == "" {
			titel = z.kop.Casus
		}
		regel("Casus", titel)
	}
	regel("Rol", z.rol())
	regel("Door", z.kop.Door)
	werkvorm := z.def.Werkvorm.Naam
	if werkvorm == "" {
		werkvorm = z.kop.Werkvorm
	}
	regel("Werkvorm", werkvorm)
	regel("Datum", z.kop.Datum.Voluit())
	regel("Terugkijken", z.kop.Terugblik.Voluit())
	return strings.Join(append(regels, z.besproken()...), "\n")
}

// besproken says whether the team talked about it, and what is still open
// about deviating from a rule.
func (z *zetter) besproken() []string {
	u := z.kop.Uitkomst
	var regels []string
	if u.Keuze == reflectie.Afwijken && u.Waarvan == "" {
		regels = append(regels, "- Afwijken van welke soort regel: "+nietIngevuld)
	}
	if u.Keuze == reflectie.Afwijken && u.Omdat == "" {
		regels = append(regels, "- Afwijken omdat: "+nietIngevuld)
	}
	switch {
	case !z.kop.Besproken.IsZero():
		regels = append(regels, "- Besproken in het team: "+z.kop.Besproken.Voluit())
	case u.Keuze == reflectie.Afwijken:
		regels = append(regels, "- **Nog niet in het team besproken**")
	}
	return regels
}

func (z *zetter) rol() string {
	if rol, ok := z.def.Casus.Rol(z.kop.Rol); ok {
		return rol.Naam
	}
	return z.kop.Rol
}

// moment tells what the casus is about, for who does not know it.
func (z *zetter) moment() {
	c := z.def.Casus
	if c.ID == reflectie.Eigen {
		return // the person tells it
	}
	delen := []string{kernzin(c), alineas(c.Moment)}
	if rol, ok := c.Rol(z.kop.Rol); ok && rol.Moment != "" {
		delen = append(delen, plat(rol.Naam)+": "+alineas(rol.Moment))
	}
	delen = slices.DeleteFunc(delen, func(s string) bool { return s == "" })
	if len(delen) == 0 {
		return
	}
	z.sectie("Het moment")
	z.add(blok{naam: blokMoment, afgeleid: true, inhoud: strings.Join(delen, "\n\n")})
}

// kernzin is the kern as a sentence: a line for lists has no full stop.
func kernzin(c casus.Casus) string {
	kern := alineas(c.Kern)
	if kern != "" && !strings.HasSuffix(kern, ".") && !strings.HasSuffix(kern, "?") {
		kern += "."
	}
	return kern
}

// vragen adds every question that leaves something in the file, and the
// waardenetwerk after the section of the verbanden.
func (z *zetter) vragen(vragen []sessie.Vraag) {
	laatste := -1
	for i, v := range vragen {
		if v.Sleutel == reflectie.SleutelVerbanden || strings.HasPrefix(v.Sleutel, reflectie.SleutelVerbanden+".") {
			laatste = i
		}
	}
	for laatste >= 0 && laatste+1 < len(vragen) && vragen[laatste+1].Titel == vragen[laatste].Titel {
		laatste++
	}
	for i, v := range vragen {
		z.vraag(v)
		if i == laatste {
			z.netwerk()
		}
	}
	if laatste < 0 {
		z.netwerk()
	}
}

func (z *zetter) vraag(v sessie.Vraag) {
	if !z.toont(v) {
		return
	}
	z.sectie(v.Titel)
	z.add(z.blok(v, z.vraagkop(v)))
}

// vraagkop is the heading of a question. Aandachtspunten of one type share one.
func (z *zetter) vraagkop(v sessie.Vraag) string {
	if prefix, _, _, ok := rijprefix(v.Sleutel); ok && strings.HasPrefix(prefix, reflectie.SleutelAandachtspunten) {
		if z.gezien["kop "+prefix] {
			return ""
		}
		z.gezien["kop "+prefix] = true
	}
	return kopregel(v.Vraag, v.Sleutel)
}

func kopregel(vraag, sleutel string) string {
	tekst := plat(vraag)
	if tekst == "" {
		tekst = plat(sleutel)
	}
	return "### " + tekst
}

// toont reports whether a question leaves anything in the file. A skip does,
// but not one of a private question, of a doorvraag, of what the casus writer
// saw, or of one more row.
func (z *zetter) toont(v sessie.Vraag) bool {
	switch {
	case v.Prive, v.Sleutel == reflectie.SleutelSpiegel:
		return false
	case v.Sleutel == "eigen.titel" && !v.Antwoord.IsZero(): // it is the heading of the page
		return false
	case !v.Antwoord.IsZero():
		z.isEerste(v.Sleutel)
		return true
	case v.Doorvraag:
		return false
	}
	return z.isEerste(v.Sleutel) || z.begonnen(v.Sleutel)
}

// isEerste reports whether no question like this one, for another row of the
// same list, came before.
func (z *zetter) isEerste(sleutel string) bool {
	prefix, _, veld, ok := rijprefix(sleutel)
	if !ok {
		return true
	}
	eerste := !z.gezien[prefix+veld]
	z.gezien[prefix+veld] = true
	return eerste
}

// begonnen reports whether the row of this key has an answer.
func (z *zetter) begonnen(sleutel string) bool {
	prefix, n, veld, _ := rijprefix(sleutel)
	return veld != "" && slices.Contains(z.rijen[prefix], n)
}

// blok makes the part of one question: a quote for prose, and derived text for
// what stands in the front matter.
func (z *zetter) blok(v sessie.Vraag, kop string) blok {
	b := blok{kop: kop, naam: v.Sleutel, inhoud: nietIngevuld, afgeleid: z.isAfgeleid(v)}
	if b.afgeleid {
		z.p.kenners[b.naam] = kenVraag(v)
	}
	switch {
	case v.Antwoord.IsZero():
	case b.afgeleid:
		b.inhoud = weergave(v)
	default:
		b.inhoud = citaat(v.Antwoord.Tekst())
	}
	return b
}

func (z *zetter) isAfgeleid(v sessie.Vraag) bool {
	if v.Antwoord.IsZero() && v.Soort != sessie.Tekst && v.Soort != sessie.Regel {
		return true
	}
	return z.plek.van(v.Sleutel, v.Antwoord) == inKop
}

// weergave writes an answer of the front matter as people read it.
func weergave(v sessie.Vraag) string {
	if v.Antwoord.Vorm() != reflectie.VormLijst {
		return plat(v.Weergave())
	}
	var items []string
	for item := range strings.SplitSeq(v.Weergave(), "\n") {
		if item = plat(item); item != "" {
			items = append(items, "- "+item)
		}
	}
	return strings.Join(items, "\n")
}

// vraagtVerbanden reports whether the werkvorm asks how waarden relate; one that
// is not known may have.
func (z *zetter) vraagtVerbanden() bool {
	stappen := z.def.Werkvorm.Stappen
	return len(stappen) == 0 || slices.ContainsFunc(stappen, func(s casus.Stap) bool { return s.Soort == casus.StapVerbanden })
}

// netwerk draws the waardenetwerk, with sentences for who does not see it.
func (z *zetter) netwerk() {
	n := netwerk.New(z.def.Waarden, netwerk.Bijdrage{Reflectie: z.kop})
	if len(n.Waarden) == 0 || len(n.Verbanden) == 0 && !z.vraagtVerbanden() {
		return
	}
	inhoud := ""
	if tekening := n.Mermaid(); tekening != "" {
		inhoud = "```mermaid\n" + tekening + "```\n\n"
	}
	zinnen := n.Zinnen()
	if len(zinnen) == 0 {
		inhoud += "Er staan nog geen verbanden.\n"
	}
	for _, zin := range zinnen {
		inhoud += "- " + plat(zin) + "\n"
	}
	z.sectie("Waardenetwerk")
	z.add(blok{naam: blokNetwerk, afgeleid: true, inhoud: strings.TrimSuffix(inhoud, "\n")})
}

// teruggeblikt adds a section for each time that the person looked back.
func (z *zetter) teruggeblikt() {
	for i, t := range z.kop.Teruggeblikt {
		z.titel = "" // two on one day are two sections
		z.sectie(terugblikTitel(t.Datum))
		if len(t.Antwoorden) == 0 {
			z.add(blok{naam: reflectie.Sleutel(terugblikken, strconv.Itoa(i+1)), afgeleid: true, inhoud: nietIngevuld, terugblik: true})
		}
		for _, v := range z.terug[i] {
			z.toenvraag(i+1, v)
		}
	}
}

func (z *zetter) toenvraag(n int, v sessie.Vraag) {
	merk := terugblikSleutel(n, v.Sleutel)
	if !isMerk(merk) {
		return // it stands in the front matter alone
	}
	b := blok{kop: kopregel(v.Vraag, v.Sleutel), naam: merk, terugblik: true}
	if z.terugblikPlek(n, v) == inKop {
		b.afgeleid, b.inhoud = true, weergave(v)
		k := kenVraag(v)
		k.vrij = true // who wrote it may not have known the question
		z.p.kenners[merk] = k
	} else {
		b.inhoud = citaat(v.Antwoord.Tekst())
	}
	z.add(b)
}

// sectieVervallen is the title of the last section.
const sectieVervallen = "Vervallen antwoorden"

// vervallen adds the answers of which the question no longer applies, and
// every other that found no place.
func (z *zetter) vervallen(vragen []sessie.Vraag) {
	staatEr := map[string]bool{reflectie.SleutelRol: true, reflectie.SleutelTerugblik: true} // in the summary
	for _, b := range z.p.blokken {
		staatEr[b.naam] = true
	}
	vragen = slices.DeleteFunc(slices.Clone(vragen), func(v sessie.Vraag) bool {
		return v.Prive || staatEr[v.Sleutel] || !isMerk(v.Sleutel)
	})
	for _, v := range vragen {
		staatEr[v.Sleutel] = true
	}
	var rest []string
	for sleutel, a := range z.alle {
		if !staatEr[sleutel] && !z.plek.prive[sleutel] && z.plek.van(sleutel, a) == inLijf {
			rest = append(rest, sleutel)
		}
	}
	slices.SortFunc(rest, reflectie.VergelijkSleutels)
	for _, sleutel := range rest {
		vragen = append(vragen, sessie.Vraag{Sleutel: sleutel, Vraag: sleutel, Soort: sessie.Tekst, Antwoord: z.alle[sleutel]})
	}
	if len(vragen) == 0 {
		return
	}
	z.titel = ""
	z.sectie(sectieVervallen)
	for _, v := range vragen {
		b := z.blok(v, kopregel(v.Vraag, v.Sleutel))
		b.vervallen = true
		z.add(b)
	}
}
