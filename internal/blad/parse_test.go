package blad

import "ambt.example/weeg/internal/casus"

// parseHeel reads a whole answer file of which the definitions are known.
func parseHeel(bestand string, data []byte, def casus.Definitie, terugblik ...casus.Werkvorm) (*Blad, error) {
	k, err := ParseKop(bestand, data)
	if err != nil {
		return nil, err
	}
	return k.Parse(def, terugblik...)
}
