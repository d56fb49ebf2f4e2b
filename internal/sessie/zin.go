package sessie

import (
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A plek is where in the data a question stands: in which row of which part, and
// what is filled in there for {waarde} and the like.
type plek struct {
	deel  string
	rij   string
	wie   string         // what names the row, where nobody is asked
	paar  reflectie.Paar // of a row of two waarden: the order in which they were named
	namen map[string]string
}

// sleutel is the key of a field there.
func (p plek) sleutel(veld string) string {
	if p.rij == "" {
		return reflectie.Sleutel(p.deel, veld)
	}
	return reflectie.Sleutel(p.deel, p.rij, veld)
}

// met is a copy of the place with more words to fill in.
func (p plek) met(meer map[string]string) plek {
	namen := kopie(p.namen)
	maps.Copy(namen, meer)
	p.namen = namen
	return p
}

// vul fills in what stands between { and }, in a form that reads inside a
// sentence, and with a capital where it begins one.
func (o *opbouw) vul(tekst string, p plek) string {
	if !strings.Contains(tekst, "{") {
		return tekst
	}
	var b strings.Builder
	for {
		voor, rest, ok := strings.Cut(tekst, "{")
		b.WriteString(voor)
		if !ok {
			return b.String()
		}
		woord, na, _ := strings.Cut(rest, "}")
		naam := o.ingevuld(woord, p)
		if isZinsbegin(b.String()) {
			naam = casus.MetHoofdletter(naam)
		}
		b.WriteString(naam)
		tekst = na
	}
}

// ingevuld is what stands for a word between { and }: what it is called here, or
// what it is called on paper, where nothing is known yet.
func (o *opbouw) ingevuld(woord string, p plek) string {
	if naam := p.namen[woord]; naam != "" {
		return naam
	}
	switch woord {
	case "rol":
		if rol := o.tekst(reflectie.SleutelRol); rol != "" {
			return o.wie(rol)
		}
	case "regel":
		if r, vanCasus, ok := o.regel(); ok {
			return regelInZin(r.Regel, vanCasus)
		}
	case "a":
		woord = "waarde"
	case "b":
		woord = "ander"
	case "woorden", "dag":
		return "…" // only a choice that was made has them
	}
	return o.woord("papier-" + woord)
}

func isZinsbegin(voor string) bool {
	voor = strings.TrimRight(voor, " “‘\"")
	return voor == "" || strings.ContainsAny(voor[len(voor)-1:], ".?!")
}

// zinsdeel writes a sentence as part of another: without its capital, unless its
// first word has more of them, and without its full stop.
func zinsdeel(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), ".")
	eerste, _, _ := strings.Cut(s, " ")
	return casus.InZin(eerste) + s[len(eerste):]
}

// regelInZin writes a rule as part of a sentence. What somebody called it in their
// own words is set apart: a reader would take it for what the writer is going to do.
func regelInZin(regel string, vanCasus bool) string {
	if vanCasus {
		return zinsdeel(regel)
	}
	return casus.Aanhaling(zinsdeel(regel))
}

// zin is what the choice that was made says, as a sentence; "" of a text.
func (o *opbouw) zin(v casus.Vraag, vraag Vraag, p plek) string {
	a := vraag.Antwoord
	if a.IsZero() {
		a = o.stand.Antwoorden[vraag.Sleutel]
	}
	vraag.Antwoord, vraag.opties = a, o.bron.naam
	if a.IsZero() || !kiest(vraag) {
		return ""
	}
	zin := v.Zin
	for _, optie := range v.Opties {
		if slices.Contains(a.Woorden(), optie.ID) && optie.Zin != "" {
			zin = optie.Zin
		}
	}
	_, vanCasus, ok := o.regel()
	if !ok && strings.Contains(zin, "{regel}") {
		zin = vraag.Weergave() + "." // which rule, nobody said
	}
	if zin == "" {
		return ""
	}
	var namen []string
	for _, woord := range strings.Split(vraag.Weergave(), "\n") {
		naam := zinsdeel(woord)
		switch {
		case vraag.Functie == casus.FunctieRegel:
			naam = regelInZin(woord, vanCasus)
		case o.isWaardekeuze(vraag):
			naam = casus.WaardeInZin(naam)
		}
		namen = append(namen, naam)
	}
	woorden := casus.Samen(namen)
	meer := map[string]string{"woorden": woorden, "dag": vraag.Weergave()}
	if o.isWaardekeuze(vraag) {
		meer["waarde"] = woorden
		if p.paar.Heeft(a.Tekst()) {
			meer["ander"] = o.inZin(p.paar.Ander(a.Tekst()))
		}
	}
	return o.vul(zin, p.met(meer))
}

// kiest reports whether the answer to a question is a choice, a day or a name,
// and no text; which waarden were chosen, the waardenetwerk says.
func kiest(v Vraag) bool {
	return v.Soort != casus.Tekst && v.Soort != casus.Lijst && v.Soort != casus.Waardenkeuze
}

// isWaardekeuze reports whether the answer to a question is a waarde.
func (o *opbouw) isWaardekeuze(v Vraag) bool {
	p, ok := reflectie.Ontleed(v.Sleutel)
	return ok && (p.Veld.Aard == reflectie.EenWaarde || p.Veld.Aard == reflectie.Voorrang) || v.Sleutel == SleutelOneens
}
