package rapport_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/rapport"
)

const pagina = `---
weeg: 1
titel: "niet te zien"
---

# Koken \*in\* de school

<!-- weeg:begin kop -->

- Rol: Handhaver
- **Nog niet in het team besproken**

<!-- weeg:eind kop -->

## Bedoeling

### Wat weet u hier niet?

<!-- weeg:bedoeling.weet-niet -->

> Wie er &lt;sluit> en wie er
>
> - een **diploma** heeft
> &#27;[31mrood

### Wie ontbreekt?

<!-- weeg:bedoeling.ontbreekt -->

*niet ingevuld*

## Waardenetwerk

` + "```mermaid\ngraph LR\n  w1[\"Zorg\"]\n```" + `

- Zorg en openheid werken elkaar hier tegen, en dat is een lange zin die niet op een regel past.

Een notitie
over twee regels.
`

func TestTextLeavesOutWhatIsForTheTool(t *testing.T) {
	const want = `Koken *in* de school
====================

- Rol: Handhaver
- Nog niet in het team besproken

Bedoeling
---------

Wat weet u hier niet?

    Wie er <sluit> en wie er

    - een **diploma** heeft
    ␛[31mrood

Wie ontbreekt?

niet ingevuld

Waardenetwerk
-------------

- Zorg en openheid werken elkaar hier
  tegen, en dat is een lange zin die
  niet op een regel past.

Een notitie over twee regels.
`
	for _, eind := range []string{"\n", "\r\n"} {
		var b strings.Builder
		if err := rapport.Tekst(&b, []byte(strings.ReplaceAll(pagina, "\n", eind)), 40); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, b.String()); d != "" {
			t.Errorf("line ends %q:\n%s", eind, d)
		}
	}
}
