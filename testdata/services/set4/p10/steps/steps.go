package steps

import (
	"log"

	"services/set4/p10/outbox"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

func Clean(next outbox.Sender) outbox.Sender {
	return func(m outbox.Message) error {
		m.Body = sanitize.Attributes(m.Body)
		return next(m)
	}
}

func Logged(next outbox.Sender) outbox.Sender {
	return func(m outbox.Message) error {
		err := next(m)
		log.Printf("%s to %s: %v", m.Kind, m.To, err)
		return err
	}
}

func Track(c *customerio.CustomerIO) outbox.Sender {
	return func(m outbox.Message) error { return c.Track(m.To, m.Kind, m.Body) }
}
