package markdown_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
)

func FuzzParse(f *testing.F) {
	vectoren, _ := filepath.Glob("testdata/vectoren/*.md")
	for _, pad := range vectoren {
		if data, err := os.ReadFile(pad); err == nil {
			f.Add(data)
		}
	}
	f.Add([]byte(kopje + "### x <!-- weeg:a.b -->\r\n>x\n```\n" + leeg))
	f.Add([]byte("---\n{weeg: 1, casus: a, werkvorm: b}\n---\n<!-- weeg:begin keuzes x -->\n> x\n<!-- weeg:eind keuzes -->\n" + leeg))
	f.Fuzz(func(t *testing.T, data []byte) {
		markdown.LeesPrivedelen("f.md", data)
		_, _ = markdown.LeesUittreksel("f.md", data)
		d, err := markdown.Parse("f.md", data)
		if err != nil {
			return
		}
		if !markdown.IsVan(data) && len(data) < 1000 {
			t.Fatalf("it parses, and is none of ours: %q", data)
		}
		d.Opmerkingen()
		d.Delen()
		d.Vers(casus.Definitie{}, markdown.Meta{})
		vers, err := d.Rewrite(casus.Definitie{}, d.Meta, d.Reflectie, d.Vervallen, markdown.Opties{Toch: true})
		if d.Gehavend || errors.Is(err, markdown.ErrNietAanTeVullen) {
			return
		}
		if err != nil {
			t.Fatalf("a rewrite of the same is refused: %v", err)
		}
		houdt(t, vers, d.Meta, d.Reflectie, d.Vervallen)
		d2 := lees(t, vers)
		if nog, err := d2.Rewrite(casus.Definitie{}, d2.Meta, d2.Reflectie, d2.Vervallen, markdown.Opties{Toch: true}); !d2.Gehavend && (err != nil || !bytes.Equal(nog, vers)) {
			t.Fatalf("a second rewrite changed bytes (%v):\n%q\n%q", err, vers, nog)
		}
	})
}

func FuzzAnswer(f *testing.F) {
	for _, s := range vijandig() {
		if len(s) < 2000 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		r := vol(s)
		houdt(t, markdown.Encode(eigenDefinitie(), metaProef, r, nil), metaProef, r, nil)
	})
}
