package citaat

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func lijnenVan(s string) []string { return strings.Split(s, "\n") }

func TestHostileAnswersStandInTheFileAsInTheExample(t *testing.T) {
	t.Parallel()
	lees := func(naam string) string {
		data, err := os.ReadFile("testdata/" + naam)
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSuffix(string(data), "\n")
	}
	tekst, citaat := lees("vijandig.txt"), lees("vijandig.md")
	if diff := cmp.Diff(citaat, Schrijf(tekst)); diff != "" {
		t.Errorf("written otherwise (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(tekst, Lees(lijnenVan(citaat))); diff != "" {
		t.Errorf("read otherwise (-want +got):\n%s", diff)
	}
}

func TestWhatIsTypedStandsInTheFileSo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ naam, tekst, citaat string }{
		{"nothing", "", ">"},
		{"a line break", "Donderdag, half vijf.\nVier branders aan.", "> Donderdag, half vijf.\\\n> Vier branders aan."},
		{"paragraphs", "een\n\n\ntwee", "> een\n>\n>\n> twee"},
		{"a path", `C:\map\`, `> C:\map&#92;`},
		{"a path before a line break", "C:\\map\\\nen", "> C:\\map&#92;\\\n> en"},
		{"a backslash where a line may be wrapped", `a \ b\c`, `> a &#92; b\c`},
		{"two backslashes", "a\\\\\nb", "> a&#92;&#92;\\\n> b"},
		{"an address before a line break", "zie https://x.nl\nen www.x.nl \nen a@b.nl\ndus",
			"> zie https://x.nl \\\n> en www.x.nl  \\\n> en a@b.nl\\\n> dus"},
		{"an address before a blank line", "https://x.nl\n\nen", "> https://x.nl\n>\n> en"},
		{"less than", "3 < 4, <3, x<y, </p>, <!-- en <?", "> 3 < 4, <3, x&lt;y, &lt;/p>, &lt;!-- en &lt;?"},
		{"an escaped tag", `\<b> \< c`, `> &#92;&lt;b> &#92;< c`},
		{"our own escapes", "&lt; &amp;lt; &#92; &#94; &#58; &#7; &copy; &#60; &#092;",
			"> &amp;lt; &amp;amp;lt; &amp;#92; &amp;#94; &amp;#58; &amp;#7; &copy; &#60; &#092;"},
		{"footnotes of pandoc", "a^[x] [^[y]] \\[^1] \\\\^[z]", "> a&#94;[x] &#91;&#94;[y]] &#92;&#91;^1] &#92;&#92;&#94;[z]"},
		{"footnotes and link definitions", "a[^1]\n\n[^1]: x\n[b]: y", "> a&#91;^1]\n>\n> &#91;^1]&#58; x\\\n> [b]&#58; y"},
		{"control characters", "a\x00\x1b[31m\u0085\x7f\tb", "> a&#0;&#27;[31m&#133;&#127;\tb"},
		{"what is no UTF-8", "a\xff\xfeb", "> a\ufffdb"},
		{"line ends of other systems", "a\r\nb\rc", "> a\\\n> b\\\n> c"},
		{"outer white space", "\n  a\n ", "> a"},
		{"a date that looks like an item", "Het was\n14. april\nen koud", "> Het was\\\n> 14. april\\\n> en koud"},
		{"an item after a paragraph", "Zij:\n- a\n- b\nik", "> Zij:\n> - a\n> - b\\\n> ik"},
		{"an ordered list", "1. a\n2. b\n   c\n10. d", "> 1. a\n> 2. b\\\n>    c\n> 10. d"},
		{"a heading", "# a\nb\n## c\nd", "> # a\n> b\n> ## c\n> d"},
		{"a heading by an underline", "a\nb\n---\nc\nd", "> a\\\n> b\n> ---\n> c\\\n> d"},
		{"rules", "a\n***\nb", "> a\n> ***\n> b"},
		{"a fence", "a\n```\nb\\\nc\n```\nd\ne", "> a\n> ```\n> b&#92;\n> c\n> ```\n> d\\\n> e"},
		{"a fence in an item", "- ```\n  a\n  b\n  ```\n  c\n  d", "> - ```\n>   a\n>   b\n>   ```\n>   c\\\n>   d"},
		{"a fence that is never closed", "~~~\na\nb", "> ~~~\n> a\n> b"},
		{"code by indentation", "a\n\n    b\n    c\n\nd", "> a\n>\n>     b\n>     c\n>\n> d"},
		{"an indented line of a paragraph", "a\n    b\n\tc", "> a\\\n>     b\\\n> \tc"},
		{"a table after a line", "a\nb\n|c|d|\n|-|-|\n|e|f|\ng", "> a\\\n> b\n> |c|d|\n> |-|-|\n> |e|f|\n> g"},
		{"no table", "a | b\nc | d", "> a | b\\\n> c | d"},
		{"no table, with too few columns", "a | b\n|-|\nc", "> a | b\\\n> |-|\\\n> c"},
		{"no table, but it would be with a backslash", "a|\n|-|-|\nb", "> a|\n> |-|-|\n> b"},
		{"no table, since its rule is lazy", "- a\n|-|\nb", "> - a\\\n> |-|\\\n> b"},
		{"a table with a bar in a cell", "a \\| b\n|-|\nc", "> a \\| b\n> |-|\n> c"},
		{"a quote", "a\n> b\n> c\nd\n\ne", "> a\n> > b\n> > c\\\n> d\n>\n> e"},
		{"a mark alone in a paragraph", "a\n1. \nb", "> a\\\n> 1. \n> b"},
		{"a mark alone with code under it", "-\n\n    a\n    b", "> -\n>\n>     a\n>     b"},
		{"white space alone", "a\n  \nb", "> a\n>   \n> b"},
		{"a tab that makes code in a quote", "-\n  \tx\n  \ty", "> -\n>   \tx\n>   \ty"},
	} {
		t.Run(c.naam, func(t *testing.T) {
			if diff := cmp.Diff(c.citaat, Schrijf(c.tekst)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			komtTerug(t, c.tekst)
		})
	}
}

func TestReadingForgivesFormattersAndHands(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ naam, citaat, tekst string }{
		{"a wrapped paragraph", "> een \n>   twee\n> drie\\\n> vier\n> vijf", "een twee drie\nvier vijf"},
		{"two spaces at the end", "> een  \n> twee    \n> drie", "een\ntwee\ndrie"},
		{"lazy lines", "> een\ntwee\\\n   drie", "een twee\ndrie"},
		{"a mark without a space", ">een\\\n   >twee\n>\tdrie", "een\ntwee drie"},
		{"a wrapped item", "> - een\n>   twee\n> - drie", "- een twee\n- drie"},
		{"lines of code", "> ```\n> a\n> b  \n> ```", "```\na\nb  \n```"},
		{"rows of a table", "> | a |\n> |---|\n> | b |\n> | c |", "| a |\n|---|\n| b |\n| c |"},
		{"lines of a quote", "> > a\n> > b\n> c", "> a\n> b c"},
		{"another escape of <", `> een \<b> en &lt;/b>`, "een <b> en </b>"},
		{"a tag", "> <b>een</b>\n> twee", "<b>een</b> twee"},
		{"a backslash where none may stand", "> # een\\\n> ```\n> a\\\\\n> ```\\", "# een\n```\na\\\n```"},
		{"blank lines around", ">\n>\n> een\n>", "een"},
		{"no space before an address' backslash", "> https://x.nl\\\n> een", "https://x.nl\neen"},
		{"foreign entities", "> &copy; &#60; &#160;", "&copy; &#60; &#160;"},
		{"nothing", "", ""},
	} {
		t.Run(c.naam, func(t *testing.T) {
			if diff := cmp.Diff(c.tekst, Lees(lijnenVan(c.citaat))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAListStandsInTheFileSo(t *testing.T) {
	t.Parallel()
	items := []string{"een", "- twee", "1. drie\n2. vier", "> vijf", "# zes", "```\nx\n\n  y\n```", "zeven\nacht\n\n    negen", "tien\\", "", "---"}
	want := "> - een\n> - - twee\n> - 1. drie\n>   2. vier\n> - > vijf\n> - # zes\n> - ```\n>   x\n>\n>     y\n>   ```\n" +
		"> - zeven\\\n>   acht\n>\n>       negen\n> - tien&#92;\n> - ---"
	if diff := cmp.Diff(want, SchrijfLijst(items)); diff != "" {
		t.Errorf("written otherwise (-want +got):\n%s", diff)
	}
	items = slices.DeleteFunc(items, func(s string) bool { return s == "" })
	if diff := cmp.Diff(items, LeesLijst(lijnenVan(want))); diff != "" {
		t.Errorf("read otherwise (-want +got):\n%s", diff)
	}
	if got := SchrijfLijst(nil); got != "" {
		t.Errorf("an empty list became %q", got)
	}
}

func TestAListIsReadHoweverItIsMarked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		naam, citaat string
		items        []string
	}{
		{"with stars", "> * een\n> * twee", []string{"een", "twee"}},
		{"with plusses and room", "> +   een\n>     twee\n>\n> +   drie", []string{"een twee", "drie"}},
		{"with numbers", "> 1. een\n>    twee\n> 2) drie\n> 10. vier", []string{"een twee", "drie", "vier"}},
		{"with blank lines", "> - een\n>\n> - twee\n>\n>   drie\n>\n>\n> - vier", []string{"een", "twee\n\ndrie", "vier"}},
		{"with lazy lines", "> - een\n> twee\n> - drie\nvier", []string{"een twee", "drie vier"}},
		{"with tabs", "> -\teen\n> \ttwee\n> -\tdrie", []string{"een twee", "drie"}},
		{"with lists in items", "> - een\n>   - twee\n>   - drie\n>     vier\n> - vijf", []string{"een\n- twee\n- drie vier", "vijf"}},
		{"indented", ">  - een\n>  - twee", []string{"een", "twee"}},
		{"with breaks", "> - een\\\n>   twee  \n>   drie\\\n> - vier", []string{"een\ntwee\ndrie", "vier"}},
		{"with code after a mark", ">  -     een\n>\n>        twee", []string{"een\n\n    twee"}},
		{"with empty items", "> -\n> - een\n> -\n>   twee\n> *", []string{"een", "twee"}},
		{"without marks", "> een\n> twee\n>\n> drie", []string{"een twee", "drie"}},
		{"with something before and after", "> Dit:\n>\n> - een\n>\n> En dat.", []string{"Dit:", "een", "En dat."}},
		{"with a year in an item", "> - een\n>   1986. Toen", []string{"een 1986. Toen"}},
		{"with nothing", ">\n>", nil},
	} {
		t.Run(c.naam, func(t *testing.T) {
			if diff := cmp.Diff(c.items, LeesLijst(lijnenVan(c.citaat))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatBelongsToAQuote(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		naam, tekst string
		want        int
	}{
		{"no quote", "a\n> b", 0},
		{"nothing", "", 0},
		{"a blank line ends it", "> a\n\nb", 1},
		{"other marks", ">a\n   > b\n >\n    > c", 3},
		{"four spaces continue a paragraph", "> a\n    > b", 2},
		{"a lazy line", "> a\nb\n> c\nd", 4},
		{"a lazy line of an item", "> - a\nb", 2},
		{"no lazy line after a heading", "> # a\nb", 1},
		{"no lazy line after code", "> ```\n> a\nb", 2},
		{"no lazy line after a mark alone", "> a\n>\nb", 2},
		{"no lazy line after a table", "> |a|\n> |-|\n> |b|\nc", 3},
		{"no lazy line after a comment", "> <!-- a\nb", 1},
		{"a heading", "> a\n# b", 1},
		{"a heading with a marker", "> a\n### b <!-- weeg:a.b -->", 1},
		{"a marker", "> a\n<!-- weeg:begin keuzes -->", 1},
		{"an item", "> a\n- b", 1},
		{"a fence", "> a\n```", 1},
		{"a rule", "> a\n---", 1},
		{"no underline", "> a\n===", 2},
		{"a tag in a line", "> a\n<b>b</b> c", 2},
		{"what folds", "> a\n<details>", 1},
	} {
		t.Run(c.naam, func(t *testing.T) {
			if got := Einde(lijnenVan(c.tekst)); got != c.want {
				t.Errorf("%d lines, not %d", got, c.want)
			}
		})
	}
}

func TestPlainWordsMeanNothingInMarkdown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tekst, plat, terug string }{
		{"Rust -->, <!-- of --", `Rust -\->, \<!-\- of -\-`, ""},
		{"De gang: wie telt?", "De gang: wie telt?", ""},
		{"De gang - R&D, C# en AT&T", "De gang - R&D, C# en AT&T", ""},
		{"# a #", `\# a \#`, ""},
		{"1. a", `1\. a`, ""},
		{"2026) b 1. c", `2026\) b 1. c`, ""},
		{"- a", `\- a`, ""},
		{"---", `\-\-\-`, ""},
		{"> a > b", `\> a > b`, ""},
		{"=== a", `\=== a`, ""},
		{"*a* _b_ `c` [d](e) ~f~ $g$ |", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\$g\\$ \\|", ""},
		{`C:\map\`, `C:\\map\\`, ""},
		{"&lt; &#60; & &amp", `\&lt; \&#60; & \&amp`, ""},
		{" a\n\n b\tc ", "a b c", "a b c"},
		{"a\x00\u202eb\u200b\ufeff\xff", "a\ufffd\ufffdb\ufffd\ufffd\ufffd", "a\ufffd\ufffdb\ufffd\ufffd\ufffd"},
		{"👩‍🚒 é", "👩‍🚒 é", ""},
		{"", "", ""},
	} {
		if got := Plat(c.tekst); got != c.plat {
			t.Errorf("%q became %q, not %q", c.tekst, got, c.plat)
		}
		if c.terug == "" {
			c.terug = c.tekst
		}
		if got := Ontplat(c.plat); got != c.terug {
			t.Errorf("%q reads as %q, not %q", c.plat, got, c.terug)
		}
	}
	if got := Ontplat(`C:\map en \é\`); got != `C:\map en \é\` {
		t.Errorf("a backslash that escapes nothing was lost: %q", got)
	}
}
