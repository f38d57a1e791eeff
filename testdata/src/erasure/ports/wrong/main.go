// Mode: never.

// Package main puts together what is wrong.
package main

import (
	"context"
	"log"
	"os"

	"erasure/ports/adapter"
	"erasure/ports/decorator"
	"erasure/ports/domain"
)

func main() {
	c, ctx := &adapter.Client{}, context.Background()

	late := &domain.Late{B: c, D: decorator.Logged{Next: c}} // want `^person deleted by \(\*customerio.CustomerIO\).DeleteCtx without being suppressed; the next event brings them back: suppress first, as runtime/erasure does \(in domain.\(\*Late\).Close, by what is given here\)$`
	log.Print(late.Close(ctx, account()))

	mistaken := &domain.Mistaken{B: c, D: c} // want `without being suppressed.*in domain.\(\*Mistaken\).Close`
	log.Print(mistaken.Close(ctx, account()))

	careless := &domain.Careless{B: c, D: c} // want `although the suppression before may have failed.*in domain.\(\*Careless\).Close`
	log.Print(careless.Close(ctx, account()))

	hasty := &domain.Hasty{B: c, D: c} // want `loop around .* stops at the first error.*in domain.\(\*Hasty\).Close`
	log.Print(hasty.Close(ctx, []domain.Account{account()}))

	polite := &domain.Polite{B: c, D: c, N: c} // want `^\(\*customerio.CustomerIO\).TrackCtx writes to them after \(\*customerio.CustomerIO\).DeleteCtx has deleted that person.*in domain.\(\*Polite\).Close`
	log.Print(polite.Close(ctx, account()))

	trusting := &domain.Trusting{S: nobody{}, D: c}
	log.Print(trusting.Close(ctx, account())) // want `without being suppressed`

	log.Print(domain.Each(ctx, os.Args, func(ctx context.Context, id string) error { // want `loop around .* stops at the first error.*in domain.Each`
		if err := c.Suppress(ctx, id); err != nil {
			return err
		}
		return c.Delete(ctx, id)
	}))
}

// account is another one each time.
func account() domain.Account {
	return domain.Account{Guardian: os.Getenv("GUARDIAN"), Child: os.Getenv("CHILD")}
}

// nobody does not do what it says.
type nobody struct{}

func (nobody) Suppress(context.Context, string) error { return nil }
