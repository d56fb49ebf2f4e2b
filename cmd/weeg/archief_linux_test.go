package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gedownload is what .ci/archieven made for this system: the one file with this end.
func gedownload(t *testing.T, einde string) string {
	t.Helper()
	dist := os.Getenv("WEEG_DIST")
	if dist == "" {
		t.Skip("WEEG_DIST names no folder with what people download: .ci/run makes it")
	}
	gevonden, err := filepath.Glob(filepath.Join(dist, "weeg_*_linux_"+runtime.GOARCH+einde))
	if err != nil || len(gevonden) != 1 {
		t.Fatal(gevonden, err)
	}
	return gevonden[0]
}

// pakUit unpacks a tar.gz in a folder, which the names in it begin with, and returns those.
func pakUit(t *testing.T, archief, dir string) (namen []string) {
	t.Helper()
	f, err := os.Open(archief)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gz, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(gz); ; {
		kop, err := r.Next()
		if errors.Is(err, io.EOF) {
			return namen
		}
		if err != nil {
			t.Fatal(err)
		}
		_, naam, _ := strings.Cut(kop.Name, "/")
		namen = append(namen, naam)
		pad := filepath.Join(dir, naam)
		if err := os.MkdirAll(filepath.Dir(pad), 0o755); err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(pad, data, kop.FileInfo().Mode()); err != nil {
			t.Fatal(err)
		}
	}
}

// alsGewone is a command of somebody who may do nothing more than others, on a computer on
// which there is nothing but their own folder. Who tests as somebody like that cannot take
// the rest of the computer away, and is one already.
func alsGewone(t *testing.T, thuis string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("./weeg", args...)
	cmd.Err = nil // it is there once the folder is the root
	cmd.Dir, cmd.Env = thuis, []string{"HOME=" + thuis, "TERM=xterm-256color"}
	if os.Getuid() == 0 {
		const niemand = 65534
		cmd.Dir, cmd.Env[0] = "/", "HOME=/"
		cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: thuis, Credential: &syscall.Credential{Uid: niemand, Gid: niemand}}
		if err := os.Chown(thuis, niemand, niemand); err != nil {
			t.Fatal(err)
		}
	}
	return cmd
}

// Who unpacks the archive has all that is needed: the start screen with its first question,
// a whole conversation, and the reflectie to read.
func TestWhoUnpacksTheArchiveComesToAReflectie(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	namen := pakUit(t, gedownload(t, ".tar.gz"), thuis)
	for _, want := range []string{"weeg", "LEESMIJ.txt", "aanvulling/weeg.bash", "aanvulling/weeg.zsh", "aanvulling/weeg.fish", "aanvulling/weeg.powershell", "man/weeg.1.gz", "man/weeg-team.7.gz"} {
		if !slices.Contains(namen, want) {
			t.Errorf("%s is not in the archive: %q", want, namen)
		}
	}

	z := newTerminal(t, alsGewone(t, thuis), 80, 24)
	z.ziet("› Een eerste keer")
	z.druk("enter kiezen", enter)
	z.doorVerhaal()
	z.typ(enter)
	def := laad(t, "koken-in-het-schoolgebouw", "kort")
	stappen := loop(t, def, nil)
	z.ziet(stappen[0].vraag.Vraag)
	z.typ(ctrlC)
	z.klaar()

	var invoer []string
	for _, s := range stappen {
		invoer = append(invoer, s.typ(nil)...)
	}
	cmd := alsGewone(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort", "--toegankelijk")
	cmd.Stdin = strings.NewReader("Ik schreef dit zelf.\n.\n" + strings.Join(invoer[1:], "\n") + "\n1\n")
	if uit, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, uit)
	}
	gevonden, err := filepath.Glob(filepath.Join(thuis, "reflecties", "*.md"))
	if err != nil || len(gevonden) != 1 {
		t.Fatalf("there are the reflecties %q: %v", gevonden, err)
	}
	uit, err := alsGewone(t, thuis, "lees", "reflecties/"+filepath.Base(gevonden[0])).CombinedOutput()
	if err != nil || !strings.Contains(string(uit), def.Casus.Titel) {
		t.Errorf("%v: it reads\n%s", err, uit)
	}
}

// What a package puts where a shell and man look is what the program itself gives.
func TestThePackagePutsEverythingInItsPlace(t *testing.T) {
	t.Parallel()
	for _, soort := range []struct{ einde, pakUit, zsh string }{
		{".deb", `dpkg-deb -x "$1" .`, "usr/share/zsh/vendor-completions/_weeg"},
		{".rpm", `rpm -K "$1" && rpm2archive - <"$1" | tar xz`, "usr/share/zsh/site-functions/_weeg"},
	} {
		t.Run(soort.einde, func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command("bash", "-o", "pipefail", "-c", soort.pakUit, "bash", gedownload(t, soort.einde))
			cmd.Dir = t.TempDir()
			if uit, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, uit)
			}
			uitgepakt(t, cmd.Dir, soort.zsh)
		})
	}
}

// uitgepakt looks whether what a package holds, which is unpacked in dir, is in its place.
func uitgepakt(t *testing.T, dir, zsh string) {
	t.Helper()
	for schil, pad := range map[string]string{
		"bash": "usr/share/bash-completion/completions/weeg", "zsh": zsh, "fish": "usr/share/fish/vendor_completions.d/weeg.fish",
	} {
		want, _, _ := draai(t, dir, "", "aanvulling", schil)
		got, err := os.ReadFile(filepath.Join(dir, pad))
		if d := cmp.Diff(want, string(got)); err != nil || d != "" {
			t.Errorf("%s: %v\n%s", schil, err, d)
		}
	}
	for _, pad := range []string{"usr/bin/weeg", "usr/share/man/man1/weeg.1.gz", "usr/share/man/man1/weeg-nieuw.1.gz", "usr/share/man/man7/weeg-team.7.gz"} {
		if _, err := os.Stat(filepath.Join(dir, pad)); err != nil {
			t.Error(err)
		}
	}
	uit, err := exec.Command(filepath.Join(dir, "usr/bin/weeg"), "--versie").Output()
	if err != nil || !regexp.MustCompile(`^weeg \d+\.\d+\.\d+ \(commit [0-9a-f]{7}, `).Match(uit) {
		t.Errorf("%v: the version is %q", err, uit)
	}
}
