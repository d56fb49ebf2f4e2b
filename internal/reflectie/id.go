package reflectie

import (
	"fmt"
	"strings"
)

// IsID reports whether s is an id: words of lower-case letters and digits with
// single hyphens between them.
func IsID(s string) bool {
	vorige := byte('-')
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '-' && vorige == '-':
			return false
		case c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9'):
			return false
		}
		vorige = c
	}
	return s != "" && vorige != '-'
}

// Slug proposes an id for a name: its letters and digits in lower case, without
// accents, with hyphens between the words. It returns "" when nothing is left,
// or when the id would be longer than 60 bytes.
func Slug(naam string) string {
	var b strings.Builder
	streep := false
	for _, r := range strings.ToLower(naam) {
		r = zonderAccent(r)
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			streep = b.Len() > 0
			continue
		}
		if streep {
			b.WriteByte('-')
			streep = false
		}
		b.WriteRune(r)
	}
	if b.Len() > 60 {
		return ""
	}
	return b.String()
}

// zonderAccent returns the bare letter of the accented letters that Dutch and
// its neighbours use, and any other rune as it is.
func zonderAccent(r rune) rune {
	switch r {
	case 'á', 'à', 'ä', 'â', 'å', 'ã':
		return 'a'
	case 'é', 'è', 'ë', 'ê':
		return 'e'
	case 'í', 'ì', 'ï', 'î':
		return 'i'
	case 'ó', 'ò', 'ö', 'ô', 'ø', 'õ':
		return 'o'
	case 'ú', 'ù', 'ü', 'û':
		return 'u'
	case 'ç':
		return 'c'
	case 'ñ':
		return 'n'
	case 'ÿ':
		return 'y'
	case 'š':
		return 's'
	case 'ž':
		return 'z'
	}
	return r
}

// NieuweID returns an id for a new own value called naam that bezet does not
// hold yet: the slug of its name, else waarde-2, waarde-3 and so on. It is never
// OpenVoorrang, which would make the voorrang of a weging ambiguous.
func NieuweID(naam string, bezet func(id string) bool) string {
	if id := Slug(naam); id != "" && id != OpenVoorrang && !bezet(id) {
		return id
	}
	for n := 2; ; n++ {
		if id := fmt.Sprintf("waarde-%d", n); !bezet(id) {
			return id
		}
	}
}

// A Paar is two waarden, by id. It is the same pair in either order; the order
// in which it was written is kept for whoever reads it.
type Paar [2]string

// ParsePaar reads what Paar.String writes.
func ParsePaar(s string) (Paar, bool) {
	a, b, ok := strings.Cut(s, "+")
	return Paar{a, b}, ok && IsID(a) && IsID(b)
}

// String writes the pair as it was written: "a+b".
func (p Paar) String() string { return p[0] + "+" + p[1] }

// Sleutel writes the pair in alphabetical order, so that both orders give one key.
func (p Paar) Sleutel() string {
	if p[1] < p[0] {
		return p[1] + "+" + p[0]
	}
	return p.String()
}

// Heeft reports whether id is one of the two.
func (p Paar) Heeft(id string) bool { return p[0] == id || p[1] == id }

// Ander is the one of the two that id is not.
func (p Paar) Ander(id string) string {
	if p[0] == id {
		return p[1]
	}
	return p[0]
}
