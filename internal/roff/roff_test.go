package roff

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPageHasTheMacrosOfMan(t *testing.T) {
	t.Parallel()
	b := New("weeg-casus", 1, "2026-11-29", "weeg 0.1", "Handleiding van Weeg")
	b.Kop("NAAM")
	b.Naam("weeg-casus", "Toon de casussen")
	b.Kop("GEBRUIK")
	b.Alinea("Typ `weeg casus lijst` om te kiezen.")
	b.Begrip("--naar BESTAND", "schrijf naar een nieuw bestand")
	b.Punt("een punt")
	b.Tussenkop("weeg casus lijst")
	b.Letterlijk("  weeg casus lijst\n\n# klaar\n")
	b.Alinea("Deze alinea is zo lang dat zij niet op één regel van het bestand past, en daarna gaat zij verder.")
	want := `.TH WEEG-CASUS 1 2026-11-29 "weeg 0.1" "Handleiding van Weeg"
.nh
.ad l
.ss 12 0
.SH "NAAM"
weeg\-casus \- Toon de casussen
.SH "GEBRUIK"
Typ \fBweeg casus lijst\fR om te kiezen.
.TP
\fB\-\-naar BESTAND\fR
schrijf naar een nieuw bestand
.IP \(bu 2
een punt
.SS "weeg casus lijst"
.nf
\&  weeg casus lijst
\&
# klaar
.fi
.PP
Deze alinea is zo lang dat zij niet op één regel van het bestand
past, en daarna gaat zij verder.
`
	if d := cmp.Diff(want, string(b.Bytes())); d != "" {
		t.Errorf("wanted (-) and written (+):\n%s", d)
	}
}

func TestNoTextCommandsTheFormatter(t *testing.T) {
	t.Parallel()
	for tekst, want := range map[string]string{
		".so /etc/passwd": "\\&.so /etc/passwd\n",
		"'br":             "\\(aqbr\n",
		`C:\fB\weeg`:      "C:\\efB\\eweeg\n",
		"Deze alinea is precies zo lang dat de volgende regel met een punt zou beginnen: .br en meer": "Deze alinea is precies zo lang dat de volgende regel met een punt zou beginnen:\n\\&.br en meer\n",
		"een\n.br":          "een .br\n",
		"`.de x`":           "\\fB.de x\\fR\n",
		"\x1b[2J":           "[2J\n",
		"":                  "\\&\n",
		`"aanhaling" ~ ^`:   "\\(dqaanhaling\\(dq \\(ti \\(ha\n",
		"--naar, tab-toets": "\\-\\-naar, tab\\-toets\n",
	} {
		if got := lijnen(tekst); got != want {
			t.Errorf("%q becomes %q, not %q", tekst, got, want)
		}
	}
	if got, want := argument("a\"b\n.br"), `"a\(dqb .br"`; got != want {
		t.Errorf("an argument becomes %s, not %s", got, want)
	}
}
