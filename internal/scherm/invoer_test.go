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

// What may be the begin of another key is one by itself when nothing follows.
func TestEscapeDoesNotWaitForAnotherKey(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	in, buf := &invoer{File: r}, make([]byte, 256)
	for _, toets := range []string{"\x1b", "\x1b[", "a\x1b"} {
		if _, err := io.WriteString(w, toets); err != nil {
			t.Fatal(err)
		}
		if n, err := in.Read(buf); string(buf[:n]) != toets {
			t.Errorf("of %q comes %q, %v", toets, buf[:n], err)
		}
	}
}

func TestBytesThatAreNoLetterPassToo(t *testing.T) {
	const getypt = "a\xff\xc3b\xe2\x82"
	stukken, _ := lees(t, getypt, 6)
	if got := strings.Join(stukken, ""); got != getypt {
		t.Errorf("got %q; want %q", got, getypt)
	}
}

// The reader of bubbletea reads a paste anew from its begin with each read, so a
// long one comes in pieces: all of it, in order, and no line end or letter cut.
func TestALongPasteComesInPieces(t *testing.T) {
	if testing.Short() {
		t.Skip("much, and one read after another")
	}
	tekst := strings.Repeat("één regel\r\nen nog een \x1b[Aregel\r", 10_000)
	for _, n := range []int{5, 7, 256} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		go func() {
			_, _ = io.WriteString(w, "voor"+beginPlak+tekst+eindPlak+"na")
			w.Close()
		}()
		i, buf, got := &invoer{File: r}, make([]byte, n), ""
		var b strings.Builder
		for err == nil {
			var m int
			m, err = i.Read(buf)
			b.Write(buf[:m])
		}
		got = b.String()
		stukken := strings.Split(got, eindPlak+beginPlak)
		if strings.Join(stukken, "") != "voor"+beginPlak+tekst+eindPlak+"na" {
			t.Fatalf("of reads of %d something else came than was typed", n)
		}
		for _, stuk := range stukken {
			if len(stuk) > maxPlak+1024 || !utf8.ValidString(stuk) || strings.HasSuffix(stuk, "\r") {
				t.Errorf("of reads of %d a piece has %d bytes, and ends in %q", n, len(stuk), stuk[max(0, len(stuk)-8):])
			}
		}
		if len(stukken) < 3 {
			t.Errorf("of reads of %d it comes in %d pieces", n, len(stukken))
		}
	}
}
