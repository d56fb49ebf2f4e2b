package gesprek

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/zetwerk"
)

// Regels is the front end in plain lines: no colours, no cursor, numbered
// choices. It suits a screen reader, a dumb terminal and a pipe.
type Regels struct {
	regels  <-chan regel
	verzoek chan<- struct{} // for the next of them
	uit     io.Writer
	opties  RegelsOpties

	gesprek    string         // id of the conversation of which was asked last; "" before the first
	vorige     string         // key of the question asked last; "" before the first
	naTeLezen  string         // key of the question of which is told what became of it; "" of none
	ging       bool           // that one was passed by, whatever stands there
	nagevraagd string         // key of the question at which a command without its colon was asked about; "" of none
	gezegd     string         // what was said last of how the lines are read
	genummerd  []sessie.Optie // the choices that were read out last
	gemeld     string         // the remark at the question before
	leeg       bool           // the last answer was an empty line, which a dot may still follow
}

// RegelsOpties says how the lines are shown.
type RegelsOpties struct {
	Breedte  int  // columns to wrap at
	Openbaar bool // what is shown may go to others than the person, so no private answer is
}

// maxInvoer is how much is read, in bytes: more than anybody types, and as much as an
// answer file may hold.
const maxInvoer = 16 << 20

// NewRegels reads answers from in and writes questions to uit. One goroutine
// owns the reader for as long as the program runs: a read that waits for a
// person cannot be called off, and a second reader would lose lines. It reads no more than
// is asked for, so that what is typed after the last answer is left for who wants that.
func NewRegels(in io.Reader, uit io.Writer, opties RegelsOpties) *Regels {
	regels, verzoek := make(chan regel), make(chan struct{})
	go func() {
		defer close(regels)
		grens := &io.LimitedReader{R: in, N: maxInvoer}
		lees := bufio.NewReader(grens)
		for begin := true; ; begin = false {
			<-verzoek
			data, err := lees.ReadBytes('\n')
			if begin && strict.IsUTF16(data[:len(data)&^1]) { // a pipe of some shells; nobody types that
				rest, _ := io.ReadAll(lees)
				tekst, opmerking := strict.Ontcijfer(append(data, rest...))
				for deel := range strings.Lines(tekst) {
					regels <- regel{strings.TrimRight(deel, "\r\n"), opmerking}
				}
				return
			}
			tekst, opmerking := strict.Ontcijfer(bytes.TrimRight(data, "\r\n"))
			if err != nil && grens.N <= 0 {
				opmerking = "Er komt meer dan 16 MB tekst binnen. Weeg leest niet verder. Kijk na wat u aan Weeg geeft."
			}
			if err == nil || tekst != "" {
				regels <- regel{tekst, opmerking}
			}
			if err != nil { // whatever it is, there is no more input
				return
			}
		}
	}()
	return &Regels{regels: regels, verzoek: verzoek, uit: uit, opties: opties}
}

// A regel is a line that was read, and what there is to say of how.
type regel struct{ tekst, opmerking string }

// lees returns the next line. After the last one it gives io.EOF.
func (r *Regels) lees(ctx context.Context) (string, error) {
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case r.verzoek <- struct{}{}: // unless a line comes that was asked for before
		case regel, open := <-r.regels:
			if !open {
				return "", io.EOF
			}
			if regel.opmerking != r.gezegd && regel.opmerking != "" {
				r.gezegd = regel.opmerking
				r.schrijf(regel.opmerking)
			}
			return regel.tekst, nil
		}
	}
}

// Meld shows a short remark.
func (r *Regels) Meld(tekst string) { r.schrijf(tekst) }

// Bewaard tells each time that a save failed. Lines that are written stay, so
// there is nothing to take back.
func (r *Regels) Bewaard(fout string) {
	if fout != "" {
		r.Meld(fout)
	}
}

