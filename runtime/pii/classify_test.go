package pii

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func TestClassString(t *testing.T) {
	for class, want := range map[Class]string{Keep: "keep", Hash: "hash", NeverSend: "never-send"} {
		if got := class.String(); got != want {
			t.Errorf("%d: %q, want %q", class, got, want)
		}
	}
	if got := Category(200).String(); got != NoCategory.String() {
		t.Errorf("an unknown category is called %q", got)
	}
}

// The linter judges slices of a value by the name of the value and a suffix of its own.
func TestFragmentsOfIdentifiers(t *testing.T) {
	for key, want := range map[string]Class{
		"SSN_last4": NeverSend, "ssn_bin": NeverSend, "TaxID_last4": NeverSend, "password_last4": NeverSend, "CVV_last4": NeverSend,
		"CardNumber_last4": Keep, "CardNumber_bin": Keep, "cardNumber_last4": Keep, "creditCard_bin": Keep, "pan_bin": Keep,
		"IBAN_last4": Keep, "accountNumber_last4": Keep, "Phone_last4": Keep, "Email_last4": Keep,
	} {
		if got := Classify(key); got != want {
			t.Errorf("%s: %v, want %v", key, got, want)
		}
	}
}

func TestDeliverable(t *testing.T) {
	yes := `otp, OTP, otp_code, user.otp, one_time_code, oneTimePassword, verification_code, verificationCode, login_code, 2fa_code,
		two_factor_code, mfa_code, sms_code, totp_code, password_reset_token, passwordResetToken, reset_token, reset_link, resetLink,
		reset_url, password_reset_url, reset_password_link, resetPasswordURL, invite_token, invite_link, invitation_url, magic_link,
		magicLinkURL, magic_link_token, confirmation_token, confirmationLink, confirm_url, email_verification_token, verification_link,
		verify_email_url, activation_link, activation_token, unlock_token, phone_verification_code, new_otp, otp_text`
	no := `password, password_hash, new_password, api_key, ssn, access_token, session_token, refresh_token, token, jwt, cvv, card_pin, pin,
		otp_secret, totp_seed, otp_hash, reset_token_digest, ssn_and_otp, backup_codes, recovery_codes, security_answer, email, phone,
		otp_sent_at, reset_link_clicked, promo_code, card_verification_code, csrf_token, cart_token, password_and_reset_link`
	for _, test := range []struct {
		keys string
		want bool
	}{{yes, true}, {no, false}} {
		for key := range strings.SplitSeq(test.keys, ",") {
			key = strings.TrimSpace(key)
			if got := Deliverable(key); got != test.want {
				t.Errorf("Deliverable(%q) = %v, want %v (%v)", key, got, test.want, Classify(key))
			}
		}
	}
}

// absurd are keys that no schema has.
var absurd = []string{
	"", " ", "_", "....", "[]", "\x00", "\xff", "\xff\xfe\xfd", "a", "A", "1", "1234567890", "ü", "🦊", "ſ", "İ", "ß",
	strings.Repeat("a", 1<<20), strings.Repeat("A", 1<<20), strings.Repeat("a_", 1<<19), strings.Repeat("\xff", 1<<20),
	strings.Repeat("ssn", 1<<18), strings.Repeat("é", 1<<19), strings.Repeat("Aa", 1<<19), strings.Repeat("1a", 1<<19),
	strings.Repeat("phone", 50), strings.Repeat("no", 128), strings.Repeat("user.", 1000) + "name",
}

func TestAbsurdKeys(t *testing.T) {
	for _, key := range absurd {
		if got := Classify(key); got != Keep && !strings.Contains(key, "ssnssn") && !strings.Contains(key, "phonephone") {
			t.Errorf("%.20q (%d bytes): %v, want keep", key, len(key), got)
		}
	}
}

