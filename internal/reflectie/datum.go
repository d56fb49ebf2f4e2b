package reflectie

import (
	"fmt"
	"slices"
	"strings"
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
	return fmt.Sprintf("%d %s %d", d.Dag, maandnamen()[d.Maand-1], d.Jaar)
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

// maandnamen are the months as people write them.
func maandnamen() []string {
	return []string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december"}
}

// LeesDatum reads a day as people and other tools write it: 2026-11-21,
// 21-11-2026, 21-11-26, 21 november 2026, or a time at midnight of that day.
func LeesDatum(s string) (Datum, error) {
	for _, vorm := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateTime} {
		if t, err := time.Parse(vorm, s); err == nil && t.Hour()+t.Minute()+t.Second() == 0 {
			return DatumVan(t), nil
		}
	}
	delen := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/. ", r) })
	if len(delen) != 3 {
		return ParseDatum(s)
	}
	if len(delen[0]) != 4 {
		slices.Reverse(delen)
	}
	if len(delen[0]) == 2 {
		delen[0] = "20" + delen[0]
	}
	if i := slices.IndexFunc(maandnamen(), func(m string) bool { return isMaand(m, delen[1]) }); i >= 0 {
		delen[1] = fmt.Sprint(i + 1)
	}
	return ParseDatum(fmt.Sprintf("%s-%02s-%02s", delen[0], delen[1], delen[2]))
}

// LeesDag reads a day as LeesDatum does, or by a name that it has only once in the
// days after vandaag: "dinsdag", "21 februari", "vrijdag 4 december", "morgen".
func LeesDag(s string, vandaag Datum) (Datum, error) {
	d, err := LeesDatum(s)
	if err == nil || vandaag.IsZero() {
		return d, err
	}
	woorden := strings.Fields(strings.ToLower(s))
	nu := time.Date(vandaag.Jaar, vandaag.Maand, vandaag.Dag, 0, 0, 0, 0, time.UTC)
	for n := 1; n <= 366; n++ {
		t := nu.AddDate(0, 0, n)
		if heet(t, woorden) || n <= 2 && slices.Equal(woorden, []string{[]string{"morgen", "overmorgen"}[n-1]}) {
			return DatumVan(t), nil
		}
	}
	return d, err
}

// heet reports whether people call a day so: by its weekday, its day and month, or both.
func heet(t time.Time, woorden []string) bool {
	weekdag := []string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}[t.Weekday()]
	if len(woorden) > 0 && woorden[0] == weekdag {
		if woorden = woorden[1:]; len(woorden) == 0 {
			return true
		}
	}
	isDag := len(woorden) >= 2 && woorden[0] == fmt.Sprint(t.Day()) && isMaand(maandnamen()[t.Month()-1], woorden[1])
	return isDag && (len(woorden) == 2 || len(woorden) == 3 && woorden[2] == fmt.Sprint(t.Year()))
}

// isMaand reports whether somebody wrote a month, in full or by its first letters.
func isMaand(maand, woord string) bool {
	woord = strings.ToLower(woord)
	return len(woord) >= 3 && (strings.HasPrefix(maand, woord) || woord == "mrt" && maand == "maart")
}
