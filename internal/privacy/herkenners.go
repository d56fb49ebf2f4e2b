package privacy

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A herkenner knows one kind by how it is written, and by a check of what is written so.
type herkenner struct {
	soort Soort
	vorm  *regexp.Regexp // its first group that is there is what was meant; or all of it
	// klopt returns where what stands from begin to eind ends; 0 when it is something else.
	klopt func(tekst string, begin, eind int) int
}

// deel is where the piece stands that is meant.
func (h herkenner) deel(m []int) (begin, eind int) {
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return m[i], m[i+1]
		}
	}
	return m[0], m[1]
}

const datum = `\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}e? (?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? \d{4}`

// herkenners: of two that find the same, the first counts.
var herkenners = []herkenner{
	{IBAN, regexp.MustCompile(`(?i)\b[a-z]{2}\d{2}(?: ?[a-z\d]){11,31}`), isIBAN},
	{Email, regexp.MustCompile(`(?i)[\p{L}\d._%+\-]+@(?:[\p{L}\d](?:[\p{L}\d\-]*[\p{L}\d])?\.)+\p{L}{2,}`), altijd},
	{Geboortedatum, regexp.MustCompile(`(?i)\b(?:geboren|geboortedat|geboortedag|geb\b\.?)[^\n\d.]{0,40}?\b(` + datum + `)|\b(` + datum + `)[^\n\d.]{0,20}\bgeboren\b`), isDatum},
	{Rijbewijs, regexp.MustCompile(`\b\d{10}\b`), naast("rijbewijs")},
	{Paspoort, regexp.MustCompile(`(?i)\b[a-np-z]{2}[a-np-z\d]{6}\d\b`), naast("paspoort", "identiteits", "id-kaart", "id-bewijs", "reisdocument", "documentnummer")},
	{Telefoon, regexp.MustCompile(`(?:\+31|0031|\(0\d{1,3}\)|0\d)(?:[ .\-]?\(0\))?(?:[ .\-]{0,3}\d){5,9}`), isTelefoon},
	{BSN, regexp.MustCompile(`\b\d{4}[ .]\d{2}[ .]\d{3}\b|\b\d{3}[ .]\d{3}[ .]\d{3}\b|\b\d{8,9}\b`), isBSN},
	{Adres, regexp.MustCompile(`\b[1-9]\d{3} ?[A-Z]{2}\b`), isAdres},
	{Kenteken, regexp.MustCompile(`(?i)\b[a-z\d]{1,3}-[a-z\d]{2,3}-[a-z\d]{1,3}\b`), isKenteken},
}

func altijd(_ string, _, eind int) int { return eind }

// Words that say what a number is the number of, by how they begin.
var (
	vanIets   = []string{"zaak", "kenmerk", "dossier", "artikel", "art.", "factu", "order", "bestel", "kvk", "versie", "serie", "project", "referentie", "melding", "ticket", "btw", "rsin", "subsidie", "besluit", "€", "eur"}
	vanMens   = []string{"bsn", "burgerservicenummer", "sofi"}
	vanWagen  = []string{"kenteken"}
	alsBedrag = []string{"euro", "eur", "miljoen", "keer", "stuks", "%"}
)

// zicht is how far is looked around a place, in bytes.
const zicht = 120

// voor is what stands before a place, as far as is looked.
func voor(tekst string, plek int) string {
	return strings.ToValidUTF8(tekst[max(0, plek-zicht):plek], " ")
}

// ervoor are the last words before a place, in small letters, of the same line.
func ervoor(tekst string, plek, n int) []string {
	hier := voor(tekst, plek)
	woorden := strings.Fields(strings.ToLower(hier[strings.LastIndexByte(hier, '\n')+1:]))
	return woorden[max(0, len(woorden)-n):]
}

// erna are the first words after a place, in small letters, of the same line.
func erna(tekst string, plek, n int) []string {
	hier, _, _ := strings.Cut(tekst[plek:min(len(tekst), plek+zicht)], "\n")
	woorden := strings.Fields(strings.ToLower(hier))
	return woorden[:min(n, len(woorden))]
}

// eenBegint reports whether one of the words begins with one of these, after what stands
// before a letter.
func eenBegint(woorden, met []string) bool {
	return slices.ContainsFunc(woorden, func(woord string) bool {
		woord = strings.TrimLeft(woord, "(“\"'‘")
		return slices.ContainsFunc(met, func(m string) bool { return strings.HasPrefix(woord, m) })
	})
}

