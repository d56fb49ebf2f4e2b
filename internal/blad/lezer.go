package blad

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// maxRaad is for how many unknown words of one file a likely one is sought:
// more help nobody, and in a large file they would take minutes.
const maxRaad = 100

// A lezer reads one answer file.
type lezer struct {
	def       casus.Definitie
	vragen    map[string]vraag // open questions by key; nil when they cannot be known
	sleutels  []string         // the keys of vragen, in order
	terugblik map[string]vraag

	f            strict.Fouten
	opmerkingen  strict.Fouten
	plaatsen     map[string]strict.Plaats // by the path that reflectie.Check uses
	gemeld       map[string]bool          // paths that have a finding already
	onderWaarden map[string]bool          // ids of the waarden in this file
	raad         int
}

func newLezer(def casus.Definitie, terugblik []casus.Werkvorm) *lezer {
	l := &lezer{
		def:          def,
		vragen:       open(def.Stappen()),
		terugblik:    map[string]vraag{},
		plaatsen:     map[string]strict.Plaats{},
		gemeld:       map[string]bool{},
		onderWaarden: map[string]bool{},
	}
	l.sleutels = slices.Sorted(maps.Keys(l.vragen))
	for _, w := range terugblik {
		maps.Copy(l.terugblik, open(w.Stappen))
	}
	return l
}

// blad reads the file as a whole. What it returns holds only when l.f is empty.
func (l *lezer) blad(n *strict.Node) *Blad {
	o := n.Object(&l.f)
	r := reflectie.Reflectie{Weeg: reflectie.Versie, Casus: l.def.Casus.ID, Werkvorm: l.def.Werkvorm.ID}
	l.kop(o, &r)
	l.eigen(o, &r)
	antwoorden := o.Object("antwoorden")
	l.standpunten(o, &r)
	l.waarden(o, &r)
	l.verbanden(o, &r)
	l.ruimte(o, &r)
	l.weging(o, &r)
	l.uitkomst(o, &r)
	l.aandachtspunten(o, &r)
	l.teruggeblikt(o, &r)
	r.Antwoorden = l.antwoorden(antwoorden, &r, false)
	prive := l.antwoorden(o.Object("prive"), &r, true)
	l.losseVragen(o, n.Velden)
	o.Done()
	l.verwijzingen(&r)
	l.check(r)
	if l.f.Len() > 0 {
		return nil
	}
	blad := &Blad{Reflectie: r.Normaal(), Prive: reflectie.Antwoorden{}}
	maps.Copy(blad.Prive, prive)
	if bevindingen, ok := l.opmerkingen.Err().(strict.Bevindingen); ok {
		blad.Opmerkingen = bevindingen
	}
	return blad
}

// fout adds a finding about the value at pad, so that Check need not say it again.
func (l *lezer) fout(pad string, p strict.Plaats, format string, args ...any) {
	l.gemeld[pad] = true
	l.f.Add(p, format, args...)
}

// node returns the value of a field, and remembers its place under pad. White
// space alone is no value.
func (l *lezer) node(o *strict.Object, pad, veld string) *strict.Node {
	n := o.Node(veld)
	if n == nil {
		return nil
	}
	l.plaatsen[join(pad, veld)] = n.Plaats
	if n.Soort == strict.Scalar && reflectie.Normaal(n.Tekst) == "" {
		return nil
	}
	return n
}

func join(pad, veld string) string {
	if pad == "" {
		return veld
	}
	return pad + "." + veld
}

func rij(lijst string, i int) string { return fmt.Sprintf("%s.%d", lijst, i) }

// tekst reads a text, in normal form.
func (l *lezer) tekst(o *strict.Object, pad, veld string) string {
	return reflectie.Normaal(l.node(o, pad, veld).Text(&l.f))
}

// regel reads words that read best on one line. More lines are kept.
func (l *lezer) regel(o *strict.Object, pad, veld string) string {
	tekst := l.tekst(o, pad, veld)
	if strings.Contains(tekst, "\n") {
		l.opmerkingen.Add(o.Plaats(veld), "%s staat op meer dan één regel; korter leest het prettiger. Het mag ook zo blijven", strict.Aanhaling(veld))
	}
	return tekst
}

// rol reads the id of a rol of the casus, or free words, and asks when those
// look like a slip of the pen.
func (l *lezer) rol(o *strict.Object, pad, veld string) string {
	woord := l.regel(o, pad, veld)
	if _, ok := l.def.Casus.Rol(woord); ok || woord == "" || woord == reflectie.Ik {
		return woord
	}
	for _, rol := range l.def.Casus.Rollen {
		if strings.EqualFold(woord, rol.ID) || strings.EqualFold(woord, rol.Naam) || isVerschrijving(woord, rol.ID) {
			l.opmerkingen.Add(o.Plaats(veld), "de casus kent de rol %s; bedoelt u die? Eigen woorden mogen ook", strict.Aanhaling(rol.ID))
			return woord
		}
	}
	return woord
}

