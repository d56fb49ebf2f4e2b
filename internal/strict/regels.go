package strict

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A regelTabel translates places of the YAML library, which also ends a line at
// U+0085, U+2028 and U+2029, to those that an editor shows. It is nil when both
// are the same.
type regelTabel []regelBegin

type regelBegin struct{ regel, kolom int } // where a line of the library begins, from 1

func telRegels(data []byte) regelTabel {
	const ookEinden = "\u0085\u2028\u2029"
	if !strings.ContainsFunc(ookEinden, func(r rune) bool { return bytes.ContainsRune(data, r) }) {
		return nil
	}
	var tabel regelTabel
	for i, regel := range regels(data) {
		tabel = append(tabel, regelBegin{i + 1, 1})
		for j, r := range []rune(regel) {
			if strings.ContainsRune(ookEinden, r) {
				tabel = append(tabel, regelBegin{i + 1, j + 2})
			}
		}
	}
	return tabel
}

func (t regelTabel) plaats(regel, kolom int) (int, int) {
	regel, kolom = max(regel, 1), max(kolom, 1)
	if t == nil {
		return regel, kolom
	}
	begin := t[min(regel, len(t))-1]
	return begin.regel, begin.kolom + kolom - 1
}

// Lijnen splits data into lines as an editor does, without their line ends and a byte order
// mark.
func Lijnen(data []byte) []string { return regels(bytes.TrimPrefix(data, []byte("\ufeff"))) }

// regels splits data into lines as an editor does, without their line ends.
func regels(data []byte) []string {
	tekst := strings.ReplaceAll(string(data), "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(tekst, "\r", "\n"), "\n")
}

// kolom returns the column of the byte at offset i of a line, from 1.
func kolom(regel string, i int) int { return utf8.RuneCountInString(regel[:i]) + 1 }
