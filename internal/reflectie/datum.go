package reflectie

import (
	"fmt"
	"time"
)

// A Datum is a local day. The zero Datum is no day.
type Datum struct {
	Jaar  int
	Maand time.Month
	Dag   int
}

// DatumVan returns the local day of t.
func DatumVan(t time.Time) Datum {
	jaar, maand, dag := t.Date()
	return Datum{jaar, maand, dag}
}

// ParseDatum reads a day written as JJJJ-MM-DD that stands in the calendar.
func ParseDatum(s string) (Datum, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Datum{}, fmt.Errorf("%q is geen datum; schrijf jaar-maand-dag, zoals 2026-11-21", s)
	}
	return DatumVan(t), nil
}

// IsZero reports whether there is no day.
func (d Datum) IsZero() bool { return d == Datum{} }

// String writes the day as JJJJ-MM-DD, or "" when there is none.
func (d Datum) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Jaar, d.Maand, d.Dag)
}

// Voluit writes the day as people say it: "21 november 2026".
func (d Datum) Voluit() string {
	if d.IsZero() {
		return ""
	}
	maanden := [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december"}
	return fmt.Sprintf("%d %s %d", d.Dag, maanden[d.Maand-1], d.Jaar)
}

// MarshalText writes the day as String does.
func (d Datum) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Datum) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*d = Datum{}
		return nil
	}
	*d, err = ParseDatum(string(text))
	return err
}
