package erasure

import (
	"context"
	"errors"
	"iter"
	"log"
)

func stopsAtDelete(ctx context.Context, s *service, users []user) error {
	for _, u := range users {
		if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
			log.Print("not suppressed")
			continue
		}
		if err := s.cio.Delete(u.ID); err != nil { // want `^loop around \(\*customerio.CustomerIO\).Delete stops at the first error; the people after it are never erased: go on, as EraseAll of runtime/erasure does$`
			return err
		}
	}
	return nil
}

func breaks(ctx context.Context, s *service, ids []string) (err error) {
	for i := range ids {
		if err := s.track.SuppressPerson(ctx, ids[i]); err != nil {
			log.Print("not suppressed")
			continue
		}
		err = s.cio.Delete(ids[i]) // want `loop around`
		if err != nil {
			break
		}
	}
	return err
}

func goesOn(ctx context.Context, s *service, users []user) error {
	var errs []error
	for _, u := range users {
		if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
			errs = append(errs, err)
			continue
		}
		if err := s.cio.Delete(u.ID); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func stopsAtCancellation(ctx context.Context, s *service, ids map[string]bool) error {
	for id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
			continue
		}
		if err := s.cio.Delete(id); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			log.Print("not deleted")
		}
	}
	return nil
}

func retriesOne(ctx context.Context, s *service, id string) (err error) {
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		return err
	}
	for range 3 {
		if err = s.cio.Delete(id); err == nil {
			return nil
		}
	}
	return err
}

func unsuppressedLoop(s *service, ids []string) error {
	for _, id := range ids {
		if err := s.cio.Delete(id); err != nil { // want `person deleted by`
			return err
		}
	}
	return nil
}

func eraseOne(ctx context.Context, s *service, id string) error {
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		return err
	}
	return s.cio.Delete(id)
}

func stopsAtHelper(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		if err := eraseOne(ctx, s, id); err != nil { // want `loop around \(\*customerio.CustomerIO\).Delete stops`
			return err
		}
	}
	return nil
}

func helperGoesOn(ctx context.Context, s *service, ids <-chan string) {
	for id := range ids {
		if err := eraseOne(ctx, s, id); err != nil {
			log.Print("not erased")
		}
	}
}

func twoLoops(ctx context.Context, s *service, ids []string) {
	failed := map[string]bool{}
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			failed[id] = true
		}
	}
	for _, id := range ids {
		if !failed[id] {
			s.cio.Delete(id)
		}
	}
}

func twoLoopsOverWhomItWorked(ctx context.Context, s *service, ids []string) {
	var suppressed []string
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
			continue
		}
		suppressed = append(suppressed, id)
	}
	for _, id := range suppressed {
		s.cio.Delete(id)
	}
}

func twoLoopsOverEverybody(ctx context.Context, s *service, ids []string) {
	var suppressed []string
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
		}
		suppressed = append(suppressed, id)
	}
	for _, id := range suppressed {
		s.cio.Delete(id) // want `although the suppression before may have failed`
	}
}

func listedFirst(ctx context.Context, s *service, users []user) {
	var ids []string
	for _, u := range users {
		if u.gone {
			ids = append(ids, u.ID)
		}
	}
	for _, id := range ids {
		if s.track.SuppressPerson(ctx, id) == nil {
			s.cio.Delete(id)
		}
	}
}

func listedAndDeleted(s *service, users []user) {
	var ids []string
	for _, u := range users {
		if u.gone {
			ids = append(ids, u.ID)
		}
	}
	for _, id := range ids {
		s.cio.Delete(id) // want `person deleted by \(\*customerio.CustomerIO\).Delete without`
	}
}

func loopThatGivesUpSuppressing(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			return err
		}
	}
	for _, id := range ids {
		s.cio.Delete(id) // want `loop around`
	}
	return nil
}

func twoLoopsElse(ctx context.Context, s *service, ids, others []string) {
	for _, id := range others {
		s.track.SuppressPerson(ctx, id)
	}
	for _, id := range ids {
		s.cio.Delete(id) // want `person deleted by`
	}
}

func sequence(ctx context.Context, s *service, ids iter.Seq[string]) error {
	for id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
			continue
		}
		if err := s.cio.Delete(id); err != nil { // want `loop around`
			return err
		}
	}
	return nil
}

func sequenceGoesOn(ctx context.Context, s *service, ids iter.Seq2[string, error]) (failed error) {
	for id, err := range ids {
		if err != nil {
			continue
		}
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
			continue
		}
		if err := s.cio.Delete(id); err != nil {
			failed = err
		}
	}
	return failed
}

func stopsAtSuppression(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			return err
		}
		s.cio.Delete(id) // want `loop around`
	}
	return nil
}

func stopsAtEither(ctx context.Context, s *service, ids []string) error {
	for _, id := range ids {
		err := s.track.SuppressPerson(ctx, id)
		if err == nil {
			err = s.cio.Delete(id) // want `loop around`
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func endsTheProgram(ctx context.Context, s *service, ids []string) {
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
			continue
		}
		if err := s.cio.Delete(id); err != nil { // want `loop around`
			log.Fatal("not deleted")
		}
	}
}

func stopsWhenFound(ctx context.Context, s *service, users []user) error {
	for _, u := range users {
		if !u.gone {
			continue
		}
		if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
			log.Print("not suppressed")
			continue
		}
		return s.cio.Delete(u.ID)
	}
	return nil
}

func stopsAtTheNext(ctx context.Context, s *service, next func() (string, error)) error {
	for {
		id, err := next()
		if err != nil {
			return err
		}
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			log.Print("not suppressed")
			continue
		}
		s.cio.Delete(id)
	}
}

func pooled(ctx context.Context, s *service, ids []string) {
	for _, id := range ids {
		go func() {
			if err := s.track.SuppressPerson(ctx, id); err != nil {
				return
			}
			if err := s.cio.Delete(id); err != nil {
				return
			}
		}()
	}
}

func suppressedAtOnce(s *service, ids []string, suppressAll func([]string) error) error {
	if err := suppressAll(ids); err != nil {
		return err
	}
	for _, id := range ids {
		s.cio.Delete(id)
	}
	return nil
}