// Vraag asks the question where the sessie is.
func (r *Regels) Vraag(ctx context.Context, s *sessie.Sessie) (Daad, error) {
	v := s.Vraag()
	stand := s.Stand()
	if r.vorige == "" || stand.ID != r.gesprek && !stand.IsWijziging() {
		r.begin(s)
	}
	r.gesprek = stand.ID
	r.leesNa(s)
	r.toon(s, v, v.Sleutel != r.vorige)
	r.vorige = v.Sleutel
	for {
		fmt.Fprint(r.uit, "> ")
		eerste, err := r.lees(ctx)
		if err != nil {
			fmt.Fprintln(r.uit)
			return Daad{}, err
		}
		if r.opties.Openbaar {
			fmt.Fprintln(r.uit) // nobody typed a new line on this screen
		}
		if r.leeg && eerste == "." {
			r.leeg = false
			continue // it ends the empty text before
		}
		r.leeg = false
		if strings.HasPrefix(eerste, ":") && !strings.HasPrefix(eerste, "::") {
			if daad, klaar := r.opdracht(s, v, eerste); klaar {
				return daad, nil
			}
			continue
		}
		return r.antwoord(ctx, s, v, strings.TrimPrefix(eerste, ":"))
	}
}

// Kies asks for one of the opties.
func (r *Regels) Kies(ctx context.Context, k Keuze) (string, error) {
	v := sessie.Vraag{Soort: casus.Keuze}
	if r.vorige != "" {
		r.vorige = ":keuze" // no key: the question after it comes whole
	}
	r.witregel()
	for _, t := range k.Toont {
		r.schrijf(alsKop(t.Kop))
		r.schrijfMet("  ", t.Tekst)
		r.witregel()
	}
	r.schrijf(k.Vraag)
	if k.Uitleg != "" {
		r.schrijfMet("  ", k.Uitleg)
	}
	v.Opties = r.lijst(k, k.Opties)
	for {
		if k.Zoek {
			r.schrijf("Typ een nummer, of een woord om te zoeken.")
		} else {
			r.hoe(v)
		}
		fmt.Fprint(r.uit, "> ")
		tekst, err := r.lees(ctx)
		if err != nil {
			fmt.Fprintln(r.uit)
			return "", err
		}
		tekst = strings.TrimSpace(tekst)
		switch {
		case tekst == ":stop":
			return "", ErrGestopt
		case tekst == ":terug" && k.Terug != "":
			return k.Terug, nil
		}
		id, fout := r.leesOptie(v, tekst)
		if i := slices.IndexFunc(v.Opties, func(o sessie.Optie) bool { return o.ID == id || strings.EqualFold(o.Naam, id) }); i >= 0 {
			return v.Opties[i].ID, nil
		}
		if gevonden := k.Vind(tekst); k.Zoek && fout == "" && len(gevonden) > 0 {
			v.Opties = r.lijst(k, gevonden)
			continue
		}
		r.schrijf(kiesHier)
	}
}

// maxKeuzes is how many choices are read out at once, where what is typed finds the others.
const maxKeuzes = 30

// lijst numbers choices, and returns those that are read out. Where they are found by what is
// typed, that are not all, and the one that goes back is always among them.
func (r *Regels) lijst(k Keuze, opties []sessie.Optie) []sessie.Optie {
	if !k.Zoek {
		r.keuzes(opties)
		return opties
	}
	isTerug := func(o sessie.Optie) bool { return k.Terug != "" && o.ID == k.Terug }
	opties = slices.DeleteFunc(slices.Clone(opties), isTerug)
	meer := len(opties) - maxKeuzes
	if meer > 0 {
		opties = opties[:maxKeuzes]
	}
	if i := slices.IndexFunc(k.Opties, isTerug); i >= 0 {
		opties = append(opties, k.Opties[i])
	}
	r.keuzes(opties)
	if meer > 0 {
		r.schrijf(fmt.Sprintf("Er zijn er nog %d. Die vindt u met een woord.", meer))
	}
	return opties
}

