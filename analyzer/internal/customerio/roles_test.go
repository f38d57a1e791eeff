package customerio

import (
	"testing"

	"github.com/ciolint/ciolint/internal/policy"
)

// TestPolicyRoles: each role that a policy can give is one of the model, and
// what is no role is none.
func TestPolicyRoles(t *testing.T) {
	t.Parallel()
	for _, name := range policy.Roles() {
		if r, ok := RoleNamed(name); !ok || r == NoRole || r == SinkURL || r == ContextField {
			t.Errorf("%s is %v", name, r)
		}
	}
	for _, name := range []string{"", "attribute", "no-role"} {
		if r, ok := RoleNamed(name); ok {
			t.Errorf("%q is %v", name, r)
		}
	}
}
