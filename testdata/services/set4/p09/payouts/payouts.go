package payouts

import (
	"context"
	"time"
)

type Bank struct {
	Holder        string `json:"holder"`
	AccountNumber string `json:"account_number"`
	RoutingNumber string `json:"routing_number"`
}

type Payout struct {
	ID     string    `json:"id"`
	Seller string    `json:"seller"`
	Amount int64     `json:"amount"`
	Due    time.Time `json:"due"`
	Bank   Bank      `json:"bank"`
}

type Emitter interface {
	Emit(ctx context.Context, who, event string, props any) error
}

type Service struct{ emitter Emitter }

func New(opts ...func(*Service)) *Service {
	s := new(Service)
	for _, o := range opts {
		o(s)
	}
	return s
}

func WithEmitter(e Emitter) func(*Service) { return func(s *Service) { s.emitter = e } }

func (s *Service) Release(ctx context.Context, p Payout) error {
	if p.Due.After(time.Now()) {
		return nil
	}
	return s.emitter.Emit(ctx, p.Seller, "payout_released", p)
}
