// Mode: never.

// Package domain closes accounts by what it is given, and knows nobody who does
// it.
package domain

import "context"

// Blocker suppresses, by a name that says nothing.
type Blocker interface {
	Block(ctx context.Context, id string) error
}

// Deleter may delete anything.
type Deleter interface {
	Delete(ctx context.Context, id string) error
}

// Noter writes to people.
type Noter interface {
	Note(ctx context.Context, id string) error
}

// Account belongs to a child.
type Account struct{ Guardian, Child string }

// Ordered blocks first.
type Ordered struct {
	B Blocker
	D Deleter
}

// Close goes on after an error.
func (s *Ordered) Close(ctx context.Context, accounts []Account) (failed []Account) {
	for _, a := range accounts {
		if err := s.close(ctx, a); err != nil {
			failed = append(failed, a)
		}
	}
	return failed
}

func (s *Ordered) close(ctx context.Context, a Account) error {
	if err := s.B.Block(ctx, a.Child); err != nil {
		return err
	}
	return s.D.Delete(ctx, a.Child)
}

// Hasty stops at the first error.
type Hasty struct {
	B Blocker
	D Deleter
}

// Close stops at the first error.
func (s *Hasty) Close(ctx context.Context, accounts []Account) error {
	for _, a := range accounts {
		if err := s.close(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

func (s *Hasty) close(ctx context.Context, a Account) error {
	if err := s.B.Block(ctx, a.Child); err != nil {
		return err
	}
	return s.D.Delete(ctx, a.Child)
}

// Late blocks too late.
type Late struct {
	B Blocker
	D Deleter
}

// Close deletes first.
func (s *Late) Close(ctx context.Context, a Account) error {
	if err := s.D.Delete(ctx, a.Child); err != nil {
		return err
	}
	return s.B.Block(ctx, a.Child)
}

// Mistaken blocks another person.
type Mistaken struct {
	B Blocker
	D Deleter
}

// Close blocks the guardian.
func (s *Mistaken) Close(ctx context.Context, a Account) error {
	if err := s.B.Block(ctx, a.Guardian); err != nil {
		return err
	}
	return s.D.Delete(ctx, a.Child)
}

// Careless does not look at what Block says.
type Careless struct {
	B Blocker
	D Deleter
}

// Close deletes whatever Block says.
func (s *Careless) Close(ctx context.Context, a Account) error {
	_ = s.B.Block(ctx, a.Child)
	return s.D.Delete(ctx, a.Child)
}

// Polite says goodbye to the wrong one at the wrong time.
type Polite struct {
	B Blocker
	D Deleter
	N Noter
}

// Close says goodbye afterwards.
func (s *Polite) Close(ctx context.Context, a Account) error {
	if err := s.B.Block(ctx, a.Child); err != nil {
		return err
	}
	if err := s.D.Delete(ctx, a.Child); err != nil {
		return err
	}
	return s.N.Note(ctx, a.Child)
}

// Kind tells the guardian.
type Kind struct {
	B Blocker
	D Deleter
	N Noter
}

// Close tells the guardian.
func (s *Kind) Close(ctx context.Context, a Account) error {
	if err := s.B.Block(ctx, a.Child); err != nil {
		return err
	}
	if err := s.D.Delete(ctx, a.Child); err != nil {
		return err
	}
	return s.N.Note(ctx, a.Guardian)
}

// Trusting goes by the name of what suppresses.
type Trusting struct {
	S interface {
		Suppress(ctx context.Context, id string) error
	}
	D Deleter
}

// Close suppresses first, as it seems.
func (s *Trusting) Close(ctx context.Context, a Account) error {
	if err := s.S.Suppress(ctx, a.Child); err != nil {
		return err
	}
	return s.D.Delete(ctx, a.Child)
}

// Each goes through people with what it is given.
func Each(ctx context.Context, ids []string, f func(context.Context, string) error) error {
	for _, id := range ids {
		if err := f(ctx, id); err != nil {
			return err
		}
	}
	return nil
}
