// Package ciotest is a Customer.io workspace in memory, to test an integration against: people and what is sent of them,
// suppression and deletion, keys that come and go, a rate limit, faults by script, and signed webhooks, good and forged.
//
//	workspace := ciotest.New()
//	defer workspace.Close()
//	client := customerio.NewTrackClient(workspace.SiteID, workspace.APIKey,
//		customerio.WithHTTPClient(workspace.Client()))
//	...
//	person, ok := workspace.Person("user_1") // and what was sent of them: person.Attributes
//
// Requests reach it in two ways. [Workspace.Client] and [Workspace.Transport] send what is meant for Customer.io's own
// hosts to the workspace and nothing anywhere else, so that no URL has to change. Or replace the base URL of each API by
// [Workspace.URL].
//
// # What it does
//
// It is the part of the Track API, the App API and the Data Pipelines API that has to do with people, as the vendor
// describes it (https://docs.customer.io/files/journeys-track.json, https://docs.customer.io/files/pipelines.json and the
// pages under https://docs.customer.io/integrations/api/app/tag/):
//
//   - Track takes HTTP basic authentication with a site ID and its key, App a bearer key, Data Pipelines basic
//     authentication with its key and no password; anything else is 401.
//   - {identifier} in a path is judged by its shape: an e-mail address, cio_ and an internal id, or else an id. So is a
//     userId of Data Pipelines.
//   - Identify, event, delete, suppress, unsuppress and merge answer 200 with {}, whoever the person is. There is no 404
//     on the Track API for an unknown person. A body that is no JSON object is 400.
//   - An identify adds to the attributes that are there; an event makes the person if there is none.
//   - Suppress deletes the profile and blocks its identifiers; what arrives for a blocked identifier is ignored.
//   - A merge needs both people. The primary one gets the events of the secondary, and the attributes and identifiers that
//     it lacks.
//   - POST /api/v2/entity and /api/v2/batch do the same by identifiers in the body: exactly one of id, email and cio_id. A
//     phone number is none, as in a workspace where that is not switched on. Of a batch with something wrong in it the
//     rest is done, and the answer is 207 with the errors. A page or a screen is an event.
//   - Data Pipelines takes identify, track, page, screen, group, alias and batch, and the semantic events that delete,
//     suppress and unsuppress somebody. It answers 200 also to what it drops because it is malformed or too large, and
//     400 only if the request has X-Strict-Mode: 1. What is sent of an anonymousId alone is kept nowhere.
//   - The App API answers {"results":[]} for an unknown e-mail address and 404 for unknown attributes.
//   - A request to the hosts of another region than the workspace's is redirected, apart from the question which region
//     it is. The vendor says that the Track API redirects and not how; here all do, by 301.
//
// Devices, anonymous events, objects, relationships, groups and metrics of deliveries are accepted and kept in
// [Workspace.Calls] alone.
//
// Paths are split before they are decoded, so a client that does not escape an identifier reaches another route or
// none, as it would in production. Everything else is 404: segments, forms, messages.
//
// # What goes wrong
//
// [Workspace.SetFault] decides the fate of each request: [Script] gives them theirs one after the other, [On] keeps to one
// action, [RandomFaults] throws dice. An answer of status 200 that is none, a lost reply, silence and a cut connection
// are among them. [Workspace.SetRateLimit] answers 429 to what is too much, and [Workspace.SetLag] lets the App API see
// people for a while after they are gone, as the real one applies changes later than it accepts them.
//
// # Webhooks
//
// [Workspace.Delivery] makes the request that Customer.io would send for an event, and [Workspace.Forgeries] those that
// a handler must refuse. They fit [http.Client.Do] and a handler's ServeHTTP alike.
//
// # Calls
//
// [Workspace.Calls] is every request that arrived, with what was done about it. They hold identifiers: made-up ones, as
// nothing here belongs into production.
package ciotest
