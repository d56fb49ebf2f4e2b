package rapport

import (
	"slices"
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"

	"ambt.example/weeg/internal/zetwerk"
)

// minKolom is the least that a column of a table needs to be read.
const minKolom = 6

// tabel sets a table with its columns side by side; where they would get too
// narrow for that, each cell below its heading.
func (z *zetter) tabel(t *extast.Table, m marge) {
	var rijen [][]alinea
	for rij := t.FirstChild(); rij != nil; rij = rij.NextSibling() {
		var cellen []alinea
		for cel := rij.FirstChild(); cel != nil; cel = cel.NextSibling() {
			s := stijl(0)
			if _, isKop := rij.(*extast.TableHeader); isKop {
				s = vet
			}
			cellen = append(cellen, z.zin(cel, s))
		}
		rijen = append(rijen, cellen)
	}
	if breedtes := kolombreedtes(rijen, z.vorm.Breedte-kolommen(m.rest)); breedtes != nil {
		z.naastElkaar(rijen, breedtes, m)
		return
	}
	z.onderElkaar(rijen, m)
}

// tussenKolommen stands between two cells.
const tussenKolommen = "  "

// kolombreedtes shares breedte out over the columns: each what it needs, and the
// widest ones less, until all fit. It returns nil when they cannot.
func kolombreedtes(rijen [][]alinea, breedte int) []int {
	var nodig []int
	for _, rij := range rijen {
		for i, cel := range rij {
			if i == len(nodig) {
				nodig = append(nodig, 1)
			}
			nodig[i] = max(nodig[i], zetwerk.Breedte(cel.String()))
		}
	}
	over := breedte - len(tussenKolommen)*(len(nodig)-1)
	for grens := max(slices.Max(nodig), minKolom); grens >= minKolom; grens-- {
		som := 0
		for _, n := range nodig {
			som += min(n, grens)
		}
		if som <= over {
			for i := range nodig {
				nodig[i] = min(nodig[i], grens)
			}
			return nodig
		}
		grens = min(grens, over+1) // a wider column than all there is cannot be
	}
	return nil
}

func (z *zetter) naastElkaar(rijen [][]alinea, breedtes []int, m marge) {
	for i, rij := range rijen {
		var cellen [][]string
		hoog := 1
		for j, cel := range rij {
			cellen = append(cellen, cel.regels(breedtes[j], z.vorm.Opmaak))
			hoog = max(hoog, len(cellen[j]))
		}
		for k := range hoog {
			regel := m.eerst
			for j, cel := range cellen {
				tekst := ""
				if k < len(cel) {
					tekst = cel[k]
				}
				regel += tekst + strings.Repeat(" ", max(0, breedtes[j]-kolommen(tekst))) + tussenKolommen
			}
			z.regels = append(z.regels, strings.TrimRight(regel, " "))
			m = m.na()
		}
		if i == 0 {
			z.streepOnder(breedtes, m)
		}
	}
}

// streepOnder draws a line below the headings.
func (z *zetter) streepOnder(breedtes []int, m marge) {
	var delen []string
	for _, b := range breedtes {
		delen = append(delen, strings.Repeat(z.streep(2), b))
	}
	z.regels = append(z.regels, m.rest+strings.Join(delen, tussenKolommen))
}

// onderElkaar sets each row as a list: the heading of a column, and the cell.
func (z *zetter) onderElkaar(rijen [][]alinea, m marge) {
	koppen := rijen[0]
	if len(rijen) == 1 {
		rijen = [][]alinea{nil, koppen}
		koppen = nil
	}
	for i, rij := range rijen[1:] {
		if i > 0 {
			z.regels = append(z.regels, strings.TrimRight(m.rest, " "))
		}
		for j, cel := range rij {
			var a alinea
			if j < len(koppen) && len(koppen[j].letters) > 0 {
				a = a.en(koppen[j]).met(": ", vet)
			}
			z.schrijf(m, a.en(cel))
			m = m.na()
		}
	}
}
