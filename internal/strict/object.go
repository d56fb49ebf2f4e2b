package strict

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Woord is one text of a list, with its place.
type Woord struct {
	Tekst  string
	Plaats Plaats
}

// Text reads a scalar as it is written; "" when it is Leeg.
func (n *Node) Text(f *Fouten) string {
	if n != nil && n.opname != nil {
		n.opname.als(VormTekst)
		return n.Tekst
	}
	if !n.expect(f, Scalar) {
		return ""
	}
	return n.Tekst
}

// Int reads a whole number; 0 when it is Leeg.
func (n *Node) Int(f *Fouten) int {
	if n != nil && n.opname != nil {
		n.opname.als(VormGetal)
		return 1
	}
	if n == nil || n.Soort == Leeg {
		return 0
	}
	getal, err := strconv.Atoi(n.Tekst)
	if n.Soort != Scalar || n.Vast || err != nil {
		n.verkeerd(f, "een heel getal")
		return 0
	}
	return getal
}

// Bool reads true or false, in YAML also ja or nee. gegeven is false when there
// is no such answer.
func (n *Node) Bool(f *Fouten) (ja, gegeven bool) {
	if n != nil && n.opname != nil {
		n.opname.als(VormJaNee)
		return true, true
	}
	if n == nil || n.Soort == Leeg {
		return false, false
	}
	if n.Soort == Scalar && !n.Vast {
		switch strings.ToLower(n.Tekst) {
		case "true", "ja":
			return true, true
		case "false", "nee":
			return false, true
		}
	}
	if n.json {
		n.verkeerd(f, "true of false")
	} else {
		n.verkeerd(f, "ja of nee")
	}
	return false, false
}

// Strings reads a list of scalars; what is Leeg in it is left out.
func (n *Node) Strings(f *Fouten) []Woord {
	if n != nil && n.opname != nil {
		n.opname.item(VormTekst)
		return []Woord{{"opname-a", n.Plaats}, {"opname-b", n.Plaats}}
	}
	items := n.List(f)
	woorden := make([]Woord, 0, len(items))
	for _, item := range items {
		if item.expect(f, Scalar) {
			woorden = append(woorden, Woord{item.Tekst, item.Plaats})
		}
	}
	return woorden
}

// List reads a list of anything; what is Leeg in it is left out.
func (n *Node) List(f *Fouten) []*Node {
	if n != nil && n.opname != nil { // it may be a list of texts, of blocks, or of both
		return []*Node{n.opname.item(VormTekst).node("", Scalar), n.opname.item(VormBlok).node("", Blok)}
	}
	if !n.expect(f, Lijst) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(n.Items), func(item *Node) bool { return item.Soort == Leeg })
}

// Objects reads a list of blocks.
func (n *Node) Objects(f *Fouten) []*Object {
	if n != nil && n.opname != nil {
		return []*Object{n.opname.item(VormBlok).object(f)}
	}
	var objecten []*Object
	for _, item := range n.List(f) {
		if o := item.Object(f); o != nil {
			objecten = append(objecten, o)
		}
	}
	return objecten
}

// Object reads a block; nil when it is Leeg or something else.
func (n *Node) Object(f *Fouten) *Object {
	if n != nil && n.opname != nil {
		return n.opname.object(f)
	}
	if !n.expect(f, Blok) {
		return nil
	}
	return &Object{node: n, f: f}
}

// expect reports whether n is of a kind, and adds the finding when it is of
// another and not Leeg.
func (n *Node) expect(f *Fouten, soort Soort) bool {
	if n == nil || n.Soort == Leeg {
		return false
	}
	if n.Soort != soort {
		n.verkeerd(f, "een "+string(soort))
	}
	return n.Soort == soort
}

