package strict

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// checkBytes adds a finding when data is too much, empty or not UTF-8, and
// returns it without a byte order mark.
func checkBytes(f *Fouten, bestand string, data []byte, max int) []byte {
	kaal := bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case max > 0 && len(data) > max:
		f.Add(Plaats{Bestand: bestand}, "%s", teGroot(int64(len(data)), max))
	case IsUTF16(data):
		f.Add(Plaats{bestand, 1, 1}, "dit bestand is bewaard als UTF-16; bewaar het bestand als UTF-8")
	case bytes.IndexByte(data, 0) >= 0:
		f.Add(plaatsVan(bestand, data, bytes.IndexByte(data, 0)), "dit is geen tekstbestand; kies een ander bestand, of bewaar het bestand als UTF-8")
	case Ongeldig(data) >= 0:
		f.Add(plaatsVan(bestand, data, Ongeldig(data)), "hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8")
	case len(bytes.TrimSpace(kaal)) == 0:
		f.Add(Plaats{bestand, 1, 1}, "dit bestand is leeg; vul het in, of kies een ander bestand")
	}
	return kaal
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
	return strings.TrimSuffix(fmt.Sprintf("%d,%d", tienden/10, tienden%10), ",0") + " MB"
}

// IsUTF16 reports whether data begins as UTF-16 does.
func IsUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) || lijktUTF16(data)
}

// Ontcijfer returns the text that data holds, also where that is UTF-16 or has
// bytes of Windows-1252, without a byte order mark. Where it is not all UTF-8,
// opmerking tells a person how it was read.
func Ontcijfer(data []byte) (tekst, opmerking string) {
	const kijk = "Deze tekst is niet bewaard als UTF-8. Weeg las hem als %s. Kijk of alle letters kloppen."
	switch {
	case IsUTF16(data):
		return strings.TrimPrefix(vanUTF16(data), "\ufeff"), fmt.Sprintf(kijk, "UTF-16")
	case !utf8.Valid(data):
		tekst, opmerking = vanWindows(string(data)), fmt.Sprintf(kijk, "Windows-1252")
	default:
		tekst = string(data)
	}
	return strings.TrimPrefix(tekst, "\ufeff"), opmerking
}

// vanUTF16 reads pairs of bytes, in the order that the first pair shows. A byte
// that is left over is a character that cannot be read.
func vanUTF16(data []byte) string {
	lees := binary.LittleEndian.Uint16
	if data[0] == 0 || data[0] == 0xfe {
		lees = binary.BigEndian.Uint16
	}
	var paren []uint16
	for paar := range slices.Chunk(data, 2) {
		if len(paar) < 2 {
			paren = append(paren, utf8.RuneError)
			break
		}
		paren = append(paren, lees(paar))
	}
	return string(utf16.Decode(paren))
}

// windows holds what the bytes from 0x80 to 0x9f are in Windows-1252, which from
// there on is as Unicode. Five of them are nothing.
const windows = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"

// vanWindows reads each byte that is no UTF-8 as Windows-1252. A text that went
// through more than one program may hold both.
func vanWindows(s string) string {
	hoog := []rune(windows)
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch c := s[0]; {
		case r != utf8.RuneError || n > 1:
		case c < 0xa0:
			r = hoog[c-0x80]
		default:
			r = rune(c)
		}
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String()
}

// lijktUTF16 reports whether data without a byte order mark has the zero bytes
// of UTF-16: in every pair at the start one of the two, always on the same side.
func lijktUTF16(data []byte) bool {
	if len(data) < 2 || len(data)%2 != 0 {
		return false
	}
	for paar := range slices.Chunk(data[:min(len(data), 16)], 2) {
		if (paar[0] == 0) == (paar[1] == 0) || (paar[0] == 0) != (data[0] == 0) {
			return false
		}
	}
	return true
}

// Ongeldig returns the offset of the first byte that is not UTF-8, or -1.
func Ongeldig(data []byte) int {
	if utf8.Valid(data) { // as nearly all are, without a copy
		return -1
	}
	for i, r := range string(data) {
		if r == utf8.RuneError && !bytes.HasPrefix(data[i:], []byte("\ufffd")) {
			return i
		}
	}
	return -1
}

// checkTekens adds a finding for every line with a character that YAML forbids.
func checkTekens(f *Fouten, bestand string, data []byte) {
	magNiet := func(r rune) bool { return !mag(r) }
	if !bytes.ContainsFunc(data, magNiet) {
		return
	}
	for i, regel := range regels(data) {
		if j := strings.IndexFunc(regel, magNiet); j >= 0 {
			teken, _ := utf8.DecodeRuneInString(regel[j:])
			f.Add(Plaats{bestand, i + 1, kolom(regel, j)}, "hier staat een onzichtbaar teken (U+%04X); haal het weg", teken)
		}
	}
}

// mag reports whether r may stand unescaped in YAML, by the library's own rule.
func mag(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r == 0x85 ||
		r >= 0x20 && r <= 0x7e || r >= 0xa0 && r <= 0xfffd || r >= 0x10000
}

// plaatsVan returns the place of the byte at offset i.
func plaatsVan(bestand string, data []byte, i int) Plaats {
	voor := bytes.TrimPrefix(data[:i], []byte("\ufeff"))
	einden := bytes.Count(voor, []byte("\n")) + bytes.Count(voor, []byte("\r")) - bytes.Count(voor, []byte("\r\n"))
	laatste := voor[bytes.LastIndexAny(voor, "\r\n")+1:]
	return Plaats{bestand, einden + 1, utf8.RuneCount(laatste) + 1}
}