// opdracht carries out a command; klaar reports whether it is for the loop.
func (r *Regels) opdracht(s *sessie.Sessie, v sessie.Vraag, tekst string) (_ Daad, klaar bool) {
	opdracht, rest, _ := strings.Cut(strings.Join(strings.Fields(tekst), " "), " ") // any kind of space will do
	switch opdracht {
	case ":terug":
		return Daad{Soort: Terug}, true
	case ":overslaan":
		return r.overslaan(v), true
	case ":wis":
		r.schrijf("Uw antwoord is gewist.")
		return Daad{Soort: Wissen}, true
	case ":stop":
		return Daad{Soort: Stoppen}, true
	case ":naar":
		sleutel, ok := nummer(s.Vragen(), rest)
		switch {
		case ok && sleutel == v.Sleutel:
			r.schrijf("U bent al bij deze vraag.")
			r.toon(s, v, true)
			return Daad{}, false
		case ok:
			return Daad{Soort: Naar, Sleutel: sleutel}, true
		}
		r.schrijf("Typ :naar met een nummer uit :overzicht, zoals :naar\u00a03. Met :naar\u00a0einde rondt u af.")
	case ":uitleg":
		r.verhaal(s)
		r.toon(s, v, true)
	case ":overzicht":
		r.overzicht(s)
		r.toon(s, v, true)
	default:
		r.schrijf(`Die opdracht is er niet. U kunt typen: :terug, :uitleg, :overslaan, :overzicht, :naar, :wis of :stop. Begint uw antwoord met een dubbele punt? Typ er dan twee.`)
	}
	return Daad{}, false
}

// nummer returns the key of the question that the overview numbers so. The last
// one, which has no number, is called einde.
func nummer(vragen []sessie.Vraag, tekst string) (string, bool) {
	if strings.EqualFold(tekst, "einde") {
		return sessie.SleutelAfronden, true
	}
	n, err := strconv.Atoi(tekst)
	if err != nil || n < 1 || n > len(vragen) {
		return "", false
	}
	return vragen[n-1].Sleutel, true
}

// antwoord makes an answer of what was typed. Nothing typed keeps what was
// there; no text begins with a blank line, so at the first line that is nothing.
func (r *Regels) antwoord(ctx context.Context, s *sessie.Sessie, v sessie.Vraag, eerste string) (Daad, error) {
	tekst := eerste
	isTekst := v.Soort == casus.Tekst || v.Soort == casus.Lijst
	switch {
	case isTekst && strings.TrimSpace(eerste) == "":
		r.leeg = true
		return r.overslaan(v), nil
	case isKeuze(v) && strings.Trim(eerste, ". ") == "" && strings.Contains(eerste, "."):
		r.schrijf(kiesHier)
		return Daad{Soort: Naar, Sleutel: v.Sleutel}, nil
	case strings.TrimSpace(eerste) == ".":
		tekst = ""
	case isTekst:
		var err error
		if tekst, err = r.tekst(ctx, eerste); err != nil {
			return Daad{Soort: Antwoorden, Antwoord: reflectie.Tekst(erbij(v, tekst))}, err
		}
	default:
		tekst = zonderPunt(eerste)
	}
	if woord := ":" + strings.ToLower(strings.Trim(tekst, " \t\n.!")); isOpdracht(woord) && r.nagevraagd != v.Sleutel {
		r.nagevraagd = v.Sleutel
		r.schrijf(fmt.Sprintf("Bedoelt u de opdracht? Typ dan %s, met de dubbele punt. Is dit uw antwoord, geef het dan nog eens.", woord))
		return Daad{Soort: Naar, Sleutel: v.Sleutel}, nil
	}
	if isTekst && tekst != "" {
		tekst = erbij(v, tekst)
	}
	a, fout := r.leesAntwoord(v, tekst)
	if fout != "" {
		if !inGroepen(v) || !r.zoek(s, v, reflectie.Normaal(tekst)) {
			r.schrijf(fout)
		}
		return Daad{Soort: Naar, Sleutel: v.Sleutel}, nil
	}
	if inGroepen(v) { // found one by one, so each comes beside the others
		a = reflectie.Lijst(append(v.Antwoord.Lijst(), a.Lijst()...)...)
	}
	if a.IsZero() {
		return r.overslaan(v), nil
	}
	if !v.Prive && slices.Contains([]casus.Vraagsoort{casus.Meerkeuze, casus.Waardenkeuze, casus.Datum}, v.Soort) {
		r.naTeLezen, r.ging = v.Sleutel, false
	}
	return Daad{Soort: Antwoorden, Antwoord: a}, nil
}

