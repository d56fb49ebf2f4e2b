package sessie

import (
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A voor is how it stood when the person came to a question and had not done anything there.
// Once they are at another, what fitted then and does not now is told to them.
type voor struct {
	plaats    string          // key of the question
	vervallen map[string]bool // by key
	vragen    []Vraag
}

// letOp looks how it stands before the person does something. What is done once more at the
// same question is one change.
func (s *Sessie) letOp() {
	if s.voor != nil && s.voor.plaats == s.stand.Plaats {
		return
	}
	s.expand()
	s.voor = &voor{plaats: s.stand.Plaats, vervallen: map[string]bool{}, vragen: s.vragen}
	for _, v := range s.vervallen {
		s.voor.vervallen[v.Sleutel] = true
	}
}

// watVervalt tells which answers no longer fit since what the person did last; "" of none,
// and while they are still there.
func (s *Sessie) watVervalt() string {
	if s.voor == nil || s.voor.plaats == s.stand.Plaats {
		return ""
	}
	vervallen := genoemd(slices.DeleteFunc(s.Vervallen(), func(v Vraag) bool { return v.Prive || s.voor.vervallen[v.Sleutel] }))
	if len(vervallen) == 0 {
		return ""
	}
	vragen := casus.Elk(vervallen, func(v Vraag) string {
		if toen, ok := casus.Zoek(s.voor.vragen, func(w Vraag) bool { return w.Sleutel == v.Sleutel }); ok {
			v = toen // which has the words that they saw
		}
		return casus.Aanhaling(v.Vraag)
	})
	const noemt = 2 // of more, the end has all
	wat := strings.Join(vragen[:min(noemt, len(vragen))], ", ")
	if n := len(vragen) - noemt; n > 0 {
		wat += fmt.Sprintf(" en nog %d", n)
	}
	if !strings.HasSuffix(wat, "?”") {
		wat += "."
	}
	woorden := s.stand.Definitie.Woord("vervalt")
	return woorden.Kop + " " + wat + " " + woorden.Toelichting
}

// Genoemd are the vervallen answers that are told to the person.
func (s *Sessie) Genoemd() []Vraag { return genoemd(s.Vervallen()) }

// genoemd are the vervallen answers that are told to the person. How a pair relates is not
// among them where others are of that pair.
func genoemd(vervallen []Vraag) []Vraag {
	return slices.DeleteFunc(slices.Clone(vervallen), func(v Vraag) bool {
		return isSoort(v.Sleutel) && slices.ContainsFunc(vervallen, func(w Vraag) bool {
			return rijVan(v.Sleutel) == rijVan(w.Sleutel) && v.Sleutel != w.Sleutel
		})
	})
}

// isSoort reports whether an answer says how a pair relates.
func isSoort(sleutel string) bool {
	p, ok := reflectie.Ontleed(sleutel)
	return ok && p.VanVeld(reflectie.SleutelVerbanden, "soort")
}

// rijVan is the row of an answer.
func rijVan(sleutel string) string {
	p, _ := reflectie.Ontleed(sleutel)
	return p.Rij
}

// opgesomd lists answers, each with its question.
func opgesomd(vragen []Vraag) string {
	return strings.Join(casus.Elk(vragen, func(v Vraag) string {
		if isSoort(v.Sleutel) {
			return "- " + v.Vraag // which has no words of the person
		}
		return "- " + v.Vraag + " " + casus.Aanhaling(v.EenLijn())
	}), "\n")
}
