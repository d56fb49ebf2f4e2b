package markdown

import (
	"regexp"
	"strings"

	"ambt.example/weeg/internal/reflectie"
)

// Titel returns the heading of the page, or "" where there is none.
func (d *Document) Titel() string {
	for _, e := range d.lijf.elementen {
		if e.soort == isKop && e.niveau == 1 {
			return titelVan(d.lijf.regels[e.regel].tekst)
		}
	}
	return ""
}

func titelVan(kop string) string { return ontplat(strings.TrimSpace(strings.TrimPrefix(kop, "#"))) }

// Moment returns what the file tells of the casus, for when that itself is gone;
// "" where it tells nothing.
func (d *Document) Moment() string {
	for _, e := range d.lijf.elementen {
		if e.soort != isAfleide || e.naam != blokMoment {
			continue
		}
		var regels []string
		for _, r := range d.lijf.regels[e.regel+1 : e.tot-1] {
			regels = append(regels, ontplat(r.tekst))
		}
		return strings.Trim(strings.Join(regels, "\n"), "\n")
	}
	return ""
}

// An Uittreksel is what says of a reflectie which it is, and whether to look back
// at it.
type Uittreksel struct {
	Casus, Titel     string
	Rol, Door        string // Rol is an id of the casus, or free words
	Datum, Terugblik reflectie.Datum
	Teruggeblikt     reflectie.Datum // the last day that somebody did
}

// Wacht reports whether on a day it is time to look back, and nobody did yet.
func (u Uittreksel) Wacht(vandaag reflectie.Datum) bool {
	return !u.Terugblik.IsZero() && u.Terugblik.String() <= vandaag.String() && u.Teruggeblikt.String() < u.Terugblik.String()
}

// LeesUittreksel reads the few lines of a file that an Uittreksel is made of,
// where they have the form that the tool gives them: Parse takes most of a
// second for a thousand files, and a list wants them at once. Other forms are
// left to Parse, and so are its errors.
func LeesUittreksel(bestand string, data []byte) (Uittreksel, error) {
	if u, ok := vlugUittreksel(data); ok {
		return u, nil
	}
	d, err := Parse(bestand, data)
	if err != nil {
		return Uittreksel{}, err
	}
	r := d.Reflectie
	u := Uittreksel{Casus: r.Casus, Titel: d.Titel(), Rol: r.Rol, Door: r.Door, Datum: r.Datum, Terugblik: r.Terugblik}
	for _, t := range r.Teruggeblikt {
		u.blikteTerug(t.Datum)
	}
	return u, nil
}

func (u *Uittreksel) blikteTerug(d reflectie.Datum) {
	if d.String() > u.Teruggeblikt.String() {
		u.Teruggeblikt = d
	}
}

// The lines of the front matter that matter, as the tool writes them.
var (
	kaleTekst    = regexp.MustCompile(`^ (?:"([^"\\]*)"|([a-z][a-z0-9-]*))$`)
	kaleWaarde   = regexp.MustCompile(`^ "?([a-z0-9-]+)"?$`)
	terugblikrij = regexp.MustCompile(`^  - \{datum: (\d{4}-\d\d-\d\d)[,}]`)
)

// A vluglezer reads the front matter line by line.
type vluglezer struct {
	velden  map[string]string
	veld    string // the one that indented lines belong to
	laatste string // day that somebody looked back
}

// vlugUittreksel reads what the tool wrote; ok is false when it meets another form.
func vlugUittreksel(data []byte) (u Uittreksel, ok bool) {
	kop, lijf, ok := kopEnLijf(string(data))
	l := vluglezer{velden: map[string]string{}}
	for regel := range strings.Lines(kop) {
		ok = ok && l.lees(strings.TrimRight(regel, "\r\n"))
	}
	if !ok || l.velden["weeg"] != "1" || !reflectie.IsID(l.velden["casus"]) {
		return u, false
	}
	if strings.Contains(lijf, "weeg:rol ") { // somebody put it there
		return u, false
	}
	u = Uittreksel{Casus: l.velden["casus"], Titel: eersteTitel(lijf), Rol: l.velden["rol"], Door: l.velden["door"]}
	l.velden[terugblikken] = l.laatste
	for veld, d := range map[string]*reflectie.Datum{"datum": &u.Datum, "terugblik": &u.Terugblik, terugblikken: &u.Teruggeblikt} {
		if d.UnmarshalText([]byte(l.velden[veld])) != nil {
			return u, false
		}
	}
	return u, true
}

// kopEnLijf cuts a file in its front matter and its body.
func kopEnLijf(s string) (kop, lijf string, ok bool) {
	eerste, rest, _ := strings.Cut(s, "\n")
	kop, lijf, ok = strings.Cut("\n"+rest, "\n"+grens)
	return kop, lijf, ok && strings.TrimSuffix(eerste, "\r") == grens && strings.HasPrefix(strings.TrimPrefix(lijf, "\r"), "\n")
}

// lees takes in one line, and reports whether it has a form that it knows.
func (l *vluglezer) lees(regel string) bool {
	switch {
	case regel == "" || regel[0] == '#':
		return true
	case regel[0] == ' ':
		return l.veld != terugblikken || l.leesRij(regel)
	}
	veld, waarde, ok := strings.Cut(regel, ":")
	if !ok || !isNaam(veld) {
		return false
	}
	l.veld = veld
	switch veld {
	case "weeg", "casus", "datum", "terugblik":
		kaal := kaleWaarde.FindStringSubmatch(waarde)
		if kaal == nil || l.velden[veld] != "" {
			return false
		}
		l.velden[veld] = kaal[1]
	case "rol", "door":
		kaal := kaleTekst.FindStringSubmatch(waarde)
		if kaal == nil || l.velden[veld] != "" || isGeenTekst(kaal[2]) {
			return false
		}
		l.velden[veld] = reflectie.Normaal(kaal[1] + kaal[2])
	case terugblikken:
		return waarde == ""
	}
	return true
}

// isGeenTekst reports whether YAML takes a bare word for something else.
func isGeenTekst(woord string) bool {
	switch woord {
	case "true", "false", "null", "yes", "no", "on", "off":
		return true
	}
	return false
}

func (l *vluglezer) leesRij(regel string) bool {
	rij := terugblikrij.FindStringSubmatch(regel)
	if rij == nil {
		return false
	}
	l.laatste = max(l.laatste, rij[1])
	return true
}

// isNaam reports whether a field can be called so without quotes.
func isNaam(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
	}) < 0
}

// eersteTitel returns the heading of the page.
func eersteTitel(lijf string) string {
	for regel := range strings.Lines(lijf) {
		if kop := strings.TrimRight(regel, "\r\n"); kopniveau(kop) == 1 {
			return titelVan(kop)
		}
	}
	return ""
}
