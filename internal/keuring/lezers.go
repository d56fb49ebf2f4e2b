package keuring

import "ambt.example/weeg/internal/strict"

// What the readers of a file find by themselves: without it there would be no casus and no
// reflectie at all.

func onleesbaar() controle {
	return controle{van: strict.FoutOpmaak, Regel: Regel{
		Code: "R001", Ernst: Fout, Naam: "dit is niet te lezen",
		Uitleg: "Er klopt iets niet aan de tekens of aan de opmaak. Weeg kan het bestand dan niet openen.",
		Niet:   "titel: \"Wie belt er",
		Wel:    "titel: \"Wie belt er\"",
	}}
}

func gitconflict() controle {
	return controle{van: strict.FoutConflict, Regel: Regel{
		Code: "R002", Ernst: Fout, Naam: "een conflict van git",
		Uitleg: "Twee mensen wijzigden hetzelfde, en git wacht op een keuze. Kies wat blijft, en haal de tekens weg.",
		Niet:   "<<<<<<< begin\ntitel: Wie belt er?",
		Wel:    "titel: \"Wie schreef <<<<<<< op het bord?\"",
	}}
}

func onbekendVeld() controle {
	return controle{van: strict.FoutOnbekend, Regel: Regel{
		Code: "R003", Ernst: Fout, Naam: "een veld dat Weeg niet kent",
		Uitleg: "Meestal is het een tikfout. Wat erin staat, komt dan nergens terug.",
		Niet:   "titels: Wie belt er?",
		Wel:    "titel: Wie belt er?",
	}}
}

func ontbreekt() controle {
	return controle{van: strict.FoutOntbreekt, Regel: Regel{
		Code: "R004", Ernst: Fout, Naam: "een veld dat ontbreekt",
		Uitleg: "Zonder dit veld is er geen casus, werkvorm of reflectie.",
		Niet:   "titel: \" \"",
		Wel:    "titel: Wie belt er?",
	}}
}

func verkeerdeWaarde() controle {
	return controle{van: "", Regel: Regel{
		Code: "R005", Ernst: Fout, Naam: "hier kan dit niet staan",
		Uitleg: "Bij sommige velden hoort een woord uit een lijstje, een getal, een datum of een lijst.",
		Niet:   "soort: botst",
		Wel:    "soort: tegen",
	}}
}

func dubbel() controle {
	return controle{van: strict.FoutDubbel, Regel: Regel{
		Code: "R006", Ernst: Fout, Naam: "dit staat er twee keer",
		Uitleg: "Weeg kiest niet welke van de twee telt. Houd er één.",
		Niet:   "- {id: melder, naam: De beller}",
		Wel:    "- {id: buur, naam: De beller}",
	}}
}

func verwijzing() controle {
	return controle{van: strict.FoutVerwijzing, Regel: Regel{
		Code: "R007", Ernst: Fout, Naam: "een naam die nergens bij hoort",
		Uitleg: "Hier staat de naam van een waarde, werkvorm of vraag die er niet is.",
		Niet:   "- {id: rustigheid, hier: \"Wie belt, wil slapen.\"}",
		Wel:    "- {id: veiligheid, hier: \"Wie belt, wil slapen.\"}",
	}}
}

func verkeerdeNaam() controle {
	return controle{van: strict.FoutNaam, Regel: Regel{
		Code: "R008", Ernst: Fout, Naam: "een id die niet kan",
		Uitleg: "Een id heeft kleine letters, cijfers en streepjes. Die van een casus of werkvorm is gelijk aan de naam van het bestand.",
		Niet:   "id: Wie belt er",
		Wel:    "- {id: melder, naam: De beller}",
	}}
}

func volgorde() controle {
	return controle{van: strict.FoutVolgorde, Regel: Regel{
		Code: "R010", Ernst: Fout, Naam: "een voorwaarde die niet kan",
		Uitleg: "Een vraag kan alleen afhangen van een vraag die eerder komt. En een open vraag hangt niet af van een antwoord dat privé is.",
		Niet:   "als: {vraag: slot.klaar, is: [ja]}",
		Wel:    "als: {vraag: begin.klaar, is: [ja]}",
	}}
}

func doorvraagzinnen() controle {
	return controle{van: strict.FoutZinnen, Regel: Regel{
		Code: "R011", Ernst: Fout, Naam: "een doorvraag die anders werkt dan de voorbeelden zeggen",
		Uitleg: "Bij elke zin onder \"wel\" moet de doorvraag komen, en bij geen zin onder \"niet\".",
		Niet:   "wel: [Dat zal wel meevallen.]",
		Wel:    "wel: [Dat kan nu eenmaal niet.]",
	}}
}

func merk() controle {
	return controle{van: strict.FoutMerk, Regel: Regel{
		Code: "R021", Ernst: Fout, Naam: "een merk dat niet klopt",
		Uitleg: "Aan een merk ziet Weeg bij welke vraag een antwoord hoort. Het is onbekend, of er hoort iets bij wat weg is.",
		Niet:   "### Waar ik over twijfel <!-- weeg:twijfel -->",
		Wel:    "### Waar ik over twijfel <!-- weeg:moment.twijfel -->",
	}}
}
