package markdown

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/strict"
)

// A soort is a kind of element of the body.
type soort int

const (
	isKop      soort = iota // a heading that names no answer
	isVraag                 // what a marker names, with its heading and its answer
	isAfgeleid              // a derived part
	isGegevens              // the data
)

// An element is one thing in the body that the tool knows. Lines that are in
// none are a person's.
type element struct {
	soort  soort
	naam   string // the key, or the name of a derived part
	niveau int    // of a heading
	kop    string // its heading as it stands there, without the marker; "" where it has none
	hash   string // of a derived part: what its begin says

	lijn, tot int // its lines
	merk      int // the line of its marker; of the data, the line where they end
	van       int // the first of the lines of its answer, up to tot; tot where it has none
	niets     bool
}

func (e element) heeftAntwoord() bool { return e.soort == isVraag && e.van < e.tot && !e.niets }

// vraagniveau is that of the heading of a question; that of a follow-up is lower.
const vraagniveau = 3

// niets stands where an answer could, and says that there is none.
const niets = "Niets."

// A lijf is the body of a file, taken apart.
type lijf struct {
	begin       int // its first line
	lijnen      []lijn
	teksten     []string // of the lines
	elementen   []element
	opmerkingen strict.Fouten
	kaal        int   // how many headings with a quote have no marker
	kaleVragen  []int // the lines of the quotes of those that are as low as that of a question
}

// A lijflezer goes over the lines of a body once.
type lijflezer struct {
	*lijf
	f       *strict.Fouten
	bestand string
	i       int
	wacht   int            // the element of which the answer may follow, or -1
	net     int            // the line after the answer that was last, or -1
	gezien  map[string]int // the line of each marker
}

// leesLijf reads the lines of a file from begin on.
func leesLijf(f *strict.Fouten, bestand string, lijnen []lijn, begin int) lijf {
	l := &lijflezer{lijf: &lijf{begin: begin, lijnen: lijnen, teksten: make([]string, len(lijnen))},
		f: f, bestand: bestand, i: begin, wacht: -1, net: -1, gezien: map[string]int{}}
	for i, s := range lijnen {
		l.teksten[i] = s.tekst
	}
	for l.i < len(lijnen) {
		l.lees()
	}
	return *l.lijf
}

func (l *lijflezer) plaats(i int) strict.Plaats { return plaats(l.bestand, i) }

// lees takes the next line, or the lines of the block that it begins.
func (l *lijflezer) lees() {
	s := l.teksten[l.i]
	kaal, ok := kaal(s)
	m, isMerk := leesMerk(kaal)
	switch {
	case isLeeg(s):
		l.i++
	case !ok:
		l.tekst(kaal)
	case hek(s) != "":
		l.code()
	case kaal[0] == '>':
		l.citaat()
	case isMerk:
		l.merk(m)
	case strings.HasPrefix(kaal, "<!--"):
		l.opmerking()
	case kopniveau(kaal) > 0:
		l.add(element{soort: isKop, niveau: kopniveau(kaal), kop: strings.TrimRight(kaal, " \t"), lijn: l.i, tot: l.i + 1})
		l.i++
	default:
		l.tekst(kaal)
	}
}

// add takes in an element; no answer is expected after it.
func (l *lijflezer) add(e element) {
	l.elementen = append(l.elementen, e)
	l.wacht, l.net = -1, -1
}

// nieuw reports whether a marker is the first that is called so.
func (l *lijflezer) nieuw(soort, naam string) bool {
	eerst, dubbel := l.gezien[soort+naam]
	if dubbel {
		l.f.AddAls(strict.FoutDubbel, l.plaats(l.i), "%s staat er twee keer; de eerste staat op regel %d. Houd er één", strict.Aanhaling(naam), eerst+1)
		return false
	}
	l.gezien[soort+naam] = l.i
	return true
}

// merk takes the line of a marker, and what it begins.
func (l *lijflezer) merk(m merk) {
	switch {
	case m.soort == "gegevens":
		l.gegevens()
	case m.naam == "":
		l.f.AddAls(strict.FoutMerk, l.plaats(l.i), "dit is geen geldig merk; schrijf bijvoorbeeld <!-- weeg:bedoeling.weet-niet -->")
		l.i++
	case m.soort == "begin":
		l.afgeleid(m)
	case m.soort == "eind":
		l.f.AddAls(strict.FoutMerk, l.plaats(l.i), "hier eindigt %s, maar het begin ontbreekt; haal deze regel weg", strict.Aanhaling(m.naam))
		l.i++
	default:
		l.vraag(m)
	}
}

// vraag takes a marker that names an answer. One on a line of its own goes with
// the heading above it.
func (l *lijflezer) vraag(m merk) {
	e := element{soort: isVraag, naam: m.naam, kop: m.voor, niveau: kopniveau(m.voor), lijn: l.i, merk: l.i, van: l.i + 1, tot: l.i + 1}
	if m.voor == "" && l.isOnderKop() {
		laatste := len(l.elementen) - 1
		k := l.elementen[laatste]
		e.kop, e.niveau, e.lijn = k.kop, k.niveau, k.lijn
		l.elementen = l.elementen[:laatste]
	}
	if l.nieuw("", e.naam) {
		l.add(e)
		l.wacht = len(l.elementen) - 1
	}
	l.i++
}

// isOnderKop reports whether the line comes right below a heading.
func (l *lijflezer) isOnderKop() bool {
	n := len(l.elementen)
	return n > 0 && l.elementen[n-1].soort == isKop && l.isLeeg(l.elementen[n-1].tot, l.i)
}