// verkeerd adds the finding that something else belongs here. It does not show
// what stands here: that may be confidential.
func (n *Node) verkeerd(f *Fouten, hoort string) {
	plek := "hier"
	if n.naam != "" {
		plek = "bij " + Aanhaling(n.naam)
	}
	switch {
	case n.Soort != Scalar:
		f.Add(n.Plaats, "%s hoort %s, en geen %s", plek, hoort, n.Soort)
	case n.Vast && hoort != "een lijst" && hoort != "een blok met velden":
		f.Add(n.Plaats, "%s hoort %s; schrijf het zonder aanhalingstekens", plek, hoort)
	case hoort == "een lijst":
		f.Add(n.Plaats, "%s hoort een lijst; zet wat er staat tussen [ en ]", plek)
	default:
		f.Add(n.Plaats, "%s hoort %s%s", plek, hoort, vermomd(n.Tekst))
	}
}

// An Object reads the fields of a block by name, and knows at the end which
// were never asked for. Null is absent everywhere. All methods of a nil Object
// find nothing and add nothing.
type Object struct {
	node     *Node
	f        *Fouten
	gevraagd []string
	alles    bool // no field is unknown
	bezoek   int  // of what is written down: which time this is
}

// noteer returns what was asked for this time; nil where something is read.
func (o *Object) noteer() *bezoek {
	if o == nil || o.node.opname == nil {
		return nil
	}
	return &o.node.opname.vorm.bezoeken[o.bezoek]
}

// fouten is where faults go; nil of a nil Object, which finds none.
func (o *Object) fouten() *Fouten {
	if o == nil {
		return nil
	}
	return o.f
}

// Node returns the value of a field, or nil when it is absent.
func (o *Object) Node(key string) *Node {
	if o == nil {
		return nil
	}
	if o.noteer() != nil {
		return o.node.opname.veld(key).node(key, Scalar)
	}
	o.Ken(key)
	i := slices.IndexFunc(o.node.Velden, func(v Veld) bool { return v.Naam == key })
	if i < 0 || o.node.Velden[i].Waarde.Soort == Leeg {
		return nil
	}
	return o.node.Velden[i].Waarde
}

// Ken says that a field may stand here, for whoever reads it otherwise.
func (o *Object) Ken(key string) {
	if o != nil && !slices.Contains(o.gevraagd, key) {
		o.gevraagd = append(o.gevraagd, key)
	}
}

// Has reports whether a field is present.
func (o *Object) Has(key string) bool { return o.Node(key) != nil }

// Plaats returns the place of a field's value, or of the block when it is absent.
func (o *Object) Plaats(key string) Plaats {
	if n := o.Node(key); n != nil {
		return n.Plaats
	}
	return o.Begin()
}

// Begin returns the place of the block.
func (o *Object) Begin() Plaats {
	if o == nil {
		return Plaats{}
	}
	return o.node.Plaats
}

// Velden returns all fields in the order of the file, and leaves none unknown.
// It is for blocks of which the format does not name the fields.
func (o *Object) Velden() []Veld {
	if o == nil {
		return nil
	}
	o.alles = true
	if o.noteer() != nil {
		o.node.opname.vorm.Open = true
	}
	return o.node.Velden
}

// VeldenUit returns the fields of a block of which each must be one of mag.
func (o *Object) VeldenUit(mag []string) []Veld {
	if o.noteer() != nil {
		o.node.opname.vorm.Open = false
		velden := make([]Veld, len(mag))
		for i, m := range mag {
			velden[i] = Veld{m, o.Begin(), o.node.opname.veld(m).node(m, Blok)}
		}
		return velden
	}
	return slices.DeleteFunc(slices.Clone(o.Velden()), func(v Veld) bool { return !Check(o.f, v.Plaats, v.Naam, mag) })
}

// Text reads an optional text.
func (o *Object) Text(key string) string { return o.Node(key).Text(o.fouten()) }

// gevuld matches what holds more than white space.
const gevuld = `\S`

