package strict

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// checkBytes adds a finding when data is too much, empty or not UTF-8, and
// returns it without a byte order mark.
func checkBytes(f *Fouten, bestand string, data []byte, max int) []byte {
	heel := Plaats{Bestand: bestand}
	if max > 0 && len(data) > max {
		f.Add(heel, "%s", teGroot(int64(len(data)), max))
		return nil
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) || lijktUTF16(data) {
		f.Add(Plaats{bestand, 1, 1}, "dit bestand is bewaard als UTF-16; bewaar het bestand als UTF-8")
		return nil
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		f.Add(plaatsVan(bestand, data, i), "dit is geen tekstbestand; kies een ander bestand, of bewaar het bestand als UTF-8")
		return nil
	}
	if i := Ongeldig(data); i >= 0 {
		f.Add(plaatsVan(bestand, data, i), "hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8")
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(bytes.TrimSpace(data)) == 0 {
		f.Add(Plaats{bestand, 1, 1}, "dit bestand is leeg; vul het in, of kies een ander bestand")
	}
	return data
}

// teGroot says that there is too much to read, in megabytes with one decimal.
func teGroot(bytes int64, max int) string {
	return fmt.Sprintf("dit bestand is te groot (%s); weeg leest hoogstens %s", megabytes(bytes), megabytes(int64(max)))
}

func megabytes(n int64) string {
	const mb = 1 << 20
	if n < mb/10 {
		return fmt.Sprintf("%d bytes", n)
	}
	// Rounded up, so that what is just too large does not look allowed.
	tienden := (n*10 + mb - 1) / mb
	if tienden%10 == 0 {
		return fmt.Sprintf("%d MB", tienden/10)
	}
	return fmt.Sprintf("%d,%d MB", tienden/10, tienden%10)
}

// lijktUTF16 reports whether data without a byte order mark has the zero bytes
// of UTF-16: in every pair at the start one of the two, always on the same side.
func lijktUTF16(data []byte) bool {
	begin := data[:min(len(data), 16)]
	if len(begin) < 2 || len(data)%2 != 0 {
		return false
	}
	even, oneven := 0, 0
	for i := 0; i+1 < len(begin); i += 2 {
		if begin[i] == 0 {
			even++
		}
		if begin[i+1] == 0 {
			oneven++
		}
	}
	paren := len(begin) / 2
	return even == paren && oneven == 0 || oneven == paren && even == 0
}

// Ongeldig returns the offset of the first byte that is not UTF-8, or -1.
func Ongeldig(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// checkTekens adds a finding for every line with a character that YAML forbids.
func checkTekens(f *Fouten, bestand string, data []byte) {
	verboden := func(r rune) bool { return !mag(r) }
	if bytes.IndexFunc(data, verboden) < 0 {
		return
	}
	for i, regel := range regels(data) {
		j := strings.IndexFunc(regel, verboden)
		if j < 0 {
			continue
		}
		teken, _ := utf8.DecodeRuneInString(regel[j:])
		f.Add(Plaats{bestand, i + 1, kolom(regel, j)}, "hier staat een onzichtbaar teken (U+%04X); haal het weg", teken)
	}
}

// mag reports whether r may stand unescaped in YAML, by the library's own rule.
func mag(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0x7e, r == 0x85:
		return true
	case r >= 0xa0 && r <= 0xfffd, r >= 0x10000:
		return true
	}
	return false
}

// plaatsVan returns the place of the byte at offset i.
func plaatsVan(bestand string, data []byte, i int) Plaats {
	voor := strings.TrimPrefix(string(data[:min(i, len(data))]), "\ufeff")
	voor = strings.ReplaceAll(voor, "\r\n", "\n")
	voor = strings.ReplaceAll(voor, "\r", "\n")
	begin := strings.LastIndexByte(voor, '\n') + 1
	return Plaats{bestand, strings.Count(voor, "\n") + 1, utf8.RuneCountInString(voor[begin:]) + 1}
}
