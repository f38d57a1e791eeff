package hard

import ( "github.com/customerio/go-customerio/v3" )

func single(u user) {
	customerio.NewTrackClient("aa1b2c3d4e5f60718293", "aaaa22bb33cc44dd55ee").Identify(u.ID, map[string]any{"ssn": u.SSN})
}
