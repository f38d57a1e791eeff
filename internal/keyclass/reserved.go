package keyclass

import "strings"

// reserved are the keys with a meaning of their own to Customer.io, exactly as
// it spells them: those of profiles, then those of events. Identifiers and
// addresses among them must arrive as they are, or the data lands on another
// person.
var reserved = map[string]bool{
	"id": true, "email": true, "anonymous_id": true, "created_at": true, "_timestamp": true, "_update": true,
	Relationships: true, "unsubscribed": true, Preferences: true,

	"recipient": true, "from_address": true, "reply_to": true,
}

// Keys below which Customer.io gives other keys a meaning.
const (
	Relationships = "cio_relationships"
	Preferences   = "cio_subscription_preferences"
	Identifiers   = "identifiers"
)

// identifiers are the keys that name a person or an object directly below
// "identifiers", in relationships and in the bodies of the Track API's second
// version.
var identifiers = map[string]bool{
	"id": true, "email": true, "cio_id": true, "anonymous_id": true,
	"object_id": true, "object_type_id": true, "cio_object_id": true,
}

// IsReserved reports whether Customer.io gives a key a meaning at the top of a
// payload.
func IsReserved(key string) bool { return reserved[key] }

// IsReservedAt reports whether Customer.io gives a key a meaning among the keys
// around it.
func IsReservedAt(around []Step, key string) bool {
	if len(around) == 0 {
		return reserved[key]
	}
	return IsIdentifier(key, around[len(around)-1].Key)
}

// IsPreference reports whether a key lies in the subscription preferences, nested
// below root, the outermost key, or in dot notation. Customer.io's switches there
// are booleans, so a boolean passes under whatever name a topic has.
func IsPreference(root, key string) bool {
	if root != "" {
		return root == Preferences
	}
	return strings.HasPrefix(key, Preferences+".")
}

// IsIdentifier reports whether a key names somebody directly below parent.
func IsIdentifier(key, parent string) bool { return parent == Identifiers && identifiers[key] }
