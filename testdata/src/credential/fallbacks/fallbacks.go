// Mode: always.

// Package fallbacks takes a key from the environment and falls back to something else.
package fallbacks

import (
	"cmp"
	"errors"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"
)

func literalWhenUnset() *customerio.APIClient {
	key := os.Getenv("CUSTOMERIO_APP_KEY")
	if key == "" {
		key = "00112233445566778899aabbccddee07" // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
	}
	return customerio.NewAPIClient(key)
}

func anotherVariableWhenUnset() *customerio.APIClient {
	key := os.Getenv("CUSTOMERIO_APP_KEY")
	if key == "" {
		key = os.Getenv("CUSTOMERIO_KEY")
	}
	return customerio.NewAPIClient(key)
}

func failureWhenUnset() (*customerio.APIClient, error) {
	key := os.Getenv("CUSTOMERIO_APP_KEY")
	if key == "" {
		return nil, errors.New("CUSTOMERIO_APP_KEY is not set")
	}
	return customerio.NewAPIClient(key), nil
}

func fatalWhenUnset() *customerio.APIClient {
	key, ok := os.LookupEnv("CUSTOMERIO_APP_KEY")
	if !ok {
		log.Fatal("CUSTOMERIO_APP_KEY is not set")
	}
	return customerio.NewAPIClient(key)
}

func firstNonEmptyIsTheLiteral() *customerio.APIClient {
	return customerio.NewAPIClient(cmp.Or(os.Getenv("CUSTOMERIO_APP_KEY"), "00112233445566778899aabbccddee0e")) // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func firstNonEmptyOfTwoVariables() *customerio.APIClient {
	return customerio.NewAPIClient(cmp.Or(os.Getenv("CUSTOMERIO_APP_KEY"), os.Getenv("CUSTOMERIO_KEY")))
}

func getenv(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

func helperWithTheLiteral() *customerio.APIClient {
	return customerio.NewAPIClient(getenv("CUSTOMERIO_APP_KEY", "00112233445566778899aabbccddee15")) // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func helperWithAnEmptyFallback() *customerio.APIClient {
	return customerio.NewAPIClient(getenv("CUSTOMERIO_APP_KEY", ""))
}

func helperWithTheLiteralForSomethingElse() (*customerio.APIClient, string) {
	release := getenv("RELEASE", "aabbccddeeff00112233445566778899")
	return customerio.NewAPIClient(getenv("CUSTOMERIO_APP_KEY", "")), release
}

func lookupWithTheLiteral() *customerio.CustomerIO {
	key, ok := os.LookupEnv("CUSTOMERIO_API_KEY")
	if !ok {
		key = "11aa22bb33cc44dd551c" // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
	}
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), key)
}

func literalOutsideProduction(production bool) *customerio.CustomerIO {
	site := "0a1b2c3d4e5f60718223" // want `hardcoded site ID "0a1b…" \(20 characters\) in customerio.NewTrackClient`
	if production {
		site = os.Getenv("CUSTOMERIO_SITE_ID")
	}
	return customerio.NewTrackClient(site, os.Getenv("CUSTOMERIO_API_KEY"))
}

func switchOverEnvironments(env string) *customerio.CustomerIO {
	var name string
	switch env {
	case "production":
		name = "CUSTOMERIO_LIVE_KEY"
	default:
		name = "CUSTOMERIO_TEST_KEY"
	}
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv(name))
}
