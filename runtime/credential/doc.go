// Package credential says where the keys of Customer.io come from and lets them change while the program runs.
//
// A key in source code stays in the history of the repository for good. Here a key is named by its [Source] instead: an
// environment variable ([Env]), a file ([File]), one field of a JSON secret ([Field]), or, in the nested module
// runtime/credential/cloud, a secret manager by its URL. Where keys are sent is a [Region], which has no default. [Static] is for tests; the linter reports it elsewhere.
//
// # Keys that do not print
//
// What can never be a key, such as two lines, a byte order mark or a placeholder, is refused when it is read; see
// [CheckKey]. Once read, a key travels as a [String]. fmt, log/slog, encoding/json, a panic and a dump by reflection all show
// "[redacted]" or an address; [String.Reveal] is the one way to the value and easy to search for.
//
// # Rotation
//
// [Rotating] builds a client from one or several sources and builds it again when they change:
//
//	pair := []credential.Source{credential.File("/run/cio/site_id"), credential.File("/run/cio/api_key")}
//	clients, err := credential.NewRotating(ctx, credential.Config[*customerio.CustomerIO]{
//		Sources: pair, // site ID and key change as a unit
//		Verify:  credential.TrackVerifier{Region: credential.RegionEU}.Verify,
//		Build: func(keys []credential.String) (*customerio.CustomerIO, error) {
//			return customerio.NewTrackClient(keys[0].Reveal(), keys[1].Reveal(), customerio.WithRegion(customerio.RegionEU)), nil
//		},
//	})
//	...
//	err = clients.Do(ctx, func(c *customerio.CustomerIO) error {
//		return c.IdentifyCtx(ctx, id, sanitize.Attributes(attributes))
//	})
//
// The sources are read every minute ([Config.Interval]). A new key is verified before anybody uses it; if that fails the
// old key stays and [Config.Report] hears of it. Requests in flight finish with the client they started with, and
// [Config.Close] is called for it when the last of them is done.
//
// Two ways of rotating lose no request:
//
//   - With an overlap, which is what Customer.io's named keys allow and what the vendor advises: create a second key,
//     store it, wait until it is reported as in use, delete the first.
//   - Without one, when the old key dies at once. A request refused with 401 was not carried out, so [Rotating.Do] and
//     [NewTransport] wait for a new key ([Config.Patience]), and send it again with that. What cannot be saved is a
//     request that ten rotations in a row overtake, or a body of more than 1 MiB that cannot be read twice.
//
// [NewTransport] does the same one level lower: the client is built once, without keys, and the transport puts the
// current ones on each request.
//
// # Sources of these claims
//
// The check of a Track pair is GET /api/v1/accounts/region on either regional host, answered with 200 and the region, or
// 401: https://docs.customer.io/files/journeys-track.json (an older answer names the field data_center). Several keys of
// a workspace can be live at once: https://docs.customer.io/accounts-and-workspaces/managing-credentials.md. Whether a new
// Track key comes with its own site ID is not documented, so the pair is read, verified and swapped as a unit.
package credential
