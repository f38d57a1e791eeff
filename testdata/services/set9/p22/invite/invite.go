package invite

import (
	"context"
	"net/url"
)

type Message struct {
	To   string
	User string
	Data map[string]any
}

type Mailer interface {
	Mail(ctx context.Context, template string, m Message) error
}

type Invitations struct {
	base  *url.URL
	mail  Mailer
	token func() (string, error)
}

func New(base *url.URL, m Mailer, token func() (string, error)) *Invitations {
	return &Invitations{base, m, token}
}

func (i *Invitations) Invite(ctx context.Context, userID, email, workspace string) error {
	t, err := i.token()
	if err != nil {
		return err
	}
	link := i.base.JoinPath("join", t)
	return i.mail.Mail(ctx, "workspace_invite", Message{To: email, User: userID, Data: map[string]any{
		"workspace":       workspace,
		"invitation_link": link.String(),
	}})
}
