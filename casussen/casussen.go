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

// Schrijven is where in FS that conversation stands.
const Schrijven = "schrijven/casus.yaml"
