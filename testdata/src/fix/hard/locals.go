package hard

import (
	cio "github.com/customerio/go-customerio/v3"
)

func (s service) sanitize(sanitize func(*cio.CustomerIO)) {
	sanitize(s.track)
	s.track.Identify("u1", map[string]interface{}{"ssn": "x"})
	{
		ciosanitize, os := 1, 2
		_, _ = ciosanitize, os
		s.track.Identify("u1", map[string]interface{}{"ssn": s, "token": 1})
		cio.NewAPIClient("00112233445566778899aabbccddeeff")
	}
}
