package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// Parse reads the file of a reflectie; bestand is its name, for findings. An
// error is strict.Bevindingen, each with its place. How large data may be is
// for the caller to say.
func Parse(bestand string, data []byte) (*Document, error) {
	d := &Document{bestand: bestand, data: data, elders: map[string]plek{}}
	var f strict.Fouten
	begin := bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := strict.Ongeldig(data); i >= 0 {
		f.Add(d.plaatsVan(i), "hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8")
		return nil, f.Err()
	}
	regels := splits(data, len(data)-len(begin))
	eind := slices.IndexFunc(regels[min(1, len(regels)):], func(r regel) bool { return isGrens(r) })
	switch {
	case len(regels) == 0 || !isGrens(regels[0]):
		f.Add(strict.Plaats{Bestand: bestand, Regel: 1, Kolom: 1},
			`dit is geen reflectie van weeg: het begint niet met een regel "---"; kies een ander bestand`)
		return nil, f.Err()
	case eind < 0:
		f.Add(strict.Plaats{Bestand: bestand, Regel: 1, Kolom: 1},
			`het deel bovenaan heeft geen einde; zet onder het laatste veld een regel met "---"`)
		return nil, f.Err()
	}
	eind++
	d.leesKop(&f, regels[:eind+1])
	d.lijf = leesLijf(&f, bestand, regels, eind+1)
	if f.Len() == 0 {
		d.voegSamen(&f)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

// Opmerkingen tells what a person may have meant as an answer and weeg does not
// read as one. The file is good all the same.
func (d *Document) Opmerkingen() []strict.Bevinding { return slices.Clone(d.lijf.opmerkingen) }

func (d *Document) plaatsVan(i int) strict.Plaats {
	begin := bytes.LastIndexByte(d.data[:i], '\n') + 1
	return strict.Plaats{Bestand: d.bestand, Regel: bytes.Count(d.data[:i], []byte("\n")) + 1,
		Kolom: utf8.RuneCount(d.data[begin:i]) + 1}
}

// A regel is one line of the file: offsets of its begin, of the end of its text
// and of the next line.
type regel struct {
	tekst               string // without line end
	van, eind, volgende int
}

func (r regel) leeg() bool { return strings.Trim(r.tekst, " \t") == "" }

// splits gives the lines of data from an offset. LF and CRLF end a line.
func splits(data []byte, van int) []regel {
	regels := make([]regel, 0, bytes.Count(data, []byte("\n"))+1)
	heel := string(data)
	for van < len(data) {
		eind, volgende := len(data), len(data)
		if i := strings.IndexByte(heel[van:], '\n'); i >= 0 {
			eind, volgende = van+i, van+i+1
		}
		if eind > van && heel[eind-1] == '\r' {
			eind--
		}
		regels = append(regels, regel{heel[van:eind], van, eind, volgende})
		van = volgende
	}
	return regels
}

func isGrens(r regel) bool { return strings.TrimRight(r.tekst, " \t") == grens }

// leesKop reads the front matter, of which regels are the lines with those
// that begin and end it.
func (d *Document) leesKop(f *strict.Fouten, regels []regel) {
	eerste, laatste := regels[0], regels[len(regels)-1]
	// An empty line in the place of the first keeps the line numbers of the file.
	n, err := strict.Parse(d.bestand, append([]byte("\n"), d.data[eerste.volgende:laatste.van]...), 0)
	if err != nil {
		f.AddErr(err)
		return
	}
	if n.Soort != strict.Blok || !slices.ContainsFunc(n.Velden, func(v strict.Veld) bool { return v.Naam == "weeg" }) {
		f.Add(strict.Plaats{Bestand: d.bestand, Regel: 1, Kolom: 1},
			`dit is geen reflectie van weeg: bovenaan staat geen veld "weeg"; kies een ander bestand`)
		return
	}
	d.kop = leesKop(f, n)
	d.kop.van, d.kop.tot = eerste.volgende, laatste.van
	d.Meta = d.kop.meta
	for i, v := range n.Velden {
		if v.Plaats.Kolom != 1 || i > 0 && v.Plaats.Regel == n.Velden[i-1].Plaats.Regel || v.Plaats.Regel > len(regels)-1 {
			d.kop.vloei = true
		}
	}
	for i, v := range n.Velden {
		stuk := kopstuk{naam: v.Naam, waarde: v.Waarde}
		if !d.kop.vloei {
			einde := len(regels) - 1
			if i+1 < len(n.Velden) {
				einde = n.Velden[i+1].Plaats.Regel - 1
			}
			for einde > v.Plaats.Regel && (regels[einde-1].leeg() || strings.HasPrefix(regels[einde-1].tekst, "#")) {
				einde--
			}
			stuk.regel, stuk.totRegel = v.Plaats.Regel-1, einde
			stuk.van, stuk.tot = regels[stuk.regel].van, regels[einde-1].volgende
		}
		d.kop.velden = append(d.kop.velden, stuk)
	}
}

// A soort is a kind of element of the body.
type soort int

const (
	isKop     soort = iota // a heading
	isVraag                // a marker with the answer under it
	isAfleide              // a derived block
)

// An element is a part of the body that means something to the tool. Positions
// are indices of lines; tot is always the line after.
type element struct {
	soort  soort
	niveau int    // of a heading
	naam   string // key of an answer, or name of a derived block
	regel  int    // of the heading or marker
	tot    int    // after the heading, the answer or the end marker
	kop    int    // index of the heading right above, or -1

	van      int    // of a question: first line of its answer; equal to tot where there is none
	tekst    string // of a question: the answer, in normal form
	geciteer bool   // of a question: it is a quote
}

// A lijf is the body of a file.
type lijf struct {
	regels      []regel // of the whole file
	begin       int     // first line of the body
	elementen   []element
	antwoorden  reflectie.Antwoorden
	regelVan    map[string]int // line of the marker of an answer
	hek         string         // fence that was never closed, or ""
	opmerkingen []strict.Bevinding
}

// What a marker line says.
const (
	merkFout  = iota // nothing that the tool knows
	merkVraag        // here is the answer to a question
	merkBegin        // here begins a derived block
	merkEind         // here it ends
)

// leesMerk reads a line that begins as a marker does.
func leesMerk(s string) (wat int, naam string) {
	s, ok := strings.CutSuffix(strings.TrimRight(s, " \t"), "-->")
	if !ok || strings.Contains(s, "-->") {
		return merkFout, ""
	}
	_, s, _ = strings.Cut(s, "weeg:")
	woorden := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' })
	switch {
	case len(woorden) >= 2 && woorden[0] == "begin":
		return merkBegin, woorden[1] // what follows is for people
	case len(woorden) == 2 && woorden[0] == "eind":
		return merkEind, woorden[1]
	case len(woorden) == 1:
		return merkVraag, woorden[0]
	}
	return merkFout, ""
}

// isVanOns reports whether a line begins as a marker does.
func isVanOns(s string) bool {
	rest, ok := strings.CutPrefix(s, "<!--")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " \t"), "weeg:")
}

