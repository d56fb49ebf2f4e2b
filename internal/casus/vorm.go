package casus

import "ambt.example/weeg/internal/strict"

// A Bestandsvorm says what a kind of file with definitions holds, in one form or another.
type Bestandsvorm struct {
	Casus, Werkvorm, Waarden []strict.Vorm
}

// Vormen are what the loader takes, found by letting it load: there is no other list of the
// fields. What hangs on other files, or on another field, they do not say.
func (b Bibliotheek) Vormen() (Bestandsvorm, error) {
	woorden, err := b.woorden()
	if err != nil {
		return Bestandsvorm{}, err
	}
	kent := kennis{werkvorm: b.Werkvorm, woorden: woorden}
	nieuw := func() *lezer { return &lezer{woorden: woorden, kent: &kent} }
	blok := func(lees func(l *lezer, o *strict.Object)) strict.Vorm {
		return strict.Opname(func(n *strict.Node) {
			l := nieuw()
			lees(l, l.weeg(n))
		})
	}
	waarden := func(n *strict.Node) { nieuw().leesWaarden(n) }
	return Bestandsvorm{
		Casus:    []strict.Vorm{blok(func(l *lezer, o *strict.Object) { l.leesCasus(o, "") })},
		Werkvorm: []strict.Vorm{blok(func(l *lezer, o *strict.Object) { l.leesWerkvorm(o, "") })},
		Waarden:  []strict.Vorm{strict.Opname(waarden), strict.OpnameLijst(waarden)},
	}, nil
}
