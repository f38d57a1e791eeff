package catalog

// The rules that look at how a program deals with Customer.io otherwise.

// Credential is about keys in source.
var Credential = Rule{
	Name:  "credential",
	Title: "a site ID, a key or a webhook signing key comes from a constant in source",
	Why: "Whoever can read the source, a build or a binary can read, change and delete every person of the workspace, or make up " +
		"webhooks, and a key in history cannot be taken back, only rotated.",
	Bad:  `client := customerio.NewTrackClient("5f2a...", "9c1e...")`,
	Good: `client := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))`,
	Fix: "Read it from the environment or a secret store, and rotate the one that was committed. Static of runtime/credential is " +
		"for tests; Env and File are for programs.",
	On:     Unconditionally,
	Secret: true,
}

// Erasure is about people who are to be forgotten.
var Erasure = Rule{
	Name:  "erasure",
	Title: "a person is deleted without being suppressed before, or a loop of deletions stops at the first error",
	Why: "A deleted person's identifiers are free: the next event, import or profile update that names them brings the " +
		"person back, without the record that they had unsubscribed. After an error that ends the loop, the people who come later are never erased.",
	Bad:  `client.Delete(u.ID)`,
	Good: `eraser.Erase(ctx, u.ID)`,
	Fix: "Suppress first, then delete, and retry both: Erase of runtime/erasure does it for one person, EraseAll for many, " +
		"with a journal of what was done.",
	On: Unconditionally,
}

// Webhook is about what pretends to come from Customer.io.
var Webhook = Rule{
	Name:  "webhook",
	Title: "a Customer.io webhook is not verified, or not well",
	Why: "Anybody can send a request to a webhook's address. Customer.io signs `v0:<X-CIO-Timestamp>:<body>`; a comparison that stops " +
		"at the first difference gives the signature away byte by byte, and without a look at the timestamp a recorded request can be " +
		"sent again for ever.",
	Bad: `if r.Header.Get("X-CIO-Signature") == hex.EncodeToString(mac.Sum(nil)) {
	handle(body)
}`,
	Good: `http.Handle("/customerio", verifier.Handler(events))`,
	Fix: "Use the Verifier of runtime/webhook. By hand: refuse a missing key or header, compare with hmac.Equal, refuse on false, " +
		"and refuse a timestamp that is minutes old.",
	On: Unconditionally,
}
