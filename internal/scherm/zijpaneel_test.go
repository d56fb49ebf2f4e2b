package scherm

import (
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func metNetwerk(msg vraagMsg) vraagMsg {
	msg.zicht = zicht{kop: "Uw waardenetwerk", knopen: []netwerk.Knoop{
		{Naam: "Betrokkenheid", Banden: []netwerk.Band{{Teken: "–", Woord: "botst met", Met: "veiligheid"}, {Teken: "+", Woord: "helpt", Met: "eigenaarschap"}}},
		{Naam: "Veiligheid"}, {Naam: "Eigenaarschap"},
	}}
	return msg
}

func TestTheNetworkStandsBesideTheQuestionWhereThereIsRoom(t *testing.T) {
	for _, maat := range []struct {
		breed, hoog int
		naast       bool
	}{{120, 40, true}, {100, 24, true}, {99, 24, false}, {80, 24, false}, {40, 12, false}, {120, 12, false}} {
		p := newProef(t, metNetwerk(vraag(casus.Tekst)), maat.breed, maat.hoog)
		if naast := strings.Contains(p.beeld(), "– botst met veiligheid"); naast != maat.naast {
			t.Errorf("%dx%d: beside the question is %v:\n%s", maat.breed, maat.hoog, naast, p.beeld())
		}
		p.toont("Wat wilt u hier echt bereiken?")
		if maat.naast {
			p.toont("Uw waardenetwerk", "+ helpt eigenaarschap")
			p.toontNiet("ctrl+t")
			continue
		}
		p.toets("ctrl+t").toont("Uw waardenetwerk", "Betrokkenheid")
		p.toets("esc").toont("Wat wilt u hier echt bereiken?")
	}
}

func TestTheNetworkIsOnlyOfferedWhenThereIsOne(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.toontNiet("ctrl+t")
	p.toets("ctrl+t").toontNiet("Uw waardenetwerk")
}

func TestALargeNetworkKeepsItsWordsWhenItsBoxesDoNotFit(t *testing.T) {
	msg := vraag(casus.Tekst)
	for _, naam := range []string{"Een", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven"} {
		msg.zicht.knopen = append(msg.zicht.knopen, netwerk.Knoop{Naam: naam, Banden: []netwerk.Band{{Teken: "±", Woord: "helpt en botst met", Met: "een waarde met een hele lange naam"}}})
	}
	p := newProef(t, msg, 100, 24)
	p.toont("Zeven", "± helpt en botst met")
	p.toontNiet("┌")
	newProef(t, msg, 120, 40).toont("┌", "Zeven")
}

// Who looks back sees the network of then, and not an empty one.
func TestLookingBackTheNetworkOfThenIsInSight(t *testing.T) {
	toen := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "rust", Naam: "Rust in de straat"}, {ID: "zorg", Naam: "Zorg"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"rust", "zorg"}, Soort: "tegen"}}}
	def := casus.Definitie{Werkvorm: casus.Werkvorm{Stappen: []casus.Stap{{ID: "nu", Titel: "Nu", Soort: casus.StapVragen,
		Vragen: []casus.Vraag{{ID: "moment", Vraag: "Wat zou u nu doen?"}}}}}}
	ses := sessie.New(sessie.NewTerugblik("terug", def, toen))
	newProef(t, newVraagMsg(ses), 120, 40).toont("Uw waardenetwerk van toen", "Rust in de straat", "– botst met zorg")
}

func TestMoreThanSevenValuesIsWelcome(t *testing.T) {
	p := newProef(t, waardenvraag("a", "b", "c", "d", "e", "f", "g", "h"), 80, 24)
	p.toont("8, dat mag")
}
