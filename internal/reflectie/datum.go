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

// LeesDag reads a day as LeesDatum does, or as people call one that is to come:
// "dinsdag", "21 februari", "vrijdag 4 december", "morgen". It is the first one that
// is called so: a weekday after vandaag, a day and a month not before it.
func LeesDag(s string, vandaag Datum) (Datum, error) {
	if vandaag.IsZero() {
		return LeesDatum(s)
	}
	woorden := strings.Fields(strings.ToLower(s))
	if len(woorden) == 1 {
		if n := slices.Index([]string{"vandaag", "morgen", "overmorgen"}, woorden[0]); n >= 0 {
			return vandaag.na(n), nil
		}
	}
	if len(woorden) == 0 || !slices.Contains(weekdagen(), woorden[0]) {
		return vandaag.eerste(s)
	}
	if len(woorden) == 1 {
		n := 1
		for vandaag.na(n).weekdag() != woorden[0] {
			n++
		}
		return vandaag.na(n), nil
	}
	d, err := vandaag.eerste(strings.Join(woorden[1:], " "))
	if err == nil && d.weekdag() != woorden[0] {
		err = fmt.Errorf("%s is geen %s", d.Voluit(), woorden[0])
	}
	return d, err
}

// eerste reads a day; one without a year is the first that is not before d.
func (d Datum) eerste(s string) (Datum, error) {
	gelezen, err := LeesDatum(s)
	for jaar := d.Jaar; err != nil && jaar <= d.Jaar+8; jaar++ { // as long as 29 February can stay away
		if dag, geen := LeesDatum(fmt.Sprintf("%s %d", s, jaar)); geen == nil && dag.String() >= d.String() {
			return dag, nil
		}
	}
	return gelezen, err
}

// na returns the day so many days later.
func (d Datum) na(n int) Datum { return DatumVan(d.tijd().AddDate(0, 0, n)) }

func (d Datum) tijd() time.Time { return time.Date(d.Jaar, d.Maand, d.Dag, 0, 0, 0, 0, time.UTC) }

func (d Datum) weekdag() string { return weekdagen()[d.tijd().Weekday()] }

// MetWeekdag writes the day as people say one of which they want to be sure:
// "dinsdag 1 december 2026".
func (d Datum) MetWeekdag() string { return d.weekdag() + " " + d.Voluit() }

func weekdagen() []string {
	return []string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}
}

// isMaand reports whether somebody wrote a month, in full or by its first letters.
func isMaand(maand, woord string) bool {
	woord = strings.ToLower(woord)
	return len(woord) >= 3 && (strings.HasPrefix(maand, woord) || woord == "mrt" && maand == "maart")
}