// isVerschrijving reports whether woord is id with a letter or two amiss.
func isVerschrijving(woord, id string) bool {
	verschil := len(woord) - len(id)
	return verschil >= -2 && verschil <= 2 && strict.Lijkt(woord, []string{id}) != ""
}

// keuze reads one of the words in mag.
func (l *lezer) keuze(o *strict.Object, pad, veld string, mag []string) string {
	woord := l.tekst(o, pad, veld)
	if woord == "" {
		return ""
	}
	if !strict.Check(&l.f, o.Plaats(veld), woord, mag) {
		l.gemeld[join(pad, veld)] = true
		return ""
	}
	return woord
}

// datum reads a day.
func (l *lezer) datum(o *strict.Object, pad, veld string) reflectie.Datum {
	n := l.node(o, pad, veld)
	tekst := reflectie.Normaal(n.Text(&l.f))
	if tekst == "" {
		return reflectie.Datum{}
	}
	d, err := reflectie.ParseDatum(tekst)
	if err != nil {
		l.fout(join(pad, veld), n.Plaats, geenDatum)
	}
	return d
}

const geenDatum = "dit is geen datum; schrijf jaar-maand-dag, zoals 2026-11-21"

// versie reads the version of a definition. It is kept as it is given, also when
// the definition has changed since.
func (l *lezer) versie(o *strict.Object, veld, wat string, nu int) int {
	n := l.node(o, "", veld)
	if n == nil {
		return 0
	}
	fouten := l.f.Len()
	versie := n.Int(&l.f)
	switch {
	case l.f.Len() > fouten:
	case versie < 1:
		l.f.Add(n.Plaats, "bij %s hoort een getal vanaf 1; laat het weg als u het niet weet", strict.Aanhaling(veld))
	case versie != nu && nu > 0:
		l.opmerkingen.Add(n.Plaats, "dit blad hoort bij versie %d van de %s, en nu is er versie %d. Kijk of uw antwoorden nog passen", versie, wat, nu)
	}
	return versie
}

// maxRijen is how many rows one list may have: far more than a conversation
// needs, and few enough for all that compares each with each.
const maxRijen = 500

// lijst returns the value of a field that is a list; nil when it is too long.
func (l *lezer) lijst(o *strict.Object, pad, veld string) *strict.Node {
	n := l.node(o, pad, veld)
	if l.isTeLang(n) {
		return nil
	}
	return n
}

// isTeLang reports whether a list has too many rows, and adds the finding.
func (l *lezer) isTeLang(n *strict.Node) bool {
	if n == nil || len(n.Items) <= maxRijen {
		return false
	}
	l.f.Add(n.Plaats, "deze lijst heeft %d onderdelen, en weeg leest er hoogstens %d; houd over wat het meest telt", len(n.Items), maxRijen)
	return true
}

// blokken reads a list of blocks, and shows how such a block looks where
// something else stands.
func (l *lezer) blokken(o *strict.Object, veld, voorbeeld string) []*strict.Object {
	var blokken []*strict.Object
	for _, n := range l.lijst(o, "", veld).List(&l.f) {
		if n.Soort != strict.Blok {
			l.f.Add(n.Plaats, "hier hoort een blok met velden, zoals %s", voorbeeld)
			continue
		}
		blokken = append(blokken, n.Object(&l.f))
	}
	return blokken
}

// check adds what the rules of the data say, at the place that it is about.
func (l *lezer) check(r reflectie.Reflectie) {
	for _, fout := range r.Check(l.inCatalogus) {
		if !l.isGemeld(fout.Pad) {
			l.f.Add(l.plaats(fout.Pad), "%s", kort(fout.Tekst))
		}
	}
}

func (l *lezer) inCatalogus(id string) bool {
	_, ok := l.def.Waarde(id)
	return ok
}

func (l *lezer) isGemeld(pad string) bool {
	for pad != "" {
		if l.gemeld[pad] {
			return true
		}
		pad = ouder(pad)
	}
	return false
}

// plaats returns the place of the value at pad, or else of the nearest around it.
func (l *lezer) plaats(pad string) strict.Plaats {
	for {
		if p, ok := l.plaatsen[pad]; ok || pad == "" {
			return p
		}
		pad = ouder(pad)
	}
}

func ouder(pad string) string {
	if i := strings.LastIndexByte(pad, '.'); i >= 0 {
		return pad[:i]
	}
	return ""
}

// kort cuts what stands between quotation marks in a finding to 40 characters.
func kort(tekst string) string {
	const lengte = 40
	var b strings.Builder
	binnen, escape, n := false, false, 0
	for _, r := range tekst {
		switch {
		case escape:
			escape = false
		case r == '\\' && binnen:
			escape = true
		case r == '"':
			binnen, n = !binnen, -1
		}
		n++
		switch {
		case !binnen || n <= lengte:
			b.WriteRune(r)
		case n == lengte+1:
			b.WriteRune('…')
		}
	}
	return b.String()
}

// lijkt returns the candidate that somebody may have meant, or "".
func (l *lezer) lijkt(woord string, kandidaten []string) string {
	l.raad++
	if l.raad > maxRaad {
		return ""
	}
	return strict.Lijkt(woord, kandidaten)
}
