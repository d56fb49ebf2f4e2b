package blad

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"iter"
	"regexp"
	"strings"

	"ambt.example/weeg/internal/strict"
)

// beginKenmerk begins the last line of a sheet.
const beginKenmerk = "# Blad "

// kenmerk is a last line that tells a sheet from those with other words.
func kenmerk(blad string) string {
	return fmt.Sprintf("%s%08x", beginKenmerk, crc32.ChecksumIEEE([]byte(blad)))
}

// maxHekjes is for how many places a remark is made: who has more of them changed the
// whole sheet.
const maxHekjes = 10

// reBlok matches a line after which a text begins that stands further to the right.
var reBlok = regexp.MustCompile(`[|>][-+0-9]*\s*$`)

// achterHekjes remarks on lines behind a # that Schrijf did not put there: somebody
// wrote an answer where it does not count.
func (l *lezer) achterHekjes(bestand string, data []byte) {
	if !bytes.Contains(data, []byte(beginKenmerk)) {
		return // it is no sheet, and making one takes longer than reading the file
	}
	tekst, _ := strict.Ontcijfer(data)
	vers := string(Schrijf(l.def))
	eigen := hekjesVan(vers)
	if laatste := strings.TrimSpace(vers[strings.LastIndex(strings.TrimSpace(vers), "\n"):]); !strings.Contains(tekst, laatste) {
		return // it is another sheet, or of another version
	}
	vorige, aantal := 0, 0
	for nr, regel := range hekjes(tekst) {
		if eigen[regel] {
			continue
		}
		if nr != vorige+1 {
			if aantal++; aantal > maxHekjes {
				return
			}
			l.Opmerkingen.Add(strict.Plaats{Bestand: bestand, Regel: nr, Kolom: 1}, "hier staat tekst van uzelf achter een #; die telt niet mee. Hoort die bij uw antwoord, haal dan op elke regel het hekje weg, met de spatie erachter")
		}
		vorige = nr
	}
}

// hekjesVan are the comments of a sheet.
func hekjesVan(blad string) map[string]bool {
	eigen := map[string]bool{"#": true}
	for _, regel := range hekjes(blad) {
		eigen[regel] = true
	}
	return eigen
}

// hekjes yields each line that begins with a # and is no part of a text, with its
// number from 1, without the spaces around it.
func hekjes(tekst string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		nr, blok := 0, -1 // how far to the right the line stands of which the text is read; -1 outside one
		for regel := range strings.Lines(tekst) {
			nr++
			kaal := strings.TrimSpace(regel)
			inspring := len(regel) - len(strings.TrimLeft(regel, " "))
			if blok >= 0 && (kaal == "" || inspring > blok) {
				continue
			}
			blok = -1
			switch {
			case strings.HasPrefix(kaal, "#"):
				if !yield(nr, kaal) {
					return
				}
			case reBlok.MatchString(kaal):
				blok = inspring
			}
		}
	}
}
