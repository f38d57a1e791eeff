// Package pii says what is sensitive: which attribute keys name data that a marketing platform must not get, or must
// get only as a digest, and which values give themselves away by their shape. The linter and the sanitizer share it, so
// what one calls never-send the other strips.
//
// # Keys
//
// [Classify] puts a key into one of three classes:
//
//   - [NeverSend]: no campaign needs the value in any form, and its loss harms the person or opens an account:
//     government identifiers, payment cards, bank accounts, authenticators, health, biometric and genetic data, and the
//     other special categories of GDPR Art. 9 and 10.
//   - [Hash]: the value identifies, locates or reaches a person other than by email: phone numbers, IP and postal
//     addresses, coordinates, device identifiers. Only a digest should leave. A plain digest joins records but hides
//     little, since all phone numbers and IPv4 addresses can be tried; a keyed one hides.
//   - [Keep]: everything else, and what only says something about a sensitive datum: "phone_verified".
//
// [Categorize] also names the category. [Deliverable] tells the one-time codes and reset links, which a transactional
// message exists to deliver, from passwords and API keys.
//
// A key is judged in four steps, each a file of its own:
//
//   - fold.go: letters become plain lower-case ones; accents, full-width and other forms and look-alikes do not hide a
//     word.
//   - key.go, divide.go: the key is split into words, whichever style it is written in; words run together fall apart
//     only when the dictionary knows all of them, and nothing is ever looked for inside a word.
//   - dictionary.go: words make phrases. The dictionary itself is text, in dict; its README describes the form.
//   - judge.go: an English compound has its head last, so what follows a sensitive phrase decides whether the key still
//     names the datum ("password_hash", "phone_number") or something about it ("password_changed_at", "ip_country").
//     Question words before it make a fact of it ("has_phone"), which for health and the like is the datum itself
//     ("has_diabetes").
//
// # Values
//
// [Detect] finds card numbers, IBANs, US SSNs, tokens, private keys and credentials under any key and in text.
// [DetectKeyed] finds more where the key gives a hint. Values are folded first, too: a card number in full-width digits,
// its groups apart by no-break hyphens, is a card number.
//
// # Positions
//
// Much here can be argued over. Taken as keep: email, names, opaque ids, date of birth, gender, nationality, postal
// codes and coarser places, card expiry and the last four digits of cards and bank accounts, company numbers, BIC,
// salary, unsubscribe and referral tokens, free text. Taken as hash: device and advertising ids, push tokens, session ids, user agents, licence plates, wallet addresses.
// Taken as never-send: bare account numbers, the last four digits of government numbers, digests and ciphertexts of
// never-send data, cart tokens, the Brazilian CNPJ, which may be one person's. A PIN code is a postal code, as in India,
// unless a card or the like stands beside it.
//
// All functions may be called concurrently and allocate nothing, except the detectors for what they find and to fold
// text that needs it.
package pii
