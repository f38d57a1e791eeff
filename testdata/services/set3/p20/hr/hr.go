// Package hr pays and informs employees.
package hr

import (
	"context"

	"services/set3/p20/port"
)

// Salary is paid once a month.
type Salary struct {
	Employee, BankAccount string
	Cents                 int64
}

// Payroll prepares payments.
type Payroll struct{ Out port.Writer }

// Prepare writes one payment.
func (p Payroll) Prepare(ctx context.Context, s Salary) error {
	return p.Out.Write(ctx, s.Employee, map[string]any{"bank_account": s.BankAccount, "cents": s.Cents})
}

// Bulletin is the news of the house.
type Bulletin struct{ Out port.Writer }

// Subscribe subscribes an employee to topics.
func (b Bulletin) Subscribe(ctx context.Context, employee string, weekly bool, topics ...string) error {
	return b.Out.Write(ctx, employee, map[string]any{"bulletin_weekly": weekly, "bulletin_topics": topics})
}
