package catalog

// The rules that look at a payload, or at what goes beside it.

// NeverSend is about what no campaign needs.
var NeverSend = Rule{
	Name:  "neversend",
	Title: "a never-send key, or a value read from a never-send source, reaches a payload",
	Why: "Government numbers, cards, bank accounts, passwords, tokens, health data: no campaign needs them, and on the " +
		"profile of a marketing platform they are a breach that waits to happen.",
	Bad:  `client.Identify(u.ID, map[string]any{"plan": u.Plan, "ssn": u.SSN})`,
	Good: `client.Identify(u.ID, sanitize.Attributes(map[string]any{"plan": u.Plan}))`,
	Fix: "Leave the entry out, or pass the payload through sanitize.Attributes, which drops never-send keys. A never-send " +
		"value under an innocent key must be removed: the sanitizer works by key and cannot see it.",
	On:       Unconditionally,
	Silences: []string{Unsanitized.Name},
}

// Unsanitized is about payloads as such.
var Unsanitized = Rule{
	Name:  "unsanitized",
	Title: "a payload skips the sanitizer",
	Why: "What is harmless today gets a phone number tomorrow. A payload that always passes the sanitizer cannot leak by " +
		"the next field that somebody adds.",
	Bad:  `client.Track(u.ID, "order_placed", map[string]any{"total": o.Total, "phone": u.Phone})`,
	Good: `client.Track(u.ID, "order_placed", sanitize.Attributes(map[string]any{"total": o.Total, "phone": u.Phone}))`,
	Fix: "Wrap the payload in sanitize.Attributes, or in sanitize.MessageData for a transactional message. With " +
		"-require-sanitizer=unless-clean a payload proven to be harmless may go as it is.",
	On: WhileSanitizerRequired,
}

// Identifier is about what names people and events.
var Identifier = Rule{
	Name:  "identifier",
	Title: "sensitive data is used as an identifier or an event name",
	Why: "Identifiers are permanent labels: they stand in URLs, logs, exports and error messages, no sanitizer sees them, and " +
		"they cannot be changed later. A phone number in the path becomes a plain id.",
	Bad:  `client.Identify(u.Phone, sanitize.Attributes(attrs))`,
	Good: `client.Identify(u.ID, sanitize.Attributes(attrs))`,
	Fix: "Use an opaque ID of your own; an email address is fine in a workspace that identifies people by email. Never the " +
		"number of a person, a card or a phone.",
	On: Unconditionally,
}