// isLeeg reports whether there is nothing on the lines from van to tot.
func (l *lijf) isLeeg(van, tot int) bool {
	return !slices.ContainsFunc(l.lijnen[van:tot], func(r lijn) bool { return !r.leeg() })
}

// afgeleid takes a derived part.
func (l *lijflezer) afgeleid(m merk) {
	begin := l.i
	isNieuw := l.nieuw("begin ", m.naam)
	for l.i++; l.i < len(l.teksten); l.i++ {
		s, ok := kaal(l.teksten[l.i])
		eind, isMerk := leesMerk(s)
		if !ok || !isMerk {
			continue
		}
		if eind.soort != "eind" || eind.naam != m.naam {
			break
		}
		l.i++
		if isNieuw {
			l.add(element{soort: isAfgeleid, naam: m.naam, hash: m.hash, lijn: begin, merk: begin, van: l.i, tot: l.i})
		}
		return
	}
	l.f.AddAls(strict.FoutMerk, l.plaats(begin), "%s eindigt nergens; zet eronder een regel \"<!-- weeg:eind %s -->\"", strict.Aanhaling(m.naam), m.naam)
}

// gegevens takes the data.
func (l *lijflezer) gegevens() {
	begin := l.i
	isNieuw := l.nieuw("", "weeg:gegevens")
	for ; l.i < len(l.teksten); l.i++ {
		if !strings.Contains(l.teksten[l.i], "-->") {
			continue
		}
		l.i++
		if isNieuw {
			l.add(element{soort: isGegevens, lijn: begin, merk: l.i - 1, van: l.i, tot: l.i})
		}
		return
	}
	l.f.AddAls(strict.FoutMerk, l.plaats(begin), `de gegevens eindigen nergens; zet eronder een regel met "-->"`)
}

// code passes over a block of code that a person wrote. Where it is not closed,
// it would hide what stands after it.
func (l *lijflezer) code() {
	begin, verborgen, ernstig := l.i, -1, false
	opent := hek(l.teksten[begin])
	blok := Codeblok{opent}
	for l.i++; l.i < len(l.teksten) && blok.hek != ""; l.i++ {
		blok.Neemt(l.teksten[l.i])
		if m, ok := leesMerk(l.teksten[l.i]); ok {
			verborgen, ernstig = l.i, ernstig || m.soort != ""
		}
	}
	l.wacht = -1
	switch {
	case ernstig || verborgen >= 0 && blok.hek != "":
		l.f.AddAls(strict.FoutMerk, l.plaats(begin), "hier begint een blok code dat nergens eindigt; sluit het af met een regel %q", opent)
	case verborgen >= 0:
		l.opmerkingen.Add(l.plaats(verborgen), "Dit staat in een blok code. Weeg leest het niet als antwoord.")
	}
}

// opmerking passes over a comment that is not ours.
func (l *lijflezer) opmerking() {
	begin := l.i
	_, rest, _ := strings.Cut(l.teksten[l.i], "<!--")
	for ; l.i < len(l.teksten); l.i++ {
		if l.i > begin {
			rest = l.teksten[l.i]
		}
		if _, ok := leesMerk(rest); ok {
			l.f.AddAls(strict.FoutMerk, l.plaats(begin), `hier begint een opmerking die nergens eindigt; zet er "-->" achter`)
			l.i = max(l.i, begin+1)
			return
		}
		if strings.Contains(rest, "-->") {
			l.i++
			return
		}
	}
}

// citaat takes a quote: an answer, or something that a person quotes.
func (l *lijflezer) citaat() {
	begin := l.i
	if l.isOnderKop() {
		l.kaal++
		if l.elementen[len(l.elementen)-1].niveau >= vraagniveau {
			l.kaleVragen = append(l.kaleVragen, begin)
		}
	}
	l.i += max(1, citaat.Einde(l.teksten[l.i:]))
	switch {
	case l.wacht >= 0:
		e := &l.elementen[l.wacht]
		e.van, e.tot, e.niets = begin, l.i, false
		l.wacht, l.net = -1, l.i
	case l.net >= 0 && l.isLeeg(l.net, begin):
		l.opmerkingen.Add(l.plaats(begin), `Weeg leest dit niet als antwoord. Zet een regel met ">" tussen de twee citaten.`)
		l.net = -1
	}
}

// tekst takes a line of text. Under a question it was perhaps meant as its answer.
func (l *lijflezer) tekst(s string) {
	s = strings.Trim(s, " \t")
	if l.wacht >= 0 {
		e := &l.elementen[l.wacht]
		onderstreping := l.i == e.merk+1 && strings.Trim(s, "=") == "" || strings.Trim(s, "-") == ""
		switch {
		case s == niets && !e.niets:
			e.van, e.tot, e.niets = l.i, l.i+1, true
		case !onderstreping:
			l.opmerkingen.Add(l.plaats(l.i), `Weeg leest dit niet als antwoord. Zet er "> " voor.`)
			l.wacht = -1
		}
	}
	l.net = -1
	l.i++
}

// tussen is the text of the lines of a derived part.
func (l *lijf) tussen(e element) string {
	return strings.Trim(strings.Join(l.teksten[e.lijn+1:e.tot-1], "\n"), "\n")
}

// antwoord is the lines of an answer.
func (l *lijf) antwoord(e element) []string { return l.teksten[e.van:e.tot] }

// isBeschreven reports whether a person wrote in a derived part.
func (l *lijf) isBeschreven(e element) bool { return vingerafdruk(l.tussen(e)) != e.hash }