// eind returns eind, or 0 where it does not hold.
func als(geldt bool, eind int) int {
	if geldt {
		return eind
	}
	return 0
}

// staatLos reports whether nothing stands against a place that it would be a part of with.
func staatLos(tekst string, begin, eind int) bool {
	na, n := utf8.DecodeRuneInString(tekst[eind:])
	verder, _ := utf8.DecodeRuneInString(tekst[eind+n:])
	tussen := strings.ContainsRune("-/.,_", na) && (unicode.IsDigit(verder) || na == '-' && unicode.IsLetter(verder))
	return begintLos(tekst, begin) && !unicode.IsLetter(na) && !unicode.IsDigit(na) && !tussen
}

func begintLos(tekst string, begin int) bool {
	voor, _ := utf8.DecodeLastRuneInString(tekst[:begin])
	return !unicode.IsLetter(voor) && !unicode.IsDigit(voor) && !strings.ContainsRune("-/_.", voor)
}

// naast returns a check that one of these words stands near, in the same line.
func naast(woorden ...string) func(string, int, int) int {
	return func(tekst string, begin, eind int) int {
		return als(eenBegint(ervoor(tekst, begin, 8), woorden) || eenBegint(erna(tekst, eind, 6), woorden), eind)
	}
}

// cijfers are the digits of a text.
func cijfers(tekst string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, tekst)
}

// isBSN does the elfproef. One of eight digits has lost its first 0.
func isBSN(tekst string, begin, eind int) int {
	nummer := cijfers(tekst[begin:eind])
	genoemd := eenBegint(ervoor(tekst, begin, 4), vanMens)
	switch {
	case !staatLos(tekst, begin, eind):
		return 0
	case genoemd:
	case len(nummer) == 8, eenBegint(ervoor(tekst, begin, 3), vanIets), eenBegint(erna(tekst, eind, 1), alsBedrag):
		return 0
	}
	return als(elfproef("0"[:9-len(nummer)]+nummer), eind)
}

// elfproef reports whether nine digits can be a burgerservicenummer.
func elfproef(nummer string) bool {
	som := -int(nummer[8] - '0')
	for i, c := range []byte(nummer[:8]) {
		som += (9 - i) * int(c-'0')
	}
	return som%11 == 0 && nummer != "000000000"
}

// lengtes are how long an IBAN is, by country.
var lengtes = map[string]int{
	"NL": 18, "BE": 16, "DE": 22, "FR": 27, "LU": 20, "GB": 22, "IE": 22, "ES": 24, "PT": 25, "IT": 27, "CH": 21, "AT": 20,
	"PL": 28, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "TR": 26, "GR": 27, "CZ": 24, "HU": 28, "RO": 24, "BG": 22, "HR": 21,
	"SK": 24, "SI": 19, "LT": 20, "LV": 21, "EE": 20, "MT": 31, "CY": 28, "MA": 28,
}

// isIBAN does the check of ISO 13616: the number, its first four last and letters as
// numbers from 10, is 1 modulo 97.
func isIBAN(tekst string, begin, _ int) int {
	lengte := lengtes[strings.ToUpper(tekst[begin:begin+2])]
	var nummer []byte
	eind := begin
	for ; eind < len(tekst) && len(nummer) < lengte; eind++ {
		if c := tekst[eind]; c != ' ' {
			nummer = append(nummer, c)
		}
	}
	if lengte == 0 || len(nummer) < lengte || !staatLos(tekst, begin, eind) {
		return 0
	}
	rest := 0
	for _, c := range strings.ToUpper(string(nummer[4:]) + string(nummer[:4])) {
		n, err := strconv.ParseInt(string(c), 36, 0)
		if err != nil {
			return 0
		}
		if n > 9 { // it has two digits
			rest *= 10
		}
		rest = (rest*10 + int(n)) % 97
	}
	return als(rest == 1, eind)
}

