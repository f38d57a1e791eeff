// Mode: always.

// Package configs keeps keys in settings.
package configs

import (
	"encoding/json"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type settings struct {
	SiteID string `json:"site_id"`
	APIKey string `json:"api_key"`
	Region string `json:"region"`
}

func localSettings() *customerio.CustomerIO {
	s := settings{
		SiteID: "0a1b2c3d4e5f6071822a", // want `hardcoded site ID "0a1b…" \(20 characters\) in customerio.NewTrackClient`
		APIKey: "11aa22bb33cc44dd5515", // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
		Region: "eu",
	}
	return customerio.NewTrackClient(s.SiteID, s.APIKey)
}

func localSettingsFromTheEnvironment() *customerio.CustomerIO {
	s := settings{
		SiteID: os.Getenv("CUSTOMERIO_SITE_ID"),
		APIKey: os.Getenv("CUSTOMERIO_API_KEY"),
		Region: "0a1b2c3d4e5f60718231",
	}
	return customerio.NewTrackClient(s.SiteID, s.APIKey)
}

func settingsOverwritten() *customerio.CustomerIO {
	s := settings{SiteID: "0a1b2c3d4e5f60718238", APIKey: "11aa22bb33cc44dd551c"}
	s.SiteID = os.Getenv("CUSTOMERIO_SITE_ID")
	s.APIKey = os.Getenv("CUSTOMERIO_API_KEY")
	return customerio.NewTrackClient(s.SiteID, s.APIKey)
}

// production is decoded from a file and never written by hand.
type production struct {
	SiteID string `json:"site_id"`
	APIKey string `json:"api_key"`
}

func decodedFromAFile(path string) (*customerio.CustomerIO, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var p production
	if err := json.Unmarshal(b, &p); err != nil {
		return nil, err
	}
	return customerio.NewTrackClient(p.SiteID, p.APIKey), nil
}

func decodedFromAParameter(p production) *customerio.CustomerIO {
	return customerio.NewTrackClient(p.SiteID, p.APIKey)
}

type mailer struct {
	key string
	url string
}

func defaultMailer() mailer {
	return mailer{
		key: "00112233445566778899aabbccddee07", // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
		url: "https://api.customer.io",
	}
}

func (m mailer) client() *customerio.APIClient {
	return customerio.NewAPIClient(m.key)
}

type sender struct {
	key string
	url string
}

func newSender() sender {
	return sender{key: os.Getenv("CUSTOMERIO_APP_KEY"), url: "https://api-eu.customer.io"}
}

func (s sender) client() *customerio.APIClient {
	return customerio.NewAPIClient(s.key)
}

var global = struct{ key, site string }{
	key:  "11aa22bb33cc44dd5523", // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
	site: os.Getenv("CUSTOMERIO_SITE_ID"),
}

func globalSettings() *customerio.CustomerIO {
	return customerio.NewTrackClient(global.site, global.key)
}

func localMap() *customerio.APIClient {
	keys := map[string]string{
		"app":    "00112233445566778899aabbccddee0e", // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`
		"region": "eu",
	}
	return customerio.NewAPIClient(keys["app"])
}

func otherEntryOfALocalMap() *customerio.APIClient {
	keys := map[string]string{
		"app":     os.Getenv("CUSTOMERIO_APP_KEY"),
		"release": "aabbccddeeff00112233445566778899",
	}
	return customerio.NewAPIClient(keys["app"])
}

func secretFile(path string) (*customerio.APIClient, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return customerio.NewAPIClient(strings.TrimSpace(string(b))), nil
}
