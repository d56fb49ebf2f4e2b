// Package markdown is the file of a reflectie, both ways: Encode writes it,
// Parse reads it, and Document.Rewrite changes in it only what the tool owns.
//
// The front matter holds the short, structured part, the body the prose; what
// stands in the body between begin and eind markers is derived from them, is
// ignored when read and is made anew when written.
//
// It works on bytes alone: no files, no clock, no terminal. It never writes the
// heading of a private question, and never shows an answer in a finding.
package markdown

import (
	"maps"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// Meta is what the front matter holds besides the reflectie.
type Meta struct {
	ID        string // of the reflectie; its file name without .md
	Casushash string // Definitie.Hash of the definition that it was written with
}

// A Document is a reflectie and the bytes that it was read from.
type Document struct {
	Meta
	Reflectie reflectie.Reflectie  // in normal form
	Vervallen reflectie.Antwoorden // answers with no place in a Reflectie

	bestand string
	data    []byte
	kop     kopdeel
	lijf    lijf
	plat    reflectie.Antwoorden // every answer as it was read, by the row numbers of the file
	rijen   map[string][]int     // the row numbers that hold an answer
	elders  map[string]plek      // answers that may stand elsewhere than Encode puts them
}

// Encode writes a reflectie as a file. vervallen are answers with no place in a
// Reflectie: the rest of reflectie.Collect. Answers to private questions are
// left out, whoever passes them.
func Encode(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden) []byte {
	s := newStuk(def, m, r, vervallen, nil)
	var b []byte
	b = append(b, grens+"\n"+uitnodiging+"\n"...)
	for _, v := range s.kopvelden() {
		b = append(b, v.tekst+"\n"...)
	}
	b = append(b, grens+"\n\n"...)
	return append(b, s.pagina().String()...)
}

// grens is the line before and after the front matter.
const grens = "---"

// uitnodiging tells who edits the file where to.
const uitnodiging = "# Keuzes wijzigt u hier. Teksten wijzigt u hieronder, in de citaten."

// A stuk is one reflectie, ready to be written: its answers by key, and where
// each of them stands.
type stuk struct {
	def  casus.Definitie
	meta Meta
	kop  reflectie.Reflectie  // what stands at the top and nobody is asked
	alle reflectie.Antwoorden // vervallen answers included, private ones not
	plek plaatsing
	over extra

	terug [][]sessie.Vraag // per time that the person looked back, what was answered
}

// newStuk takes a reflectie apart. For one that replaces what d holds, answers
// keep the places and row numbers that they have there.
func newStuk(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden, d *Document) *stuk {
	r = r.Normaal()
	s := &stuk{def: def, meta: m, kop: r, alle: reflectie.Flatten(r), plek: newPlaatsing(def),
		terug: terugblikvragen(def, r)}
	if d != nil {
		s.alle = hernummer(s.alle, d.rijen)
		s.plek.elders = d.elders
		s.over = d.kop.over
	}
	for sleutel, antwoord := range vervallen {
		if _, ok := s.alle[sleutel]; !ok && !antwoord.IsZero() {
			s.alle[sleutel] = antwoord
		}
	}
	maps.DeleteFunc(s.alle, func(sleutel string, _ reflectie.Antwoord) bool {
		return s.plek.prive[sleutel] && !d.heeft(sleutel)
	})
	return s
}

// heeft reports whether the file that d was read from holds an answer already.
func (d *Document) heeft(sleutel string) bool {
	if d == nil {
		return false
	}
	_, ok := d.plat[sleutel]
	return ok
}
