package hard

import ( "context"
 "github.com/customerio/go-customerio/v3" )

func parenthesised(s service, u user) {
	(s.track.Identify)((u.ID), (((map[string]any{"ssn": u.SSN}))))
}

func oneLine(s service, u user) { var r customerio.SendEmailRequest; r.MessageData = map[string]any{}; r.MessageData["ssn"] = u.SSN; s.api.SendEmail(context.Background(), &r) }

func inOneLine(ctx context.Context, s service, u user, n int) {
	r := &customerio.SendEmailRequest{MessageData: map[string]any{}}
	r.MessageData["ssn"] = u.SSN
	switch n { case 1: s.api.SendEmail(ctx, r) }
}
