package netwerk_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unsafe"
	"weak"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// eigen is one of many reflecties: by a rol and a door of its own, with a value that
// they all have, and one of its own beside two of the catalogue.
func eigen(i int) netwerk.Bijdrage {
	naam := fmt.Sprint("woord ", i)
	return netwerk.Bijdrage{Rol: fmt.Sprint("Rol ", i%8), Door: fmt.Sprint("Team ", i), Over: fmt.Sprint("Casus ", i%3), Reflectie: reflectie.Reflectie{
		Waarden:   []reflectie.Waarde{{ID: "veiligheid"}, {ID: "waarde-2", Naam: naam}, {ID: "waarde-3", Naam: "Samen"}},
		Verbanden: []reflectie.Verband{verband("veiligheid", "rust", "tegen"), verband("waarde-3", "rust", "versterkt"), verband("waarde-2", "rust", "beide")}}}
}

func eigens(n int) netwerk.Netwerk {
	b := netwerk.NewBouwer(catalogus())
	for i := range n {
		b.Add(eigen(i))
	}
	return b.Netwerk()
}

// Thousands that call an own value otherwise and give it the same id are told apart.
func TestEveryValueKeepsAnIDOfItsOwn(t *testing.T) {
	ids := map[string]bool{}
	for _, w := range eigens(2000).Waarden {
		ids[w.ID] = true
	}
	if len(ids) != 2003 {
		t.Errorf("there are %d ids", len(ids))
	}
}

// Of a reflectie no more stays than what it adds: nothing of the text that it was
// read from, however short what was cut from that.
func TestTheTextThatAReflectieWasReadFromIsLetGo(t *testing.T) {
	b := netwerk.NewBouwer(catalogus())
	var teksten []weak.Pointer[byte]
	for i := range 20 {
		func() {
			tekst := strings.Repeat(fmt.Sprintf("stil-%02d Rustige buurt %02d tegen Wethouder %02d Team %02d ", i, i, i, i), 1000)
			teksten = append(teksten, weak.Make(unsafe.StringData(tekst)))
			id, naam, soort, rol, door := tekst[:7], tekst[8:24], tekst[25:30], tekst[31:43], tekst[44:51]
			b.Add(netwerk.Bijdrage{Rol: rol, Door: door, Over: naam, Reflectie: reflectie.Reflectie{
				Waarden: []reflectie.Waarde{{ID: id, Naam: naam}, {ID: "veiligheid"}}, Verbanden: []reflectie.Verband{verband(id, "veiligheid", soort)}}})
		}()
	}
	runtime.GC()
	for i, tekst := range teksten {
		if tekst.Value() != nil {
			t.Errorf("the text of reflectie %d stays", i)
		}
	}
	if n := b.Netwerk(); len(n.Waarden) != 21 || n.Waarden[2].Naam != "Rustige buurt 01" || !strings.HasPrefix(n.Verbanden[3].Gezien[0].Rollen[0], "Wethouder 03") {
		t.Errorf("%+v", n)
	}
}
