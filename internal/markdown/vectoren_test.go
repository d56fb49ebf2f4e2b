package markdown_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// vector compares what is read of a file with the one beside it that ends so;
// there is none where nothing is to be said.
func vector(t *testing.T, pad, einde string, got []byte) {
	t.Helper()
	pad = strings.TrimSuffix(pad, ".md") + einde
	if len(got) > 0 {
		naam, err := filepath.Rel("testdata", pad)
		if err != nil {
			t.Fatal(err)
		}
		gouden(t, naam, got)
		return
	}
	if *update {
		_ = os.Remove(pad)
	}
	if _, err := os.Stat(pad); err == nil {
		t.Errorf("%s is there, and nothing of the kind is read", pad)
	}
}

func TestVectors(t *testing.T) {
	t.Parallel()
	paden, err := filepath.Glob("testdata/vectoren/*.md")
	if err != nil || len(paden) < 15 {
		t.Fatalf("%d vectors, %v", len(paden), err)
	}
	uitleg, err := os.ReadFile("testdata/vectoren/LEESMIJ.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, pad := range paden {
		naam := strings.TrimSuffix(filepath.Base(pad), ".md")
		if naam == "LEESMIJ" {
			continue
		}
		t.Run(naam, func(t *testing.T) {
			t.Parallel()
			if !bytes.Contains(uitleg, []byte("- `"+naam+"`: ")) {
				t.Error("LEESMIJ.md does not say what it shows")
			}
			data, err := os.ReadFile(pad)
			if err != nil {
				t.Fatal(err)
			}
			leesVector(t, pad, data)
		})
	}
}

func leesVector(t *testing.T, pad string, data []byte) {
	t.Helper()
	d, err := markdown.Parse(filepath.Base(pad), data)
	if err != nil {
		vector(t, pad, ".fout", []byte(err.Error()+"\n"))
		vector(t, pad, ".json", nil)
		return
	}
	als := func(v any) []byte {
		b, err := reflectie.EncodeJSON(v)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	vector(t, pad, ".fout", nil)
	vector(t, pad, ".json", als(d.Reflectie))
	var opmerkingen, vervallen []byte
	if o := strict.Bevindingen(d.Opmerkingen()); len(o) > 0 {
		opmerkingen = []byte(o.Error() + "\n")
	}
	if len(d.Vervallen) > 0 {
		vervallen = als(d.Vervallen)
	}
	vector(t, pad, ".opmerkingen", opmerkingen)
	vector(t, pad, ".vervallen.json", vervallen)
	nieuw, err := d.Rewrite(casus.Definitie{}, d.Meta, d.Reflectie, d.Vervallen, markdown.Opties{})
	switch {
	case d.Gehavend && errors.As(err, new(*markdown.GehavendFout)):
	case err != nil:
		t.Errorf("a rewrite of the same is refused: %v", err)
	case !bytes.Equal(nieuw, data):
		t.Errorf("a rewrite of the same changed the file:\n%s", nieuw)
	}
}
