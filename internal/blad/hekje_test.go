package blad

import (
	"strings"
	"testing"
)

// Who fills in a sheet and leaves the # where it stood, or gets one before a line of
// an answer, hears where; a sheet as it was made gives no remark.
func TestWhatWasWrittenBehindAHekjeOfTheSheetIsTold(t *testing.T) {
	def := klein(t)
	vers := string(Schrijf(def))
	lees := func(tekst string) string {
		kop, err := ParseKop("blad.yaml", []byte(tekst))
		if err != nil {
			t.Fatal(err)
		}
		b, err := kop.Parse(def)
		if err != nil {
			t.Fatal(err)
		}
		if b.Opmerkingen == nil {
			return ""
		}
		return b.Opmerkingen.Error()
	}
	if got := lees(vers); got != "" {
		t.Errorf("the empty sheet says %s", got)
	}
	i := strings.Index(vers, "#     ")
	j := i + strings.Index(vers[i:], "\n")
	for naam, tekst := range map[string]string{
		"an example that was filled in": vers[:j] + " Dan moet Otto wachten." + vers[j:],
		"a line more":                   vers[:j+1] + "# Dan moet Otto wachten.\n" + vers[j+1:],
		"behind an answer":              strings.Replace(vers, "doen: |\n", "doen: |\n    Bellen.\n# En schrijven.\n", 1),
		"the line ends of Windows":      strings.ReplaceAll(vers[:j+1]+"# Dan moet Otto wachten.\n"+vers[j+1:], "\n", "\r\n"),
	} {
		if got := lees(tekst); strings.Count(got, "achter een #") != 1 {
			t.Errorf("%s says %q", naam, got)
		}
	}
	anders := strings.Replace(vers[:j+1]+"# Zo stond de vraag er vroeger.\n"+vers[j+1:], "# Blad ", "# Blad 0", 1)
	if got := lees(anders); got != "" {
		t.Errorf("a sheet of other words says %s", got)
	}
	if got := lees(strings.Replace(vers, "doen: |\n", "doen: |\n    # Een kop die ik zo schrijf.\n", 1)); got != "" {
		t.Errorf("a # within an answer says %s", got)
	}
}
