package cli

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
)

// metBestanden puts the files in the place of a pattern such as reflecties\*.md, as a shell
// does everywhere but on Windows. What no file has for a name stays as it is.
func metBestanden(args []string) []string {
	var uit []string
	for _, arg := range args {
		namen := passend(arg)
		if namen == nil {
			namen = []string{arg}
		}
		uit = append(uit, namen...)
	}
	return uit
}

// passend are the files of a pattern, in whatever case. A text with a star in it is mostly
// no pattern: that has the end of a name, and stands in a folder that is there.
func passend(arg string) (namen []string) {
	dir, patroon := filepath.Split(arg)
	if strings.HasPrefix(arg, "-") || !strings.Contains(patroon, "*") || filepath.Ext(patroon) == "" {
		return nil
	}
	bestanden, _ := os.ReadDir(cmp.Or(dir, ".")) // of what is no folder none
	for _, b := range bestanden {
		past, _ := filepath.Match(strings.ToLower(patroon), strings.ToLower(b.Name()))
		if past && !strings.HasPrefix(b.Name(), ".") {
			namen = append(namen, dir+b.Name())
		}
	}
	return namen
}
