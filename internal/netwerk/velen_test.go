package netwerk_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unsafe"
	"weak"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// eigen is one of many reflecties: by a rol and a door of its own, with a value that
// they all have, and one of its own beside two of the catalogue.
func eigen(i int) netwerk.Bijdrage {
	naam := fmt.Sprint("woord ", i)
	return netwerk.Bijdrage{Rol: fmt.Sprint("Rol ", i%8), Door: fmt.Sprint("Team ", i), Over: fmt.Sprint("Casus ", i%3), Reflectie: reflectie.Reflectie{
		Waarden:   []reflectie.Waarde{{ID: "veiligheid"}, {ID: "waarde-2", Naam: naam}, {ID: "waarde-3", Naam: "Samen"}, {ID: "rust"}},
		Verbanden: []reflectie.Verband{verband("veiligheid", "rust", "tegen"), verband("waarde-3", "rust", "versterkt"), verband("waarde-2", "rust", "beide")}}}
}

func eigens(n int) netwerk.Netwerk {
	b := netwerk.NewBouwer(catalogus())
	for i := range n {
		b.Add(eigen(i))
	}
	return b.Netwerk()
}

// Up to ten are told apart by who and what; of more, it is from which rollen.
func TestOfMoreThanTenTheRollenAreTold(t *testing.T) {
	if d := cmp.Diff([]string{"Rol 0 (Team 0, Casus 0)", "Rol 1 (Team 1, Casus 1)", "Rol 2 (Casus 2)"}, eigens(10).Verbanden[0].Gezien[0].Rollen[:3]); d != "" {
		t.Error(d)
	}
	n := eigens(11)
	if d := cmp.Diff([]string{"Rol 0", "Rol 1", "Rol 2", "Rol 3", "Rol 4", "Rol 5", "Rol 6", "Rol 7"}, n.Verbanden[0].Gezien[0].Rollen); d != "" {
		t.Error(d)
	}
	if got, want := n.Zinnen()[0], "Veiligheid en rust werken elkaar tegen. Volgens: Rol 0, Rol 1, Rol 2, Rol 3, Rol 4, Rol 5 en andere rollen."; got != want {
		t.Errorf("says %q, want %q", got, want)
	}
	if got, want := eigens(10).Zinnen()[0], "Rol 7 (Casus 1), Rol 0 (Team 8, Casus 2), Rol 1 (Team 9, Casus 0)."; !strings.HasSuffix(got, want) {
		t.Errorf("of ten it says %q", got)
	}
}

// Own values of which there are too many to look at stay out of what is shown, those
// of the fewest reflecties first, and it is said; the catalogue always stays.
func TestTooManyOwnValuesStayOutAndThatIsSaid(t *testing.T) {
	namen := func(n netwerk.Netwerk) []string {
		var uit []string
		for _, w := range n.Waarden {
			uit = append(uit, w.Naam)
		}
		return uit
	}
	veel := eigens(200)
	kern := veel.Kern()
	if d := cmp.Diff([]string{"Veiligheid", "Samen", "Rust"}, namen(kern)); d != "" {
		t.Error(d)
	}
	if kern.Rest != "Eigen waarden uit maar één reflectie staan hier niet bij (200). Met --json krijgt u ze wel." {
		t.Errorf("says %q", kern.Rest)
	}
	if len(kern.Verbanden) != 2 || strings.Contains(strings.Join(kern.Matrix(80), "")+kern.Mermaid()+string(plaatje(kern, "x")), "oord 1") {
		t.Errorf("what is shown is %+v", kern)
	}
	if !strings.Contains(kern.Beschrijving(), kern.Rest) {
		t.Error("who hears the picture does not hear that something is left out")
	}
	if len(veel.Waarden) != 203 || veel.Rest != "" || len(veel.Verbanden) != 202 {
		t.Error("the waardenetwerk itself lost something")
	}
	// What more share, stays longer.
	b := netwerk.NewBouwer(catalogus())
	for i := range 200 {
		b.Add(eigen(i))
		b.Add(eigen(i))
		b.Add(eigen(i % 20))
	}
	kern = b.Netwerk().Kern()
	if len(kern.Waarden) != 23 || kern.Rest != "Eigen waarden uit minder dan 3 reflecties staan hier niet bij (180). Met --json krijgt u ze wel." {
		t.Errorf("%d stay, and it says %q", len(kern.Waarden), kern.Rest)
	}
	// Nothing stays out where few look, or where all can be looked at.
	een := reflectie.Reflectie{}
	for i := range 100 {
		een.Waarden = append(een.Waarden, reflectie.Waarde{ID: fmt.Sprint("w-", i), Naam: fmt.Sprint("Woord ", i)})
	}
	if kern := alleen(een).Kern(); len(kern.Waarden) != 100 || kern.Rest != "" {
		t.Errorf("of one reflectie %d stay, and it says %q", len(kern.Waarden), kern.Rest)
	}
	if kern := eigens(40).Kern(); len(kern.Waarden) != 43 || kern.Rest != "" {
		t.Errorf("of few values %d stay, and it says %q", len(kern.Waarden), kern.Rest)
	}
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
