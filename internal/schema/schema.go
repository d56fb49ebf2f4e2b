// Package schema writes what a reader takes as a JSON Schema (2020-12), for editors that
// help while one types.
//
// It knows no format by itself: what there is, a strict.Vorm says, which comes from the
// reader. What hangs on another file or on the order of the questions, no schema can say;
// that is for weeg controleer.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"

	"ambt.example/weeg/internal/strict"
)

// Scalars says how a text is written.
type Scalars bool

// In YAML a text is any scalar, as it is written, and yes and no are words too; null is
// nothing. In JSON each has a type of its own.
const (
	YAML Scalars = false
	JSON Scalars = true
)

// Maak writes the schema of a file that has one of these forms.
func Maak(titel string, s Scalars, vormen ...strict.Vorm) []byte {
	m := &maker{scalars: s, keren: map[string]int{}, namen: map[string]string{}, defs: map[string]*deel{}}
	var delen []*deel
	for _, v := range vormen {
		m.tel("", v)
		delen = append(delen, m.heel(v))
	}
	heel := delen[0]
	if len(delen) > 1 {
		heel = &deel{AnyOf: delen}
	}
	heel.Schema, heel.Titel, heel.Defs = "https://json-schema.org/draft/2020-12/schema", titel, m.defs
	var uit bytes.Buffer
	enc := json.NewEncoder(&uit)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(heel); err != nil {
		panic("schema: plain data always becomes JSON: " + err.Error())
	}
	return uit.Bytes()
}

// A deel is a part of a schema.
type deel struct {
	Schema string `json:"$schema,omitempty"`
	Titel  string `json:"title,omitempty"`

	Ref      string `json:"$ref,omitempty"`
	Type     typen  `json:"type,omitempty"`
	Enum     []any  `json:"enum,omitempty"`
	Pattern  string `json:"pattern,omitempty"`
	Minimum  *int   `json:"minimum,omitempty"`
	Maximum  int    `json:"maximum,omitempty"`
	MinItems int    `json:"minItems,omitempty"`
	MaxItems int    `json:"maxItems,omitempty"`
	Items    *deel  `json:"items,omitempty"`

	Properties velden   `json:"properties,omitempty"`
	Required   []string `json:"required,omitempty"`
	Anders     any      `json:"additionalProperties,omitempty"` // false, or what it is

	AnyOf []*deel `json:"anyOf,omitempty"`
	AllOf []*deel `json:"allOf,omitempty"`
	If    *deel   `json:"if,omitempty"`
	Then  *deel   `json:"then,omitempty"`
	Not   *deel   `json:"not,omitempty"`

	Defs map[string]*deel `json:"$defs,omitempty"`
}

// typen are the types that something can have.
type typen []string

// MarshalJSON writes one by itself.
func (t typen) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// velden are properties in the order in which people write them.
type velden []veld

type veld struct {
	naam string
	deel *deel
}

// MarshalJSON writes them as an object.
func (v velden) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, veld := range v {
		if i > 0 {
			b.WriteByte(',')
		}
		naam, err := json.Marshal(veld.naam)
		if err != nil {
			return nil, err
		}
		waarde, err := json.Marshal(veld.deel)
		if err != nil {
			return nil, err
		}
		b.Write(naam)
		b.WriteByte(':')
		b.Write(waarde)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// A maker makes the parts of one schema. What stands in it more than once, stands once.
type maker struct {
	scalars Scalars
	keren   map[string]int    // how often a block comes, by what it is
	namen   map[string]string // what it is called, by the same
	defs    map[string]*deel
}

// teken is what a form is, so that two of the same are told.
func teken(v strict.Vorm) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic("schema: plain data always becomes JSON: " + err.Error())
	}
	return string(data)
}

// tel counts the blocks, and gives each that comes twice a name.
func (m *maker) tel(naam string, v strict.Vorm) {
	if v.Soort == strict.VormBlok && len(v.Velden) > 0 {
		t := teken(v)
		if m.keren[t]++; m.keren[t] == 2 {
			m.namen[t] = m.vrij(naam)
		}
	}
	for _, veld := range v.Velden {
		m.tel(veld.Naam, veld.Vorm)
	}
	for _, item := range v.Items {
		m.tel(naam, *item)
	}
}

// vrij is a name that no other block has.
func (m *maker) vrij(naam string) string {
	bezet := map[string]bool{}
	for _, n := range m.namen {
		bezet[n] = true
	}
	vrij := naam
	for i := 2; bezet[vrij]; i++ {
		vrij = fmt.Sprintf("%s-%d", naam, i)
	}
	return vrij
}

// maak makes the part of a form. One that need not be there may be nothing.
func (m *maker) maak(v strict.Vorm, moet bool) *deel {
	d := m.zonderNiets(v, moet)
	if v.Blanco && m.scalars == YAML {
		d = blanco(d)
	}
	if moet || m.scalars == JSON {
		return d
	}
	return ofNiets(d)
}

