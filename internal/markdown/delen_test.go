package markdown_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/markdown"
)

const bladzij = `---
weeg: 1
casus: eigen
werkvorm: kort
---

# Koken \*in\* de school

<!-- weeg:begin kop -->

- Rol: Handhaver

<!-- weeg:eind kop -->

Een notitie <b>vet</b>.

<!-- een opmerking
die doorgaat --> en tekst erachter

~~~
<!-- dit is code -->
~~~

## Bedoeling

### Wat weet u hier niet?

<!-- weeg:bedoeling.weet-niet -->

> Wie er &lt;sluit> en
>
> - een **diploma** heeft

Eronder geschreven.

### Wie ontbreekt?

<!-- weeg:bedoeling.ontbreekt -->

*niet ingevuld*

## Waardenetwerk

<!-- weeg:begin waardenetwerk -->

- Een zin.

<!-- weeg:eind waardenetwerk -->

<!-- nooit gesloten
`

// What stands on the page is all there, in its order; markers are not.
func TestThePartsOfAPageAreWhatAPersonReads(t *testing.T) {
	doc, err := markdown.Parse("r.md", []byte(bladzij))
	if err != nil {
		t.Fatal(err)
	}
	want := []markdown.Deel{
		{Soort: markdown.DeelKop, Niveau: 1, Tekst: "Koken *in* de school"},
		{Soort: markdown.DeelTekst, Tekst: "- Rol: Handhaver"},
		{Soort: markdown.DeelTekst, Tekst: "Een notitie <b>vet</b>.\n\n en tekst erachter\n\n~~~\n<!-- dit is code -->\n~~~"},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "Bedoeling"},
		{Soort: markdown.DeelKop, Niveau: 3, Tekst: "Wat weet u hier niet?"},
		{Soort: markdown.DeelAntwoord, Tekst: "Wie er <sluit> en\n\n- een **diploma** heeft"},
		{Soort: markdown.DeelTekst, Tekst: "Eronder geschreven."},
		{Soort: markdown.DeelKop, Niveau: 3, Tekst: "Wie ontbreekt?"},
		{Soort: markdown.DeelLeeg},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "Waardenetwerk"},
		{Soort: markdown.DeelNetwerk},
	}
	if d := cmp.Diff(want, doc.Delen()); d != "" {
		t.Error(d)
	}
}

func TestThePartsOfAPrivateFileHoldItsAnswers(t *testing.T) {
	want := []markdown.Deel{
		{Soort: markdown.DeelKop, Niveau: 1, Tekst: "Privé bij X"},
		{Soort: markdown.DeelTekst, Tekst: "Dit staat alleen op deze computer."},
		{Soort: markdown.DeelKop, Niveau: 3, Tekst: "Wat beweegt u?"},
		{Soort: markdown.DeelAntwoord, Tekst: "GEHEIM"},
	}
	got := markdown.LeesPrivedelen("p.md", []byte("# Privé bij X\n\nDit staat alleen op deze computer.\n\n### Wat beweegt u?\n\n<!-- weeg:uzelf.beweegt -->\n\n> GEHEIM\n"))
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
