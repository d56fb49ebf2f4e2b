package scherm

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// breed is the width from which the waardenetwerk stands beside the question.
// On a narrower screen a key shows it.
const breed = 100

// A zicht is what the person made so far, to keep in sight: the waardenetwerk
// as it grows.
type zicht struct {
	kop    string
	knopen []netwerk.Knoop
}

func newZicht(stand sessie.Stand) zicht {
	kop := "Uw waardenetwerk"
	if stand.IsTerugblik() { // what it looks back at
		stand = sessie.Stand{Definitie: stand.Definitie, Antwoorden: stand.Eerder}
		kop = "Uw waardenetwerk van toen"
	}
	r, _ := stand.Reflectie()
	return zicht{kop: kop, knopen: netwerk.New(stand.Definitie.Waarden, netwerk.Bijdrage{Reflectie: r}).Knopen()}
}

// regels draws it. The waarden stand in boxes where there is room for that.
func (z zicht) regels(breedte, hoogte int, st stijl) []string {
	regels := z.netwerk(breedte, true, st)
	if len(regels) > hoogte {
		regels = z.netwerk(breedte, false, st)
	}
	return regels
}

func (z zicht) netwerk(breedte int, vakken bool, st stijl) []string {
	regels := []string{st.vol.Render(kort(z.kop, breedte)), ""}
	if len(z.knopen) == 0 {
		return append(regels, opgemaakt("Hier komen uw waarden te staan.", breedte, st.stil.Render)...)
	}
	for _, k := range z.knopen {
		naam := kort(k.Naam, breedte-4)
		if vakken {
			lijn := strings.Repeat("─", zetwerk.Breedte(naam)+2)
			regels = append(regels, st.stil.Render("┌"+lijn+"┐"),
				st.stil.Render("│ ")+st.gewoon.Render(naam)+st.stil.Render(" │"), st.stil.Render("└"+lijn+"┘"))
		} else {
			regels = append(regels, st.gewoon.Render(naam))
		}
		for _, b := range k.Banden {
			regels = append(regels, "  "+st.accent.Render(b.Teken)+" "+
				st.stil.Render(b.Woord)+" "+kort(b.Met, breedte-5-zetwerk.Breedte(b.Woord)))
		}
	}
	return regels
}

// paneel is how wide the waardenetwerk beside the question is, with the line
// before it; 0 where it does not stand there.
func (m *model) paneel() int {
	if m.breedte < breed || m.vraag.keuze != nil || m.hoogte < krap {
		return 0
	}
	return min(44, m.breedte*36/100)
}

// naast puts the waardenetwerk to the right of what stands in the middle.
func (m *model) naast(midden []string) []string {
	paneel := m.paneel()
	if paneel == 0 {
		return midden
	}
	rechts := m.vraag.zicht.regels(paneel-4, len(midden)-1, m.stijl)
	links := m.breedte - paneel
	for i, regel := range midden {
		regel = ansi.Truncate(regel, links, "")
		midden[i] = regel + strings.Repeat(" ", links-ansi.StringWidth(regel)) + m.stijl.stil.Render("│ ")
		if i > 0 && i <= len(rechts) {
			midden[i] += rechts[i-1]
		}
	}
	return midden
}

// newZichtLaag shows the same on a screen of its own.
func newZichtLaag(z zicht, st stijl) *leesLaag {
	return &leesLaag{stijl: st, bouw: func(breedte int) []string {
		return append([]string{""}, z.netwerk(breedte, breedte >= smal, st)...)
	}}
}
