package cli

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// A sein listens for what the process is told: to stop, or by a key that is for
// another program.
type sein struct {
	ander    atomic.Bool    // another program has the terminal
	moetWeg  atomic.Bool    // the process must end, as when its window is closed: not by a key
	signalen chan os.Signal // those that the process gets, while totSignaal turns them into an end
}

func newSein() *sein { return &sein{signalen: make(chan os.Signal, 1)} }

// totSignaal gives a context that ends when the process is asked to stop. One
// context serves a whole conversation, the questions before it included: a
// front end that has the terminal gives it back when its context ends.
func (s *sein) totSignaal(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(ctx)
	signal.Notify(s.signalen, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		defer signal.Stop(s.signalen)
		for {
			select {
			case sig := <-s.signalen:
				if m, ok := sig.(merk); ok {
					close(m)
					continue
				}
				if s.ander.Load() && (sig == os.Interrupt || sig == syscall.SIGQUIT) {
					continue // a key in the editor, that the terminal sends to all
				}
				s.moetWeg.Store(sig != os.Interrupt && sig != syscall.SIGQUIT)
				stop()
			case <-ctx.Done():
				return
			}
		}
	}()
	return ctx, stop
}

// A merk in the row of signals is closed when all that came before it were handled.
type merk chan struct{}

func (merk) Signal()        {}
func (merk) String() string { return "merk" }

// alsAnder runs something in which another program has the terminal. A key that
// the terminal sends to all is then for that program, also when it ends by it
// before we have heard of it. ctx is one of totSignaal.
func (s *sein) alsAnder(ctx context.Context, doe func() error) error {
	mee := make(chan os.Signal, 1)
	signal.Notify(mee, os.Interrupt)
	s.ander.Store(true)
	defer s.ander.Store(false)
	err := doe()
	signal.Stop(mee) // from here on, what came before is in the row
	m := merk(make(chan struct{}))
	select {
	case s.signalen <- m:
	case <-ctx.Done():
		return err
	}
	select {
	case <-m:
	case <-ctx.Done():
	}
	return err
}
