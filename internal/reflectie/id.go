package reflectie

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsID reports whether s is an id: words of lower-case letters and digits with
// single hyphens between them.
func IsID(s string) bool {
	for woord := range strings.SplitSeq(s, "-") {
		if woord == "" || strings.ContainsFunc(woord, nietInID) {
			return false
		}
	}
	return true
}

// IDPatroon is what IsID says, as a regular expression.
const IDPatroon = `^[a-z0-9]+(-[a-z0-9]+)*$`

func nietInID(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }

// IsBestandsnaam reports whether an id can be the name of a file everywhere: with
// what is put around it, it stays within the 255 bytes that file systems allow,
// and it is none of the names that Windows keeps for devices, because a team
// shares its files.
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
func IsBestandsnaam(id string) bool {
	const maxBytes = 200
	return IsID(id) && len(id) <= maxBytes && !IsApparaat(id)
}

// IsApparaat reports whether Windows takes a name for that of a device, in whatever
// letters and whatever stands after its first dot.
func IsApparaat(naam string) bool {
	naam, _, _ = strings.Cut(strings.ToLower(naam), ".")
	naam = strings.TrimRight(naam, " ")
	for _, poort := range []string{"com", "lpt"} {
		if nummer, ok := strings.CutPrefix(naam, poort); ok && utf8.RuneCountInString(nummer) == 1 && strings.Contains("0123456789¹²³", nummer) {
			return true
		}
	}
	return slices.Contains([]string{"con", "prn", "aux", "nul", "conin$", "conout$"}, naam)
}

// Slug proposes an id for a name: its letters and digits in lower case, without
// accents, with hyphens between the words. It returns "" when nothing is left,
// or when the id would be longer than maxSlug.
func Slug(naam string) string {
	slug := heleSlug(naam)
	if len(slug) > maxSlug {
		return ""
	}
	return slug
}

// BeginSlug is Slug of as many whole words of a name as the id has room for; "" when
// that is none.
func BeginSlug(naam string) string {
	slug := heleSlug(naam)
	if len(slug) <= maxSlug {
		return slug
	}
	return slug[:max(0, strings.LastIndexByte(slug[:maxSlug+1], '-'))]
}

// maxSlug is how long an id that is proposed can be, in bytes.
const maxSlug = 60

func heleSlug(naam string) string {
	return strings.Join(strings.FieldsFunc(Zoekvorm(naam), nietInID), "-")
}

// Zoekvorm is a text as it is searched: in lower case and without accents, however
// they are encoded, so that who types no accent finds the word all the same.
func Zoekvorm(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "ßœæĳþﬁﬂ") {
		s = strings.NewReplacer("ß", "ss", "œ", "oe", "æ", "ae", "ĳ", "ij", "þ", "th", "ﬁ", "fi", "ﬂ", "fl").Replace(s)
	}
	return strings.Map(zonderAccent, s)
}

// kortWoord is how many letters a word has that is found at the beginning of a word
// alone: "mee" is no part of "gemeente", where "keuken" is one of "schoolkeuken".
const kortWoord = 4

// HeeftWoorden reports whether a text has each of the words in it, as they are searched.
func HeeftWoorden(tekst string, woorden []string) bool {
	tekst = Zoekvorm(tekst)
	return !slices.ContainsFunc(woorden, func(w string) bool { return !heeftWoord(tekst, Zoekvorm(w)) })
}

func heeftWoord(tekst, woord string) bool {
	overal := utf8.RuneCountInString(woord) > kortWoord
	for van := 0; ; van++ {
		n := strings.Index(tekst[van:], woord)
		if n < 0 {
			return false
		}
		van += n
		if r, _ := utf8.DecodeLastRuneInString(tekst[:van]); overal || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return true
		}
	}
}

// zonderAccent returns the bare letter of the accented letters that Dutch and
// its neighbours use, nothing of an accent that stands apart from its letter, and
// any other rune as it is.
func zonderAccent(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case unicode.Is(unicode.Mn, r):
		return -1
	case r == '’': // as a keyboard has it
		return '\''
	}
	for _, letters := range []string{"aáàäâåãą", "eéèëêę", "iíìïîı", "oóòöôøõ", "uúùüû", "cçćč", "dđð", "gğ", "lł", "nñń", "sšşś", "yÿý", "zžźż"} {
		if strings.ContainsRune(letters, r) {
			return rune(letters[0])
		}
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
