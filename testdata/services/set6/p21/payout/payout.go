package payout

import (
	"context"
	"fmt"
	"strings"
	"time"
)

type Payout struct {
	Host          string
	HostEmail     string
	AccountHolder string
	BankAccountNo string
	Amount        float64
	Month         time.Month
}

type Mailer interface {
	Mail(ctx context.Context, m Mail) error
}

type Mail struct {
	To, Recipient, Subject, Body string
}

type Service struct {
	mailer Mailer
	from   string
}

func New(m Mailer) *Service { return &Service{mailer: m} }

func (s *Service) Announce(ctx context.Context, p Payout) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Hello %s,\n\n", p.AccountHolder)
	fmt.Fprintf(&b, "we have sent %.2f to your account %s for %s.\n", p.Amount, p.BankAccountNo, p.Month)
	return s.mailer.Mail(ctx, Mail{
		To:        p.HostEmail,
		Recipient: p.Host,
		Subject:   "Your payout for " + p.Month.String(),
		Body:      b.String(),
	})
}
