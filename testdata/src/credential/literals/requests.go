package literals

import (
	"encoding/base64"
	"net/http"
	"os"
)

// Any request to Customer.io shows its key, whatever it asks for.
func region() {
	req, _ := http.NewRequest("GET", "https://track.customer.io/api/v1/accounts/region", nil)
	req.SetBasicAuth("37aa0c1be25d4f9030b1", "3e8d7c6b5a49382716f5") // want `hardcoded site ID "37aa…" \(20 characters\) in GET /api/v1/accounts/region` `hardcoded track API key "3e8d…"`
	_, _ = http.DefaultClient.Do(req)
}

func regionByHand() {
	req, _ := http.NewRequest("GET", "https://track-eu.customer.io/api/v1/accounts/region", nil)
	pair := base64.StdEncoding.EncodeToString([]byte("47aa0c1be25d4f9030b1:4e8d7c6b5a49382716f5")) // want `hardcoded track API key "4e8d…"`
	req.Header.Set("Authorization", "Basic "+pair)
	_, _ = http.DefaultClient.Do(req)
}

func campaigns() {
	req, _ := http.NewRequest("GET", "https://api.customer.io/v1/campaigns?limit=10", nil)
	req.Header.Set("Authorization", "Bearer 57aa0c1be25d4f9030b1") // want `hardcoded App API key "57aa…" \(20 characters\) in GET /v1/campaigns`
	_, _ = http.DefaultClient.Do(req)
}

func elsewhere() {
	req, _ := http.NewRequest("GET", "https://customer.io/api/v1/accounts/region", nil)
	req.SetBasicAuth("67aa0c1be25d4f9030b1", "6e8d7c6b5a49382716f5")
	_, _ = http.DefaultClient.Do(req)
}

func fromEnvironment() {
	req, _ := http.NewRequest("GET", "https://api.customer.io/v1/campaigns", nil)
	req.Header.Set("Authorization", "Bearer "+os.Getenv("CUSTOMERIO_APP_KEY"))
	_, _ = http.DefaultClient.Do(req)
}
