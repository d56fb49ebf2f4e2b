package verloop

import (
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A tekening is the text of a Mermaid diagram in the making: first its nodes, then
// its edges.
type tekening struct {
	Verloop
	knopen, lijnen strings.Builder
	aantal         int                  // of edges
	vragen         []sessie.Papiervraag // that were drawn, but for follow-ups
}

// tekening draws it. What is asked in turn is joined by whole lines. What an answer
// calls for, or decides, is joined to that question by a dotted one, that says when.
// It is "" where it is too large for Mermaid.
func (v Verloop) tekening() string {
	t := &tekening{Verloop: v}
	t.knopen.WriteString("flowchart TD\n")
	t.knopen.WriteString("  begin([\"Begin\"])\n")
	for n, stap := range v.vel {
		if len(stap.Vragen) > 0 {
			t.stap(n+1, stap)
		}
	}
	t.knopen.WriteString("  einde([\"Einde\"])\n")
	t.lijn("%s --> einde", t.vorige())
	if t.knopen.Len()+t.lijnen.Len() >= netwerk.MermaidTekens || t.aantal >= netwerk.MermaidLijnen {
		return ""
	}
	return t.knopen.String() + t.lijnen.String()
}

// stap draws a step, with its questions in it.
func (t *tekening) stap(n int, stap sessie.Papierstap) {
	titel := stap.Titel
	if t.def.Casus.ID == "" {
		titel += tussenHaakjes(stap.Stap.Bij)
	}
	fmt.Fprintf(&t.knopen, "  subgraph s%d[\"%s\"]\n", n, netwerk.MermaidLabel(titel))
	eerste := len(t.vragen)
	for i := 0; i < len(stap.Vragen); {
		vraag := stap.Vragen[i]
		i++
		na := i
		for i < len(stap.Vragen) && stap.Vragen[i].Doorvraag {
			i++
		}
		t.vraag(vraag, stap.Vragen[na:i])
	}
	fmt.Fprint(&t.knopen, "  end\n")
	if eerste == len(t.vragen) {
		return
	}
	doel := fmt.Sprintf("v%d", eerste+1)
	t.voorwaarde(stap.Stap.Als, "de stap ", eerste, doel)
	if botst := t.zoek(eerste, func(v sessie.Papiervraag) bool { return v.Sleutel == sessie.SleutelBotst }); stap.Stap.Soort == casus.StapWeging && botst > 0 {
		t.lijn("v%d -.->|\"%s\"| %s", botst, netwerk.MermaidLabel("als er twee botsen"), doel)
	}
}

// vorige is the node of the question that was drawn last.
func (t *tekening) vorige() string {
	if len(t.vragen) == 0 {
		return "begin"
	}
	return fmt.Sprintf("v%d", len(t.vragen))
}

// veelDoorvragen is of how many follow-ups to one question nobody wants each.
const veelDoorvragen = 3

// vraag draws a question, with the follow-ups that may come of it.
func (t *tekening) vraag(v sessie.Papiervraag, doorvragen []sessie.Papiervraag) {
	tekst := v.Vraag.Vraag
	if v.Prive {
		tekst += " (privé)"
	}
	if t.def.Casus.ID == "" {
		tekst += tussenHaakjes(v.Bij)
	}
	if t.isNooit(v.Sleutel) {
		tekst += " (komt in geen gesprek voor)"
	}
	vorige := t.vorige()
	t.vragen = append(t.vragen, v)
	hier := t.vorige()
	open, dicht := "[", "]"
	if v.Als != nil {
		open, dicht = "{{", "}}" // not everybody is asked it
	}
	fmt.Fprintf(&t.knopen, "    %s%s\"%s\"%s\n", hier, open, netwerk.MermaidLabel(tekst), dicht)
	t.lijn("%s --> %s", vorige, hier)
	t.voorwaarde(v.Als, "", len(t.vragen)-1, hier)
	if n := len(doorvragen); n > veelDoorvragen {
		doorvragen = []sessie.Papiervraag{{Vraag: sessie.Vraag{Vraag: fmt.Sprintf("Soms één van %d", n)}}}
	}
	for i, d := range doorvragen {
		fmt.Fprintf(&t.knopen, "    %sd%d([\"%s\"])\n", hier, i+1, netwerk.MermaidLabel(d.Vraag.Vraag))
		t.lijn("%s -.->|\"doorvraag\"| %sd%d", hier, hier, i+1)
	}
}

// voorwaarde draws on which answer it depends that the node doel is asked: one to a
// question before that with this number.
func (t *tekening) voorwaarde(als *casus.Als, wat string, voor int, doel string) {
	if als == nil {
		return
	}
	if n := t.zoek(voor, func(v sessie.Papiervraag) bool { return v.GaatOver(*als) }); n > 0 {
		t.lijn("v%d -.->|\"%s\"| %s", n, netwerk.MermaidLabel(wat+alsTekst(*als, t.vragen[n-1])), doel)
	}
}

// zoek returns the number of the last question before one that is as is says, or 0.
func (t *tekening) zoek(voor int, is func(sessie.Papiervraag) bool) int {
	for n := min(voor, len(t.vragen)); n > 0; n-- {
		if is(t.vragen[n-1]) {
			return n
		}
	}
	return 0
}

func (t *tekening) lijn(format string, args ...any) {
	fmt.Fprintf(&t.lijnen, "  "+format+"\n", args...)
	t.aantal++
}

// tussenHaakjes says what a conversation is about when something is asked.
func tussenHaakjes(bij string) string {
	if zin := alleenBij(bij); zin != "" {
		return " (" + strings.ToLower(zin[:1]) + strings.TrimSuffix(zin[1:], ".") + ")"
	}
	return ""
}

// alsTekst writes a condition on the answer to v in a few words.
func alsTekst(als casus.Als, v sessie.Papiervraag) string {
	alleen := "alleen bij "
	namen := casus.Elk(als.Is, func(id string) string { return casus.Aanhaling(v.Antwoordnaam(id)) })
	if als.Niet {
		alleen = "niet bij "
	}
	switch als.Vraag {
	case casus.AlsRegelSoort:
		namen = als.Is
	case casus.AlsRegelHerkomst:
		woorden := map[string]string{casus.BijCasus: "een regel van de casus", casus.BijEigen: "een regel in eigen woorden"}
		namen = casus.Elk(als.Is, func(id string) string { return woorden[id] })
	case casus.AlsAantal:
		namen = casus.Elk(als.Is, func(n string) string { return n + " waarden" })
	case sessie.SleutelSoort:
		woorden := map[string]string{reflectie.Versterkt: "een paar dat helpt", reflectie.Tegen: "een paar dat botst", reflectie.Beide: "een paar dat allebei doet"}
		namen = slices.DeleteFunc(casus.Elk(als.Is, func(id string) string { return woorden[id] }), func(s string) bool { return s == "" })
	}
	if len(namen) == 0 {
		return alleen + "een antwoord"
	}
	return alleen + casus.Opsomming(namen)
}
