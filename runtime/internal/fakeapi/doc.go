// Package fakeapi is a Customer.io workspace in memory, for tests: the parts of the Track API and of the App API that
// the runtime packages talk to, on one local HTTP server.
//
//	api := fakeapi.New()
//	defer api.Close()
//	api.AddTrackKey(siteID, key)
//	api.AddPerson(fakeapi.Person{ID: "user_1", Email: "pat@example.com"})
//	// point the code under test at api.URL, then ask:
//	api.Suppressed("user_1"), api.Exists("user_1"), api.Calls()
//
// It does what the vendor's descriptions say (https://docs.customer.io/files/journeys-track.json and the pages under
// https://docs.customer.io/integrations/api/app/tag/):
//
//   - Track takes HTTP basic authentication with a site ID and its key, App a bearer key; anything else is 401.
//   - {identifier} in a path is judged by its shape: an e-mail address, cio_ and an internal id, or else an id.
//   - Identify, event, delete, suppress and unsuppress answer 200 with {}, whoever the person is. There is no 404 on
//     the Track API for an unknown person.
//   - Suppress deletes the profile and blocks its identifiers; what arrives for a blocked identifier is ignored.
//   - The App API answers {"results":[]} for an unknown e-mail address and 404 for unknown attributes.
//
// Paths are split before they are decoded, so a client that does not escape an identifier reaches another route or
// none, as it would in production.
//
// Faults are the tests' own: see [Server.SetFault] and [RandomFaults].
package fakeapi
