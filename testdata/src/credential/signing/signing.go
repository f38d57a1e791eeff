// Mode: always.

// Package signing gives signing keys to the runtime's verifier.
package signing

import (
	"context"
	"flag"
	"net/http"
	"os"
	"strings"
	"time"

	"credential/signing/settings"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/webhook"
)

func literal() (*webhook.Verifier, error) {
	return webhook.NewVerifier("0011223344556677889900112233445566778899") // want `^hardcoded webhook signing key "0011…" \(40 characters\) in webhook.NewVerifier; read it from the environment or a secret store$`
}

func fromTheEnvironment() (*webhook.Verifier, error) {
	return webhook.NewVerifier(os.Getenv("CUSTOMERIO_SIGNING_KEY"))
}

func placeholders() (*webhook.Verifier, error) {
	return webhook.NewVerifier("<your signing key>", "test", "changeme", "YOUR_WEBHOOK_SIGNING_KEY")
}

const signingKey = "1011223344556677889900112233445566778899" // want `hardcoded webhook signing key "1011…" \(40 characters\) in webhook.NewVerifier`

func secondOfTwo(current string) (*webhook.Verifier, error) {
	return webhook.NewVerifier(current, signingKey)
}

func configured() (*webhook.Verifier, error) {
	return webhook.Config{Window: time.Minute}.NewVerifier("2011223344556677889900112233445566778899") // want `hardcoded webhook signing key "2011…" \(40 characters\) in \(webhook.Config\).NewVerifier`
}

func configuredByFlag() (*webhook.Verifier, error) {
	key := flag.String("signing-key", "", "key of the webhook's page")
	flag.Parse()
	return webhook.Config{Window: time.Minute}.NewVerifier(*key)
}

func replaced(v *webhook.Verifier) error {
	return v.SetKeys(os.Getenv("NEW_KEY"), "3011223344556677889900112233445566778899") // want `hardcoded webhook signing key "3011…" \(40 characters\) in \(\*webhook.Verifier\).SetKeys`
}

func replacedBySource(ctx context.Context, v *webhook.Verifier, s credential.Source) error {
	key, err := s.Get(ctx)
	if err != nil {
		return err
	}
	return v.SetKeys(key)
}

func fromAFile(v *webhook.Verifier) error {
	text, err := os.ReadFile("/run/secrets/signing_key")
	if err != nil {
		return err
	}
	return v.SetKeys(strings.TrimSpace(string(text)))
}

// verifier is a helper: who calls it has the duty.
func verifier(key string) *webhook.Verifier {
	v, err := webhook.NewVerifier(key)
	if err != nil {
		panic(err)
	}
	return v
}

var byHelper = verifier("4011223344556677889900112233445566778899") // want `hardcoded webhook signing key "4011…" \(40 characters\) in webhook.NewVerifier`

var byHelperWell = verifier(os.Getenv("CUSTOMERIO_SIGNING_KEY"))

func keys() []string {
	return []string{os.Getenv("SIGNING_KEY"), "5011223344556677889900112233445566778899"} // want `hardcoded webhook signing key "5011…" \(40 characters\)`
}

func listed() (*webhook.Verifier, error) { return webhook.NewVerifier(keys()...) }

type config struct{ SigningKey, Name string }

func (c config) verifier() (*webhook.Verifier, error) { return webhook.NewVerifier(c.SigningKey) }

func byField() (*webhook.Verifier, error) {
	c := config{Name: "6666223344556677889900112233445566778899"}
	c.SigningKey = "6011223344556677889900112233445566778899" // want `hardcoded webhook signing key "6011…" \(40 characters\)`
	return c.verifier()
}

func byFieldWell() (*webhook.Verifier, error) {
	c := config{Name: "6666223344556677889900112233445566778899", SigningKey: os.Getenv("SIGNING_KEY")}
	return c.verifier()
}

func elsewhere() (*webhook.Verifier, error) {
	return webhook.NewVerifier(settings.SigningKey) // want `hardcoded webhook signing key "7011…" \(40 characters\) in webhook.NewVerifier`
}

func elsewhereWell() (*webhook.Verifier, error) {
	return webhook.NewVerifier(settings.FromEnvironment())
}

func defaultOfLookup() (*webhook.Verifier, error) {
	key, ok := os.LookupEnv("SIGNING_KEY")
	if !ok {
		key = "8011223344556677889900112233445566778899" // want `hardcoded webhook signing key "8011…" \(40 characters\)`
	}
	return webhook.NewVerifier(key)
}

func simulated(body []byte) http.Header {
	h := http.Header{}
	webhook.Sign(h, "9011223344556677889900112233445566778899", time.Now(), body) // want `hardcoded webhook signing key "9011…" \(40 characters\) in webhook.Sign`
	return h
}

func eraser() (*erasure.Eraser, error) {
	return erasure.New(credential.RegionUS, credential.Env("CUSTOMERIO_SITE_ID"),
		credential.Static("a011223344556677889900112233445566778899"),                     // want `credential.Static keeps a key in the program`
		erasure.WithVerify(credential.Static("b011223344556677889900112233445566778899"))) // want `credential.Static keeps a key in the program`
}

func eraserWell() (*erasure.Eraser, error) {
	return erasure.New(credential.RegionUS, credential.Env("CUSTOMERIO_SITE_ID"), credential.Env("CUSTOMERIO_API_KEY"),
		erasure.WithVerify(credential.Env("CUSTOMERIO_APP_KEY")))
}
