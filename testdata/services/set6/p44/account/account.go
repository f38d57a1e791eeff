package account

import (
	"context"
	"errors"
	"strings"
)

type Closer interface {
	Close(ctx context.Context, accountID string) error
}

type Service struct {
	closers []Closer
}

func NewService(closers ...Closer) *Service { return &Service{closers: closers} }

// Close ends one account. It is called from the settings page.
func (s *Service) Close(ctx context.Context, accountID string) error {
	if strings.TrimSpace(accountID) == "" {
		return errors.New("no account")
	}
	var errs []error
	for _, c := range s.closers {
		errs = append(errs, c.Close(ctx, accountID))
	}
	return errors.Join(errs...)
}
