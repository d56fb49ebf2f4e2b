//go:build !linux

package archief

import (
	"os"
	"testing"
)

// niemand is the user that owns no files.
const niemand = 65534

// alsGewoneGebruiker does what somebody without special rights does. Only Linux
// can give those up for one thread; root cannot do so here.
func alsGewoneGebruiker(t *testing.T, _ string, doe func()) {
	t.Helper()
	if os.Geteuid() <= 0 {
		t.Skip("root may read and write everything, and Windows has no such modes")
	}
	doe()
}
