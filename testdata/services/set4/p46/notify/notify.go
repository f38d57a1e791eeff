package notify

import (
	"context"
	"encoding/json"
	"errors"

	"services/set4/p46/payroll"

	customerio "github.com/customerio/go-customerio/v3"
)

type Staff struct{ api *customerio.APIClient }

func New(key string) *Staff { return &Staff{customerio.NewAPIClient(key)} }

type custom struct {
	Screen  string `json:"screen"`
	Slip    string `json:"slip"`
	Account string `json:"bank_account_number"`
}

func (s *Staff) Push(ctx context.Context, p payroll.Payslip) error {
	raw, err := json.Marshal(custom{Screen: "payslip", Slip: p.PDF, Account: p.Employee.BankAccountNumber})
	if err != nil {
		return err
	}
	_, err = s.api.SendPush(ctx, &customerio.SendPushRequest{
		To:          "last_used",
		Title:       p.Title(),
		Identifiers: map[string]string{"id": p.Employee.StaffNo},
		CustomData:  raw,
	})
	return err
}

func (s *Staff) SMS(ctx context.Context, p payroll.Payslip) error {
	_, err := s.api.SendSMS(ctx, &customerio.SendSMSRequest{
		To:                     p.Employee.MobilePhone,
		TransactionalMessageID: "payslip",
		Identifiers:            map[string]string{"id": p.Employee.StaffNo},
		MessageData: map[string]any{
			"name": p.Employee.FirstName,
			"line": p.Destination(),
		},
	})
	return err
}

func (s *Staff) Both(ctx context.Context, p payroll.Payslip) error {
	return errors.Join(s.Push(ctx, p), s.SMS(ctx, p))
}