// erbij puts a text below what is there: that is never lost to who goes on with it.
func erbij(v sessie.Vraag, tekst string) string {
	was := strings.Join(v.Antwoord.Woorden(), "\n")
	if was == "" || was == reflectie.Normaal(tekst) {
		return tekst
	}
	return was + "\n" + tekst
}

// kiesHier refuses what is none of the choices.
const kiesHier = "Kies een van de antwoorden die hier staan."

// overslaan goes on without an answer.
func (r *Regels) overslaan(v sessie.Vraag) Daad {
	r.naTeLezen, r.ging = v.Sleutel, true
	return Daad{Soort: Overslaan}
}

// isKeuze reports whether v has choices, and no text.
func isKeuze(v sessie.Vraag) bool {
	return v.Soort == casus.JaNee || len(v.Opties) > 0 && v.Soort != casus.Regeltekst
}

// leesNa tells what became of the question before: that it was skipped, which day
// it was read as, or what was chosen with a row of numbers, which are easily wrong.
// Not where it is asked once more.
func (r *Regels) leesNa(s *sessie.Sessie) {
	sleutel := r.naTeLezen
	r.naTeLezen = ""
	if sleutel == "" || sleutel == s.Vraag().Sleutel {
		return
	}
	v, ok := casus.Zoek(s.Vragen(), func(v sessie.Vraag) bool { return v.Sleutel == sleutel })
	switch {
	case !ok:
	case v.Antwoord.IsZero():
		r.schrijfMet("  ", "Overgeslagen.")
	case r.ging:
		r.schrijfMet("  ", "Uw antwoord blijft staan.")
	case v.Soort == casus.Datum: // "dinsdag" says more than a number
		dag, _ := reflectie.ParseDatum(v.Antwoord.Tekst())
		r.schrijfMet("  ", dag.MetWeekdag())
	default:
		r.schrijfMet("  ", v.EenLijn())
	}
}

// tekst reads on to the line that holds only a dot. When input ends before it,
// or ctx does, what was typed comes with the error.
func (r *Regels) tekst(ctx context.Context, eerste string) (string, error) {
	regels := []string{zonderPunt(eerste)}
	for {
		regel, err := r.lees(ctx)
		switch {
		case err != nil, strings.TrimSpace(regel) == ".":
			return strings.Join(regels, "\n"), err
		case isOpdracht(regel):
			r.schrijf(fmt.Sprintf("Sluit uw tekst eerst af met een punt. Typ daarna %s. Hoort deze regel bij uw tekst, typ hem dan met twee dubbele punten.", regel))
		default:
			regels = append(regels, zonderPunt(zonderDubbel(regel)))
		}
	}
}

// zonderDubbel takes a colon away before what would else be a command.
func zonderDubbel(regel string) string {
	if na, ok := strings.CutPrefix(regel, ":"); ok && isOpdracht(na) {
		return na
	}
	return regel
}

// isOpdracht reports whether a line is one of our commands.
func isOpdracht(regel string) bool {
	opdracht, _, _ := strings.Cut(regel, " ")
	return slices.Contains([]string{":terug", ":uitleg", ":overslaan", ":overzicht", ":naar", ":wis", ":stop"}, opdracht)
}

// zonderPunt gives a line of dots one dot less: ".." stands for ".".
func zonderPunt(s string) string {
	if len(s) > 1 && strings.Trim(s, ".") == "" {
		return s[1:]
	}
	return s
}

// leesAntwoord turns what was typed into an answer of the kind that v asks, or tells in
// Dutch what to type instead.
func (r *Regels) leesAntwoord(v sessie.Vraag, tekst string) (_ reflectie.Antwoord, fout string) {
	tekst = reflectie.Normaal(tekst)
	if tekst == "" {
		return reflectie.Antwoord{}, ""
	}
	switch v.Soort {
	case casus.JaNee:
		switch strings.ToLower(tekst) {
		case "j", "ja", "1":
			return reflectie.JaNee(true), ""
		case "n", "nee", "2":
			return reflectie.JaNee(false), ""
		}
		return reflectie.Antwoord{}, "Typ ja of nee."
	case casus.Keuze:
		id, fout := r.leesOptie(v, tekst)
		return reflectie.Tekst(id), fout
	case casus.Meerkeuze, casus.Waardenkeuze:
		return r.leesLijst(v, tekst)
	}
	return reflectie.Tekst(tekst), ""
}

