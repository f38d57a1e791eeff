package content

// A Sanitizer says what a sanitizing function keeps.
type Sanitizer uint8

const (
	NotSanitizer  Sanitizer = iota
	SanitizesAll            // strips never-send keys, hashes hash keys
	SanitizesMost           // the same, but keeps codes and links that a message delivers
	SanitizesText           // makes one value harmless (a mask, a keyed hash)
	StripsAll               // SanitizesAll, by the dictionary alone: it knows nothing of the user's keys
	StripsMost              // SanitizesMost, by the dictionary alone
)

// Delivers reports whether the sanitizer keeps what a message exists to deliver.
func (s Sanitizer) Delivers() bool { return s == SanitizesMost || s == StripsMost }

// Plain reports whether the sanitizer knows the dictionary alone.
func (s Sanitizer) Plain() bool { return s == StripsAll || s == StripsMost }
