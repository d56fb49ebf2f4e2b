package reflectie

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Vorm says which shape an Antwoord has.
type Vorm int

// The shapes of an answer. A date, a choice and a line are texts.
const (
	Leeg Vorm = iota
	VormTekst
	VormLijst
	VormJaNee
)

// An Antwoord is what somebody answered to one question: a text, a list, or
// yes or no. The zero Antwoord is no answer.
type Antwoord struct {
	vorm  Vorm
	tekst string
	lijst []string
	ja    bool
}

// Tekst makes an answer of a text, in normal form. A text of white space alone is no answer.
func Tekst(s string) Antwoord {
	s = Normaal(s)
	if s == "" {
		return Antwoord{}
	}
	return Antwoord{vorm: VormTekst, tekst: s}
}

// Lijst makes an answer of the items that are not empty. No items make no answer.
func Lijst(items ...string) Antwoord {
	var lijst []string
	for _, item := range items {
		if item = Normaal(item); item != "" {
			lijst = append(lijst, item)
		}
	}
	if len(lijst) == 0 {
		return Antwoord{}
	}
	return Antwoord{vorm: VormLijst, lijst: lijst}
}

// JaNee makes an answer of yes or no.
func JaNee(ja bool) Antwoord { return Antwoord{vorm: VormJaNee, ja: ja} }

// Vorm reports the shape; Leeg when there is no answer.
func (a Antwoord) Vorm() Vorm { return a.vorm }

// IsZero reports whether there is no answer.
func (a Antwoord) IsZero() bool { return a.vorm == Leeg }

// Tekst returns the text, or "" when the answer has another shape.
func (a Antwoord) Tekst() string { return a.tekst }

// Lijst returns the items, or nil when the answer has another shape.
func (a Antwoord) Lijst() []string { return slices.Clone(a.lijst) }

// Ja returns yes as true; false also when the answer has another shape.
func (a Antwoord) Ja() bool { return a.ja }

// Woorden returns the answer as the words that conditions compare: the text,
// the items, or "ja" and "nee".
func (a Antwoord) Woorden() []string {
	switch a.vorm {
	case VormTekst:
		return []string{a.tekst}
	case VormLijst:
		return a.Lijst()
	case VormJaNee:
		if a.ja {
			return []string{"ja"}
		}
		return []string{"nee"}
	}
	return nil
}

// Equal reports whether a and b are the same answer.
func (a Antwoord) Equal(b Antwoord) bool {
	return a.vorm == b.vorm && a.tekst == b.tekst && a.ja == b.ja && slices.Equal(a.lijst, b.lijst)
}

// MarshalJSON writes a string, an array of strings, a boolean, or null.
func (a Antwoord) MarshalJSON() ([]byte, error) {
	switch a.vorm {
	case VormTekst:
		return EncodeJSON(a.tekst)
	case VormLijst:
		return EncodeJSON(a.lijst)
	case VormJaNee:
		return json.Marshal(a.ja)
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (a *Antwoord) UnmarshalJSON(data []byte) error {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	switch v := v.(type) {
	case nil:
		*a = Antwoord{}
	case string:
		*a = Tekst(v)
	case bool:
		*a = JaNee(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			s, ok := item.(string)
			if !ok {
				return fmt.Errorf("antwoord: onderdeel %d is geen tekst", i+1)
			}
			items[i] = s
		}
		*a = Lijst(items...)
	default:
		return fmt.Errorf("antwoord: geen tekst, lijst of ja of nee")
	}
	return nil
}

// Normaal brings a text into normal form: line ends become LF, and white space
// at the outer ends goes. Inside, nothing changes.
func Normaal(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimSpace(strings.ReplaceAll(s, "\r", "\n"))
}
