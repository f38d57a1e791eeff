// Command p54 nudges.
package main

import (
	"encoding/gob"
	"errors"
	"io"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p54/nudge"
	"services/set7/p54/posture"
)

type dump struct{ *gob.Decoder }

func (d dump) Each(f func(*posture.Account) error) error {
	for {
		a := new(posture.Account)
		if err := d.Decode(a); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := f(a); err != nil {
			return err
		}
	}
}

func main() {
	n := nudge.Nudger{
		CustomerIO: customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		Source:     dump{gob.NewDecoder(os.Stdin)},
	}
	if failed, err := n.Run(); err != nil {
		log.Fatal(failed, " failed: ", err)
	}
}