// A lijflezer walks the lines of the body.
type lijflezer struct {
	*lijf
	f       *strict.Fouten
	bestand string
	i       int
}

func leesLijf(f *strict.Fouten, bestand string, regels []regel, begin int) lijf {
	l := lijflezer{f: f, bestand: bestand, i: begin, lijf: &lijf{regels: regels, begin: begin,
		antwoorden: reflectie.Antwoorden{}, regelVan: map[string]int{}}}
	for l.i < len(l.regels) {
		l.lees()
	}
	l.koppel()
	return *l.lijf
}

func (l *lijflezer) plaats(i int) strict.Plaats {
	return strict.Plaats{Bestand: l.bestand, Regel: i + 1, Kolom: 1}
}

// lees reads what begins at line i, and goes on after it.
func (l *lijflezer) lees() {
	tekst := l.regels[l.i].tekst
	switch {
	case isCitaat(tekst):
		l.i++
	case Hek(tekst) != "":
		l.codeblok(Hek(tekst))
	case kopniveau(tekst) > 0:
		l.elementen = append(l.elementen, element{soort: isKop, niveau: kopniveau(tekst), regel: l.i, tot: l.i + 1, kop: -1})
		l.i++
	case isVanOns(tekst):
		l.merk(tekst)
	default:
		if isVanOns(strings.TrimLeft(tekst, " \t")) {
			l.opmerking(l.i, "Weeg leest deze regel niet. Zet hem vooraan, zonder spaties ervoor.")
		}
		l.i++
	}
}