// ofNiets is what d is, or null.
func ofNiets(d *deel) *deel {
	switch {
	case d.Ref != "" || len(d.AnyOf) > 0:
		return &deel{AnyOf: []*deel{d, {Type: typen{"null"}}}}
	case len(d.Enum) > 0:
		d.Enum = append(d.Enum, nil)
	case len(d.Type) > 0:
		d.Type = append(d.Type, "null")
	}
	return d
}

// blanco is what d is, or white space.
func blanco(d *deel) *deel {
	if len(d.Enum) > 0 {
		d.Enum = append(d.Enum, "")
		return d
	}
	return &deel{AnyOf: []*deel{d, {Type: typen{"string"}, Pattern: leeg}}}
}

// leeg matches white space alone.
const leeg = `^\s*$`

func (m *maker) zonderNiets(v strict.Vorm, moet bool) *deel {
	switch v.Soort {
	case strict.VormTekst:
		return m.tekst(v, moet)
	case strict.VormGetal:
		d := &deel{Type: typen{"integer"}, Maximum: v.Meest}
		if v.Minst > 0 {
			d.Minimum = &v.Minst
		}
		return d
	case strict.VormJaNee:
		return m.jaNee()
	case strict.VormLijst:
		return m.lijst(v)
	case strict.VormBlok:
		t := teken(v)
		naam, isVaker := m.namen[t]
		if !isVaker {
			return m.blok(v)
		}
		if m.defs[naam] == nil {
			m.defs[naam] = &deel{} // so that none is made in itself
			m.defs[naam] = m.blok(v)
		}
		return &deel{Ref: "#/$defs/" + naam}
	}
	return &deel{}
}

func (m *maker) tekst(v strict.Vorm, moet bool) *deel {
	if len(v.Mag) > 0 {
		d := &deel{}
		for _, woord := range v.Mag {
			d.Enum = append(d.Enum, woord)
		}
		if !moet && m.scalars == YAML {
			d.Enum = append(d.Enum, "")
		}
		return d
	}
	d := &deel{Type: typen{"string"}, Pattern: v.Patroon}
	if m.scalars == JSON {
		return d
	}
	if !moet && v.Patroon != "" {
		d.Pattern = leeg + "|" + v.Patroon
	}
	past := regexp.MustCompile(v.Patroon).MatchString // which other scalars read as such a text
	switch {
	case past("2.5"):
		d.Type = append(d.Type, "number")
	case past("1"):
		d.Type = append(d.Type, "integer")
	}
	if len(d.Type) > 1 && !past("-1") {
		d.Minimum = new(int)
	}
	if past("true") {
		d.Type = append(d.Type, "boolean")
	}
	return d
}

func (m *maker) jaNee() *deel {
	if m.scalars == JSON {
		return &deel{Type: typen{"boolean"}}
	}
	return &deel{Enum: []any{true, false, "ja", "nee", "Ja", "Nee", "JA", "NEE"}}
}

func (m *maker) lijst(v strict.Vorm) *deel {
	d := &deel{Type: typen{"array"}, MinItems: v.Lang, MaxItems: v.Lang}
	var soorten []*deel
	for _, item := range v.Items {
		s := m.zonderNiets(*item, true)
		if v.Lang == 0 && m.scalars == YAML { // what is null in a list is left out
			s = ofNiets(s)
		}
		soorten = append(soorten, s)
	}
	switch len(soorten) {
	case 0:
	case 1:
		d.Items = soorten[0]
	default:
		d.Items = &deel{AnyOf: soorten}
	}
	return d
}

// heel is the part of a whole file, which never refers to another.
func (m *maker) heel(v strict.Vorm) *deel {
	if v.Soort == strict.VormLijst {
		return m.lijst(v)
	}
	return m.blok(v)
}

func (m *maker) blok(v strict.Vorm) *deel {
	d := &deel{Type: typen{"object"}}
	switch {
	case !v.Open:
		d.Anders = false
	case v.Anders != nil:
		d.Anders = m.maak(*v.Anders, false)
	}
	for _, veld := range v.Velden {
		d.Properties = append(d.Properties, m.veld(veld))
		if veld.Moet {
			d.Required = append(d.Required, veld.Naam)
		}
		for _, bij := range veld.MoetBij {
			d.AllOf = append(d.AllOf, moetBij(veld.Naam, bij))
		}
	}
	return d
}

func (m *maker) veld(v *strict.Veldvorm) veld { return veld{v.Naam, m.maak(v.Vorm, v.Moet)} }

// moetBij says that a field must be there where another has a value.
func moetBij(naam string, bij strict.Bij) *deel {
	is := func(veldnaam, waarde string) *deel {
		return &deel{Properties: velden{{veldnaam, &deel{Enum: []any{waarde}}}}, Required: []string{veldnaam}}
	}
	als := is(bij.Veld, bij.Is)
	if bij.Tenzij != "" {
		als.Not = is(bij.Tenzij, bij.TenzijWaarde)
	}
	return &deel{If: als, Then: &deel{Properties: velden{{naam, &deel{Not: &deel{Type: typen{"null"}}}}}, Required: []string{naam}}}
}