func TestLongKeys(t *testing.T) {
	filler := strings.Repeat("outer.", 10_000)
	for key, want := range map[string]Class{
		filler + "ssn":                          NeverSend,
		"ssn." + filler + "value":               NeverSend,
		filler + "phone":                        Hash,
		filler + "phone_verified":               Keep,
		strings.Repeat("Outer", 10_000) + "SSN": NeverSend,
		strings.Repeat("x", 1000) + "ssn":       Keep, // inside a word
	} {
		if got := Classify(key); got != want {
			t.Errorf("...%s: %v, want %v", key[len(key)-10:], got, want)
		}
	}
}

var benchmarkKeys = []string{
	"plan", "first_name", "created_at", "password_hash", "homePhone2", "billing.card.number", "nationalinsuranceno",
	"x-forwarded-for", "Numéro de sécurité sociale", "card_last4", "frobnication_level", "secretary", "ｐａｓｓｗｏｒｄ", "пароль",
}

func TestNoAllocations(t *testing.T) {
	for _, key := range append(append([]string{}, benchmarkKeys...), absurd...) {
		if n := testing.AllocsPerRun(10, func() { Classify(key); Deliverable(key) }); n != 0 {
			t.Errorf("%.20q (%d bytes): %v allocations", key, len(key), n)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				if Classify("user_ssn") != NeverSend || Classify("plan") != Keep {
					t.Error("classes differ under concurrent use")
				}
			}
		})
	}
	wg.Wait()
}

// A key of known words has the same class in every style: what the words say counts, not how they are joined.
func FuzzStyles(f *testing.F) {
	f.Add(uint16(3), uint16(700), uint16(9), uint8(2))
	f.Add(uint16(1), uint16(2), uint16(3), uint8(7))
	vocabulary := vocabulary()
	f.Fuzz(func(t *testing.T, a, b, c uint16, style uint8) {
		n := uint16(len(vocabulary))
		words := []string{vocabulary[a%n], vocabulary[b%n], vocabulary[c%n]}
		s := styles[int(style)%len(styles)]
		want := Classify(strings.Join(words, "_"))
		written := strings.Join(words, "_")
		if s.name == "wrapped" || s.name == "form" || s.name == "custom" {
			t.Skip("the wrapper may make a phrase with the first word")
		}
		if got := Classify(s.write(words)); got != want {
			t.Errorf("%s: %q is %v, %q is %v", s.name, s.write(words), got, written, want)
		}
	})
}

func vocabulary() []string {
	var words []string
	for _, list := range []string{neverList, hashList, keepList} {
		eachKey(list, func(_, key string) {
			if isSnake(key) {
				words = append(words, strings.Split(key, "_")...)
			}
		})
	}
	return words
}

func FuzzClassify(f *testing.F) {
	for _, key := range benchmarkKeys {
		f.Add(key)
	}
	for _, key := range absurd {
		if len(key) < 100 {
			f.Add(key)
		}
	}
	f.Fuzz(func(t *testing.T, key string) {
		class, category := Categorize(key)
		if class != category.class() {
			t.Errorf("%q: %v, but %v", key, class, category)
		}
		if Deliverable(key) && class != NeverSend {
			t.Errorf("%q is deliverable, but %v", key, class)
		}
		if utf8.ValidString(key) && len(key) < window-2 && Classify("_"+key+" ") != class {
			t.Errorf("%q: separators around it change its class", key)
		}
	})
}

func BenchmarkClassify(b *testing.B) {
	for _, key := range benchmarkKeys {
		b.Run(key, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Classify(key)
			}
		})
	}
}

func BenchmarkClassifyMegabyte(b *testing.B) {
	key := strings.Repeat("a", 1<<20)
	b.ReportAllocs()
	for b.Loop() {
		Classify(key)
	}
}

// A control character hides a word within it as well as one beside it.
func TestControlCharacters(t *testing.T) {
	for key, want := range map[string]Class{
		"s\x00sn": NeverSend, "ssn\x00": NeverSend, "pass\x00word": NeverSend, "ssn\x00value": NeverSend, "ph\x7fone": Hash,
		"na\x00me": Keep, "note\x00": Keep, "phone\x00ssn": NeverSend,
	} {
		if got := Classify(key); got != want {
			t.Errorf("Classify(%q) = %v, want %v", key, got, want)
		}
	}
}
