// Command weeg walks a public professional through the weighing of values in
// one critical moment, and writes one reflectie.
package main

import (
	"os"

	"ambt.example/weeg/internal/cli"
)

func main() { os.Exit(cli.Main()) }
