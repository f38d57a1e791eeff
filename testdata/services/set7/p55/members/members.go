// Package members migrates the members of a health insurer.
package members

import "fmt"

// Legacy member of the mainframe.
type Legacy struct {
	SSN      string
	Passport string
	Plan     string
	Since    int
}

// Member of the new system.
type Member struct {
	UUID   string
	Legacy Legacy
}

// Valid says what is wrong with a member.
func (m Member) Valid() error {
	if len(m.UUID) != 36 {
		return fmt.Errorf("uuid %q", m.UUID)
	}
	if m.Legacy.Since < 1950 {
		return fmt.Errorf("member since %d", m.Legacy.Since)
	}
	return nil
}
