package cli

import "golang.org/x/sys/windows"

// newOpen is what opens a file as a double click does.
func newOpen(Wereld) func(pad string) error {
	return func(pad string) error {
		naam, err := windows.UTF16PtrFromString(pad)
		if err != nil {
			return err
		}
		return windows.ShellExecute(0, nil, naam, nil, nil, windows.SW_SHOWNORMAL)
	}
}
