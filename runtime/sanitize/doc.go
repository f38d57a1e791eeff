// Package sanitize cleans what a service is about to send to Customer.io: it drops what must never leave, replaces
// what identifies or locates a person by a digest, and leaves the rest alone.
//
//	client.Identify(id, sanitize.Attributes(attributes))
//
// Use [Attributes] for profiles and event data, [MessageData] for transactional sends, [Value] for structs, [JSON] for
// payloads that are text already, and [New] with options when a service differs from the default. [SetDefault] gives
// those options to the package's functions, too.
//
// # What happens to a key
//
// The dictionary of package pii decides, the same one that the linter uses, whatever the style of the key
// (homePhone, home_phone, HOME-PHONE). A key is judged by itself and together with one, two and three of the keys around
// it, so that "number" below "card" is a card number; the strictest class counts.
//
//   - Never-send (ssn, card_number, password, ...): dropped, whatever the value.
//   - Hash (phone, ip, address, ...): "phone" goes, "phone_hash" comes. This holds for a value of any type.
//   - All else is kept. In kept strings and numbers, package pii's detectors look for card numbers, IBANs, social
//     security numbers, signed tokens and private keys, and each match becomes "[redacted]". A key that itself
//     holds such a value is dropped.
//
// Customer.io's reserved keys pass untouched at the top of a payload: id, email, anonymous_id, created_at,
// _timestamp, _update, unsubscribed, recipient, from_address, reply_to, and the switches in
// cio_subscription_preferences, nested or dotted. So do the ids, email and cio_id directly below "identifiers". What
// lies in a map below a reserved key, such as relationship_attributes in cio_relationships, is cleaned like
// everything else.
//
// [NeverSend], [Hash] and [Allow] add to these rules. A struct field's tag `pii:"never"` or `pii:"hash"` makes its
// key that strict. So do the tags by which others mark personal data, except for reserved keys and what a message
// delivers: `pii:"true"`, `sensitive:"true"`, `redact`, `mask` and `log:"-"` ask for a digest, `masq:"secret"` and
// `datapolicy:"password"`, "token" or "security-key" for dropping the value.
//
// # Digests
//
// A digest is the first 16 hex digits of SHA-256 over the exact text, in UTF-8, without normalization: "+1-555-0123"
// and "+15550123" differ. It joins with any service that does the same. Numbers are hashed in decimal form:
// 15550123, 1.5550123e7 and json.Number("15550123.0") are all "15550123". Booleans are "true" or "false", times RFC
// 3339; what has a MarshalJSON or MarshalText is the text it gives, bytes are the text they hold. In a list each
// element is hashed by itself. A map gives one digest, over its JSON without spaces, with sorted keys, decimal
// numbers, and without what is never sent; so does a struct, or if it has a String method, that text. Nil stays nil.
//
// A plain digest does not hide anything from somebody who wants to know: there are 2^32 IPv4 addresses and some
// 10^10 phone numbers, and a table of all their digests takes an evening. It keeps raw values out of sight and joins
// records, no more. In production use [WithHashKey]: without the key nobody can build that table.
//
// If "phone" and "phone_hash" both come, the digest made here wins. A "phone_hash" alone is kept as it is, whoever
// made it, unless it shows that it is none (a number, an IP address, a text of the form of a phone number or with signs
// that no digest is written with): then it is hashed.
//
// # What comes out
//
// The input is never changed, and the result shares no map, slice or pointer with it. To sanitize a result again
// changes nothing. The result has what encoding/json would write: map[string]any for maps and structs (by JSON
// name), []any for slices, except that []string, []map[string]any and slices of plain scalars keep their type;
// pointers are followed, json.RawMessage and times stay. Values with a MarshalJSON or MarshalText become what that gives.
//
// # JSON in text
//
// A string may hold JSON, as metadata columns and log lines do. Each object or array in it is cleaned as if it were no
// text, also behind a byte order mark, after or before other text, and encoded several times over. Where JSON is cut off
// or broken, the pairs in it are judged one by one: what looks like "key": value with a key that may not leave as it is
// becomes "key": "[redacted]", whether the key asks for a digest or not. The quotes may be doubled, as CSV has them, or
// single ones. What is nested too deeply for that is redacted as a whole. A text in which nothing had to change stays
// letter for letter.
//
// What cannot be cleaned is dropped, never passed: cycles, more than 128 nested containers, values beyond about a
// million, channels, functions and complex numbers, invalid raw JSON, and values whose methods fail or panic. In a
// list nil takes the place of a dropped element. [WithReport] tells of all of it. NaN and infinities stay; it is for
// the caller to see that JSON cannot carry them.
//
// # Limits
//
// The sanitizer judges keys, and values by shape. It cannot know that a phone number stands under "note", and does
// not look into URLs, forms, base64, pairs without quotes (ssn=...), with typographic quotes or an arrow ("ssn" => ...),
// with quotes written as &quot; or \u0022 in JSON that is cut off, or pairs such as {"name": "ssn", "value": ...}. Free
// text needs care before it comes here.
package sanitize
