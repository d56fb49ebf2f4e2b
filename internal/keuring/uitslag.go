package keuring

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"ambt.example/weeg/internal/casus"
)

// An Uitslag writes findings in some form, one after another: none is kept.
type Uitslag interface {
	Meld(Bevinding) error
	Sluit() error // after the last
}

// String writes "bestand:regel:kolom: fout[R012]: tekst".
func (b Bevinding) String() string {
	return fmt.Sprintf("%s: %s[%s]: %s", b.Plaats, b.Regel.Ernst, b.Regel.Code, b.Tekst)
}

// A jsonUitslag is one array, an object a line.
type jsonUitslag struct {
	naar io.Writer
	n    int
}

// NewJSON writes one array of objects.
func NewJSON(naar io.Writer) Uitslag { return &jsonUitslag{naar: naar} }

func (u *jsonUitslag) Meld(b Bevinding) error {
	return regelJSON(u.naar, "[", &u.n, struct {
		Bestand string `json:"bestand"`
		Regel   int    `json:"regel,omitempty"`
		Kolom   int    `json:"kolom,omitempty"`
		Ernst   Ernst  `json:"ernst"`
		Code    string `json:"code"`
		Tekst   string `json:"tekst"`
	}{b.Plaats.Bestand, b.Plaats.Regel, b.Plaats.Kolom, b.Regel.Ernst, b.Regel.Code, b.Tekst})
}

func (u *jsonUitslag) Sluit() error { return sluitJSON(u.naar, "[", u.n, "]\n") }

// regelJSON writes the next item of a list that opent begins.
func regelJSON(naar io.Writer, opent string, n *int, v any) error {
	if *n++; *n > 1 {
		opent = ","
	}
	_, err := fmt.Fprintf(naar, "%s\n%s", opent, alsJSON(v))
	return err
}

func alsJSON(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("keuring: plain data always becomes JSON: " + err.Error())
	}
	return data
}

func sluitJSON(naar io.Writer, opent string, n int, sluit string) error {
	if n > 0 {
		opent = "\n"
	}
	_, err := io.WriteString(naar, opent+sluit)
	return err
}

// A sarifUitslag is SARIF 2.1.0, for forges that show findings at their line.
type sarifUitslag struct {
	naar   io.Writer
	begin  string         // what comes before the findings
	nummer map[string]int // of each rule, in the list of them
	n      int
}

// NewSARIF writes SARIF 2.1.0; versie is that of weeg.
func NewSARIF(naar io.Writer, versie string) Uitslag {
	u := &sarifUitslag{naar: naar, nummer: map[string]int{}}
	regels := Regels()
	for i, r := range regels {
		u.nummer[r.Code] = i
	}
	u.begin = sarifBegin(regels, versie)
	return u
}

type sarifTekst struct {
	Tekst string `json:"text"`
}

type sarifRegel struct {
	ID     string     `json:"id"`
	Kort   sarifTekst `json:"shortDescription"`
	Lang   sarifTekst `json:"fullDescription"`
	Hulp   sarifTekst `json:"help"`
	Gewoon sarifErnst `json:"defaultConfiguration"`
}

type sarifErnst struct {
	Niveau string `json:"level"`
}

// sarifBegin is all up to the first finding.
func sarifBegin(regels []Regel, versie string) string {
	data := alsJSON(casus.Elk(regels, func(r Regel) sarifRegel {
		return sarifRegel{r.Code, sarifTekst{casus.MetHoofdletter(r.Naam)}, sarifTekst{r.Uitleg},
			sarifTekst{"Zo niet:\n" + r.Niet + "\n\nZo wel:\n" + r.Wel}, sarifErnst{r.Ernst.sarif()}}
	}))
	return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"weeg","version":"` + versie +
		`","language":"nl-NL","rules":` + string(data) + `}},"columnKind":"unicodeCodePoints","results":[`
}

func (e Ernst) sarif() string {
	switch e {
	case Fout:
		return "error"
	case Waarschuwing:
		return "warning"
	}
	return "note"
}

type sarifGebied struct {
	Regel int `json:"startLine"`
	Kolom int `json:"startColumn"`
}

type sarifBestand struct {
	URI string `json:"uri"`
}

type sarifPlek struct {
	Fysiek struct {
		Bestand sarifBestand `json:"artifactLocation"`
		Gebied  *sarifGebied `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

func (u *sarifUitslag) Meld(b Bevinding) error {
	var plek sarifPlek
	plek.Fysiek.Bestand.URI = alsURI(b.Plaats.Bestand)
	if b.Plaats.Regel > 0 {
		plek.Fysiek.Gebied = &sarifGebied{b.Plaats.Regel, max(1, b.Plaats.Kolom)}
	}
	return regelJSON(u.naar, u.begin, &u.n, struct {
		Regel   string      `json:"ruleId"`
		Nummer  int         `json:"ruleIndex"`
		Niveau  string      `json:"level"`
		Tekst   sarifTekst  `json:"message"`
		Plekken []sarifPlek `json:"locations"`
	}{b.Regel.Code, u.nummer[b.Regel.Code], b.Regel.Ernst.sarif(), sarifTekst{b.Tekst}, []sarifPlek{plek}})
}

func (u *sarifUitslag) Sluit() error {
	return sluitJSON(u.naar, u.begin, u.n, "]}]}\n")
}

// alsURI is a path as a forge wants it: from the folder in which weeg was called.
func alsURI(pad string) string {
	pad = filepath.ToSlash(pad)
	if filepath.IsAbs(pad) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(pad, "/")}).String()
	}
	return (&url.URL{Path: pad}).String()
}
