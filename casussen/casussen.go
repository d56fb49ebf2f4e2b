// Package casussen holds the library that weeg carries with it: the casussen,
// the werkvormen and the catalogue of waarden, as YAML. It never reads them;
// package casus does.
package casussen

import "embed"

// FS holds the casussen at its root, and the folders werkvormen, werkvormen/stappen and
// waarden. Schrijven is the conversation in which somebody writes a casus: it has the form
// of a werkvorm, and is none to weigh by.
//
//go:embed *.yaml werkvormen/*.yaml werkvormen/stappen/*.yaml waarden/*.yaml schrijven/*.yaml
var FS embed.FS

// Schemas has the folder .schema: what editors need to help with such files. Weeg makes
// them of what it reads itself.
//
//go:embed .schema/*.json
var Schemas embed.FS

// Schema is where the schema of a kind of file stands in Schemas, and in a folder with
// casussen.
func Schema(soort string) string { return ".schema/" + soort + ".json" }

// Schrijven is where in FS that conversation stands.
const Schrijven = "schrijven/casus.yaml"
