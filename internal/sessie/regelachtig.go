package sessie

import "ambt.example/weeg/internal/casus"

// Regelachtig returns the words in an aandachtspunt that sound like a rule, or "".
// What sounds like a rule gets a question back, never a block.
func Regelachtig(tekst string) string {
	woorden := casus.Woorden(tekst)
	for _, woord := range []string{"altijd", "nooit", "voortaan", "stappenplan", "protocol", "succesfactor",
		"succesfactoren", "iedereen moet"} {
		if casus.KomtVoor(woorden, woord) {
			return woord
		}
	}
	return ""
}
