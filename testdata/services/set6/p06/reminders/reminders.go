package reminders

import (
	"context"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type Visit struct {
	PatientID string
	Phone     string
	Clinic    string
	At        time.Time
}

type Texter interface {
	SendSMS(ctx context.Context, req *customerio.SendSMSRequest) (*customerio.SendSMSResponse, error)
}

type Scheduler struct {
	texts   Texter
	message string
	retries int
}

func NewScheduler(t Texter, messageID string) *Scheduler {
	return &Scheduler{texts: t, message: messageID, retries: 3}
}

func (s *Scheduler) Send(ctx context.Context, v Visit) error {
	req := &customerio.SendSMSRequest{
		TransactionalMessageID: s.message,
		To:                     v.Phone,
		Identifiers:            map[string]string{"id": v.PatientID},
		MessageData: map[string]any{
			"clinic": v.Clinic,
			"time":   v.At.Format("Mon 15:04"),
		},
	}
	at := v.At.Add(-24 * time.Hour).Unix()
	req.SendAt = &at
	var err error
	for i := range s.retries {
		if _, err = s.texts.SendSMS(ctx, req); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(i+1) * time.Second):
		}
	}
	return err
}
