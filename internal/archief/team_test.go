package archief

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// newTeam makes a folder with a .weeg.yaml and a few folders, and returns it.
func newTeam(t *testing.T, yaml string) string {
	t.Helper()
	wortel := t.TempDir()
	for _, dir := range []string{"casussen/eigen", "waarden", "diep/dieper"} {
		must(t, os.MkdirAll(filepath.Join(wortel, filepath.FromSlash(dir)), 0o755))
	}
	write(t, filepath.Join(wortel, "waarden", "waarden.yaml"), "")
	write(t, filepath.Join(wortel, TeamBestand), yaml)
	return wortel
}

func TestTheFolderOfATeamIsFoundFromBelow(t *testing.T) {
	wortel := newTeam(t, "weeg: 1\ncasussen: ./casussen/eigen/\nwaarden: waarden\nreflecties: wat we dachten/2026\noverleg: praten/\n")
	want := Team{Wortel: wortel, Casussen: []string{"casussen/eigen"}, Waarden: []string{"waarden"}, Reflecties: "wat we dachten/2026", Overleg: "praten"}
	for _, werkmap := range []string{"", "diep", "diep/dieper", "bestaat/niet"} {
		got, err := ZoekTeam(filepath.Join(wortel, filepath.FromSlash(werkmap)))
		if err != nil {
			t.Fatalf("from %q: %v", werkmap, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("from %q (-want +got):\n%s", werkmap, diff)
		}
	}
	if got, want := want.ReflectiesMap(), filepath.Join(wortel, "wat we dachten", "2026"); got != want {
		t.Errorf("reflecties in %s, want %s", got, want)
	}
}

func TestATeamMayNameMoreFoldersOfAKind(t *testing.T) {
	wortel := newTeam(t, "weeg: 1\ncasussen: [diep, ./casussen/eigen]\nwaarden:\n  - waarden\nwoorden-mee: ja\n")
	got, err := ZoekTeam(wortel)
	must(t, err)
	want := Team{Wortel: wortel, Casussen: []string{"diep", "casussen/eigen"}, Waarden: []string{"waarden"}, Reflecties: "reflecties", Overleg: "overleg", WoordenMee: true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheNearestTeamCounts(t *testing.T) {
	wortel := newTeam(t, "weeg: 1\n")
	write(t, filepath.Join(wortel, "diep", TeamBestand), "weeg: 1\nreflecties: .\n")
	got, err := ZoekTeam(filepath.Join(wortel, "diep", "dieper"))
	must(t, err)
	if diff := cmp.Diff(Team{Wortel: filepath.Join(wortel, "diep"), Reflecties: ".", Overleg: "overleg"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestATeamThatNamesNothingHasReflecties(t *testing.T) {
	wortel := newTeam(t, "weeg: 1\ncasussen:\n")
	got, err := ZoekTeam(wortel)
	must(t, err)
	if diff := cmp.Diff(Team{Wortel: wortel, Reflecties: "reflecties", Overleg: "overleg"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWithoutATeamThereIsNoFault(t *testing.T) {
	if team, err := ZoekTeam(t.TempDir()); team.Wortel != "" || err != nil {
		t.Errorf("%+v, %v", team, err)
	}
}

func TestFaultsOfATeamHaveTheirPlace(t *testing.T) {
	tests := []struct{ naam, yaml, plek, want string }{
		{"no version", "casussen: waarden\n", ":1:1: ", `"weeg" ontbreekt`},
		{"newer", "weeg: 2\n", ":1:7: ", "nieuwere versie van weeg"},
		{"older", "weeg: 0\n", ":1:7: ", "schrijf weeg: 1"},
		{"no number", "weeg: een\n", ":1:7: ", "heel getal"},
		{"unknown key", "weeg: 1\ncasusen: waarden\n", ":2:1: ", `bedoelt u "casussen"?`},
		{"missing folder", "weeg: 1\ncasussen: weg\n", ":2:11: ", `map "weg" bestaat niet`},
		{"file", "weeg: 1\nwaarden: waarden/waarden.yaml\n", ":2:10: ", "noem de map"},
		{"above", "weeg: 1\nreflecties: ../buiten\n", ":2:13: ", `"../buiten" ligt niet in de map van het team`},
		{"above with a detour", "weeg: 1\nreflecties: diep/../../buiten\n", ":2:13: ", "ligt niet in"},
		{"above on windows", "weeg: 1\nreflecties: ..\\buiten\n", ":2:13: ", "ligt niet in"},
		{"absolute", "weeg: 1\ncasussen: /etc\n", ":2:11: ", "ligt niet in"},
		{"list of texts", "weeg: 1\nreflecties: [waarden]\n", ":2:13: ", "hoort een tekst"},
		{"one of a list", "weeg: 1\ncasussen: [waarden, weg]\n", ":2:21: ", `map "weg" bestaat niet`},
		{"block", "weeg: 1\ncasussen: {a: b}\n", ":2:11: ", "hoort de naam van een map, of een lijst van mappen"},
		{"empty", "", "", ""},
		{"not yaml", "weeg: 1\n\tcasussen: [\n", ":2:", ""},
	}
	for _, test := range tests {
		t.Run(test.naam, func(t *testing.T) {
			wortel := newTeam(t, test.yaml)
			team, err := ZoekTeam(filepath.Join(wortel, "diep"))
			wantFout(t, err, nil, filepath.Join(wortel, TeamBestand)+test.plek, test.want)
			if team.Wortel != "" {
				t.Errorf("found %+v beside the error", team)
			}
		})
	}
}

func TestAllFaultsOfATeamComeAtOnce(t *testing.T) {
	wortel := newTeam(t, "weeg: 3\ncasussen: weg\nwerkvormen: /\nwaarde: waarden\n")
	_, err := ZoekTeam(wortel)
	wantFout(t, err, nil)
	if got := strings.Count(err.Error(), TeamBestand+":"); got != 4 {
		t.Errorf("%d faults, want 4:\n%v", got, err)
	}
}

func TestALinkOutOfTheTeamIsRefused(t *testing.T) {
	buiten := t.TempDir()
	for _, plek := range []string{"uit", "uit/nog/niet"} {
		wortel := newTeam(t, "weeg: 1\nreflecties: "+plek+"\n")
		link(t, buiten, filepath.Join(wortel, "uit"))
		_, err := ZoekTeam(wortel)
		wantFout(t, err, nil, ":2:13: ", "buiten de map van het team")
	}
	for _, plek := range []string{GewoneReflecties, GewoonOverleg} { // where nobody names them
		wortel := newTeam(t, "weeg: 1\n")
		link(t, buiten, filepath.Join(wortel, plek))
		_, err := ZoekTeam(wortel)
		wantFout(t, err, nil, TeamBestand, plek, "buiten de map van het team")
	}
	wortel := newTeam(t, "weeg: 1\nreflecties: binnen\n")
	link(t, filepath.Join(wortel, "diep"), filepath.Join(wortel, "binnen"))
	if team, err := ZoekTeam(wortel); team.Wortel != wortel || err != nil {
		t.Errorf("a link that stays in the team: %+v, %v", team, err)
	}
}
