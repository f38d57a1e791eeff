// Package pager reaches volunteers by a pager gateway of ours.
package pager

import (
	"context"
	"fmt"
	"net"

	"services/set7/p33/channel"
)

// Notifier dials the gateway.
type Notifier struct{ Addr string }

// Notify implements channel.Notifier.
func (n Notifier) Notify(ctx context.Context, to channel.Contact, shift string, hours int) error {
	var d net.Dialer
	c, err := d.DialContext(ctx, "tcp", n.Addr)
	if err != nil {
		return err
	}
	defer c.Close()
	_, err = fmt.Fprintf(c, "PAGE %s %s (%dh)\r\n", to.Phone, shift, hours)
	return err
}