// isDatum reports whether there is such a day.
func isDatum(tekst string, begin, eind int) int {
	delen := strings.FieldsFunc(tekst[begin:eind], func(r rune) bool { return !unicode.IsDigit(r) })
	dag, _ := strconv.Atoi(delen[0])
	if len(delen) == 3 {
		maand, _ := strconv.Atoi(delen[1])
		if len(delen[0]) == 4 {
			dag, _ = strconv.Atoi(delen[2])
		}
		if maand < 1 || maand > 12 {
			return 0
		}
	}
	return als(dag >= 1 && dag <= 31 && staatLos(tekst, begin, eind), eind)
}

// reNet matches how the numbers begin with which one reaches a person in the Netherlands:
// mobile, by place, and by internet. Those of services are left out.
var reNet = regexp.MustCompile(`^0(?:6[1-58]|8[58]|91|10|1[35]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|` +
	`11[134578]|16[124-8]|17[24]|18[0-467]|22[2346-9]|25[125]|29[479]|31[3-8]|32[01]|34[1-8]|41[12368]|47[58]|48[15-8]|49[23579]|` +
	`51[1-9]|52[1-5789]|54[13-8]|56[126]|57[0-3578]|59[1-9])`)

// reIBANbegin matches what stands before the last part of an IBAN.
var reIBANbegin = regexp.MustCompile(`(?i)\b[a-z]{2}\d{2} ?[a-z]{4} ?$`)

func isTelefoon(tekst string, begin, eind int) int {
	nummer := cijfers(strings.Replace(tekst[begin:eind], "(0)", "", 1))
	switch {
	case strings.HasPrefix(tekst[begin:], "+31"):
		nummer = "0" + nummer[2:]
	case strings.HasPrefix(nummer, "0031"):
		nummer = "0" + nummer[4:]
	}
	anders := eenBegint(ervoor(tekst, begin, 2), vanIets) || reIBANbegin.MatchString(voor(tekst, begin))
	return als(len(nummer) == 10 && reNet.MatchString(nummer) && !anders && staatLos(tekst, begin, eind), eind)
}

// The number of a house, after a postcode or, with its street, before one.
var (
	reNummerNa   = regexp.MustCompile(`(?i)^(?:,? ?(?:nr\.?|nummer|huisnummer|huisnr\.?),? ?|, ?| |-|/)\d{1,4} ?(?:[a-z]|bis)?(?:-\d+)?\b`)
	reNummerVoor = regexp.MustCompile(`\p{Lu}[\p{L}'’.\-]*(?: [\p{L}'’.\-]+)* \d{1,4} ?(?:[a-zA-Z]|bis|hs)?(?:-\d+)?,?\s+$`)
)

// isAdres reports whether a postcode stands with the number of a house: one alone is of
// some twenty houses.
func isAdres(tekst string, begin, eind int) int {
	switch tekst[eind-2 : eind] {
	case "SA", "SD", "SS": // which the post does not use
		return 0
	}
	if eenBegint(ervoor(tekst, begin, 2), vanIets) || !begintLos(tekst, begin) {
		return 0
	}
	if m := reNummerNa.FindStringIndex(tekst[eind:]); m != nil {
		return als(!eenBegint(erna(tekst, eind+m[1], 1), alsBedrag), eind+m[1])
	}
	return als(reNummerVoor.MatchString(voor(tekst, begin)), eind)
}

// reKenteken matches the plates of cars: the fourteen orders of letters and digits that
// the RDW gives out, the later ones without letters that read as words.
var reKenteken = func() *regexp.Regexp {
	var vormen []string
	for _, vorm := range []string{"AA-9-9", "9-9-AA", "9-AA-9"} {
		vormen = append(vormen, strings.NewReplacer("AA", `[A-Z]{2}`, "9", `\d{2}`).Replace(vorm))
	}
	for _, vorm := range []string{
		"LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
	} {
		vormen = append(vormen, strings.NewReplacer("L", `[BDFGHJKLMNPRSTVWXZ]`, "9", `\d`).Replace(vorm))
	}
	return regexp.MustCompile(`^(?:` + strings.Join(vormen, "|") + `)$`)
}()

func isKenteken(tekst string, begin, eind int) int {
	plaat := tekst[begin:eind]
	if eenBegint(ervoor(tekst, begin, 4), vanWagen) {
		plaat = strings.ToUpper(plaat)
	}
	anders := eenBegint(ervoor(tekst, begin, 2), vanIets)
	return als(reKenteken.MatchString(plaat) && !anders && staatLos(tekst, begin, eind), eind)
}
