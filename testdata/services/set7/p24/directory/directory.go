// Package directory is a user directory in memory.
package directory

import (
	"context"
	"strings"

	"services/set7/p24/identity"
)

// Static directory.
type Static map[string]string

// ByEmail implements identity.Users.
func (s Static) ByEmail(_ context.Context, email string) (string, error) {
	if id, ok := s[strings.ToLower(email)]; ok {
		return id, nil
	}
	return "", identity.ErrUnknown
}
