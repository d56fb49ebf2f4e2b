package archief_test

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"ambt.example/weeg/internal/archief"
)

func TestWhatIsReadAtTheSameTimeComesInTheOrderOfTheNames(t *testing.T) {
	var lijst, got []int
	for i := range 1000 {
		lijst = append(lijst, i)
	}
	for i, dubbel := range archief.Tegelijk(lijst, func(i int) int {
		for range i % 7 {
			runtime.Gosched()
		}
		return 2 * i
	}) {
		if got = append(got, i); dubbel != 2*i {
			t.Fatalf("of %d comes %d", i, dubbel)
		}
	}
	if !slices.Equal(got, lijst) {
		t.Errorf("the order is %v", got)
	}
	for range archief.Tegelijk(nil, func(i int) int { return i }) {
		t.Error("of nothing comes something")
	}
}

// However long the list is, only a few wait for who takes them; and who stops leaves
// nobody working.
func TestReadingRunsAFewFilesAheadAndStopsWithWhoTakesThem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var gelezen atomic.Int64
		genomen := 0
		for range archief.Tegelijk(make([]int, 1000), func(int) bool { gelezen.Add(1); return true }) {
			genomen++
			synctest.Wait() // until all that read wait to be taken from
			if n := int(gelezen.Load()) - genomen; n > 2*runtime.GOMAXPROCS(0) {
				t.Fatalf("%d wait after %d", n, genomen)
			}
			if genomen == 10 {
				break
			}
		}
		synctest.Wait()
		if n := int(gelezen.Load()) - genomen; n > 2*runtime.GOMAXPROCS(0) {
			t.Errorf("%d more are read after the stop", n)
		}
	}) // which fails where somebody is left
}
