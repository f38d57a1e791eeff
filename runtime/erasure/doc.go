// Package erasure removes people from Customer.io so that they stay removed, and keeps a record that proves it.
//
//	eraser, err := erasure.New(credential.RegionEU, credential.Env("CUSTOMERIO_SITE_ID"), credential.File("/run/secrets/api_key"))
//	...
//	err = eraser.Erase(ctx, "pat@example.com")
//
// # Why two calls
//
// A deletion alone does not last. DELETE removes the profile and leaves its identifiers free, so the next identify,
// event or import, perhaps one already under way, makes the person anew, without their unsubscribe. Suppress removes
// the profile as well and blocks its identifiers: whatever arrives for them later is ignored. So [Eraser.Erase]
// suppresses first, which closes that window, and then deletes, which is harmless by then. It never deletes a person
// it could not suppress. See https://docs.customer.io/journeys/deleting-users.md and
// https://docs.customer.io/files/journeys-track.json.
//
// Both calls may be repeated without harm, and unknown people are answered like known ones. That is why everything
// here may be retried, interrupted, killed and run again, and why a success alone does not say that there was anybody
// to erase.
//
// # Who
//
// A person is named by id, by e-mail address, or by "cio_" and Customer.io's own id. The API tells them apart by
// their shape. In a workspace that knows people by email or id, one of them suppresses both, if the profile has both;
// in one that knows them by id alone, suppress by id. Phone numbers are no identifiers here.
//
// Identifiers go into a URL path, escaped. One that could not name a person there, or not the person meant, is refused
// before any request, with [ErrInvalidID]: an empty one, one of more than 150 bytes, one with spaces around it, with
// control or invisible characters, with "." or ".." as a path segment, or with invalid UTF-8.
//
// # What is a success
//
// Status 200 with a JSON object that has no member error or errors, nor a meta with one. The API answers {}. A proxy's
// page, an empty body or {"meta":{"error":"..."}} come with status 200 as well: they are repeated, and then a failure.
//
// # What is retried
//
// Status 408, 425, 429 and 5xx, a 200 that is no success, and what keeps an answer from arriving, with exponential
// backoff and jitter, and never sooner than a Retry-After header asks (seconds or a date). A 429 and a Retry-After hold
// back the Eraser's other requests too. Any other status is final, and so is what does not change by waiting: a key that
// is not set or can be none, a certificate that is not trusted. Redirects are not followed: a redirected DELETE becomes a
// GET, and its 200 would pass for a deletion. The Eraser spaces its requests evenly, 100 a second unless told otherwise,
// which is what older descriptions of the API grant a workspace; use one Eraser per workspace.
//
// # What concerns everybody
//
// Keys that cannot be read or are refused (401, [ErrCredentials]), an API that asks for more silence than
// [Retry.MaxRetryAfter] ([ErrHeld]), and a journal that cannot record ([ErrJournal]) are not about one person. They stop
// [Eraser.EraseAll], to be called again when the cause is gone. In a silence nothing is sent: whoever asks for an erasure
// gets the error at once, with the time that is left.
//
// # Is the person gone?
//
// A success means accepted, not done. [WithVerify] asks the App API afterwards, until the person is gone or time is up.
//
// # Many people
//
// [Eraser.EraseAll] takes a sequence, works on several people at a time, and tries every one of them, whatever becomes
// of the others. With a [Journal] a run that was killed goes on where it stopped: who is recorded as erased is
// skipped, everybody else is done again from the start. A run of a million people takes some 100 MiB of memory.
//
// # The record
//
// A [SealedJournal] is signed, names nobody, and costs some 180 bytes a person. [OpenJournal] keeps it in a file,
// [NewJournal] in a queue or table; a service can also have a [Journal] of its own. Nobody is touched before it is on
// record that they will be: the beginning of a run, or of a single [Eraser.Erase]. [VerifyJournal] shows what was changed.
// What no journal can show by itself is that its end was cut off: keep its [Head] apart, as [Summary] gives it, and open
// it [WithHead].
//
// # Personal data
//
// No error of this package, and nothing in a journal that was not asked to hold identifiers, names a person: errors
// carry the step, the status and the API's message with identifiers taken out. [Progress] is the exception, it tells
// its callback who it is about, and so is a Journal of your own. Identifiers are in the URLs that are requested: see
// runtime/tracing if something records those. Erasing a person here does not reach other workspaces, other destinations, or what you
// stored yourself.
package erasure
