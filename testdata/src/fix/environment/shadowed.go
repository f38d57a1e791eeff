package environment

import "github.com/customerio/go-customerio/v3"

func shadowed(os string) *customerio.CustomerIO {
	return customerio.NewTrackClient(os, "11aa22bb33cc44dd55ee") // want `hardcoded track API key`
}
