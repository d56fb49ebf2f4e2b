package strict

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// isJSON reports whether data is a JSON object. YAML would misread some: it
// takes \ud83d\ude00 for two characters, and refuses tabs between tokens.
func isJSON(data []byte) bool {
	begin := bytes.TrimLeft(data, " \t\r\n")
	return len(begin) > 0 && begin[0] == '{' && json.Valid(data)
}

// parseJSON makes a node of data, which is valid JSON.
func parseJSON(f *Fouten, bestand string, data []byte) *Node {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	l := jsonLezer{f: f, bestand: bestand, data: data, dec: dec, regel: 1, kolom: 1}
	return l.value("", 1)
}

// A jsonLezer builds nodes from tokens, and counts lines and columns on the way.
type jsonLezer struct {
	f            *Fouten
	bestand      string
	data         []byte
	dec          *json.Decoder
	offset       int // up to where regel and kolom are counted
	regel, kolom int
}

// next returns the next token and its place.
func (l *jsonLezer) next() (json.Token, Plaats) {
	rest := bytes.TrimLeft(l.data[l.dec.InputOffset():], " \t\r\n:,")
	l.advance(len(l.data) - len(rest))
	token, _ := l.dec.Token() // data is valid JSON
	return token, Plaats{l.bestand, l.regel, l.kolom}
}

// advance counts lines and columns up to offset tot.
func (l *jsonLezer) advance(tot int) {
	stukken := regels(l.data[l.offset:tot])
	nieuw := len(stukken) - 1
	if nieuw > 0 {
		l.regel, l.kolom = l.regel+nieuw, 1
	}
	l.kolom += utf8.RuneCountInString(stukken[nieuw])
	l.offset = tot
}

func (l *jsonLezer) value(naam string, diepte int) *Node {
	token, plaats := l.next()
	n := &Node{Plaats: plaats, naam: naam, json: true}
	switch token := token.(type) {
	case string:
		n.Soort, n.Tekst, n.Vast = Scalar, token, true
	case json.Number:
		n.Soort, n.Tekst = Scalar, token.String()
	case bool:
		n.Soort, n.Tekst = Scalar, strconv.FormatBool(token)
	case json.Delim:
		switch {
		case diepte > maxDiepte:
			l.f.Add(plaats, "%s", teDiep())
			l.skip()
		case token == '[':
			n.Soort = Lijst
			for l.dec.More() {
				n.Items = append(n.Items, l.value(naam, diepte+1))
			}
			l.next()
		default:
			n.Soort = Blok
			l.velden(n, diepte)
			l.next()
		}
	}
	return n
}

func (l *jsonLezer) velden(n *Node, diepte int) {
	gezien := map[string]int{}
	for l.dec.More() {
		token, plaats := l.next()
		naam, _ := token.(string)
		waarde := l.value(naam, diepte+1)
		if !dubbel(l.f, gezien, naam, plaats) {
			n.Velden = append(n.Velden, Veld{naam, plaats, waarde})
		}
	}
}

// skip passes over the rest of a list or block of which the opening was read.
func (l *jsonLezer) skip() {
	for open := 1; open > 0; {
		token, err := l.dec.Token()
		if err != nil {
			return
		}
		switch token {
		case json.Delim('['), json.Delim('{'):
			open++
		case json.Delim(']'), json.Delim('}'):
			open--
		}
	}
}
