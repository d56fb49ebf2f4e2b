package strict_test

import (
	"strings"
	"testing"

	"ambt.example/weeg/internal/strict"
)

// No letter may turn into another, or into nothing, unless that is said.
func TestATextThatIsNoUTF8IsReadAndThatIsSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ data, want, als string }{
		{"café", "café", ""},
		{"\ufeffcafé", "café", ""},
		{"", "", ""},
		{"a", "a", ""},
		{"\ufffd", "\ufffd", ""},
		{"caf\xe9", "café", "Windows-1252"},
		{"\x93caf\xe9\x94 \x80 1", "“café” € 1", "Windows-1252"},
		{"\xe9\xe9n en één", "één en één", "Windows-1252"},
		{"\x81", "\ufffd", "Windows-1252"},
		{"\x80\x9f\xa0\xff", "€Ÿ\u00a0ÿ", "Windows-1252"},
		{"\xff\xfec\x00\xe9\x00\n\x00", "cé\n", "UTF-16"},
		{"\xfe\xff\x00c\x00\xe9\x00\n", "cé\n", "UTF-16"},
		{"c\x00a\x00f\x00", "caf", "UTF-16"},
		{"\x00c\x00a", "ca", "UTF-16"},
		{"\xff\xfe=\xd8\x00\xde", "😀", "UTF-16"},
		{"\xff\xfec\x00d", "c\ufffd", "UTF-16"},
	} {
		tekst, opmerking := strict.Ontcijfer([]byte(c.data))
		if tekst != c.want || !strings.Contains(opmerking, c.als) || (opmerking == "") != (c.als == "") {
			t.Errorf("%q is read as %q, %q; want %q as %q", c.data, tekst, opmerking, c.want, c.als)
		}
	}
}
