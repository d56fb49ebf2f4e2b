package markdown

import (
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A stukrij is one row of a field of the front matter, as the file has it.
// Positions are indices of lines.
type stukrij struct {
	sleutel   string
	voor      int // first of the comments and empty lines before it
	van, tot  int // its own lines
	inspringt string
}

// werkVeldBij brings one field up to date: row by row where its rows stand on
// lines of their own, else as a whole. Comments stay.
func (h *herschrijver) werkVeldBij(k kopstuk, oud, nieuw kopveld, perRij bool) {
	v := veldlezer{h, k, h.opmerkingen(k.regel, k.totRegel)}
	if perRij {
		if rijen, ok := v.rijen(); ok && (len(nieuw.rijen) > 0 || nieuw.tekst == "") {
			h.schrijfRuw(k.van, k.tot, v.perRij(rijen, oud, nieuw))
			return
		}
	}
	h.schrijfRuw(k.van, k.tot, v.heel(nieuw))
}

// schrijfRuw puts text that has its line ends already in the place of bytes.
func (h *herschrijver) schrijfRuw(van, tot int, tekst string) {
	h.vervang = append(h.vervang, wijziging{van, tot, tekst})
}

// opmerkingen finds the comments in lines of the front matter: per line the
// offset of its #, or -1.
func (h *herschrijver) opmerkingen(van, tot int) []int {
	var regels []string
	for _, r := range h.d.lijf.regels[van:tot] {
		regels = append(regels, r.tekst)
	}
	return opmerkingen(regels)
}

// A veldlezer looks at the lines of one field.
type veldlezer struct {
	h          *herschrijver
	k          kopstuk
	opmerkings []int
}

func (v veldlezer) tekst(i int) string { return v.h.d.lijf.regels[i].tekst }

// ruw is lines with the line ends that they have.
func (v veldlezer) ruw(van, tot int) string {
	return string(v.h.d.data[v.h.begin(van):v.h.begin(tot)])
}

// opmerking returns the comment on line i, and the spaces before it.
func (v veldlezer) opmerking(i int) (tekst, spaties string) {
	p := v.opmerkings[i-v.k.regel]
	if p < 0 {
		return "", ""
	}
	voor := v.tekst(i)[:p]
	return v.tekst(i)[p:], voor[len(strings.TrimRight(voor, " \t")):]
}

// isLos reports whether nothing but a comment, or nothing, stands on line i.
func (v veldlezer) isLos(i int) bool {
	if p := v.opmerkings[i-v.k.regel]; p >= 0 {
		return strings.Trim(v.tekst(i)[:p], " \t") == ""
	}
	return v.h.d.lijf.regels[i].leeg()
}

// rijen finds the rows; ok is false when they do not each stand on their own lines.
func (v veldlezer) rijen() (rijen []stukrij, ok bool) {
	kop := v.tekst(v.k.regel)
	if p := v.opmerkings[0]; p >= 0 {
		kop = kop[:p]
	}
	begin := v.beginregels()
	sleutels := rijsleutels(v.k.naam, v.k.waarde)
	if !strings.HasSuffix(strings.TrimRight(kop, " \t"), ":") || len(begin) == 0 || len(begin) != len(sleutels) {
		return nil, false
	}
	voor := v.k.regel + 1
	gezien := map[string]bool{}
	for i, van := range begin {
		tot := v.k.totRegel
		if i+1 < len(begin) {
			tot = begin[i+1]
		}
		if van < voor || tot <= van || gezien[sleutels[i]] {
			return nil, false
		}
		gezien[sleutels[i]] = true
		for tot > van+1 && v.isLos(tot-1) {
			tot--
		}
		regel := v.tekst(van)
		rijen = append(rijen, stukrij{sleutels[i], voor, van, tot, regel[:len(regel)-len(strings.TrimLeft(regel, " "))]})
		voor = tot
	}
	for i := v.k.regel + 1; i < begin[0]; i++ {
		if !v.isLos(i) {
			return nil, false
		}
	}
	return rijen, true
}

// beginregels returns the line where each row begins; none when that is not clear.
func (v veldlezer) beginregels() []int {
	var begin []int
	if v.k.waarde.Soort == strict.Blok {
		for _, veld := range v.k.waarde.Velden {
			i := veld.Plaats.Regel - 1
			if i <= v.k.regel || i >= v.k.totRegel || strings.Trim(v.tekst(i)[:min(veld.Plaats.Kolom-1, len(v.tekst(i)))], " ?") != "" {
				return nil
			}
			begin = append(begin, i)
		}
		return begin
	}
	inspringt := -1
	for i := v.k.regel + 1; i < v.k.totRegel; i++ {
		kaal := strings.TrimLeft(v.tekst(i), " ")
		diep := len(v.tekst(i)) - len(kaal)
		if (kaal == "-" || strings.HasPrefix(kaal, "- ")) && (inspringt < 0 || diep == inspringt) {
			inspringt = diep
			begin = append(begin, i)
		}
	}
	if len(begin) != len(v.k.waarde.Items) {
		return nil
	}
	for i, item := range v.k.waarde.Items {
		if item.Soort != strict.Leeg && (item.Plaats.Regel-1 < begin[i] || i+1 < len(begin) && item.Plaats.Regel-1 >= begin[i+1]) {
			return nil
		}
	}
	return begin
}

// rijsleutels says which row of the new field each row of the file is: by id,
// by pair, by number, or by its key.
func rijsleutels(naam string, n *strict.Node) []string {
	var sleutels []string
	for _, v := range n.Velden {
		sleutels = append(sleutels, v.Naam)
	}
	for i, item := range n.Items {
		sleutel := strconv.Itoa(i + 1)
		switch naam {
		case "waarden":
			if id := veldVan(item, "id"); id != nil {
				sleutel = id.Tekst
			}
		case "verbanden", "weging":
			if paar := veldVan(item, "tussen"); paar != nil && len(paar.Items) == 2 {
				sleutel = reflectie.Paar{paar.Items[0].Tekst, paar.Items[1].Tekst}.Sleutel()
			}
		}
		sleutels = append(sleutels, sleutel)
	}
	return sleutels
}

func veldVan(n *strict.Node, naam string) *strict.Node {
	for _, v := range n.Velden {
		if v.Naam == naam {
			return v.Waarde
		}
	}
	return nil
}

// perRij writes the field with the new rows. A row that says the same keeps its
// bytes, and so does one that the tool knows nothing of.
func (v veldlezer) perRij(rijen []stukrij, oud, nieuw kopveld) string {
	nl, inspringt := v.h.nl, rijen[0].inspringt
	stonden, staan := perSleutel(oud.rijen), perSleutel(nieuw.rijen)
	blijft := map[string]string{} // what each row of the file becomes, with what stood before it
	var wees string               // comments of rows that are gone
	var volgorde []string
	for _, r := range rijen {
		wees += v.ruw(r.voor, r.van)
		wordt, staat := staan[r.sleutel]
		was, stond := stonden[r.sleutel]
		switch {
		case !staat && stond:
			wees += v.losse(r.van, r.tot, inspringt)
			continue
		case staat && wordt != was:
			blijft[r.sleutel] = wees + v.nieuweRij(wordt, r)
		default:
			blijft[r.sleutel] = wees + v.ruw(r.van, r.tot)
		}
		wees = ""
		if !staat {
			volgorde = append(volgorde, r.sleutel)
		}
	}
	wees += v.ruw(rijen[len(rijen)-1].tot, v.k.totRegel)
	if len(nieuw.rijen)+len(volgorde) == 0 {
		return v.losse(v.k.regel, v.k.totRegel, "")
	}
	var b strings.Builder
	b.WriteString(v.ruw(v.k.regel, v.k.regel+1))
	for _, r := range nieuw.rijen {
		tekst, ok := blijft[r.sleutel]
		if !ok {
			tekst = inspringt + onder(r.tekst, inspringt, nl) + nl
		}
		b.WriteString(tekst)
	}
	for _, sleutel := range volgorde {
		b.WriteString(blijft[sleutel])
	}
	return b.String() + wees
}

func perSleutel(rijen []koprij) map[string]string {
	m := make(map[string]string, len(rijen))
	for _, r := range rijen {
		m[r.sleutel] = r.tekst
	}
	return m
}

// onder moves the second line of a long row to where its field stands.
func onder(tekst, inspringt, nl string) string {
	return strings.ReplaceAll(tekst, "\n  ", nl+inspringt)
}

// nieuweRij writes another value in the place of a row, with its comments.
func (v veldlezer) nieuweRij(tekst string, r stukrij) string {
	opmerking, spaties := v.opmerking(r.tot - 1)
	if r.tot == r.van+1 || !v.isLos(r.tot-1) {
		return v.losse(r.van, r.tot-1, r.inspringt) + r.inspringt + onder(tekst, r.inspringt, v.h.nl) + spaties + opmerking + v.h.nl
	}
	return v.losse(r.van, r.tot, r.inspringt) + r.inspringt + onder(tekst, r.inspringt, v.h.nl) + v.h.nl
}

// losse gives the comments of lines a line each.
func (v veldlezer) losse(van, tot int, inspringt string) string {
	var b strings.Builder
	for i := van; i < tot; i++ {
		if tekst, _ := v.opmerking(i); tekst != "" {
			b.WriteString(inspringt + tekst + v.h.nl)
		}
	}
	return b.String()
}

// heel writes the field as a whole. The comment after its name stays there, the
// others come above it.
func (v veldlezer) heel(nieuw kopveld) string {
	if nieuw.tekst == "" {
		return v.losse(v.k.regel, v.k.totRegel, "")
	}
	eerste, rest, meer := strings.Cut(nieuw.tekst, "\n")
	opmerking, spaties := v.opmerking(v.k.regel)
	tekst := v.losse(v.k.regel+1, v.k.totRegel, "") + eerste + spaties + opmerking + v.h.nl
	if meer {
		tekst += strings.ReplaceAll(rest, "\n", v.h.nl) + v.h.nl
	}
	return tekst
}

// opmerkingen finds the comments in lines of YAML: per line the offset of its
// #, or -1. It keeps track of quotes and of blocks of text, in which a # is text.
func opmerkingen(regels []string) []int {
	plaatsen := make([]int, len(regels))
	var s yamlstand
	for i, r := range regels {
		plaatsen[i] = -1
		diep := len(r) - len(strings.TrimLeft(r, " "))
		if s.inBlok && (strings.Trim(r, " \t") == "" || diep >= s.blokdiep && diep > s.buiten) {
			if s.blokdiep == 0 && strings.Trim(r, " \t") != "" {
				s.blokdiep = diep
			}
			continue
		}
		s.inBlok = false
		plaatsen[i] = s.opmerking(r)
		kaal := r
		if plaatsen[i] >= 0 {
			kaal = r[:plaatsen[i]]
		}
		if s.quote == 0 && s.diepte == 0 && beginTekstblok(kaal) {
			s.inBlok, s.buiten, s.blokdiep = true, diep, 0
		}
	}
	return plaatsen
}

// A yamlstand is what is open at the end of a line of YAML.
type yamlstand struct {
	quote            byte
	diepte           int // of brackets and braces
	inBlok           bool
	buiten, blokdiep int // columns of the line that began a block of text, and of that text
}

// beginTekstblok reports whether a line ends with | or > as the value of a field.
func beginTekstblok(s string) bool {
	woorden := strings.Fields(s)
	if len(woorden) < 2 {
		return false
	}
	laatste, voor := woorden[len(woorden)-1], woorden[len(woorden)-2]
	return strings.Trim(laatste[1:], "+-0123456789") == "" && (laatste[0] == '|' || laatste[0] == '>') &&
		(voor == "-" || strings.HasSuffix(voor, ":"))
}

// opmerking returns the offset of the comment on a line, or -1.
func (s *yamlstand) opmerking(r string) int {
	begin := s.quote == 0 // a value may begin here
	wit := func(i int) bool { return i < 0 || i >= len(r) || r[i] == ' ' || r[i] == '\t' }
	for i := 0; i < len(r); i++ {
		c := r[i]
		switch {
		case s.quote == '"' && c == '\\', s.quote == '\'' && strings.HasPrefix(r[i:], "''"):
			i++
		case s.quote != 0:
			if c == s.quote {
				s.quote = 0
			}
		case c == '#' && wit(i-1):
			return i
		case wit(i):
		case begin && (c == '"' || c == '\''):
			s.quote, begin = c, false
		case (c == '[' || c == '{') && (begin || s.diepte > 0):
			s.diepte++
			begin = true
		case (c == ']' || c == '}') && s.diepte > 0:
			s.diepte--
			begin = false
		case c == ',' && s.diepte > 0, c == ':' && wit(i+1):
			begin = true
		case (c == '-' || c == '?') && begin && wit(i+1):
		default:
			begin = false
		}
	}
	return -1
}

// isBestandsnaam reports whether an id can be the name of a file everywhere.
func isBestandsnaam(id string) bool {
	const maxID = 200
	if !reflectie.IsID(id) || len(id) > maxID {
		return false
	}
	apparaat := []string{"con", "prn", "aux", "nul"} // names of devices on Windows
	poort := len(id) == 4 && (strings.HasPrefix(id, "com") || strings.HasPrefix(id, "lpt")) && id[3] >= '0' && id[3] <= '9'
	return !slices.Contains(apparaat, id) && !poort
}
