package cli

import (
	"testing"
	"time"
)

// Nobody looks back at work on a day on which they are free.
func TestADayToLookBackIsADayOnWhichPeopleWork(t *testing.T) {
	for dag, want := range map[string]string{
		"2026-11-27": "2026-12-28", // four weeks on is Christmas, a Friday
		"2026-11-28": "2026-12-28",
		"2026-11-30": "2026-12-28",
		"2026-12-04": "2027-01-04",
		"2026-12-01": "2026-12-29",
	} {
		van, err := time.Parse(time.DateOnly, dag)
		if err != nil {
			t.Fatal(err)
		}
		if got := werkdag(van.AddDate(0, 0, 28)).String(); got != want {
			t.Errorf("four weeks after %s it is %s, want %s", dag, got, want)
		}
	}
	van := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	if got := werkdag(naMaanden(van, 3)).String(); got != "2027-03-01" { // 28 February is a Sunday
		t.Errorf("three months after 30 November it is %s", got)
	}
}
