package keuring

import (
	"iter"
	"strings"

	"ambt.example/weeg/internal/strict"
)

// A tak is a part of a YAML file; nil where that has none.
type tak struct{ *strict.Node }

// veld is the value of a field.
func (t tak) veld(naam string) tak {
	if t.Node != nil {
		for _, v := range t.Velden {
			if v.Naam == naam {
				return tak{v.Waarde}
			}
		}
	}
	return tak{}
}

// items are those of a list.
func (t tak) items() []*strict.Node {
	if t.Node == nil {
		return nil
	}
	return t.Items
}

// met is the block of a list of which a field has this text.
func (t tak) met(naam, tekst string) tak {
	for _, n := range t.items() {
		if v := (tak{n}).veld(naam); v.Node != nil && v.Tekst == tekst {
			return tak{n}
		}
	}
	return tak{}
}

// isProza reports whether people read what stands in a field as sentences.
func isProza(veld string) bool {
	switch veld {
	case "kern", "situatie", "moment", "uitleg", "hier", "vraag", "toelichting", "bedoeling", "omschrijving", "keerzijde":
		return true
	}
	return false
}

// proza yields the texts below a part that people read as sentences.
func (t tak) proza() iter.Seq[*strict.Node] {
	return func(yield func(*strict.Node) bool) { t.loop("", yield) }
}

func (t tak) loop(naam string, yield func(*strict.Node) bool) bool {
	if t.Soort == strict.Scalar {
		return !isProza(naam) || yield(t.Node)
	}
	for _, n := range t.Items {
		if !(tak{n}).loop(naam, yield) {
			return false
		}
	}
	for _, v := range t.Velden {
		if v.Naam != "als" && !(tak{v.Waarde}).loop(v.Naam, yield) { // there a vraag is a key
			return false
		}
	}
	return true
}

// in is the place of what stands in a text, in bytes from its begin.
func (b *bestand) in(n *strict.Node, plek int) strict.Plaats {
	p := n.Plaats
	lijn := []rune(b.lijnen()[p.Regel-1])
	if p.Kolom > len(lijn) || lijn[p.Kolom-1] != '|' {
		return p
	}
	regel := p.Regel + strings.Count(n.Tekst[:plek], "\n") + 1
	kolom := len([]rune(n.Tekst[strings.LastIndexByte(n.Tekst[:plek], '\n')+1 : plek]))
	return b.plaats(regel, kolom+inspringing(b.lijnen()[min(regel, len(b.lijnen()))-1])+1)
}