// leesOptie returns the id behind a number; other words are left to the sessie.
// Own words that look like a number have a plus sign before them.
func (r *Regels) leesOptie(v sessie.Vraag, tekst string) (id, fout string) {
	if eigen, ok := strings.CutPrefix(tekst, "+"); ok && v.Vrij {
		return strings.TrimSpace(eigen), ""
	}
	n, err := strconv.Atoi(tekst)
	if err != nil {
		return tekst, ""
	}
	switch {
	case len(r.genummerd) == 0:
		return "", "Typ eerst een woord of een groep. Dan ziet u nummers."
	case n < 1 || n > len(r.genummerd):
		return "", fmt.Sprintf("Typ een nummer van 1 tot en met %d.", len(r.genummerd))
	}
	return r.genummerd[n-1].ID, ""
}

// leesLijst reads numbers with spaces or commas between them, names with commas
// between them, and own values after a plus sign.
func (r *Regels) leesLijst(v sessie.Vraag, tekst string) (_ reflectie.Antwoord, fout string) {
	var items []string
	for _, deel := range strings.Split(tekst, ",") {
		woorden := strings.Fields(deel)
		if slices.ContainsFunc(woorden, isGeenGetal) {
			woorden = []string{strings.Join(woorden, " ")}
		}
		for _, woord := range woorden {
			item, fout := r.leesItem(v, woord)
			if fout != "" {
				return reflectie.Antwoord{}, fout
			}
			items = append(items, item)
		}
	}
	return reflectie.Lijst(items...), ""
}

// leesItem reads one number, name or own value. An own value wants its plus
// sign, so that a slip of the fingers does not become one.
func (r *Regels) leesItem(v sessie.Vraag, woord string) (item, fout string) {
	item, fout = r.leesOptie(v, woord)
	if fout != "" || kent(v, item) || v.Vrij && strings.HasPrefix(woord, "+") {
		return item, fout
	}
	fout = fmt.Sprintf("\"%s\" staat niet in de lijst.", zetwerk.VeiligRegel(zetwerk.Inkorten(woord, 40)))
	if i := Verschreven(v.Opties, woord); i >= 0 {
		fout += " Bedoelt u " + v.Opties[i].Naam + "?"
	}
	if v.Vrij {
		fout += " Is het een eigen waarde? Zet er dan een + voor."
	}
	return "", fout
}

// Verschreven returns which of the opties somebody means who made a slip in its name; -1
// of none. It must be very like it: a word of one's own is no slip.
func Verschreven(opties []sessie.Optie, woord string) int {
	woord = reflectie.Zoekvorm(strings.TrimSpace(woord))
	if len(woord) < 5 {
		return -1
	}
	var namen []string
	for _, o := range opties {
		namen = append(namen, reflectie.Zoekvorm(o.Naam))
	}
	lijkt := strict.Lijkt(woord, namen)
	if lijkt == "" || lijkt[0] != woord[0] || max(len(lijkt), len(woord))-min(len(lijkt), len(woord)) > 1 {
		return -1
	}
	return slices.Index(namen, lijkt)
}

func isGeenGetal(woord string) bool {
	_, err := strconv.Atoi(woord)
	return err != nil
}

// kent reports whether an option of v is called so; a pair in either order.
func kent(v sessie.Vraag, woord string) bool {
	omgekeerd := woord
	if p, ok := reflectie.ParsePaar(woord); ok {
		omgekeerd = p[1] + "+" + p[0]
	}
	return slices.ContainsFunc(v.Opties, func(o sessie.Optie) bool {
		return o.ID == woord || o.ID == omgekeerd || strings.EqualFold(o.Naam, woord)
	})
}
