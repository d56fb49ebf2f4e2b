package markdown

import (
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// EncodePrive writes the answers to private questions as a file of its own, or
// returns nil when there are none. A choice stands in it by its id.
func EncodePrive(stand sessie.Stand) []byte {
	if len(stand.Prive()) == 0 {
		return nil
	}
	var b strings.Builder
	titel := ""
	vragen, vervallen := stand.Expand()
	for _, v := range append(vragen, vervallen...) {
		if !v.Prive || v.Antwoord.IsZero() {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("# Privé bij " + plat(stand.Titel()) + "\n\nDit staat alleen op deze computer.\n")
		}
		if v.Titel != titel {
			titel = v.Titel
			b.WriteString("\n## " + plat(titel) + "\n")
		}
		deel := blok{kop: kopregel(v.Vraag, v.Sleutel), naam: v.Sleutel,
			inhoud: citaat(strings.Join(v.Antwoord.Woorden(), "\n"))}
		b.WriteString("\n" + deel.String())
	}
	if b.Len() == 0 {
		return nil
	}
	return []byte(b.String())
}

// ParsePrive reads what EncodePrive writes; def says of each question which
// shape its answer has. An error is strict.Bevindingen.
func ParsePrive(bestand string, data []byte, def casus.Definitie) (reflectie.Antwoorden, error) {
	var f strict.Fouten
	lijf := leesLijf(&f, bestand, splits(data, 0), 0)
	if err := f.Err(); err != nil {
		return nil, err
	}
	soorten := newPlaatsing(def).soorten
	for sleutel, a := range lijf.antwoorden {
		switch soorten[sleutel] {
		case casus.JaNee:
			lijf.antwoorden[sleutel] = reflectie.JaNee(a.Tekst() == "ja")
		case casus.Meerkeuze:
			lijf.antwoorden[sleutel] = reflectie.Lijst(strings.Split(a.Tekst(), "\n")...)
		}
	}
	return lijf.antwoorden, nil
}

// Herstel undoes, in a line of an answer, what Encode escaped in it.
func Herstel(regel string) string { return herstel(regel) }
