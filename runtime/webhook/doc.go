// Package webhook verifies the reporting webhooks of Customer.io: it lets through what was signed with a signing key
// of yours and is fresh, and refuses everything else.
//
// Most services need one line around their handler:
//
//	verifier, err := webhook.NewVerifier(signingKey)
//	if err != nil {
//		return err
//	}
//	mux.Handle("POST /hooks/customerio", verifier.Events(func(ctx context.Context, e webhook.Event) error {
//		return store(ctx, e)
//	}))
//
// The function runs only for verified requests. A handler that wants the request itself stands behind
// [Verifier.Handler], and reads the body as if nobody had read it before. Code without an [http.Handler], such as a
// cloud function, calls [Verifier.Verify] with the headers and the raw body, answers with [StatusCode], and makes an
// [Event] of the body with [ParseEvent].
//
// # What is signed
//
// Customer.io sends two headers. X-CIO-Timestamp says when the request was sent, in seconds since 1970.
// X-CIO-Signature is the HMAC-SHA-256 of
//
//	v0:<text of X-CIO-Timestamp>:<raw body>
//
// in hex, without a prefix. The key is the text of the signing key as the page of the reporting webhook shows it
// (Data & Integrations > Integrations > Reporting Webhooks), not decoded from hex. Sources: the vendor's OpenAPI file
// https://docs.customer.io/files/journeys-webhooks.json and the webhook helper of its Node library.
//
// The bytes must be those that came over the wire: a body that was parsed and written again has another signature.
//
// # What is refused
//
// A request without a signature, with one that no key made, or with two that differ; one without a timestamp, or
// whose timestamp is no number of seconds; one sent outside the freshness window; one whose body is too large or
// breaks off. Each has its error for [errors.Is] and its status:
//
//	ErrMissingSignature, ErrMissingTimestamp   401
//	ErrSignature, ErrStale                     401
//	ErrMalformedTimestamp, ErrBodyRead         400
//	ErrBodyTooLarge                            413
//
// White space around a header's value and upper-case hex digits make no difference. Repeated headers do not either
// if they are copies. Errors never hold a key, a signature or a part of the body.
//
// # Slow senders
//
// Anybody can connect, and send slowly. The body is given [Config.ReadTimeout], ten seconds unless changed, from the
// moment the headers are there, and so is what is left of the body of a refused request. Until then a connection costs
// the server a goroutine and at most [Config.MaxBody]. The rest is the server's:
//
//	server := &http.Server{
//		ReadHeaderTimeout: 5 * time.Second,  // before the verifier is called
//		WriteTimeout:      30 * time.Second, // for who does not read the answer
//		IdleTimeout:       time.Minute,      // between requests
//		MaxHeaderBytes:    16 << 10,
//	}
//
// None of these is set in a zero [http.Server], as [http.ListenAndServe] uses. How many connections there may be at a
// time is for the listener or the proxy before it.
//
// # Freshness and retries
//
// A signature stays valid for ever, so who once saw a request could send it again. Two things stand against that: the
// window ([Config.Window], five minutes unless changed) and the memory of handled events ([Config.Duplicates]).
//
// Customer.io retries for seven days what was not answered with a 2xx within four seconds, and holds later events back
// until then. A refused event therefore stalls the stream. The vendor does not say whether a retry carries a new
// timestamp. So [ErrStale] is an error of its own, reported only when the signature is right: count it with
// [Config.OnReject], and if it happens, widen the window to eight days and set Duplicates with twice that as its TTL.
//
// # Rotation
//
// Several keys may be valid at once: give [NewVerifier] the new and the old one, or change them while requests are
// served with [Verifier.SetKeys]. A request is accepted if one of them signed it.
//
// # Your own tests
//
// [Sign] signs a request as Customer.io would, and [Config.Now] sets the clock.
package webhook
