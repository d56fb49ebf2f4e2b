package scherm

import (
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// lees reads all that was typed, in pieces of n bytes.
func lees(t *testing.T, getypt string, n int) (stukken []string, einden int) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := io.WriteString(w, getypt); err != nil {
		t.Fatal(err)
	}
	w.Close()
	in := &invoer{File: r}
	in.eind = func() { einden++ }
	buf := make([]byte, n)
	for {
		n, err := in.Read(buf)
		if n > 0 {
			stukken = append(stukken, string(buf[:n]))
		}
		if err != nil {
			return stukken, einden
		}
	}
}

func TestNoLetterIsCutInTwo(t *testing.T) {
	const getypt = "één€👍 ëëëëë€€€€👍👍"
	for n := 5; n < 20; n++ {
		stukken, einden := lees(t, getypt, n)
		for _, stuk := range stukken {
			if !utf8.ValidString(stuk) {
				t.Errorf("reads of %d bytes give %q", n, stuk)
			}
		}
		if diff := cmp.Diff(getypt, strings.Join(stukken, "")); diff != "" {
			t.Errorf("reads of %d bytes (-want +got):\n%s", n, diff)
		}
		if einden != 1 {
			t.Errorf("the end of input was told %d times", einden)
		}
	}
}

func TestALetterThatComesInTwoPartsIsOne(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	in := &invoer{File: r}
	var stukken []string
	for _, deel := range []string{"\xe2", "\x82", "\xac"} {
		if _, err := io.WriteString(w, deel); err != nil {
			t.Fatal(err)
		}
		buf := make([]byte, 256)
		n, err := in.Read(buf)
		if err != nil {
			t.Fatal(err)
		}
		stukken = append(stukken, string(buf[:n]))
	}
	if diff := cmp.Diff([]string{"", "", "€"}, stukken); diff != "" {
		t.Errorf("reads (-want +got):\n%s", diff)
	}
}

func TestBytesThatAreNoLetterPassToo(t *testing.T) {
	const getypt = "a\xff\xc3b\xe2\x82"
	stukken, _ := lees(t, getypt, 6)
	if got := strings.Join(stukken, ""); got != getypt {
		t.Errorf("got %q; want %q", got, getypt)
	}
}
