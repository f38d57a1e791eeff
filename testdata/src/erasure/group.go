package erasure

import (
	"context"
	"errors"
	"iter"
	"log"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

func groupThatCancels(ctx context.Context, s *service, ids []string) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(8)
	for _, id := range ids {
		g.Go(func() error {
			if err := s.track.SuppressPerson(ctx, id); err != nil {
				return err
			}
			return s.cio.DeleteCtx(ctx, id) // want `^loop around \(\*customerio.CustomerIO\).DeleteCtx stops at the first error`
		})
	}
	return g.Wait()
}

func groupThatCancelsHelpers(ctx context.Context, s *service, ids []string) error {
	g, within := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error { return eraseOne(within, s, id) }) // want `loop around`
	}
	return g.Wait()
}

func groupWithoutContext(ctx context.Context, s *service, ids []string) error {
	var g errgroup.Group
	for _, id := range ids {
		g.Go(func() error { return eraseOne(ctx, s, id) })
	}
	return g.Wait()
}

func groupWhoseContextNobodyUses(ctx context.Context, s *service, ids []string) error {
	g, _ := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error { return eraseOne(ctx, s, id) })
	}
	return g.Wait()
}

func groupThatLogs(ctx context.Context, s *service, ids []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error {
			if err := eraseOne(ctx, s, id); err != nil {
				log.Print("not erased")
			}
			return nil
		})
	}
	return g.Wait()
}

func stopsUnlessUnknown(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		if err := eraseOne(ctx, s, id); err != nil { // want `loop around`
			if errors.Is(err, errUnknown) {
				continue
			}
			return err
		}
	}
	return nil
}

func stopsUnlessEqual(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		err := eraseOne(ctx, s, id) // want `loop around`
		if err != nil && err != errUnknown {
			return err
		}
	}
	return nil
}

func stopsIfCancelled(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		if err := eraseOne(ctx, s, id); err != nil {
			if errors.Is(err, context.Canceled) || errors.Is(err, http.ErrServerClosed) {
				return err
			}
			log.Print("not erased")
		}
	}
	return nil
}

func panics(ctx context.Context, s *service, ids []string) {
	for _, id := range ids {
		if err := eraseOne(ctx, s, id); err != nil { // want `loop around`
			panic(err)
		}
	}
}

func musts(ctx context.Context, s *service, ids []string) {
	for _, id := range ids {
		must(eraseOne(ctx, s, id)) // want `loop around`
	}
}

func note(err error) {
	if err != nil {
		log.Print("not erased")
	}
}

func notes(ctx context.Context, s *service, ids []string) {
	for _, id := range ids {
		note(eraseOne(ctx, s, id))
	}
}

func jumps(ctx context.Context, s *service, ids []string) {
	for _, id := range ids {
		if err := eraseOne(ctx, s, id); err != nil { // want `loop around`
			goto failed
		}
	}
	return
failed:
	log.Print("not erased")
}

func jumpsOn(ctx context.Context, s *service, ids []string) {
	for i := 0; ; {
	next:
		if i == len(ids) {
			return
		}
		id := ids[i]
		i++
		if err := eraseOne(ctx, s, id); err != nil {
			goto next
		}
	}
}

func breaksOuter(ctx context.Context, s *service, teams [][]string) {
teams:
	for _, ids := range teams {
		for _, id := range ids {
			if err := eraseOne(ctx, s, id); err != nil { // want `loop around`
				break teams
			}
		}
	}
}

func nextTeam(ctx context.Context, s *service, teams [][]string) (errs []error) {
	for _, ids := range teams {
		for _, id := range ids {
			if err := eraseOne(ctx, s, id); err != nil {
				errs = append(errs, err)
				continue
			}
		}
	}
	return errs
}

func recursively(ctx context.Context, s *service, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := eraseOne(ctx, s, ids[0]); err != nil { // want `loop around`
		return err
	}
	return recursively(ctx, s, ids[1:])
}

func recursivelyOn(ctx context.Context, s *service, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	err := eraseOne(ctx, s, ids[0])
	return errors.Join(err, recursivelyOn(ctx, s, ids[1:]))
}

type team struct {
	lead  user
	parts []*team
}

func wholeTeam(ctx context.Context, s *service, t *team) error {
	for _, p := range t.parts {
		if err := wholeTeam(ctx, s, p); err != nil {
			log.Print("not erased")
		}
	}
	return eraseOne(ctx, s, t.lead.ID)
}

func worker(ctx context.Context, s *service, jobs <-chan string, errs chan<- error) {
	for id := range jobs {
		if err := eraseOne(ctx, s, id); err != nil { // want `loop around`
			errs <- err
			return
		}
	}
}

func workerThatGoesOn(ctx context.Context, s *service, jobs <-chan string, errs chan<- error) {
	for id := range jobs {
		if err := eraseOne(ctx, s, id); err != nil {
			errs <- err
		}
	}
}

func pool(ctx context.Context, s *service, ids []string) {
	jobs, errs := make(chan string), make(chan error)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { worker(ctx, s, jobs, errs) })
		wg.Go(func() { workerThatGoesOn(ctx, s, jobs, errs) })
	}
	for _, id := range ids {
		jobs <- id
	}
	close(jobs)
	wg.Wait()
}

func rows(ctx context.Context, s *service, users iter.Seq[user]) (err error) {
	for u := range users {
		if err = eraseOne(ctx, s, u.ID); err != nil { // want `loop around`
			break
		}
	}
	return err
}

func rowsOn(ctx context.Context, s *service, users iter.Seq[user]) error {
	var errs []error
	for u := range users {
		if err := eraseOne(ctx, s, u.ID); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func firstOfItsKind(ctx context.Context, s *service, users []user) error {
	for _, u := range users {
		if u.gone {
			return eraseOne(ctx, s, u.ID)
		}
	}
	return nil
}
