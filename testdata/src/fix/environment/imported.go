package environment

import (
	system "os"

	"github.com/customerio/go-customerio/v3"
)

func imported() *customerio.CustomerIO {
	return customerio.NewTrackClient(system.Getenv("SITE"), "11aa22bb33cc44dd55ee") // want `hardcoded track API key`
}
