// Mode: always.

// Package environment has keys in every place that a program keeps them: the
// fix reads them from the environment.
package environment

import (
	"net/http"
	"net/url"

	analytics "github.com/customerio/cdp-analytics-go"
	"github.com/customerio/go-customerio/v3"
)

func literals() (*customerio.CustomerIO, *customerio.APIClient, analytics.Client) {
	return customerio.NewTrackClient("0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee"), // want `hardcoded site ID` `hardcoded track API key`
		customerio.NewAPIClient(`00112233445566778899aabbccddeeff`), // want `hardcoded App API key`
		analytics.New("a0b1c2d3e4f5" + "a6b7c8d9") // want `hardcoded CDP write key`
}

// another key of a kind that has been seen gets a name of its own.
func another() *customerio.APIClient {
	return &customerio.APIClient{Key: "ffeeddccbbaa99887766554433221100"} // want `hardcoded App API key`
}

// alone is declared by itself, and becomes a variable.
const alone = "0123456789abcdef0123456789abcdef" // want `hardcoded App API key`

func useOfAlone() []*customerio.APIClient {
	return []*customerio.APIClient{customerio.NewAPIClient(alone), customerio.NewAPIClient(alone)}
}

const (
	retries = 3
	grouped = "22aa22bb33cc44dd55ee" // want `hardcoded track API key`
)

func useOfGrouped(site string) []*customerio.CustomerIO {
	return []*customerio.CustomerIO{
		customerio.NewTrackClient(site, grouped),
		customerio.NewTrackClient(site, (grouped)),
	}
}

// Exported may be seen as a constant elsewhere.
const Exported = "33aa22bb33cc44dd55ee" // want `hardcoded track API key`

func useOfExported(site string) *customerio.CustomerIO {
	return customerio.NewTrackClient(site, Exported)
}

const sized = "44aa22bb33cc44dd55ee" // want `hardcoded track API key`

var buffer [len(sized)]byte

func useOfSized(site string) *customerio.CustomerIO {
	return customerio.NewTrackClient(site, sized)
}

type secret string

func typed() *customerio.APIClient {
	var key secret = "8899aabbccddeeff8899aabbccddeeff" // want `hardcoded App API key`
	return customerio.NewAPIClient(string(key))
}

func header() error {
	req, err := http.NewRequest("POST", "https://api.customer.io/v1/send/email", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer 00112233445566778899aabbccddeeff") // want `hardcoded App API key`
	_, err = http.DefaultClient.Do(req)
	return err
}

func basic(id string) error {
	req, err := http.NewRequest("PUT", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id), nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth("0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee") // want `hardcoded site ID` `hardcoded track API key`
	_, err = http.DefaultClient.Do(req)
	return err
}
