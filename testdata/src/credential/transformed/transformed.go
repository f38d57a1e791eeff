// Mode: always.

// Package transformed disguises written keys before they reach the client.
package transformed

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

func bytesToString() *customerio.APIClient {
	return customerio.NewAPIClient(string([]byte("00112233445566778899aabbccddee07"))) // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func trimmed() *customerio.APIClient {
	return customerio.NewAPIClient(strings.TrimSpace("00112233445566778899aabbccddee0e")) // want `hardcoded App API key "[^"]*" \([0-9]+ characters\) in customerio.NewAPIClient`
}

func trimmedFromTheEnvironment() *customerio.APIClient {
	return customerio.NewAPIClient(strings.TrimSpace(os.Getenv("CUSTOMERIO_APP_KEY")))
}

func joined() *customerio.APIClient {
	return customerio.NewAPIClient(strings.Join([]string{"0011223344556677", "8899aabbccddeeff"}, "")) // want `hardcoded App API key "[^"]*" \([0-9]+ characters\) in customerio.NewAPIClient`
}

func replaced() *customerio.APIClient {
	return customerio.NewAPIClient(strings.ReplaceAll("00112233-44556677-8899aabb-ccddeeff", "-", "")) // want `hardcoded App API key "[^"]*" \([0-9]+ characters\) in customerio.NewAPIClient`
}

func formatted() *customerio.APIClient {
	return customerio.NewAPIClient(fmt.Sprintf("%s%s", "0011223344556677", "8899aabbccddeeff")) // want `hardcoded App API key "[^"]*" \([0-9]+ characters\) in customerio.NewAPIClient`
}

func formattedFromTheEnvironment() *customerio.APIClient {
	return customerio.NewAPIClient(fmt.Sprintf("%s%s", os.Getenv("KEY_LEFT"), os.Getenv("KEY_RIGHT")))
}

func decode(s string) string {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func decoded() *customerio.APIClient {
	return customerio.NewAPIClient(decode("MDAxMTIyMzM0NDU1NjY3Nzg4OTlhYWJiY2NkZGVlZmY=")) // want `hardcoded App API key "[^"]*" \([0-9]+ characters\) in customerio.NewAPIClient`
}

func decodedFromTheEnvironment() *customerio.APIClient {
	return customerio.NewAPIClient(decode(os.Getenv("CUSTOMERIO_APP_KEY_BASE64")))
}

func encoded() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), hex.EncodeToString([]byte("11aa22bb33"))) // want `hardcoded track API key "[^"]*" \([0-9]+ characters\) in customerio.NewTrackClient`
}

func lowered() *customerio.APIClient {
	return customerio.NewAPIClient(strings.ToLower("00112233445566778899AABBCCDDEEFF")) // want `hardcoded App API key "[^"]*" \([0-9]+ characters\) in customerio.NewAPIClient`
}

func cutFromTheEnvironment() *customerio.APIClient {
	_, key, _ := strings.Cut(os.Getenv("CUSTOMERIO_CREDENTIALS"), ":")
	return customerio.NewAPIClient(key)
}

func variableNameBuilt(tenant string) *customerio.APIClient {
	return customerio.NewAPIClient(os.Getenv("CUSTOMERIO_" + strings.ToUpper(tenant) + "_KEY"))
}

func variableNameFormatted(tenant string) *customerio.APIClient {
	return customerio.NewAPIClient(os.Getenv(fmt.Sprintf("CUSTOMERIO_%s_KEY", tenant)))
}
