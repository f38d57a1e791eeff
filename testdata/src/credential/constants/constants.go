// Mode: always.

// Package constants keeps keys in constants and variables.
package constants

import (
	"os"

	customerio "github.com/customerio/go-customerio/v3"
)

const appKey = "00112233445566778899aabbccddee07" // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`

func packageConstant() *customerio.APIClient {
	return customerio.NewAPIClient(appKey)
}

const appKeyVariable = "CUSTOMERIO_APP_KEY"

func nameOfAnEnvironmentVariable() *customerio.APIClient {
	return customerio.NewAPIClient(os.Getenv(appKeyVariable))
}

func localConstant() *customerio.APIClient {
	const key = "00112233445566778899aabbccddee0e" // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
	return customerio.NewAPIClient(key)
}

func localConstantNamesAVariable() *customerio.APIClient {
	const key = "CUSTOMERIO_APP_KEY"
	return customerio.NewAPIClient(os.Getenv(key))
}

var siteID = "0a1b2c3d4e5f60718246" // want `hardcoded site ID "0a1b…" \(20 characters\) in customerio.NewTrackClient`

func packageVariable() *customerio.CustomerIO {
	return customerio.NewTrackClient(siteID, os.Getenv("CUSTOMERIO_API_KEY"))
}

var siteIDFromTheEnvironment = os.Getenv("CUSTOMERIO_SITE_ID")

func packageVariableFromTheEnvironment() *customerio.CustomerIO {
	return customerio.NewTrackClient(siteIDFromTheEnvironment, os.Getenv("CUSTOMERIO_API_KEY"))
}

var setByInit string

func init() {
	setByInit = "11aa22bb33cc44dd553f" // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
}

func packageVariableSetByInit() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), setByInit)
}

var setByInitFromTheEnvironment string

func init() {
	setByInitFromTheEnvironment = os.Getenv("CUSTOMERIO_API_KEY")
}

func packageVariableSetByInitFromTheEnvironment() *customerio.CustomerIO {
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), setByInitFromTheEnvironment)
}

func concatenatedLiteral() *customerio.APIClient {
	return customerio.NewAPIClient("0011223344556677" + "8899aabbccddeeff") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func concatenatedAtRunTime() *customerio.APIClient {
	half := os.Getenv("HALF_OF_THE_KEY")
	return customerio.NewAPIClient(half + os.Getenv("OTHER_HALF_OF_THE_KEY"))
}

func localVariable() *customerio.APIClient {
	key := "00112233445566778899aabbccddee15" // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
	return customerio.NewAPIClient(key)
}

func localVariableFromTheEnvironment() *customerio.APIClient {
	key := os.Getenv("CUSTOMERIO_APP_KEY")
	return customerio.NewAPIClient(key)
}

func localVariableReassigned() *customerio.APIClient {
	key := "00112233445566778899aabbccddee1c"
	size := len(key)
	key = os.Getenv("CUSTOMERIO_APP_KEY")
	if size != len(key) {
		return nil
	}
	return customerio.NewAPIClient(key)
}

type secretKey string

const typedKey secretKey = "00112233445566778899aabbccddee23" // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`

func typedConstant() *customerio.APIClient {
	return customerio.NewAPIClient(string(typedKey))
}

func parameter(key string) *customerio.APIClient {
	return customerio.NewAPIClient(key)
}

func newClient(key string) *customerio.APIClient {
	return customerio.NewAPIClient(key)
}

func wrapperGetsTheLiteral() *customerio.APIClient {
	return newClient("00112233445566778899aabbccddee2a") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func wrapperGetsTheEnvironment() *customerio.APIClient {
	return newClient(os.Getenv("CUSTOMERIO_APP_KEY"))
}

func literalKey() string {
	return "00112233445566778899aabbccddee31" // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
}

func helperReturnsTheLiteral() *customerio.APIClient {
	return customerio.NewAPIClient(literalKey())
}

func environmentKey() string { return os.Getenv("CUSTOMERIO_APP_KEY") }

func helperReturnsTheEnvironment() *customerio.APIClient {
	return customerio.NewAPIClient(environmentKey())
}

func mustGetenv(name string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		panic(name + " is not set")
	}
	return v
}

func helperLooksTheNameUp() *customerio.APIClient {
	return customerio.NewAPIClient(mustGetenv("CUSTOMERIO_APP_KEY"))
}

var byRegion = map[string]string{
	"us": "00112233445566778899aabbccddee38", // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
	"eu": os.Getenv("CUSTOMERIO_EU_KEY"),
}

func mapOfKeys(region string) *customerio.APIClient {
	return customerio.NewAPIClient(byRegion[region])
}

var variableByRegion = map[string]string{
	"us": "CUSTOMERIO_US_KEY",
	"eu": "CUSTOMERIO_EU_KEY",
}

func mapOfVariableNames(region string) *customerio.APIClient {
	return customerio.NewAPIClient(os.Getenv(variableByRegion[region]))
}
