// Package telephony has what the switchboard tells of a call.
package telephony

import (
	"strings"
	"time"
)

// Call is a finished call.
type Call struct {
	CallerPhone string
	Queue       string
	Waited      time.Duration
	Answered    bool
}

// Caller returns the caller in E.164 form.
func (c Call) Caller() string {
	return Normalize(c.CallerPhone)
}

// Normalize brings a number into E.164 form.
func Normalize(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
	if strings.HasPrefix(digits, "00") {
		digits = digits[2:]
	}
	return "+" + digits
}
