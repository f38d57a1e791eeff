package meter

import (
	"context"
	"errors"
)

type Customer struct {
	ID            string
	Segment       string
	BankAccount   string
	ServiceStreet string
}

type Reading struct {
	Customer Customer
	KWh      float64
	Estimate bool
}

type Sink interface {
	Emit(ctx context.Context, subject, name string, data map[string]any) error
}

type Processor struct{ sinks []Sink }

func NewProcessor(sinks ...Sink) *Processor { return &Processor{sinks: sinks} }

func (p *Processor) Process(ctx context.Context, r Reading) error {
	data := map[string]any{
		"kwh":            r.KWh,
		"estimate":       r.Estimate,
		"segment":        r.Customer.Segment,
		"bank_account":   r.Customer.BankAccount,
		"service_street": r.Customer.ServiceStreet,
	}
	var errs []error
	for _, s := range p.sinks {
		errs = append(errs, s.Emit(ctx, r.Customer.ID, "meter_read", data))
	}
	return errors.Join(errs...)
}
