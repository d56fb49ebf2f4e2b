package netwerk

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/zetwerk"
)

// anders stands in the matrix where not everybody saw the same.
const anders = "≠"

// minNaam is the least that a name gets before the signs.
const minNaam = 14

// Matrix returns the waardenetwerk as a matrix of signs no wider than breedte,
// with the signs that it holds in words below it. Where not all waarden fit side
// by side, it is in pieces below each other. Without waarden it has no lines.
func (n Netwerk) Matrix(breedte int) []string {
	m := matrix{Netwerk: n, tekens: map[string]string{}, cijfers: len(strconv.Itoa(len(n.Waarden)))}
	for _, v := range n.Verbanden {
		m.tekens[v.Tussen.Sleutel()] = v.teken()
	}
	m.kolom = max(3, m.cijfers+1)
	langst, woord := 0, 0 // the longest name, and the longest word in one
	for _, w := range n.Waarden {
		naam := zetwerk.VeiligRegel(casus.MetHoofdletter(w.Naam))
		langst = max(langst, zetwerk.Breedte(naam))
		for deel := range strings.FieldsSeq(naam) {
			woord = max(woord, zetwerk.Breedte(deel))
		}
	}
	over := breedte - m.cijfers - 1
	m.naam = max(minNaam, min(woord, breedte/2), min(langst, over-m.kolom*len(n.Waarden)))
	m.naam = max(1, min(m.naam, over-m.kolom))
	perDeel := max(1, (over-m.naam)/m.kolom)
	var regels []string
	for van := 0; van < len(n.Waarden); van += perDeel {
		if van > 0 {
			regels = append(regels, "")
		}
		regels = append(regels, m.deel(van, min(van+perDeel, len(n.Waarden)))...)
	}
	if len(n.Verbanden) == 0 {
		return regels
	}
	return append(append(regels, ""), m.legenda(breedte)...)
}

// A matrix is one in the making.
type matrix struct {
	Netwerk
	tekens  map[string]string // by the key of the pair
	cijfers int               // of the highest number
	naam    int               // columns for a name
	kolom   int               // columns for a sign, with the space before it
}

// teken is the sign of a verband as a whole.
func (v Verband) teken() string {
	switch gezegd := v.gezegd(); len(gezegd) {
	case 0:
		return soortVan("").teken
	case 1:
		return soortVan(gezegd[0].Soort).teken
	}
	return anders
}

// deel draws the columns of the waarden from van to tot: their numbers, and then
// a row for each waarde.
func (m matrix) deel(van, tot int) []string {
	kop := strings.Repeat(" ", m.cijfers+1+m.naam)
	for i := van; i < tot; i++ {
		kop += fmt.Sprintf("%*d", m.kolom, i+1)
	}
	regels := []string{kop}
	for i, w := range m.Waarden {
		naam := zetwerk.Afbreken(zetwerk.VeiligRegel(casus.MetHoofdletter(w.Naam)), m.naam)
		for j, stuk := range naam {
			voor := strings.Repeat(" ", m.cijfers+1)
			if j == 0 {
				voor = fmt.Sprintf("%*d ", m.cijfers, i+1)
			}
			regels = append(regels, voor+stuk)
		}
		laatste := &regels[len(regels)-1]
		*laatste += strings.Repeat(" ", max(0, m.cijfers+1+m.naam-zetwerk.Breedte(*laatste)))
		for j := van; j < tot; j++ {
			*laatste += strings.Repeat(" ", m.kolom-1) + m.cel(i, j)
		}
		*laatste = strings.TrimRight(*laatste, " ")
	}
	return regels
}

// cel is the sign where row i and column j meet.
func (m matrix) cel(i, j int) string {
	if i == j {
		return "·"
	}
	paar := reflectie.Paar{m.Waarden[i].ID, m.Waarden[j].ID}
	return cmp.Or(m.tekens[paar.Sleutel()], " ")
}

// legenda says in words what the signs mean that stand in the matrix.
func (m matrix) legenda(breedte int) []string {
	woord := map[string]string{anders: "niet iedereen ziet hetzelfde; wie wat ziet, staat hieronder"}
	for _, id := range soorten() {
		s := soortVan(id)
		woord[s.teken] = s.woorden
	}
	var tekens []string
	for _, v := range m.Verbanden {
		if t := v.teken(); !slices.Contains(tekens, t) {
			tekens = append(tekens, t)
		}
	}
	var regels []string
	for _, t := range tekens {
		regels = append(regels, zetwerk.Alinea(woord[t], breedte, t+"  ", "   ")...)
	}
	regels = append(regels, zetwerk.Alinea("dezelfde waarde", breedte, "·  ", "   ")...)
	return append(regels, zetwerk.Alinea("geen teken: over dit paar staat er niets", breedte, "", "")...)
}
