package cli

import (
	"fmt"
	"testing"
	"time"

	"ambt.example/weeg/internal/reflectie"
)

// Before a question comes back, all others were there; and the next round has
// another order.
func TestNoQuestionOfTheDayRepeatsUntilAllWereUsed(t *testing.T) {
	var vragen []dagvraag
	for i := range 37 {
		vragen = append(vragen, dagvraag{vraag: fmt.Sprint("Vraag ", i, "?")})
	}
	begin := time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)
	for int(begin.Unix()/86400)%len(vragen) != 0 { // the first day of a round
		begin = begin.AddDate(0, 0, 1)
	}
	var rondes [3]string
	gisteren := ""
	for ronde := range rondes {
		gezien := map[string]bool{}
		for dag := range vragen {
			d := reflectie.DatumVan(begin.AddDate(0, 0, ronde*len(vragen)+dag))
			v := vanDeDag(vragen, d).vraag
			if gezien[v] {
				t.Errorf("round %d, day %d: %q comes again", ronde, dag, v)
			}
			if v == gisteren {
				t.Errorf("round %d, day %d: %q comes two days in a row", ronde, dag, v)
			}
			gezien[v], gisteren = true, v
			rondes[ronde] += v
			if nog := vanDeDag(vragen, d).vraag; nog != v {
				t.Errorf("one day has two questions: %q and %q", v, nog)
			}
		}
	}
	for _, n := range []int{1, 2, 3, 37} { // also on a clock that stands before its first day
		vanDeDag(vragen[:n], reflectie.Datum{Jaar: 1969, Maand: 12, Dag: 31})
	}
	if rondes[0] == rondes[1] || rondes[1] == rondes[2] {
		t.Error("each round has the same order")
	}
}
