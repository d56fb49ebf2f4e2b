package cli

import (
	"path/filepath"
	"strings"
)

// metBestanden puts the files in the place of a pattern such as reflecties\*.md, as a shell
// does everywhere but on Windows. What no file has for a name stays as it is.
func metBestanden(args []string) []string {
	var uit []string
	for _, arg := range args {
		var namen []string
		if strings.Contains(arg, "*") && !strings.HasPrefix(arg, "-") {
			namen, _ = filepath.Glob(arg) // of what is no pattern none
		}
		if namen == nil {
			namen = []string{arg}
		}
		uit = append(uit, namen...)
	}
	return uit
}
