package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
)

// duckdb is a program for node that runs each of its arguments, and writes the rows of
// all but the first.
const duckdb = `
import { DuckDBInstance } from '@duckdb/node-api';
const c = await (await DuckDBInstance.create(':memory:')).connect();
const uit = [];
for (const sql of process.argv.slice(2)) uit.push((await c.runAndReadAll(sql)).getRowObjectsJson());
console.log(JSON.stringify(uit.slice(1)));
`

// What weeg uitleg grote-schaal has another engine ask of a list of reflecties, gives the
// same pairs, waarden and kinds as the kompas of the same thousand.
func TestAnotherEngineFindsWhatTheKompasFinds(t *testing.T) {
	alleenHeel(t)
	catalogus, err := ingebouwd().Waarden()
	if err != nil {
		t.Fatal(err)
	}
	modules := npm(t, "node_modules")[0]
	map_ := veleReflecties(t, 1000)
	alsTeam(t, map_)
	nietMee := filepath.Join(map_, "2026-11-21-reflectie-00007.md")
	data, err := os.ReadFile(nietMee)
	if err != nil {
		t.Fatal(err)
	}
	bewaarLater(t, nietMee, strings.Replace(string(data), "\ncasus:", "\noverleg: nee\ncasus:", 1))
	lijst, fout, code := draaiLos(t, map_, "", "reflectie", "lijst", "--gedeeld", "--jsonl")
	heel, fouten, einde := draaiLos(t, map_, "", "kompas", "--json")
	if code != 0 || einde != 0 {
		t.Fatal(fout, fouten)
	}
	var k struct {
		Reflecties []struct {
			Casus   string
			Waarden []struct{ ID string }
			Weging  []struct {
				Tussen   []string
				Voorrang string
			}
			Punten []struct{ Soort string }
		}
	}
	if err := json.Unmarshal([]byte(heel), &k); err != nil {
		t.Fatal(err)
	}
	wil, kreeg := map[string]int{}, map[string]int{}
	for _, r := range k.Reflecties {
		soorten := map[string]bool{}
		for _, p := range r.Punten {
			soorten[p.Soort] = true
		}
		for s := range soorten {
			wil["soort "+s]++
		}
		for _, w := range r.Weging {
			wil[fmt.Sprint("paar ", slices.Sorted(slices.Values(w.Tussen)), r.Casus, w.Voorrang)]++
		}
		for _, w := range r.Waarden {
			wil["waarde "+w.ID]++
		}
	}
	bewaarLater(t, filepath.Join(map_, "reflecties.jsonl"), lijst)
	bewaarLater(t, filepath.Join(map_, "vraag.mjs"), duckdb)
	if err := os.Symlink(modules, filepath.Join(map_, "node_modules")); err != nil {
		t.Fatal(err)
	}
	args := []string{"vraag.mjs"}
	pagina, _, _ := draai(t, map_, "", "uitleg", "grote-schaal")
	args = append(args, regexp.MustCompile(`(?ms)^  (CREATE|SELECT).*?;$`).FindAllString(pagina, -1)...)
	if len(args) != 5 {
		t.Fatalf("the page has %d questions in SQL", len(args)-2)
	}
	cmd := exec.CommandContext(t.Context(), "node", args...)
	cmd.Dir, cmd.Stderr = map_, os.Stderr
	uit, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var rijen [3][]struct {
		Paar                           []string
		Casus, Voorrang, Waarde, Soort string
		Reflecties                     []string
	}
	if err := json.Unmarshal(uit, &rijen); err != nil {
		t.Fatal(err)
	}
	for i, soort := range []string{"paar", "waarde", "soort"} {
		for _, r := range rijen[i] {
			if soort == "waarde" && strings.HasPrefix(r.Waarde, "waarde-") {
				continue // one of somebody's own, which the kompas knows by its name
			}
			sleutel := soort + " " + r.Waarde + r.Soort
			if soort == "paar" {
				sleutel = fmt.Sprint("paar ", r.Paar, r.Casus, r.Voorrang)
			}
			kreeg[sleutel] = len(r.Reflecties)
		}
	}
	maps.DeleteFunc(wil, func(sleutel string, _ int) bool {
		return strings.HasPrefix(sleutel, "waarde ") && !slices.ContainsFunc(catalogus, func(w casus.Waarde) bool { return "waarde "+w.ID == sleutel })
	})
	if d := cmp.Diff(wil, kreeg); d != "" {
		t.Errorf("the other engine finds (-kompas +engine):\n%s", d)
	}
	if len(rijen[0]) < 20 || len(rijen[1]) < 20 || len(rijen[2]) < 2 {
		t.Errorf("there are only %d pairs, %d waarden and %d kinds", len(rijen[0]), len(rijen[1]), len(rijen[2]))
	}
}