// Required reads a text that must be there and hold more than white space.
func (o *Object) Required(key string) string {
	if !o.Require(key) {
		return ""
	}
	o.Meer(key, func(v *Vorm) { v.Patroon = cmp.Or(v.Patroon, gevuld) })
	tekst := o.Text(key)
	if strings.TrimSpace(tekst) == "" && o.Node(key).Soort == Scalar {
		o.f.AddAls(FoutOntbreekt, o.Plaats(key), "%s is leeg; vul het in", Aanhaling(key))
	}
	return tekst
}

// Require reports whether a field is present, and adds a finding when not.
func (o *Object) Require(key string) bool {
	if o == nil {
		return false
	}
	if b := o.noteer(); b != nil {
		b.moet[key] = true
	}
	if !o.Has(key) {
		o.f.AddAls(FoutOntbreekt, o.Begin(), "%s ontbreekt; voeg het toe", Aanhaling(key))
		return false
	}
	return true
}

// Choice reads a word that must be one of mag, when it is there.
func (o *Object) Choice(key string, mag []string) string {
	if b := o.noteer(); b != nil {
		b.keuzes[key] = o.node.opname.veld(key).kies(mag)
		return b.keuzes[key]
	}
	woord := o.Text(key)
	if woord == "" || !Check(o.f, o.Plaats(key), woord, mag) {
		return ""
	}
	return woord
}

// Int reads a whole number, 0 when it is absent.
func (o *Object) Int(key string) int { return o.Node(key).Int(o.fouten()) }

// Bool reads true or false, in YAML also ja or nee.
func (o *Object) Bool(key string) (ja, gegeven bool) {
	return o.Node(key).Bool(o.fouten())
}

// Strings reads a list of texts with their places.
func (o *Object) Strings(key string) []Woord { return o.Node(key).Strings(o.fouten()) }

// Objects reads a list of blocks.
func (o *Object) Objects(key string) []*Object { return o.Node(key).Objects(o.fouten()) }

// Object reads a block; nil when it is absent.
func (o *Object) Object(key string) *Object { return o.Node(key).Object(o.fouten()) }

// maxRaad is for how many unknown fields of one block a likely name is sought.
const maxRaad = 100

// Done adds a finding for every field that was never asked for.
func (o *Object) Done() {
	if o.noteer() != nil {
		o.node.opname.vorm.Open = o.alles
		return
	}
	if o == nil || o.alles {
		return
	}
	onbekend := 0
	for _, v := range o.node.Velden {
		switch {
		case slices.Contains(o.gevraagd, v.Naam):
			continue
		case onbekend < maxRaad:
			CheckAls(o.f, FoutOnbekend, v.Plaats, v.Naam, o.gevraagd)
		default:
			kiesUit(o.f, FoutOnbekend, v.Plaats, v.Naam, o.gevraagd)
		}
		onbekend++
	}
}

// Check reports whether woord is one of mag, and adds a finding when not.
func Check(f *Fouten, p Plaats, woord string, mag []string) bool {
	return CheckAls(f, "", p, woord, mag)
}

// CheckAls is Check, with a finding of this kind.
func CheckAls(f *Fouten, soort Foutsoort, p Plaats, woord string, mag []string) bool {
	if slices.Contains(mag, woord) {
		return true
	}
	if lijkt := Lijkt(strings.Trim(woord, "\u00a0“”„‘’"), mag); lijkt != "" {
		f.AddAls(soort, p, "%s kan hier niet; bedoelt u %s?%s", Aanhaling(woord), Aanhaling(lijkt), strings.TrimPrefix(vermomd(woord), "."))
		return false
	}
	kiesUit(f, soort, p, woord, mag)
	return false
}

func kiesUit(f *Fouten, soort Foutsoort, p Plaats, woord string, mag []string) {
	if len(mag) == 0 {
		f.AddAls(soort, p, "%s kan hier niet; haal het weg", Aanhaling(woord))
		return
	}
	f.AddAls(soort, p, "%s kan hier niet; kies uit %s%s", Aanhaling(woord), strings.Join(mag, ", "), vermomd(woord))
}
