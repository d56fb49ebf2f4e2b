package archief

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

func TestAnotherProcessCannotGoOnWithTheSameConcept(t *testing.T) {
	a := newArchief(t)
	kind := exec.Command(os.Args[0], a.plekken.Staat)
	kind.Env = append(os.Environ(), rol+"=slothouder")
	uit, err := kind.StdoutPipe()
	must(t, err)
	_, err = kind.StdinPipe() // held open, so that it waits
	must(t, err)
	must(t, kind.Start())
	defer kind.Wait()
	defer kind.Process.Kill()
	if regel, err := bufio.NewReader(uit).ReadString('\n'); err != nil || regel != "vast\n" {
		t.Fatalf("the other process says %q, %v", regel, err)
	}

	_, err = a.Vergrendel("koken-k3x9")
	wantFout(t, err, ErrBezet, "dit gesprek", "ander venster")
	anders, err := a.Vergrendel("fiets-a1b2")
	must(t, err)
	anders()

	// A killed process holds nothing.
	must(t, kind.Process.Kill())
	kind.Wait()
	ontgrendel, err := a.Vergrendel("koken-k3x9")
	must(t, err)
	ontgrendel()
	wantAlleen(t, filepath.Join(a.plekken.Staat, conceptPlek))
}

func speelSlothouder(staat string) {
	if _, err := New(Plekken{Staat: staat}, nil).Vergrendel("koken-k3x9"); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("vast")
	bufio.NewReader(os.Stdin).ReadByte()
}

func TestALockIsTakenOnceInOneProcessToo(t *testing.T) {
	a := newArchief(t)
	ontgrendel, err := a.Vergrendel("koken-k3x9")
	must(t, err)
	_, err = a.Vergrendel("koken-k3x9")
	wantFout(t, err, ErrBezet)
	ontgrendel()
	opnieuw, err := a.Vergrendel("koken-k3x9")
	must(t, err)
	opnieuw()
}

// keren is how often what goes wrong now and then is tried: a quarter of n without WEEG_HEEL.
func keren(n int) int {
	if os.Getenv("WEEG_HEEL") != "" {
		return n
	}
	return n / 4
}

func TestRemovingTheLockFileNeverLetsTwoIn(t *testing.T) {
	dir := t.TempDir()
	pad := filepath.Join(dir, "x.md")
	vaak := int32(keren(2000))
	var binnen, keren atomic.Int32
	var wg sync.WaitGroup
	wg.Go(func() { // as a start in another window does
		for keren.Load() < vaak && !t.Failed() {
			Archief{}.RuimOp(dir)
		}
	})
	for range 8 {
		wg.Go(func() {
			for keren.Load() < vaak {
				ontgrendel, err := vergrendel(pad)
				if errors.Is(err, ErrBezet) {
					runtime.Gosched()
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := binnen.Add(1); n != 1 {
					t.Errorf("%d hold the lock", n)
				}
				if _, err := os.Stat(filepath.Join(dir, ".x.md.lock")); err != nil {
					t.Errorf("held, but anyone can take it: %v", err)
				}
				keren.Add(1)
				binnen.Add(-1)
				ontgrendel()
			}
		})
	}
	wg.Wait()
}
