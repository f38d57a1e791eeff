// Mode: always.

// Package literals writes keys into the constructor calls of every client.
package literals

import (
	"os"

	analytics "github.com/customerio/cdp-analytics-go"
	customeriov1 "github.com/customerio/go-customerio"
	customeriov2 "github.com/customerio/go-customerio/v2"
	customerio "github.com/customerio/go-customerio/v3"
	mrz "github.com/mrz1836/go-customerio"
)

func trackClient() *customerio.CustomerIO {
	return customerio.NewTrackClient(
		"0a1b2c3d4e5f60718293", // want `hardcoded site ID "0a1b…" \(20 characters\) in customerio.NewTrackClient`
		"11aa22bb33cc44dd55ee", // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
	)
}

func trackClientFromTheEnvironment() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
}

func onlyTheSiteIDIsWritten() *customerio.CustomerIO {
	return customerio.NewTrackClient("0a1b2c3d4e5f60718293", os.Getenv("CUSTOMERIO_API_KEY")) // want `hardcoded site ID "0a1b…" \(20 characters\) in customerio.NewTrackClient`
}

func onlyTheKeyIsWritten() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), "11aa22bb33cc44dd55ee") // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
}

func trackClientWithOptions() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), "11aa22bb33cc44dd55ee", customerio.WithRegion(customerio.RegionEU)) // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
}

func trackClientWithOptionsFromTheEnvironment() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"), customerio.WithURL("https://track-eu.customer.io"), customerio.WithUserAgent("shop/1.0"))
}

func oldConstructor() *customerio.CustomerIO {
	return customerio.NewCustomerIO(os.Getenv("CUSTOMERIO_SITE_ID"), "11aa22bb33cc44dd55ee") // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewCustomerIO`
}

func oldConstructorFromTheEnvironment() *customerio.CustomerIO {
	return customerio.NewCustomerIO(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
}

func apiClient() *customerio.APIClient {
	return customerio.NewAPIClient("00112233445566778899aabbccddeeff") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func apiClientFromTheEnvironment() *customerio.APIClient {
	return customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_KEY"))
}

func withoutVersionSuffix() (*customeriov1.CustomerIO, *customeriov1.APIClient) {
	return customeriov1.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), "11aa22bb33cc44dd55ee"), // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
		customeriov1.NewAPIClient("00112233445566778899aabbccddeeff") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func withoutVersionSuffixFromTheEnvironment() (*customeriov1.CustomerIO, *customeriov1.APIClient) {
	return customeriov1.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		customeriov1.NewAPIClient(os.Getenv("CUSTOMERIO_APP_KEY"))
}

func versionTwo() *customeriov2.APIClient {
	return customeriov2.NewAPIClient("00112233445566778899aabbccddeeff") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func versionTwoFromTheEnvironment() *customeriov2.APIClient {
	return customeriov2.NewAPIClient(os.Getenv("CUSTOMERIO_APP_KEY"))
}

func writeKey() analytics.Client {
	return analytics.New("a0b1c2d3e4f5a6b7c8d9") // want `hardcoded CDP write key "a0b1…" \(20 characters\) in analytics.New`
}

func writeKeyFromTheEnvironment() analytics.Client {
	return analytics.New(os.Getenv("CUSTOMERIO_WRITE_KEY"))
}

func writeKeyWithConfig() (analytics.Client, error) {
	return analytics.NewWithConfig("a0b1c2d3e4f5a6b7c8d9", analytics.Config{BatchSize: 1}) // want `hardcoded CDP write key "a0b1…" \(20 characters\) in analytics.NewWithConfig`
}

func writeKeyWithConfigFromTheEnvironment() (analytics.Client, error) {
	return analytics.NewWithConfig(os.Getenv("CUSTOMERIO_WRITE_KEY"), analytics.Config{Endpoint: "https://cdp-eu.customer.io"})
}

func communityClient() (*mrz.Client, error) {
	return mrz.NewClient(
		mrz.WithTrackingKey(os.Getenv("CUSTOMERIO_SITE_ID"), "11aa22bb33cc44dd55ee"), // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.WithTrackingKey`
		mrz.WithAppKey("00112233445566778899aabbccddeeff"),                           // want `hardcoded App API key "0011…" \(32 characters\) in customerio.WithAppKey`
	)
}

func communityClientFromTheEnvironment() (*mrz.Client, error) {
	return mrz.NewClient(
		mrz.WithTrackingKey(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		mrz.WithAppKey(os.Getenv("CUSTOMERIO_APP_KEY")),
	)
}

var global = customerio.NewAPIClient("00112233445566778899aabbccddeeff") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`

var globalFromTheEnvironment = customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_KEY"))

func constructorInAVariable() *customerio.APIClient {
	newClient := customerio.NewAPIClient
	return newClient("00112233445566778899aabbccddeeff") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func rawStringLiteral() *customerio.APIClient {
	return customerio.NewAPIClient(`00112233445566778899aabbccddeeff`) // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}
