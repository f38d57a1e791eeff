// Mode: always.

// Package clients writes keys into the fields of client values.
package clients

import (
	"os"

	customerio "github.com/customerio/go-customerio/v3"
	joeshaw "github.com/joeshaw/customerio"
)

func compositeLiteral() *customerio.APIClient {
	return &customerio.APIClient{Key: "00112233445566778899aabbccddee07"} // want `hardcoded App API key "0011…" \(32 characters\) in .*APIClient`
}

func compositeLiteralFromTheEnvironment() *customerio.APIClient {
	return &customerio.APIClient{Key: os.Getenv("CUSTOMERIO_APP_KEY"), URL: "https://api.customer.io", UserAgent: "shop/1.0"}
}

func compositeLiteralByValue() customerio.APIClient {
	return customerio.APIClient{Key: "00112233445566778899aabbccddee0e"} // want `hardcoded App API key "0011…" \(32 characters\) in .*APIClient`
}

func fieldAssigned(c *customerio.APIClient) {
	c.Key = "00112233445566778899aabbccddee15" // want `hardcoded App API key "0011…" \(32 characters\) in .*APIClient`
}

func fieldAssignedFromTheEnvironment(c *customerio.APIClient) {
	c.Key = os.Getenv("CUSTOMERIO_APP_KEY")
	c.URL = "https://api-eu.customer.io"
}

func fieldCleared(c *customerio.APIClient) {
	c.Key = ""
}

func otherFieldsAreNoKeys(c *customerio.APIClient) {
	c.UserAgent = "00112233445566778899aabbccddee1c"
}

func communityClient() *joeshaw.Client {
	return &joeshaw.Client{
		SiteID: "0a1b2c3d4e5f60718231", // want `hardcoded site ID "0a1b…" \(20 characters\) in .*Client`
		APIKey: "11aa22bb33cc44dd5523", // want `hardcoded track API key "11aa…" \(20 characters\) in .*Client`
	}
}

func communityClientFromTheEnvironment() *joeshaw.Client {
	return &joeshaw.Client{SiteID: os.Getenv("CUSTOMERIO_SITE_ID"), APIKey: os.Getenv("CUSTOMERIO_API_KEY")}
}

func communityClientAssigned() *joeshaw.Client {
	var c joeshaw.Client
	c.APIKey = "11aa22bb33cc44dd552a" // want `hardcoded track API key "11aa…" \(20 characters\) in .*Client`
	c.SiteID = os.Getenv("CUSTOMERIO_SITE_ID")
	return &c
}
