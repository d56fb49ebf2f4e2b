//go:build unix

package scherm

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNoKeyIsCutInTwo(t *testing.T) {
	const getypt = "een\x1b[A\x1b[1;5Dtwee\x1bOP\x1b[200~drie\x1b[201~\x1bb\x1b\x1b[C\t"
	heel := regexp.MustCompile(`^(\x1b?(\x1b(\[[0-9;]*[A-Z~]|O[A-Z])|[a-z\t]))*$`)
	for n := 24; n < 64; n++ {
		stukken, _ := lees(t, getypt, n)
		for _, stuk := range stukken {
			if !heel.MatchString(stuk) {
				t.Errorf("reads of %d bytes give %q", n, stuk)
			}
		}
		if diff := cmp.Diff(getypt, strings.Join(stukken, "")); diff != "" {
			t.Errorf("reads of %d bytes (-want +got):\n%s", n, diff)
		}
	}
}
