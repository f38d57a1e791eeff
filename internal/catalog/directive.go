package catalog

// Ignore is about the directives that silence the other rules.
var Ignore = Rule{
	Name:  "ignore",
	Title: "a //ciolint:ignore directive has no reason, names no rule, or suppresses nothing, or a struct tag pii has an unknown value",
	Why: "A directive without a reason cannot be reviewed, and one that suppresses nothing is a hole that waits: the next " +
		"leak on its line is silent. A struct tag with a slip in it says something else than its author meant.",
	Bad: `client.Track(u.ID, "login", nil) //ciolint:ignore neversend there was an SSN here once`,
	Good: `//ciolint:ignore neversend the fraud team needs it until May, agreed with the data protection officer
client.Track(u.ID, "verified", sanitize.Attributes(map[string]any{"reference": u.SSN}))`,
	Fix: "Remove it, or write //ciolint:ignore RULE REASON at the end of the line of the finding or above its statement. " +
		"The values of the tag pii are never, hash, allow, true and false.",
	On:    Unconditionally,
	Final: true,
}
