// Package vorm is the one reader and the one writer of a reflectie as nodes:
// what a YAML or JSON answer file holds, and what stands in the front matter and
// the data of a Markdown file. Which fields there are, the structs of reflectie say.
//
// It never names a field that is only data, knows no questions and no files, and
// never shows the text of an answer in a finding.
package vorm

import (
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// MaxRijen is how many rows one list may have: far more than a conversation
// needs, and few enough for all that compares each with each.
const MaxRijen = 500

// nummer is the field by which a row of a file is called that nothing names.
const nummer = "nr"

// A Lezer reads one file, and keeps the place of every value by the path that
// reflectie.Check uses.
type Lezer struct {
	Fouten      strict.Fouten
	Opmerkingen strict.Fouten
	Namen       reflectie.Rijnamen // of the rows, where Genummerd

	Mag       func(reflectie.Veld) bool                           // which fields may stand here; nil is all
	Genummerd bool                                                // a row may carry a number
	Rol       func(woord string) string                           // the id of a rol that was perhaps meant, or ""; may be nil
	Vragen    func(*strict.Object, reflectie.Deel, reflectie.Rij) // reads answers to open questions in rows; nil reads them by form

	NaRij func(o *strict.Object, d reflectie.Deel, rij reflectie.Rij, pad string) // looks at each row that was read; may be nil

	plaatsen map[string]strict.Plaats
	gemeld   map[string]bool // paths that have a finding already
}

// Fout adds a finding about the value at pad, so that Check need not say it again.
func (l *Lezer) Fout(pad string, p strict.Plaats, format string, args ...any) {
	l.Meld(pad)
	l.Fouten.Add(p, format, args...)
}

// Meld says that the value at pad has a finding already.
func (l *Lezer) Meld(pad string) {
	if l.gemeld == nil {
		l.gemeld = map[string]bool{}
	}
	l.gemeld[pad] = true
}

// Onthoud keeps the place of the value at pad.
func (l *Lezer) Onthoud(pad string, p strict.Plaats) {
	if l.plaatsen == nil {
		l.plaatsen = map[string]strict.Plaats{}
	}
	l.plaatsen[pad] = p
}

// Node returns the value of a field, and keeps its place. White space alone is
// no value.
func (l *Lezer) Node(o *strict.Object, pad, veld string) *strict.Node {
	n := o.Node(veld)
	if n == nil {
		return nil
	}
	l.Onthoud(Pad(pad, veld), n.Plaats)
	if n.Soort == strict.Scalar && reflectie.Normaal(n.Tekst) == "" {
		return nil
	}
	return n
}

// Pad joins a path and a field.
func Pad(pad, veld string) string {
	return strings.TrimPrefix(pad+"."+veld, ".")
}

// RijPad is the path of row i, from 0.
func RijPad(deel string, i int) string { return Pad(deel, strconv.Itoa(i)) }

// Delen reads every part with rows or fields of its own.
func (l *Lezer) Delen(o *strict.Object, r *reflectie.Reflectie) {
	for _, d := range reflectie.Delen()[1:] {
		l.deel(o, r, d)
	}
}

func (l *Lezer) deel(o *strict.Object, r *reflectie.Reflectie, d reflectie.Deel) {
	if d.Rijen == reflectie.Enkel {
		if !slices.ContainsFunc(d.Velden, l.mag) {
			return // it would be an unknown field
		}
		blok := l.Node(o, "", d.Naam).Object(&l.Fouten)
		if blok == nil {
			return
		}
		l.Velden(blok, d, r.Erbij(d), d.Naam)
		blok.Done()
		return
	}
	for i, blok := range l.blokken(o, d) {
		pad := RijPad(d.Naam, i)
		l.Onthoud(pad, blok.Begin())
		rij := r.Erbij(d)
		l.Velden(blok, d, rij, pad)
		l.nummer(blok, d)
		if d.HeeftVragen() {
			l.vragen(blok.Object("antwoorden"), d, rij)
		}
		if l.NaRij != nil {
			l.NaRij(blok, d, rij, pad)
		}
		blok.Done()
	}
	if l.Genummerd {
		l.noem(r, d)
	}
}

func (l *Lezer) mag(v reflectie.Veld) bool { return l.Mag == nil || l.Mag(v) }

// blokken reads a list of blocks, and shows how such a block looks where
// something else stands.
func (l *Lezer) blokken(o *strict.Object, d reflectie.Deel) []*strict.Object {
	var blokken []*strict.Object
	for _, n := range l.Lijst(o, "", d.Naam).List(&l.Fouten) {
		if n.Soort != strict.Blok {
			l.Fouten.Add(n.Plaats, "hier hoort een blok met velden; zet de naam van het veld ervoor, zoals \"- %s: …\"", d.Velden[0].Naam)
			continue
		}
		blokken = append(blokken, n.Object(&l.Fouten))
	}
	return blokken
}

// Lijst returns the value of a field that is a list; nil when it is too long.
func (l *Lezer) Lijst(o *strict.Object, pad, veld string) *strict.Node {
	n := l.Node(o, pad, veld)
	if n != nil && l.TeLang(n) {
		return nil
	}
	return n
}

// TeLang reports whether a list has too many items, and adds the finding.
func (l *Lezer) TeLang(n *strict.Node) bool {
	if len(n.Items) <= MaxRijen {
		return false
	}
	l.Fouten.Add(n.Plaats, "deze lijst heeft %d onderdelen, en weeg leest er hoogstens %d; houd over wat het meest telt", len(n.Items), MaxRijen)
	return true
}

// nummer reads what a row of a file is called by that nothing names.
func (l *Lezer) nummer(o *strict.Object, d reflectie.Deel) {
	if !l.Genummerd {
		return
	}
	naam := ""
	if n := o.Node(nummer); n != nil {
		if nr := n.Int(&l.Fouten); nr < 1 || nr > maxNummer {
			l.Fouten.Add(n.Plaats, "bij %s hoort een getal van 1 tot en met %d", strict.Aanhaling(nummer), maxNummer)
		} else {
			naam = strconv.Itoa(nr)
		}
	}
	if l.Namen == nil {
		l.Namen = reflectie.Rijnamen{}
	}
	l.Namen[d.Naam] = append(l.Namen[d.Naam], naam)
}

// maxNummer is the highest number that a row may have.
const maxNummer = 9999

// noem calls the rows that have no number of their own by what names them.
func (l *Lezer) noem(r *reflectie.Reflectie, d reflectie.Deel) {
	vanzelf := r.Rijnamen(*r, l.Namen)[d.Naam]
	bezet := map[string]int{}
	for i, naam := range l.Namen[d.Naam] {
		if naam == "" {
			naam = vanzelf[i]
			l.Namen[d.Naam][i] = naam
		}
		if eerst, dubbel := bezet[naam]; dubbel {
			l.Fouten.AddAls(strict.FoutDubbel, l.Plaats(RijPad(d.Naam, i)), "%s staat er twee keer; de eerste staat op regel %d. Houd er één, of geef deze een ander %s",
				strict.Aanhaling(naam), l.Plaats(RijPad(d.Naam, eerst)).Regel, strict.Aanhaling(nummer))
			continue
		}
		bezet[naam] = i
	}
}

// Velden reads the fields of one row that may stand here.
func (l *Lezer) Velden(o *strict.Object, d reflectie.Deel, rij reflectie.Rij, pad string) {
	for _, v := range d.Velden {
		if !l.mag(v) {
			continue
		}
		if v.PerWaarde {
			l.perWaarde(o, v, rij, pad)
			continue
		}
		if v.IsNaam && d.Rijen == reflectie.PerDatum && !o.Require(v.Naam) {
			continue // nothing else would tell this time from another
		}
		rij.Zet(v, l.Veld(o, v, pad))
	}
}

// Veld reads one field.
func (l *Lezer) Veld(o *strict.Object, v reflectie.Veld, pad string) reflectie.Antwoord {
	switch v.Aard {
	case reflectie.EenPaar:
		return l.paar(o, Pad(pad, v.Naam), v.Naam)
	case reflectie.Punten:
		var items []string
		for i, w := range l.Lijst(o, pad, v.Naam).Strings(&l.Fouten) {
			l.Onthoud(Pad(pad, v.Naam)+"."+strconv.Itoa(i), w.Plaats)
			items = append(items, w.Tekst)
		}
		return reflectie.Lijst(items...)
	}
	n := l.Node(o, pad, v.Naam)
	if n == nil {
		return reflectie.Antwoord{}
	}
	switch v.Aard {
	case reflectie.EenJaNee, reflectie.EenTeken:
		return l.JaNee(n)
	case reflectie.Versienummer:
		return l.versie(n, v, pad)
	case reflectie.EenDatum:
		return l.Datum(n, Pad(pad, v.Naam))
	}
	tekst := reflectie.Normaal(n.Text(&l.Fouten))
	switch v.Aard {
	case reflectie.EenKeuze:
		if tekst != "" && !strict.Check(&l.Fouten, n.Plaats, tekst, v.Keuzes) {
			l.Meld(Pad(pad, v.Naam))
			return reflectie.Antwoord{}
		}
	case reflectie.EenLijn:
		l.eenLijn(n, v.Naam, tekst)
	case reflectie.EenRol:
		l.eenLijn(n, v.Naam, tekst)
		l.rol(n, tekst)
	}
	return reflectie.Tekst(tekst)
}

// eenLijn remarks on words that read best on one line. More lines are kept.
func (l *Lezer) eenLijn(n *strict.Node, veld, tekst string) {
	if strings.Contains(tekst, "\n") {
		l.Opmerkingen.Add(n.Plaats, "%s staat op meer dan één regel; korter leest het prettiger. Het mag ook zo blijven", strict.Aanhaling(veld))
	}
}

// rol asks when free words look like a slip of the pen.
func (l *Lezer) rol(n *strict.Node, woord string) {
	if l.Rol == nil || woord == "" || woord == reflectie.Ik {
		return
	}
	if lijkt := l.Rol(woord); lijkt != "" {
		l.Opmerkingen.Add(n.Plaats, "de casus kent de rol %s; bedoelt u die? Eigen woorden mogen ook", strict.Aanhaling(lijkt))
	}
}

func (l *Lezer) versie(n *strict.Node, v reflectie.Veld, pad string) reflectie.Antwoord {
	vooraf := l.Fouten.Len()
	getal := n.Int(&l.Fouten)
	if getal < 1 && l.Fouten.Len() == vooraf {
		l.Fout(Pad(pad, v.Naam), n.Plaats, "bij %s hoort een getal vanaf 1; laat het weg als u het niet weet", strict.Aanhaling(v.Naam))
	}
	return reflectie.Tekst(strconv.Itoa(getal))
}

// JaNee reads yes or no.
func (l *Lezer) JaNee(n *strict.Node) reflectie.Antwoord {
	ja, gegeven := n.Bool(&l.Fouten)
	if !gegeven {
		return reflectie.Antwoord{}
	}
	return reflectie.JaNee(ja)
}

// Datum reads a day.
func (l *Lezer) Datum(n *strict.Node, pad string) reflectie.Antwoord {
	tekst := reflectie.Normaal(n.Text(&l.Fouten))
	if tekst == "" {
		return reflectie.Antwoord{}
	}
	d, err := reflectie.LeesDatum(tekst)
	if err != nil {
		l.Fout(pad, n.Plaats, "dit is geen datum; schrijf jaar-maand-dag, zoals 2026-11-21")
		return reflectie.Antwoord{}
	}
	return reflectie.Tekst(d.String())
}

// paar reads two waarden.
func (l *Lezer) paar(o *strict.Object, pad, veld string) reflectie.Antwoord {
	if !o.Require(veld) {
		l.Meld(pad)
		return reflectie.Antwoord{}
	}
	l.Onthoud(pad, o.Plaats(veld))
	vooraf := l.Fouten.Len()
	woorden := o.Strings(veld)
	if l.Fouten.Len() == vooraf && len(woorden) != 2 {
		l.Fouten.Add(o.Plaats(veld), "bij %s horen twee waarden; schrijf bijvoorbeeld [openheid, privacy]", strict.Aanhaling(veld))
	}
	for i, w := range woorden {
		l.Onthoud(Pad(pad, strconv.Itoa(i)), w.Plaats)
		if !reflectie.IsID(reflectie.Normaal(w.Tekst)) && l.Fouten.Len() == vooraf {
			l.Fouten.Add(w.Plaats, "dit is geen id van een waarde; gebruik kleine letters, cijfers en streepjes")
		}
	}
	if l.Fouten.Len() > vooraf {
		l.Meld(pad)
		return reflectie.Antwoord{}
	}
	return reflectie.Tekst(reflectie.Paar{reflectie.Normaal(woorden[0].Tekst), reflectie.Normaal(woorden[1].Tekst)}.String())
}

// perWaarde reads a block with a text for each of the two of a pair.
func (l *Lezer) perWaarde(o *strict.Object, v reflectie.Veld, rij reflectie.Rij, pad string) {
	pad = Pad(pad, v.Naam)
	blok := o.Object(v.Naam)
	for _, veld := range blok.Velden() {
		l.Onthoud(Pad(pad, veld.Naam), veld.Plaats)
		rij.ZetVoor(v, veld.Naam, reflectie.Tekst(veld.Waarde.Text(&l.Fouten)))
	}
}

// vragen reads the answers to open questions in a row.
func (l *Lezer) vragen(o *strict.Object, d reflectie.Deel, rij reflectie.Rij) {
	if l.Vragen != nil {
		l.Vragen(o, d, rij)
		return
	}
	for _, veld := range o.Velden() {
		rij.ZetVraag(d, veld.Naam, l.OpVorm(veld.Waarde))
	}
}

// OpVorm reads an answer to a question that is not known, by its form alone.
func (l *Lezer) OpVorm(n *strict.Node) reflectie.Antwoord {
	switch {
	case n.Soort == strict.Lijst:
		var items []string
		for _, woord := range n.Strings(&l.Fouten) {
			items = append(items, woord.Tekst)
		}
		return reflectie.Lijst(items...)
	case n.Soort == strict.Scalar && !n.Vast && (n.Tekst == "true" || n.Tekst == "false"):
		return reflectie.JaNee(n.Tekst == "true")
	}
	return reflectie.Tekst(n.Text(&l.Fouten))
}

// Check adds what the rules of the data say, at the place that it is about.
func (l *Lezer) Check(r reflectie.Reflectie, inCatalogus func(id string) bool) {
	for _, fout := range r.Check(inCatalogus) {
		if !l.IsGemeld(fout.Pad) {
			l.Fouten.Add(l.Plaats(fout.Pad), "%s", fout.Tekst)
		}
	}
}

// IsGemeld reports whether the value at pad, or one around it, has a finding already.
func (l *Lezer) IsGemeld(pad string) bool {
	for ; pad != ""; pad = ouder(pad) {
		if l.gemeld[pad] {
			return true
		}
	}
	return false
}

// Plaats returns the place of the value at pad, or else of the nearest around it.
func (l *Lezer) Plaats(pad string) strict.Plaats {
	for {
		if p, ok := l.plaatsen[pad]; ok || pad == "" {
			return p
		}
		pad = ouder(pad)
	}
}

func ouder(pad string) string { return pad[:max(strings.LastIndexByte(pad, '.'), 0)] }