// merk reads what a marker at line i says.
func (l *lijflezer) merk(tekst string) {
	switch wat, naam := leesMerk(tekst); wat {
	case merkBegin:
		l.afgeleid(naam)
	case merkVraag:
		l.vraag(naam)
	case merkEind:
		l.f.Add(l.plaats(l.i), "hier eindigt %s, maar het begin ontbreekt; haal deze regel weg", strict.Aanhaling(naam))
		l.i++
	default:
		l.f.Add(l.plaats(l.i), "deze regel is geen geldig merk; schrijf bijvoorbeeld <!-- weeg:bedoeling.weet-niet -->")
		l.i++
	}
}

// isCitaat reports whether a line is of a block quote.
func isCitaat(s string) bool { return strings.HasPrefix(s[inspringing(s):], ">") }

// inspringing counts the spaces that Markdown allows before something: at most three.
func inspringing(s string) int {
	n := 0
	for n < 3 && n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// kopniveau returns the level of a heading that begins in the first column, or 0.
func kopniveau(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n < 1 || n > 6 || n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}

// Hek returns the fence of code that a line opens, or "".
func Hek(s string) string {
	s = s[inspringing(s):]
	for _, teken := range []string{"`", "~"} {
		rest := strings.TrimLeft(s, teken)
		if n := len(s) - len(rest); n >= 3 && !(teken == "`" && strings.Contains(rest, "`")) {
			return s[:n]
		}
	}
	return ""
}

// SluitHek reports whether a line, without its end, closes a fence.
func SluitHek(s, hek string) bool {
	s = strings.TrimRight(s[inspringing(s):], " \t")
	return len(s) >= len(hek) && strings.Trim(s, hek[:1]) == ""
}

// codeblok passes over a block of code that a person wrote. Where it is never
// closed, it would hide every answer after it.
func (l *lijflezer) codeblok(hek string) {
	begin := l.i
	for l.i++; l.i < len(l.regels); l.i++ {
		if SluitHek(l.regels[l.i].tekst, hek) {
			l.i++
			return
		}
	}
	l.hek = hek
	for _, r := range l.regels[begin:] {
		if isVanOns(r.tekst) {
			l.f.Add(l.plaats(begin), "hier begint een blok code dat nergens eindigt; sluit het af met een regel \"%s\"", hek[:3])
			return
		}
	}
}

// afgeleid passes over a derived block.
func (l *lijflezer) afgeleid(naam string) {
	e := element{soort: isAfleide, naam: naam, regel: l.i, kop: -1}
	for l.i++; l.i < len(l.regels); l.i++ {
		tekst := l.regels[l.i].tekst
		if isVanOns(tekst) {
			if wat, eind := leesMerk(tekst); wat != merkEind || eind != naam {
				break
			}
			l.i++
			e.tot = l.i
			l.elementen = append(l.elementen, e)
			return
		}
		if isCitaat(tekst) {
			l.opmerking(l.i, "Weeg leest dit niet als antwoord. Wijzig dit bovenaan in het bestand.")
		}
	}
	l.f.Add(l.plaats(e.regel), "het blok %s eindigt nergens; zet eronder een regel \"<!-- weeg:eind %s -->\"",
		strict.Aanhaling(naam), strings.Trim(strict.Aanhaling(naam), `"`))
}

func (l *lijflezer) opmerking(i int, tekst string) {
	l.opmerkingen = append(l.opmerkingen, strict.Bevinding{Plaats: l.plaats(i), Tekst: tekst})
}

// vraag reads the marker of a question and the answer under it: a block quote,
// perhaps below a *niet ingevuld* that stayed behind.
func (l *lijflezer) vraag(sleutel string) {
	e := element{soort: isVraag, naam: sleutel, regel: l.i, kop: -1}
	if !isMerk(sleutel) {
		l.f.Add(l.plaats(l.i), "%s is geen vraag; schrijf stap.vraag", strict.Aanhaling(sleutel))
	}
	if eerst, ok := l.regelVan[sleutel]; ok {
		l.f.Add(l.plaats(l.i), "%s staat er twee keer; de eerste staat op regel %d. Houd er één", strict.Aanhaling(sleutel), eerst+1)
	} else {
		l.regelVan[sleutel] = l.i
	}
	l.i++
	l.slaOver()
	e.van, e.tot = l.i, l.i
	if l.i < len(l.regels) && isNietIngevuld(l.regels[l.i].tekst) {
		l.i++
		e.tot = l.i
		l.slaOver()
	}
	begin := l.i
	for l.i < len(l.regels) && isCitaat(l.regels[l.i].tekst) {
		l.i++
	}
	if l.i > begin {
		e.geciteer, e.tot = true, l.i
		e.tekst = leesCitaat(l.regels[begin:l.i])
		if a := reflectie.Tekst(e.tekst); !a.IsZero() {
			l.antwoorden[sleutel] = a
		}
	} else {
		l.i = e.tot
	}
	if e.van == e.tot { // no answer and no niet ingevuld: it could stand right under the marker
		e.van, e.tot = e.regel+1, e.regel+1
		l.i = e.tot
	}
	l.elementen = append(l.elementen, e)
	l.ongelezen(e)
}

func (l *lijflezer) slaOver() {
	for l.i < len(l.regels) && l.regels[l.i].leeg() {
		l.i++
	}
}

func isNietIngevuld(s string) bool {
	s = strings.TrimRight(s, " \t")
	return s == nietIngevuld || s == "_niet ingevuld_"
}

func leesCitaat(regels []regel) string {
	var b strings.Builder
	for i, r := range regels {
		if i > 0 {
			b.WriteByte('\n')
		}
		s := r.tekst[inspringing(r.tekst)+1:]
		b.WriteString(strings.TrimPrefix(s, " "))
	}
	return reflectie.Normaal(herstel(b.String()))
}

// ongelezen remarks on text that could be meant as an answer: below a question
// without one, right under a quote, or in a second quote.
func (l *lijflezer) ongelezen(e element) {
	i := e.tot
	if i < len(l.regels) && !l.regels[i].leeg() && e.tekst != "" && !isGrensVan(l.regels[i].tekst) {
		l.opmerking(i, `Weeg leest dit niet als antwoord. Zet er "> " voor.`)
		return
	}
	for i < len(l.regels) && l.regels[i].leeg() {
		i++
	}
	if i == len(l.regels) || isGrensVan(l.regels[i].tekst) {
		return
	}
	switch {
	case e.tekst == "" && isCitaat(l.regels[i].tekst):
	case e.tekst == "":
		l.opmerking(i, `Weeg leest dit niet als antwoord. Zet er "> " voor.`)
	case isCitaat(l.regels[i].tekst):
		l.opmerking(i, `Weeg leest dit niet als antwoord. Zet een regel met ">" tussen de twee citaten.`)
	}
}

// isGrensVan reports whether a line ends what stands under a question.
func isGrensVan(s string) bool { return kopniveau(s) > 0 || isVanOns(s) }

// koppel finds the heading right above every question and derived block.
func (l *lijflezer) koppel() {
	for i := 1; i < len(l.elementen); i++ {
		e, vorige := &l.elementen[i], l.elementen[i-1]
		if e.soort == isKop || vorige.soort != isKop {
			continue
		}
		tussen := l.regels[vorige.tot:e.regel]
		if !slices.ContainsFunc(tussen, func(r regel) bool { return !r.leeg() }) {
			e.kop = i - 1
		}
	}
}

// maxRij is the highest row number that a marker may have.
const maxRij = 9999

// voegSamen makes one reflectie of the front matter and the body.
func (d *Document) voegSamen(f *strict.Fouten) {
	inBovendeel := reflectie.Flatten(d.kop.ruw)
	d.plat = reflectie.Antwoorden{}
	zet := func(sleutel string, a reflectie.Antwoord) {
		if !a.IsZero() {
			d.plat[sleutel] = a
		}
	}
	for sleutel, a := range d.kop.vervallen {
		zet(sleutel, a)
	}
	for sleutel, a := range inBovendeel {
		zet(sleutel, a)
	}
	for sleutel, a := range d.plat {
		if a.Vorm() == reflectie.VormTekst { // others can stand nowhere else
			d.elders[sleutel] = inKop
		}
	}
	terug := d.teruggeblikt(f)
	for sleutel, a := range d.lijf.antwoorden {
		d.voegToe(f, sleutel, a)
	}
	if f.Len() > 0 {
		return
	}
	r := d.kop.ruw
	r.Teruggeblikt = terug
	r.Door = reflectie.Normaal(r.Door)
	d.Reflectie, d.Vervallen = reflectie.Collect(r, d.plat) // normal form: every answer is
	d.rijen = nummering(d.plat)
	for _, fout := range d.Reflectie.Check(func(string) bool { return true }) {
		f.Add(d.Plaats(fout.Pad), "%s", fout.Tekst)
	}
}

// voegToe adds one answer of the body to those of the front matter.
func (d *Document) voegToe(f *strict.Fouten, sleutel string, a reflectie.Antwoord) {
	if isTerugblikSleutel(sleutel) {
		return
	}
	p := strict.Plaats{Bestand: d.bestand, Regel: d.lijf.regelVan[sleutel] + 1, Kolom: 1}
	if sleutel == "uitkomst.eigen" { // of what may stand in a marker, this alone is never a text
		f.Add(p, "%s hoort bovenaan in het bestand, als ja of nee; haal het citaat hier weg", strict.Aanhaling(sleutel))
		return
	}
	if _, dubbel := d.plat[sleutel]; dubbel {
		f.Add(p, "%s staat er twee keer: hier, en bovenaan op regel %d. Houd er één",
			strict.Aanhaling(sleutel), d.kop.plaats(d.kop.padVan(sleutel)).Regel)
		return
	}
	if _, n, _, ok := rijprefix(sleutel); ok && n > maxRij {
		f.Add(p, "%s heeft een te hoog nummer; nummer vanaf 1", strict.Aanhaling(sleutel))
		return
	}
	d.plat[sleutel] = a
	d.elders[sleutel] = inLijf
}

// teruggeblikt adds the answers of the body to the times that the person looked back.
func (d *Document) teruggeblikt(f *strict.Fouten) []reflectie.Teruggeblikt {
	terug := slices.Clone(d.kop.ruw.Teruggeblikt)
	for i := range terug {
		antwoorden := map[string]reflectie.Antwoord{}
		for vraag, a := range terug[i].Antwoorden {
			antwoorden[vraag] = a
			if a.Vorm() == reflectie.VormTekst {
				d.elders[terugblikSleutel(i+1, vraag)] = inKop
			}
		}
		terug[i].Antwoorden = antwoorden
	}
	for sleutel, a := range d.lijf.antwoorden {
		n, vraag, ok := splitsTerugblik(sleutel)
		if !ok {
			continue
		}
		p := strict.Plaats{Bestand: d.bestand, Regel: d.lijf.regelVan[sleutel] + 1, Kolom: 1}
		if n < 1 || n > len(terug) || vraag == "" || sleutel != terugblikSleutel(n, vraag) {
			f.Add(p, "%s hoort bij een terugblik die bovenaan niet staat; zet daar bij %q een regel bij", strict.Aanhaling(sleutel), terugblikken)
			continue
		}
		if _, dubbel := terug[n-1].Antwoorden[vraag]; dubbel {
			f.Add(p, "%s staat er twee keer: hier, en bovenaan op regel %d. Houd er één", strict.Aanhaling(sleutel),
				d.kop.plaats(fmt.Sprintf("%s.%d.antwoorden.%s", terugblikken, n-1, vraag)).Regel)
			continue
		}
		terug[n-1].Antwoorden[vraag] = a
		d.elders[sleutel] = inLijf
	}
	return terug
}

// padVan returns the path in the front matter of the answer at a key.
func (k *kopdeel) padVan(sleutel string) string {
	if prefix, n, veld, ok := rijprefix(sleutel); ok {
		if id, anders := strings.CutPrefix(prefix, "waarden."); anders {
			prefix = k.padVan("waarden."+strings.TrimSuffix(id, ".anders")) + ".anders"
		}
		return prefix + "." + strconv.Itoa(n-1) + veld
	}
	delen := strings.SplitN(sleutel, ".", 3)
	if len(delen) < 2 {
		return sleutel
	}
	i := -1
	switch delen[0] {
	case reflectie.SleutelWaarden:
		i = slices.IndexFunc(k.ruw.Waarden, func(w reflectie.Waarde) bool { return w.ID == delen[1] })
	case reflectie.SleutelVerbanden:
		i = slices.IndexFunc(k.ruw.Verbanden, func(v reflectie.Verband) bool { return v.Tussen.Sleutel() == delen[1] })
	case reflectie.SleutelWeging:
		i = slices.IndexFunc(k.ruw.Weging, func(w reflectie.Weging) bool { return w.Tussen.Sleutel() == delen[1] })
	}
	if i >= 0 {
		delen[1] = strconv.Itoa(i)
		return strings.Join(delen, ".")
	}
	if reflectie.IsOpen(sleutel) {
		return "antwoorden." + sleutel
	}
	return sleutel
}

// Plaats returns where in the file the value stands that a path of
// reflectie.Fout is about.
func (d *Document) Plaats(pad string) strict.Plaats {
	sleutel := d.sleutelVan(pad)
	if i, ok := d.lijf.regelVan[sleutel]; ok && d.elders[sleutel] == inLijf {
		return strict.Plaats{Bestand: d.bestand, Regel: i + 1, Kolom: 1}
	}
	return d.kop.plaats(d.kop.padVan(sleutel))
}

// sleutelVan turns a path in the Reflectie into a key of the file.
func (d *Document) sleutelVan(pad string) string {
	if sleutel, ok := strings.CutPrefix(pad, "antwoorden."); ok {
		return sleutel
	}
	delen := strings.Split(pad, ".")
	if len(delen) < 2 {
		return pad
	}
	i, err := strconv.Atoi(delen[1])
	if err != nil || i < 0 {
		return pad
	}
	r := d.Reflectie
	switch {
	case delen[0] == "standpunten" || delen[0] == "ruimte":
		delen[1] = strconv.Itoa(nummerVan(d.rijen[delen[0]], i+1))
	case delen[0] == "waarden" && i < len(r.Waarden):
		delen[1] = r.Waarden[i].ID
	case delen[0] == "verbanden" && i < len(r.Verbanden):
		delen[1] = r.Verbanden[i].Tussen.Sleutel()
	case delen[0] == "weging" && i < len(r.Weging):
		delen[1] = r.Weging[i].Tussen.Sleutel()
	}
	return strings.Join(delen, ".")
}
