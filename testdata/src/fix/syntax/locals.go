package syntax

import (
	cio "github.com/customerio/go-customerio/v3"
)

func (s service) sanitize(sanitize func(*cio.CustomerIO)) {
	sanitize(s.track)
	s.track.Identify("u1", map[string]interface{}{"ssn": "x"}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	{
		ciosanitize, os := 1, 2
		_, _ = ciosanitize, os
		s.track.Identify("u1", map[string]interface{}{"ssn": s, "token": 1}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify` `never-send key "token" reaches \(\*customerio\.CustomerIO\)\.Identify`
		cio.NewAPIClient("00112233445566778899aabbccddeeff")                 // want `hardcoded App API key`
	}
}
